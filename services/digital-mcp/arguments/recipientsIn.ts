import type { DigitalTool } from '../tools/tools.ts';
import type { Given } from './checkArguments.ts';

/** What of an argument says who gets something. */
type Kind =
    /** A text: the address itself. */
    | 'address'
    | 'addresses'
    /** An address, or the id of a user or a queue. */
    | 'target'
    /** `{ email, name }` */
    | 'mail'
    | 'mails'
    /** `{ from: { id } }` of an open message: who wrote, and is answered. */
    | 'channel';

/**
 * Each argument that names somebody outside, to whom something is sent or later answered. The other tools that reach a
 * customer answer whoever is in the conversation already; nothing in the call says who that is.
 */
export const RECIPIENTS: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
    post_email_messages: { to: 'mails', cc: 'mails', bcc: 'mails', replyTo: 'mail' },
    put_email_messages_draft: { to: 'mails', cc: 'mails', bcc: 'mails', replyTo: 'mail' },
    post_emails: { toAddress: 'address' },
    post_emails_agentless: { toAddresses: 'mails', replyToAddress: 'mail' },
    post_messages: { toAddress: 'address' },
    post_messages_agentless: { toAddress: 'address' },
    post_faxes: { addresses: 'addresses' },
    post_email_participant_replace: { address: 'target' },
    post_message_participant_replace: { address: 'target' },
    post_email_inboundmessages: { fromAddress: 'address' },
    post_message_inbound_open_message: { channel: 'channel' },
    post_message_inbound_open_event: { channel: 'channel' },
    post_message_inbound_open_structured_response: { channel: 'channel' }
};

export interface NamedRecipient {
    /** `cc[1].email` */
    readonly field: string;
    /** Undefined where the argument hides who it is. */
    readonly address: string | undefined;
}

/** Everybody whom a call names as one who gets something, in the order of the arguments. Types were checked before. */
export function recipientsIn({ shortName }: Pick<DigitalTool, 'shortName'>, given: Given): NamedRecipient[] {
    const named = Object.entries(kindsFor(shortName, given)).flatMap(([field, kind]) => {
        const value = Object.hasOwn(given, field) ? given[field] : undefined;
        return value === undefined ? [] : namedIn(kind, field, value, given);
    });
    return [...named, ...hiddenIn(shortName, given)];
}

function kindsFor(shortName: string, given: Given): Readonly<Record<string, Kind>> {
    // No mail goes out: it becomes a conversation with the sender.
    if (shortName === 'post_emails' && isInbound(given)) return { fromAddress: 'address' };
    return (Object.hasOwn(RECIPIENTS, shortName) ? RECIPIENTS[shortName] : undefined) ?? {};
}

/** Any other spelling may be taken for the usual direction. */
const isInbound = ({ direction }: Given): boolean => direction === 'INBOUND';

function namedIn(kind: Kind, field: string, value: unknown, given: Given): NamedRecipient[] {
    const many = Array.isArray(value) ? (value as unknown[]) : [];
    switch (kind) {
        case 'address':
            return [{ field, address: dialled(textOf(value), given) }];
        case 'addresses':
            return many.map((one, index) => ({ field: `${field}[${index}]`, address: textOf(one) }));
        case 'target':
            return ID.test(textOf(value) ?? '') ? [] : [{ field, address: textOf(value) }];
        case 'mail':
            return [mailIn(field, value)];
        case 'mails':
            return many.map((one, index) => mailIn(`${field}[${index}]`, one));
        case 'channel':
            return [senderIn(field, value)];
    }
}

/** As Genesys Cloud makes them. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A WhatsApp id is a number without its plus. */
function dialled(address: string | undefined, { toAddressMessengerType: messenger }: Given): string | undefined {
    const isBare = typeof messenger === 'string' && messenger.toLowerCase() === 'whatsapp';
    return isBare && address !== undefined && /^\d+$/.test(address.trim()) ? `+${address.trim()}` : address;
}

function mailIn(field: string, value: unknown): NamedRecipient {
    const isPlain = isObject(value) && Object.keys(value).every((name) => name === 'email' || name === 'name');
    return { field: `${field}.email`, address: isPlain ? textOf(value['email']) : undefined };
}

function senderIn(field: string, channel: unknown): NamedRecipient {
    const from = isObject(channel) ? channel['from'] : undefined;
    return { field: `${field}.from.id`, address: isObject(from) ? textOf(from['id']) : undefined };
}

const isObject = (value: unknown): value is Given =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where Genesys Cloud would look up by itself to whom it goes. */
function hiddenIn(shortName: string, given: Given): NamedRecipient[] {
    const hidden = (field: string): NamedRecipient[] => [{ field, address: undefined }];
    if (shortName === 'post_messages_agentless' && given['externalContactId'] !== undefined)
        return hidden('externalContactId');
    if (shortName === 'post_emails' && !isInbound(given) && given['toAddress'] === undefined)
        return hidden('toAddress');
    return [];
}
