import { demand, demandText } from './checks.ts';
import { InvalidActionError } from './invalidAction.ts';

/**
 * The transfer target for an Architect flow: `sip:` and the encoded name. Phone numbers are no flows: pass them to the
 * transfer as they are (T15).
 * @param nameOrId the flow's name as Architect shows it, or its id
 * @throws InvalidActionError naming `nameOrId`
 * @see "Events in Salesforce", help.mypurecloud.com: transferTarget
 */
export function flowAddress(nameOrId: string): string {
    const where = ['flowAddress', 'nameOrId', nameOrId] as const;
    demandText(...where, "the flow's name or id");
    demand(!/^sip:/i.test(nameOrId), ...where, 'the name or id alone', 'a name with sip:');
    try {
        return `sip:${encodeURIComponent(nameOrId)}`;
    } catch {
        throw new InvalidActionError('flowAddress', 'nameOrId', 'a text with half a character', 'whole characters');
    }
}
