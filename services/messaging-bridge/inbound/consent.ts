import type { Said } from './said.ts';
import { outLane } from '../delivery/messageEntry.ts';
import { REPEATABLE } from '../delivery/sender.ts';
import type { Sender } from '../delivery/sender.ts';
import { storableJson } from '../delivery/storable.ts';
import type { Interaction } from '../outbound/outbound.ts';
import type { NewEntry } from '../store/batches.ts';
import type { Statements } from '../store/database.ts';
import { setOptedOut } from '../store/consent.ts';

/** A customer wants messages on a channel, or no more. JSON. */
interface Consent {
    readonly channelAddress: string;
    readonly customer: string;
    readonly isOptedOut: boolean;
}

export const CONSENT = 'consent';

/** In the lane of the rep's messages: what was written before a customer opted out still goes. */
export function consentEntries(event: Interaction, { conversation, createdAt, key }: Said): NewEntry[] {
    const { channelAddress, entry, recipient } = event;
    if (entry.entryType !== 'EndUserConsentUpdated') return [];
    const customer = entry.endUserSubject ?? recipient?.subject;
    if (channelAddress === undefined || customer === undefined) return [];
    if (entry.consentStatus !== 'OptOut' && entry.consentStatus !== 'OptIn') return [];
    const body: Consent = { channelAddress, customer, isOptedOut: entry.consentStatus === 'OptOut' };
    return [{ lane: outLane(conversation), key, kind: CONSENT, body: storableJson(body), createdAt }];
}

/** Keeps in its turn what a customer wants; nothing is sent. */
export const createConsentSender = (): Sender => ({
    plan: async ({ body }) => [body],
    async send({ body }) {
        const { channelAddress, customer, isOptedOut } = body as Consent;
        return {
            kind: 'sent',
            also: (statements: Statements) => setOptedOut(statements, channelAddress, customer, isOptedOut)
        };
    },
    ...REPEATABLE
});
