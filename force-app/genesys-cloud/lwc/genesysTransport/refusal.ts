import { InvalidActionError } from 'c/clientEvents';
import { Refusal } from 'c/refusedCommand';
import type { RefusedCommand } from 'c/agentDesk';

type RefusalReason = RefusedCommand['reason'];

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
