import { inTime } from './inTime.ts';

const LONGEST_MS = 10_000;

/** What a wire hands over; neither before its first answer. */
export interface WireAnswer {
    readonly data?: unknown;
    readonly error?: unknown;
}

/** `repeats`: this page was told before, so that the platform may have answered from its cache, which nobody can empty. */
export interface Described {
    readonly repeats: boolean;
}

/** Turns a wire into a promise. `ask` puts the question on the wire, or takes it off. */
export function createWireQuestion(ask: (asking: boolean) => void): {
    ask(): Promise<Described>;
    answered(answer: WireAnswer): void;
} {
    let settle: ((answer: WireAnswer) => void) | undefined;
    let toldBefore = false;
    return {
        async ask(): Promise<Described> {
            const answer = new Promise<WireAnswer>((resolve) => {
                settle = resolve;
            });
            ask(true);
            try {
                const { error } = await inTime(answer, LONGEST_MS);
                if (error !== undefined) throw error as Error;
                const repeats = toldBefore;
                toldBefore = true;
                return { repeats };
            } finally {
                settle = undefined;
                ask(false);
            }
        },
        answered(answer): void {
            if (answer.data !== undefined || answer.error !== undefined) settle?.(answer);
        }
    };
}
