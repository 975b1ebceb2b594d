import { inTime } from './inTime.ts';

const LONGEST_MS = 10_000;

/** What a wire hands over; neither before its first answer. */
export interface WireAnswer {
    readonly data?: unknown;
    readonly error?: unknown;
}

/** Turns a wire into a promise. `ask` puts the question on the wire, or takes it off. */
export function createWireQuestion(ask: (asking: boolean) => void): {
    ask(): Promise<unknown>;
    answered(answer: WireAnswer): void;
} {
    let settle: ((answer: WireAnswer) => void) | undefined;
    return {
        async ask(): Promise<unknown> {
            const answer = new Promise<WireAnswer>((resolve) => {
                settle = resolve;
            });
            ask(true);
            try {
                const { data, error } = await inTime(answer, LONGEST_MS);
                if (error !== undefined) throw error as Error;
                return data;
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
