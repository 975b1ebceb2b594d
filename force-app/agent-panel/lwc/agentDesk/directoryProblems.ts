import kind from '@salesforce/label/c.Switchboard_Directory_Kind';
import kindQueue from '@salesforce/label/c.Switchboard_Directory_KindQueue';
import kindSecureFlow from '@salesforce/label/c.Switchboard_Directory_KindSecureFlow';
import kindUser from '@salesforce/label/c.Switchboard_Directory_KindUser';
import noAddress from '@salesforce/label/c.Switchboard_Directory_NoAddress';
import noStatus from '@salesforce/label/c.Switchboard_Directory_NoStatus';
import notAFlow from '@salesforce/label/c.Switchboard_Directory_NotAFlow';
import notAnId from '@salesforce/label/c.Switchboard_Directory_NotAnId';
import notANumber from '@salesforce/label/c.Switchboard_Directory_NotANumber';
import { fill } from 'c/labelText';
import type { NamedTarget } from './types.ts';

export const LABELS = { kind, kindQueue, kindSecureFlow, kindUser, noAddress, noStatus, notAFlow, notAnId, notANumber };

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Which kinds are addressed by their id. */
const NEEDS_ID: Readonly<Record<string, string>> = {
    user: LABELS.kindUser,
    queue: LABELS.kindQueue,
    secureFlow: LABELS.kindSecureFlow
};

export function unknownKind(given: string): string {
    return fill(LABELS.kind, given);
}

/** What is wrong with an address, and what belongs there; undefined when it will do. It may be a number: never quoted. */
export function addressProblem(of: NamedTarget['kind'] | 'secureFlow', address: string): string | undefined {
    if (address === '') {
        return LABELS.noAddress;
    }
    const needsId = NEEDS_ID[of];
    if (needsId !== undefined) {
        return ID.test(address) ? undefined : fill(LABELS.notAnId, needsId, address.length);
    }
    if (of === 'flow') {
        return /^sip:/i.test(address) ? LABELS.notAFlow : undefined;
    }
    return of === 'phone' && !/\d/.test(address) ? LABELS.notANumber : undefined;
}
