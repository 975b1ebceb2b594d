import { InvalidActionError } from 'c/clientEvents';
import type { RefusedCommand } from 'c/agentDesk';

export type RefusalReason = RefusedCommand['reason'];

/** What the agent asked for cannot be sent. Holds no value that was given. */
export class Refusal extends Error implements RefusedCommand {
    readonly name = 'RefusedCommand';
    readonly reason: RefusalReason;

    constructor(reason: RefusalReason) {
        super(`The command was not sent: ${reason}.`);
        this.reason = reason;
    }
}

const REASONS: readonly (readonly [field: RegExp, reason: RefusalReason])[] = [
    [/^participantContext\b|^nameOrId$/, 'badTarget'],
    [/\bflowId$/, 'noFlow'],
    // A text that is no text never comes from the panel.
    [/\buserData$/, 'likelyCardNumber']
];

/** The refusal that an error of the action's builder means; other errors as they are. */
export function refusalOf(error: unknown): unknown {
    if (!(error instanceof InvalidActionError)) return error;
    return new Refusal(REASONS.find(([field]) => field.test(error.field))?.[1] ?? 'other');
}
