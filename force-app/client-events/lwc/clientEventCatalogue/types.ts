/**
 * How a row is known. `documented`: the vendor's pages say so. `seen`: in code or recordings that others published.
 * `inferred`: concluded from these; nobody wrote it down.
 */
export type Evidence = 'documented' | 'seen' | 'inferred';

/** What a person gives for a field: one text, one of a few words, yes or no, a list of texts, or names with values. */
export type FieldKind = 'text' | 'choice' | 'flag' | 'list' | 'pairs';

export interface ActionField {
    /** As `InvalidActionError.field` names it, such as `participantContext.transferTarget`. */
    readonly path: string;
    readonly kind: FieldKind;
    readonly required: boolean;
    /** For `choice`: every value allowed. For `list`: values that are known to work. */
    readonly allowed?: readonly string[];
    /** Read by the builder and the connection; never published. */
    readonly local?: boolean;
    readonly note: string;
    readonly evidence: Evidence;
}

export interface ActionRow {
    /** The builder of `c/clientEvents`. */
    readonly builder: string;
    /** The `type` of the message it makes. */
    readonly publishes: string;
    readonly fields: readonly ActionField[];
    /** The same action takes back. */
    readonly toggles: boolean;
    /** Some later message can show that it worked. */
    readonly provable: boolean;
    readonly experimental: boolean;
    readonly note: string;
    readonly evidence: Evidence;
}

export interface EventText {
    readonly when: string;
    /** Members of the decoded event, beside `type`, `category` and `receivedAt`. */
    readonly carries: readonly string[];
    readonly note: string;
    readonly evidence: Evidence;
}

export interface EventRow extends EventText {
    readonly type: string;
    /** Absent for types without categories. */
    readonly category?: string;
}
