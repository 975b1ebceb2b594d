/** When a component joins the channel, when it adds its first handlers, and what others publish meanwhile. */
export interface Schedule {
    /** Turns of the event loop, in order. */
    readonly turns: readonly Turn[];
}

export interface Turn {
    /** A microtask comes before anything else that waits, a task after it. */
    readonly kind: 'microtask' | 'task';
    readonly steps: readonly Step[];
}

export type Step =
    { readonly do: 'publish'; readonly type: Listened } | { readonly do: 'connect' } | { readonly do: 'listen' };

export const LISTENED = ['Interaction', 'UserAction', 'Notification'] as const;
export type Listened = (typeof LISTENED)[number];

const MOST_TURNS = 12;
const MOST_STEPS = 4;

/** The same seed gives the same schedule. */
export function scheduleOf(seed: number): Schedule {
    const below = random(seed);
    const count = 1 + below(MOST_TURNS);
    const connectAt = below(count);
    const listenAt = connectAt + below(count - connectAt);
    const turns = Array.from({ length: count }, (_, at): Turn => {
        const steps = published(below);
        if (at === connectAt && at === listenAt) {
            steps.push({ do: 'connect' }, ...published(below), { do: 'listen' }, ...published(below));
        } else if (at === connectAt || at === listenAt) {
            steps.push(at === connectAt ? { do: 'connect' } : { do: 'listen' }, ...published(below));
        }
        return { kind: below(2) === 0 ? 'microtask' : 'task', steps };
    });
    return { turns };
}

function published(below: (limit: number) => number): Step[] {
    return Array.from({ length: below(MOST_STEPS) }, () => ({
        do: 'publish',
        type: LISTENED[below(LISTENED.length)] ?? 'Interaction'
    }));
}

/** Whole numbers from 0 up, below a limit (mulberry32). */
function random(seed: number): (limit: number) => number {
    let state = seed >>> 0;
    return (limit) => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
    };
}
