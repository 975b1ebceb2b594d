import { CallError } from '../calling/callError.ts';
import type { Given } from '../arguments/checkArguments.ts';
import { recipientsIn } from '../arguments/recipientsIn.ts';
import type { NamedRecipient } from '../arguments/recipientsIn.ts';
import type { Policy } from '../connections/configuration.ts';
import type { DigitalTool } from '../tools/tools.ts';
import { isRecipient } from './recipients.ts';

/** Of a long list this many are told. */
const MOST_TOLD = 20;

/** Whoever is named must be on the list of each policy that has one. Throws CallError `notAllowed` with the argument's name. */
export function assertRecipients(
    tool: DigitalTool,
    given: Given,
    policies: readonly (Pick<Policy, 'recipients'> | undefined)[]
): void {
    const lists = policies.flatMap((policy) => (policy?.recipients === undefined ? [] : [policy.recipients]));
    if (lists.length === 0) return;
    for (const named of recipientsIn(tool, given)) {
        const list = lists.find((one) => named.address === undefined || !isRecipient(one, named.address));
        if (list !== undefined) throw refused(named, list);
    }
}

/** Without the address: it may be a customer's. */
function refused({ field, address }: NamedRecipient, list: readonly string[]): CallError {
    const told = list.slice(0, MOST_TOLD).join(', ');
    const more = list.length > MOST_TOLD ? `, and ${list.length - MOST_TOLD} more` : '';
    const given = address === undefined ? 'not to be compared with the list' : 'not on the list';
    const allowed = list.length === 0 ? 'nobody' : `${told}${more}`;
    return new CallError({
        reason: 'notAllowed',
        field,
        given,
        allowed,
        message: `${field} is ${given} of those to whom this connection may write. Allowed: ${allowed}. Nothing was sent.`,
        hint:
            address === undefined
                ? 'Name each recipient by one plain address, and leave out what hides it; or ask whoever runs this server.'
                : 'Give one that is allowed, or leave it out where it is not needed. Whoever runs this server can add it to "recipients".'
    });
}
