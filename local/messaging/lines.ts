/** One line of a conversation, as somebody reads it on the screen. Both sides of the page draw these. */
export interface Line {
    readonly id: string;
    /** Milliseconds since 1970. */
    readonly at: number;
    /** `event`: nobody said it, it happened. */
    readonly by: 'rep' | 'customer' | 'event';
    readonly text: string;
    /** Answers to choose from. */
    readonly options?: readonly string[];
    readonly file?: { readonly name: string; readonly url?: string; readonly isPicture?: boolean };
    /** Of what the rep wrote: how far it has come, as Salesforce was told. */
    readonly state?: LineState;
    /** Why it was not delivered, in the words that Salesforce was told. */
    readonly why?: string;
}

export type LineState = 'sent' | 'delivered' | 'read' | 'notDelivered' | 'unsure';
