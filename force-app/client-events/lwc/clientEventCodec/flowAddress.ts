import { requireText } from './checks.ts';
import { InvalidActionError } from './invalidAction.ts';

/**
 * The transfer target for an Architect flow: `sip:` and the encoded name. Phone numbers are no flows: pass them to the
 * transfer as they are (T15).
 * @param nameOrId the flow's name as Architect shows it, or its id
 * @throws InvalidActionError
 */
export function flowAddress(nameOrId: string): string {
    const flow = requireText('flowAddress', 'nameOrId', nameOrId, "the flow's name or id");
    if (/^sip:/i.test(flow)) {
        throw new InvalidActionError('flowAddress', 'nameOrId', 'a name with sip:', 'the name or id alone');
    }
    try {
        return `sip:${encodeURIComponent(flow)}`;
    } catch {
        throw new InvalidActionError('flowAddress', 'nameOrId', 'a text with half a character', 'whole characters');
    }
}
