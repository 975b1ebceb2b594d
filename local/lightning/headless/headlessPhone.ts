/** A vendor's utility without a page around it, and the vendor's phone that a trace speaks for. */
export interface HeadlessPhone {
    readonly utility: HTMLElement & { report(): readonly object[] };
    /** Says a message of a trace as the phone does. */
    publish(message: unknown): void;
    /** What it could not say, as the utility reports what it did not understand. */
    unsaid(): readonly object[];
    /** How often the utility handed attributes to the phone, to write them itself. */
    handedOver(): number;
    close(): void;
}
