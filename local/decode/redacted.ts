import type { TransportName } from '../transports.ts';
import { redactedBy } from './allowList.ts';
import type { AllowList } from './allowList.ts';
import { CLIENT_EVENT } from './clientEventShown.ts';
import { VOICE_EVENT } from './voiceEventShown.ts';

const LISTS: Readonly<Record<TransportName, AllowList>> = {
    'genesys-cloud': CLIENT_EVENT,
    'salesforce-voice': VOICE_EVENT
};

/**
 * A decoded event with nothing of a customer: by allow-list, so that a field that is new is not shown. The names of those
 * that were there and are not shown stand under `withheld`.
 */
export function redacted(event: object, transport: TransportName = 'genesys-cloud'): object {
    return redactedBy(LISTS[transport], event);
}
