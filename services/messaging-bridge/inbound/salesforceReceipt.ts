import type { Said } from './said.ts';
import { REPEATABLE, Unplanned } from '../delivery/sender.ts';
import type { Sender } from '../delivery/sender.ts';
import { storableJson, storableName } from '../delivery/storable.ts';
import { callOnce } from '../genesys/callOnce.ts';
import type { Channel } from '../genesys/channels.ts';
import type { Genesys } from '../genesys/topologies.ts';
import { Members } from '../outbound/members.ts';
import type { Interaction } from '../outbound/outbound.ts';
import type { NewEntry } from '../store/batches.ts';
import type { Database } from '../store/database.ts';
import type { Entry } from '../store/entries.ts';
import { linkOf } from '../store/links.ts';
import { toldBy } from '../store/told.ts';
import type { ToldMessage } from '../store/told.ts';
import type { CustomerSaid } from './customerMessage.ts';

/** What becomes, at Genesys Cloud as the far side, of a message that its agent wrote. JSON. */
type SalesforceReceipt = { readonly status: 'Delivered' | 'Failed'; readonly at: number } & (
    { readonly conversation: string; readonly entryId: string } | { readonly told: ToldMessage }
);

export const SALESFORCE_RECEIPT = 'salesforceReceipt';

/** A receipt may come before the answer to the call that it is about. */
const ANSWERED_WITHIN_MS = 20_000;
const LOOK_AGAIN_MS = 1_000;

const entryFor = (conversation: string, name: string, body: SalesforceReceipt): NewEntry => ({
    lane: storableName(`receipts:${conversation}/there`),
    key: storableName(`${SALESFORCE_RECEIPT}:${body.status}:${name}`),
    kind: SALESFORCE_RECEIPT,
    body: storableJson(body),
    createdAt: Date.now()
});

/**
 * A receipt of Salesforce for something that the bridge told. The vendor takes Delivered and Failed: that a message was
 * read says that it was delivered.
 */
export function salesforceReceiptEntries({ entry }: Interaction, { conversation, createdAt: at }: Said): NewEntry[] {
    switch (entry.entryType) {
        case 'DeliveryAcknowledgement':
        case 'ReadAcknowledgement': {
            const entryId = entry.acknowledgedConversationEntryIdentifier;
            return [entryFor(conversation, entryId, { status: 'Delivered', at, conversation, entryId })];
        }
        case 'MessageDeliveryFailed': {
            const entryId = entry.failedConversationEntryIdentifier;
            if (entryId === undefined) return [];
            return [entryFor(conversation, entryId, { status: 'Failed', at, conversation, entryId })];
        }
        default:
            return [];
    }
}

/** An agent's message that Salesforce never took. */
export function notTakenEntries({
    channelAddress,
    farEnd,
    genesysConversationId,
    messageId
}: CustomerSaid): NewEntry[] {
    if (farEnd === undefined) return [];
    const told = { messageId, channelAddress, farEnd };
    return [entryFor(genesysConversationId, messageId, { status: 'Failed', at: Date.now(), told })];
}

/** Tells an agent of Genesys Cloud what became of a message. A receipt that is told twice is the same. */
export function createSalesforceReceiptSender(
    { client }: Genesys,
    database: Database,
    channels: readonly Channel[]
): Sender {
    async function toldIn({ ageMs, body }: Entry): Promise<ToldMessage | undefined> {
        const receipt = body as SalesforceReceipt;
        if ('told' in receipt) return receipt.told;
        const link = await linkOf(database, receipt.conversation);
        if (link?.topology !== 'openMessaging') return undefined;
        const told = await toldBy(database, receipt.entryId);
        if (told === undefined && ageMs < ANSWERED_WITHIN_MS)
            throw new Unplanned({ kind: 'notNow', reason: 'nobody knows that message yet', waitMs: LOOK_AGAIN_MS });
        return told;
    }

    return {
        async plan(entry) {
            const told = await toldIn(entry);
            const channel = channels.find(({ channelAddress }) => channelAddress === told?.channelAddress);
            if (told === undefined || channel?.topology !== 'openMessaging') return [];
            return [{ ...told, integrationId: channel.integrationId }];
        },
        async send({ body, entry, ...sending }) {
            const { farEnd, integrationId, messageId } = body as ToldMessage & { readonly integrationId: string };
            const { at, status } = entry.body as SalesforceReceipt;
            const reasons = status === 'Failed' ? { reasons: [{ code: 'GeneralError', message: NOT_TAKEN }] } : {};
            const given = {
                integrationId,
                id: messageId,
                channel: { to: { id: farEnd }, time: new Date(at).toISOString() },
                status,
                isFinalReceipt: true,
                ...reasons
            };
            return callOnce(client, 'post_message_inbound_open_receipt', given, sending, ({ data }) =>
                new Members(data, '', []).id('id')
            );
        },
        ...REPEATABLE
    };
}

const NOT_TAKEN = 'Salesforce did not take the message.';
