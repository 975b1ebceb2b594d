import { isObject, own } from './own.ts';
import type { ClientInteraction } from './types.ts';

type Field = Exclude<keyof ClientInteraction, 'id'>;
type Fields = Omit<ClientInteraction, 'id'>;

/** The value as read, `undefined` when the field says nothing, `ODD` when its type is none that the contract knows. */
type Reader = (value: unknown) => unknown;
const ODD = Symbol('odd');

const text: Reader = (value) => (typeof value === 'string' ? value || undefined : ODD);
const flag: Reader = (value) => (typeof value === 'boolean' ? value : ODD);

const seconds: Reader = (value) => {
    if (typeof value === 'string' && value.trim() === '') return undefined;
    const amount = typeof value === 'string' ? Number(value) : value;
    return typeof amount === 'number' && Number.isFinite(amount) && amount >= 0 ? amount : ODD;
};

const phone: Reader = (value) => {
    const address = text(value);
    return typeof address === 'string' ? address.replace(/^tel:/i, '') || undefined : address;
};

const direction: Reader = (value) => {
    const word = typeof value === 'string' ? value.toLowerCase() : ODD;
    if (word === '') return undefined;
    return word === 'inbound' ? 'Inbound' : word === 'outbound' ? 'Outbound' : ODD;
};

const READERS: Readonly<Record<Exclude<Field, 'attributes'>, Reader>> = {
    state: text,
    direction,
    isConnected: flag,
    isDisconnected: flag,
    isDone: flag,
    isInternal: flag,
    isCallback: flag,
    isDialer: flag,
    isChat: flag,
    isEmail: flag,
    isMessage: flag,
    isVoicemail: flag,
    phone,
    displayAddress: text,
    ani: text,
    calledNumber: text,
    name: text,
    remoteName: text,
    queueName: text,
    recordingState: text,
    securePause: flag,
    startTime: text,
    connectedTime: text,
    endTime: text,
    totalIvrDurationSeconds: seconds,
    totalAcdDurationSeconds: seconds,
    interactionDurationSeconds: seconds,
    disposition: text,
    dispositionDurationSeconds: seconds
};

/** Listed once: a message comes many times a second. */
const FIELDS = Object.entries(READERS);

/** The known fields of an interaction object. Empty and null say nothing; a strange type is named, not passed on. */
export function decodeInteraction(body: Readonly<Record<string, unknown>>): {
    fields: Fields;
    oddFields: readonly string[];
} {
    const oddFields: string[] = [];
    const fields: Record<string, unknown> = {};
    for (const [name, read] of FIELDS) {
        const given = Object.hasOwn(body, name) ? body[name] : undefined;
        const value = given === undefined || given === null ? undefined : read(given);
        if (value === ODD) {
            oddFields.push(name);
        } else if (value !== undefined) {
            fields[name] = value;
        }
    }
    const attributes = decodeAttributes(own(body, 'attributes'), oddFields);
    if (attributes) fields.attributes = attributes;
    return { fields, oddFields };
}

/** Flat values only, each as it arrived: no silent coercion (T12). */
function decodeAttributes(given: unknown, oddFields: string[]): ClientInteraction['attributes'] {
    if (given === undefined || given === null) return undefined;
    if (!isObject(given)) {
        oddFields.push('attributes');
        return undefined;
    }
    const entries = Object.entries(given);
    const flat = entries.filter((entry): entry is [string, string | number | boolean | null] => isFlat(entry[1]));
    if (flat.length < entries.length) oddFields.push('attributes');
    return flat.length > 0 ? Object.fromEntries(flat) : undefined;
}

function isFlat(value: unknown): boolean {
    return value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
}
