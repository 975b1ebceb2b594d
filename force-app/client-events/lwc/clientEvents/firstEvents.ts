/** More than a phone tells in a minute; enough for a component that adds its handlers a little late. */
const KEPT = 200;

export interface FirstEvents<T> {
    /** Passed on at once, or kept until `release` was called. */
    readonly add: (event: T) => void;
    /** What nobody was told yet; nothing once it is being passed on. */
    readonly kept: () => readonly T[];
    /** Passes on what was kept, in order, at the end of this turn: handlers added in the same turn all hear it. */
    readonly release: () => void;
}

/**
 * Keeps what comes before anybody listens, so that nothing is lost between connecting and the first handler.
 * @param passOn told each event in order
 * @param dropped told the oldest when too many are kept, and how many were dropped before it
 */
export function createFirstEvents<T>(
    passOn: (event: T) => void,
    dropped: (event: T, before: number) => void
): FirstEvents<T> {
    let stage: 'keeping' | 'passing' | 'through' = 'keeping';
    let kept: T[] = [];
    let lost = 0;

    function passOnKept(): void {
        stage = 'passing';
        // What is added meanwhile is told in its turn.
        for (const event of kept) passOn(event);
        kept = [];
        stage = 'through';
    }

    return {
        add: (event): void => {
            if (stage === 'through') {
                passOn(event);
                return;
            }
            kept.push(event);
            const oldest = kept.length > KEPT && stage !== 'passing' ? kept.shift() : undefined;
            if (oldest !== undefined) dropped(oldest, lost++);
        },
        kept: () => (stage === 'passing' ? [] : kept),
        release: (): void => {
            // Not queueMicrotask: Jest's fake timers stop it, and with it every event of a team's test.
            if (stage === 'keeping') void Promise.resolve().then(passOnKept);
        }
    };
}
