/** How long after the last key somebody counts as typing. */
const TYPING_MS = 3_000;

export interface Typist {
    types(): void;
    stops(): void;
}

/** Tells that somebody types, once, and when they have stopped. */
export function createTypist(tell: (isTyping: boolean) => void): Typist {
    let until = 0;
    function stops(): void {
        if (until === 0) return;
        window.clearTimeout(until);
        until = 0;
        tell(false);
    }
    return {
        types(): void {
            if (until === 0) tell(true);
            window.clearTimeout(until);
            until = window.setTimeout(stops, TYPING_MS);
        },
        stops
    };
}
