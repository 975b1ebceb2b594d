import { createHash } from 'node:crypto';
import { FLOWS, QUEUES, WRAP_UP_CODES, genesysUserId } from '../directory.ts';

/** What an administrator of this Genesys Cloud has set up for the digital channels. */

export interface User {
    readonly id: string;
    readonly name: string;
    readonly email: string;
}

export interface Queue {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    /** Whom it rings, first who stands first. */
    readonly memberIds: readonly string[];
    /** By messenger type, the integration through which the queue writes. */
    readonly integrationIds: Readonly<Record<string, string>>;
    readonly wrapupPrompt: 'mandatory' | 'optional';
}

export interface Integration {
    readonly id: string;
    readonly name: string;
    readonly messengerType: 'sms' | 'whatsapp' | 'open' | 'webmessaging';
    /** What stands as sender: a number; of an open integration its id. */
    readonly address: string;
    readonly supportedContentId: string;
    readonly messagingSettingId: string;
}

export interface Named {
    readonly id: string;
    readonly name: string;
}

export interface ExternalContact extends Named {
    /** By messenger type. */
    readonly addresses: Readonly<Record<string, string>>;
}

/** Looks like an id of Genesys Cloud, the same on every machine. */
export function fixedId(what: string): string {
    const hex = createHash('sha256').update(`platform-api:${what}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const user = (key: string, name: string): User => ({ id: genesysUserId(key), name, email: `${key}@care.example` });

export const USERS: readonly User[] = [user('amira', 'Amira Haddad'), user('jonas', 'Jonas Weber')];

const integration = (
    name: string,
    messengerType: Integration['messengerType'],
    address?: string,
    id = fixedId(`integration:${name}`)
): Integration => ({
    id,
    name,
    messengerType,
    address: address ?? id,
    supportedContentId: fixedId(messengerType === 'sms' ? 'supported-content:text' : 'supported-content:media'),
    messagingSettingId: fixedId('messaging-setting')
});

// Numbers are of the ranges that ACMA and Ofcom keep free for drama.
export const INTEGRATIONS: readonly Integration[] = [
    integration('Care by text message', 'sms', '+61491570110'),
    integration('Care on WhatsApp', 'whatsapp'),
    integration('Care app', 'open'),
    integration('Care on the web', 'webmessaging')
];

const integrationIds = Object.fromEntries(INTEGRATIONS.map(({ messengerType, id }) => [messengerType, id]));

/** The last one has nobody on queue, nowhere to write from, and lets wrap-up be left out. */
export const DIGITAL_QUEUES: readonly Queue[] = QUEUES.map(({ id, name }, at) => ({
    id,
    name,
    email: `${name.toLowerCase().replace(/ /g, '-')}@care.example`,
    memberIds: at === 2 ? [] : USERS.map((one) => one.id),
    integrationIds: at === 2 ? {} : integrationIds,
    wrapupPrompt: at === 2 ? 'optional' : 'mandatory'
}));

export const DIGITAL_FLOWS: readonly Named[] = FLOWS;

export const CODES: readonly Named[] = WRAP_UP_CODES.map((name) => ({ id: fixedId(`wrap-up:${name}`), name }));

/** Canned responses that hold a messaging template. */
export const TEMPLATES: readonly (Named & { readonly text: string })[] = [
    { id: fixedId('template:delivery'), name: 'Delivery', text: 'Your parcel comes on {{day}}.' }
];

export const CONTACTS: readonly ExternalContact[] = [
    {
        id: fixedId('contact:edna'),
        name: 'Edna Okafor',
        addresses: { sms: '+61491570006', whatsapp: '61491570006', open: 'edna-77' }
    }
];

/** Bytes of a mail with all that is attached. */
export const MAIL_SIZE_LIMIT = 10 * 1024 * 1024;
