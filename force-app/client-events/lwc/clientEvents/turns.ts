import type { ClientAction } from 'c/clientEventCodec';
import { isToggle } from './proof.ts';
import type { SendOutcome } from './types.ts';

interface Turn {
    readonly wanted: ClientAction['wanted'];
    readonly outcome: Promise<SendOutcome>;
}

/**
 * Two toggles of one interaction at once would undo each other, and no event would tell which was seen. So the next
 * waits until the one before is settled, and one that wants the same joins it. All other actions go at once.
 */
export function createTurns(): (action: ClientAction, send: () => Promise<SendOutcome>) => Promise<SendOutcome> {
    const last = new Map<string, Turn>();
    return ({ data, wanted }, send) => {
        if (!isToggle(data.action)) return send();
        const key = `${String(data.action)} ${String(data.id)}`;
        const before = last.get(key);
        if (before && wanted && before.wanted === wanted) return before.outcome;
        const turn: Turn = { wanted, outcome: before ? before.outcome.then(send, send) : send() };
        last.set(key, turn);
        const leave = (): void => {
            if (last.get(key) === turn) last.delete(key);
        };
        turn.outcome.then(leave, leave);
        return turn.outcome;
    };
}
