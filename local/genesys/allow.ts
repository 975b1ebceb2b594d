import { Refusal } from './action.ts';
import type { AgentParticipant } from './conversation.ts';
import { isTalking } from './conversation.ts';

/** Throws Refusal with this reason unless the condition holds. */
export function allow(condition: boolean, reason: string): asserts condition {
    if (!condition) {
        throw new Refusal(reason);
    }
}

export function allowTalking(agent: AgentParticipant): void {
    allow(isTalking(agent), 'This interaction is not connected here.');
}
