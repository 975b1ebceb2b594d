import { isObject } from './own.ts';
import { ignoringCase } from './words.ts';
import type { ClientInteraction } from './types.ts';

/** The value as read, `undefined` when the field says nothing, `ODD` when its type is none that the contract knows. */
type Reader = (value: unknown) => unknown;
const ODD = Symbol('odd');

/** Not always a number (T13). */
const phone: Reader = (value) => {
    if (typeof value !== 'string') return ODD;
    return /^tel:/i.test(value) ? value.slice('tel:'.length) || undefined : value;
};

/** Lower case was seen (T11). */
const knownDirection = ignoringCase(['Inbound', 'Outbound']);
const direction: Reader = (value) => knownDirection(value) ?? ODD;

/** Seconds came as text, too, also as an empty one (T14). */
const seconds: Reader = (value) => {
    if (typeof value === 'string') return value.trim() === '' ? undefined : seconds(Number(value));
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : ODD;
};

/** Flat values only, each as it arrived: no silent coercion (T12). */
const attributes: Reader = (value) => {
    if (!isObject(value)) return ODD;
    const entries = Object.entries(value);
    const flat = entries.filter(([, one]) => isFlat(one));
    return entries.length > 0 && flat.length === 0 ? ODD : flat.length > 0 ? Object.fromEntries(flat) : undefined;
};

/** A type of JavaScript where that is all there is to check. */
type FieldType = 'string' | 'boolean' | Reader;

const FIELDS = new Map(
    Object.entries<FieldType>({
        id: 'string',
        state: 'string',
        direction,
        isConnected: 'boolean',
        isDisconnected: 'boolean',
        isDone: 'boolean',
        isInternal: 'boolean',
        isCallback: 'boolean',
        isDialer: 'boolean',
        isChat: 'boolean',
        isEmail: 'boolean',
        isMessage: 'boolean',
        isVoicemail: 'boolean',
        phone,
        displayAddress: 'string',
        ani: 'string',
        calledNumber: 'string',
        name: 'string',
        remoteName: 'string',
        queueName: 'string',
        recordingState: 'string',
        securePause: 'boolean',
        startTime: 'string',
        connectedTime: 'string',
        endTime: 'string',
        totalIvrDurationSeconds: seconds,
        totalAcdDurationSeconds: seconds,
        interactionDurationSeconds: seconds,
        disposition: 'string',
        dispositionDurationSeconds: seconds,
        attributes
    } satisfies Record<keyof ClientInteraction, FieldType>)
);

/**
 * The known fields of an interaction object. Empty and null say nothing; a strange type is named, not passed on.
 * A copy is checked in place, because copying an object whole is many times faster than building it field by field.
 */
export function decodeInteraction(
    body: Readonly<Record<string, unknown>>,
    id: string
): { readonly interaction?: ClientInteraction; readonly oddFields: readonly string[] } {
    const fields: Record<string, unknown> = { ...body };
    const odd: string[] = [];
    let says = false;
    // Twice as fast as Object.keys; what is inherited is not written or counted.
    for (const name in fields) {
        const given = fields[name];
        const type = FIELDS.get(name);
        if (typeof given !== type || given === '') {
            if (!Object.hasOwn(fields, name)) continue;
            const value = valueOf(given, type);
            if (value === ODD || isPartOf(value, given)) odd.push(name);
            if (value === ODD || value === undefined) delete fields[name];
            else if (value !== given) fields[name] = value;
        }
        says ||= name !== 'id' && Object.hasOwn(fields, name);
    }
    fields.id = id;
    // An object with nothing but an id describes nothing (T6).
    return { interaction: says ? (fields as unknown as ClientInteraction) : undefined, oddFields: odd };
}

/** Empty text and null say nothing. */
function valueOf(given: unknown, type: FieldType | undefined): unknown {
    if (given === undefined || given === null || given === '' || type === undefined) return undefined;
    return typeof type === 'string' ? ODD : type(given);
}

/** Some attributes were no flat values. */
function isPartOf(kept: unknown, given: unknown): boolean {
    return isObject(kept) && isObject(given) && Object.keys(kept).length < Object.keys(given).length;
}

export function isFlat(value: unknown): value is string | number | boolean | null {
    return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}
