import type { Sent } from '../delivery/sender.ts';
import type { InteractionAnswer } from '../salesforce/interactionAnswer.ts';

/** What became of something that was told to Salesforce. */
export function sentOf(answer: InteractionAnswer): Sent {
    switch (answer.kind) {
        case 'done':
            return { kind: 'sent' };
        case 'later':
            return { kind: 'notNow', reason: answer.reason, ...waitOf(answer) };
        case 'unknown':
            return { kind: 'unknown', reason: answer.reason };
        case 'refused':
            return { kind: 'refused', reason: answer.reason };
    }
}

const waitOf = ({ waitMs }: { readonly waitMs?: number }): { readonly waitMs?: number } =>
    waitMs === undefined ? {} : { waitMs };
