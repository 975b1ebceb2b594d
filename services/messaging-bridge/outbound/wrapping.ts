/** Finds the event in the fields of a platform event, whichever of its three wrappings Salesforce used. */
import type { Wrapping } from './event.ts';
import { readJson } from './json.ts';
import type { Problem } from './problem.ts';
import { kindOf, nameInWords } from './problem.ts';
import { Members } from './members.ts';

/** The custom fields that the org chose. With a namespace or the event's name before them, or without. */
export interface FieldNames {
    readonly payloadField?: string | undefined;
    readonly typeField?: string | undefined;
}

export interface Unwrapped {
    /** Interaction, RoutingRequested, or what the event-type field says; undefined where there is no such field. */
    readonly eventType: string | undefined;
    readonly wrapping: Wrapping;
    /** The whole JSON. */
    readonly whole: Members;
    /** The ConversationEntry, or the payload of a RoutingRequested. */
    readonly payload: Members;
    readonly conversationIdentifier: string | undefined;
    readonly channelAddress: string | undefined;
    readonly recipient: Members;
}

type Fields = ReadonlyMap<string, string>;

const OF_THE_PLATFORM = new Set(['CreatedDate', 'CreatedById', 'EventUuid', 'ReplayId']);
const EVENT_TYPES = new Set(['Interaction', 'RoutingRequested']);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// Avro decodes a nullable text to `{ string: … }`, or, with avsc's wrapUnions 'never', to the text itself.
function textOfUnion(value: unknown): string | undefined {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'string')) {
        return typeof value === 'string' ? value : undefined;
    }
    const { string } = value as { string: unknown };
    return typeof string === 'string' ? string : undefined;
}

function textFields(record: object): Fields {
    const found = new Map<string, string>();
    for (const name of Object.keys(record)) {
        const text = OF_THE_PLATFORM.has(name) ? undefined : textOfUnion((record as Record<string, unknown>)[name]);
        if (text !== undefined) found.set(name, text);
    }
    return found;
}

/** `Payload__c`, `ns__Payload__c` and `My_Event__e.Payload__c` name the same field. */
function fieldNamed(fields: Fields, name: string | undefined): string | undefined {
    const bare = name?.slice(name.lastIndexOf('.') + 1);
    if (!bare) return undefined;
    if (fields.has(bare)) return bare;
    return [...fields.keys()].find((field) => field.endsWith(`__${bare}`) || bare.endsWith(`__${field}`));
}

const isObject = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON objects among the fields, so that an event is found whatever its fields are called. */
function objectsIn(fields: Fields): Map<string, object> {
    const found = new Map<string, object>();
    for (const [name, text] of fields) {
        const json = text.trimStart().startsWith('{') ? readJson(text) : undefined;
        if (json?.ok && isObject(json.value)) found.set(name, json.value);
    }
    return found;
}

const looksLikeEvent = (value: object): boolean =>
    ['entryType', 'entryPayload', 'payload'].some((name) => Object.hasOwn(value, name));

const inWords = (fields: Fields): string =>
    [...fields]
        .slice(0, 8)
        .map(([name, text]) => `${nameInWords(name)} (${kindOf(text)})`)
        .join(', ') || 'none';

/** The JSON of the event and the field that it stood in; or why there is none. */
function eventIn(fields: Fields, named: string | undefined): { field: string; value: object } | string {
    if (named !== undefined) {
        const json = readJson(fields.get(named) ?? '');
        const given = json.ok ? kindOf(json.value) : json.given;
        if (json.ok && isObject(json.value)) return { field: named, value: json.value };
        return `${nameInWords(named)} is ${given}. Allowed: ${json.ok ? 'a JSON object' : json.allowed}.`;
    }
    for (const [field, value] of objectsIn(fields)) if (looksLikeEvent(value)) return { field, value };
    return `No field holds an event. Given: ${inWords(fields)}. Allowed: a field with the JSON of an event.`;
}

/** What stood in fields of its own before Spring '24: the channel's address and the recipient. */
function besides(
    fields: Fields,
    taken: string,
    problems: Problem[]
): { address: string | undefined; recipient: Members } {
    const others = new Map([...fields].filter(([name]) => name !== taken));
    const objects = objectsIn(others);
    const [recipientField, recipient] =
        [...objects].find(([, value]) => Object.hasOwn(value, 'subject') && !looksLikeEvent(value)) ?? [];
    const plain = [...others]
        .filter(([name, text]) => !objects.has(name) && text.trim() !== '')
        .map(([, text]) => text);
    return {
        address: plain.find((text) => UUID.test(text)) ?? plain[0],
        recipient: new Members(recipient, nameInWords(recipientField), problems)
    };
}

/** A text says why the record holds no event that can be read. */
export function unwrap(record: unknown, names: FieldNames, problems: Problem[]): Unwrapped | string {
    if (!isObject(record)) return `The record is ${kindOf(record)}. Allowed: an object.`;
    const fields = textFields(record);
    const typeField =
        fieldNamed(fields, names.typeField) ??
        [...fields.keys()].find((name) => EVENT_TYPES.has(fields.get(name) ?? ''));
    const withoutType = new Map(fields);
    if (typeField !== undefined) withoutType.delete(typeField);
    const found = eventIn(withoutType, fieldNamed(withoutType, names.payloadField));
    if (typeof found === 'string') return found;
    const whole = new Members(found.value, '', problems);
    const common = {
        eventType: typeField === undefined ? undefined : fields.get(typeField),
        whole,
        conversationIdentifier: whole.id('conversationIdentifier')
    };
    const inside = { channelAddress: whole.id('channelAddressIdentifier'), recipient: whole.object('recipient') };
    if (whole.has('payload')) return { ...common, ...inside, wrapping: 'nested', payload: whole.object('payload') };
    if (whole.has('channelAddressIdentifier') || whole.has('recipient') || whole.has('conversationIdentifier')) {
        return { ...common, ...inside, wrapping: 'flat', payload: whole };
    }
    const { address, recipient } = besides(withoutType, found.field, problems);
    return { ...common, wrapping: 'three-field', payload: whole, channelAddress: address, recipient };
}
