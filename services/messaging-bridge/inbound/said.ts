/** What all that is kept of one event says. */
export interface Said {
    readonly conversation: string;
    /** Epoch milliseconds. */
    readonly createdAt: number;
    /** The same event told again has the same one. */
    readonly key: string;
}
