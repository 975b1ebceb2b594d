/** What was looked at, and what came of it. */
export interface Checked {
    /** `differs`: somebody should change something. `unknown`: it could not be seen. `failed`: the bridge cannot work. */
    readonly outcome: 'ok' | 'differs' | 'unknown' | 'failed';
    readonly what: string;
    /** In plain words, with what to do unless it is ok. */
    readonly text: string;
}

/** Something that a check needs cannot be had; the message has plain words. */
export class NotToBeHad extends Error {
    override readonly name = 'NotToBeHad';
}
