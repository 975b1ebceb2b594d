import { createHash } from 'node:crypto';
import { storableName } from '../../delivery/storable.ts';
import type { Channel, OpenMessagingChannel } from '../../genesys/channels.ts';
import { addEntries, quarantine } from '../../store/batches.ts';
import type { Database, Statements } from '../../store/database.ts';
import { linkOf } from '../../store/links.ts';
import { customerMessageEntry } from '../customerMessage.ts';
import { genesysReceiptEntry } from '../genesysReceipt.ts';
import type { TellTyping } from '../typing.ts';
import { notificationIn } from './notification.ts';
import type { Notification } from './notification.ts';

export interface TakeOptions {
    readonly database: Database;
    readonly channels: readonly Channel[];
    readonly tellTyping: TellTyping;
}

const RECEIPTS = { Read: 'Read', Failed: 'Failed' } as const;

/**
 * Keeps what Genesys Cloud has told, before it is answered: a message or a receipt as an entry, what nobody can read with
 * its bytes. Typing is told at once or never. Told again, it is the same. Throws DatabaseFault.
 */
export function takeNotifications({ channels, database, tellTyping }: TakeOptions) {
    return async (integrationId: string, bytes: Uint8Array): Promise<void> => {
        const channel = channels.find(
            (one): one is OpenMessagingChannel => 'integrationId' in one && one.integrationId === integrationId
        );
        const told = notificationIn(parsed(bytes), Date.now());
        if (channel === undefined || told?.kind === 'nothing') return;
        if (told?.kind === 'typing') return tellTyping(await typingOf(database, channel, told));
        await database.transaction(async (statements) => {
            if (told === undefined) await unreadable(statements, bytes);
            else await keep(statements, channel, told);
        });
    };
}

async function keep(
    statements: Statements,
    channel: OpenMessagingChannel,
    told: Extract<Notification, { readonly kind: 'message' | 'receipt' }>
): Promise<void> {
    const { integrationId } = channel;
    const genesysConversationId = `${integrationId}/${told.to}`;
    if (told.kind === 'receipt') {
        const status = Object.hasOwn(RECEIPTS, told.status)
            ? RECEIPTS[told.status as keyof typeof RECEIPTS]
            : undefined;
        if (status === undefined) return;
        const receipt = { genesysConversationId, messageId: told.messageId, status, at: Date.now() };
        await addEntries(statements, [genesysReceiptEntry(receipt)]);
        return;
    }
    const { at, content, messageId, to } = told;
    const { channelAddress } = channel;
    const customer = await customerOf(statements, to);
    const said = { genesysConversationId, messageId, channelAddress, customer, at, content, farEnd: to };
    await addEntries(statements, [customerMessageEntry(said)]);
}

async function typingOf(
    database: Database,
    { channelAddress, integrationId }: OpenMessagingChannel,
    { isTyping, messageId, to }: Extract<Notification, { readonly kind: 'typing' }>
): Promise<Parameters<TellTyping>[0]> {
    const customer = await customerOf(database, to);
    return { genesysConversationId: `${integrationId}/${to}`, channelAddress, customer, id: messageId, isTyping };
}

/** Whose conversation of Salesforce it is; somebody new, by the name there, where it is none. */
const customerOf = async (statements: Statements, to: string): Promise<string> =>
    (await linkOf(statements, storableName(to)))?.customer ?? to;

function unreadable(statements: Statements, bytes: Uint8Array): Promise<void> {
    return quarantine(statements, {
        eventId: createHash('sha256').update(bytes).digest('hex'),
        replayId: new Uint8Array(),
        schemaId: 'open messaging',
        bytes,
        reason: 'Genesys Cloud told something by the webhook that is no message, receipt or event for anybody.'
    });
}

function parsed(bytes: Uint8Array): unknown {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
        return undefined;
    }
}
