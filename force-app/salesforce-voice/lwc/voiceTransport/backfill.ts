import type { InteractionFacts } from 'c/interactions';
import type { VoiceCall } from './voiceCall.ts';

/** What the org knows of a call; undefined where it cannot be read. */
export type CallLookUp = (callId: string) => Promise<InteractionFacts | undefined>;

/** In no event. The record may have them only later in the call. */
const IN_NO_EVENT = ['queueName', 'startTime', 'acdSeconds'] as const satisfies readonly (keyof InteractionFacts)[];

/** So many calls are remembered. */
const KEPT = 50;

export interface Backfill {
    /** For a call that is heard of late, that was answered, that has ended. */
    ask(call: VoiceCall): void;
    close(): void;
}

/** Asks the org once when the call is connected, and once more at its end for what was missing. One that rang only is not asked for. */
export function createBackfill(
    lookUp: CallLookUp | undefined,
    fill: (id: string, facts: InteractionFacts) => void
): Backfill {
    /** By call id, oldest first; empty while nothing was answered. */
    const answered = new Map<string, InteractionFacts>();
    let closed = false;

    function take(id: string, facts: InteractionFacts | undefined): void {
        if (closed || facts === undefined) return;
        const all = { ...answered.get(id), ...facts };
        answered.set(id, all);
        fill(id, all);
    }

    return {
        ask({ connectedAt, id, state }): void {
            const known = answered.get(id);
            const rangOnly = known === undefined && connectedAt === undefined && state === 'ended';
            const isKnown = known !== undefined && IN_NO_EVENT.every((name) => known[name] !== undefined);
            if (lookUp === undefined || rangOnly || isKnown) return;
            answered.set(id, known ?? {});
            for (const oldest of [...answered.keys()].slice(0, -KEPT)) answered.delete(oldest);
            lookUp(id).then(
                (facts) => take(id, facts),
                () => undefined
            );
        },
        close(): void {
            closed = true;
        }
    };
}
