/** How the customer reads times, and the few words that are ours. */
export interface TextSettings {
    /** BCP 47, e.g. `de-CH`. */
    readonly locale: string;
    /** IANA name, e.g. `Europe/Zurich`. */
    readonly timeZone: string;
    readonly words: {
        /** Stands behind what must be filled in. */
        readonly required: string;
    };
}

export const DEFAULT_TEXT: TextSettings = { locale: 'en', timeZone: 'UTC', words: { required: 'required' } };
