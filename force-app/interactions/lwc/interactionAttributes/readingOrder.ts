import type { Attributes, AttributeValue } from './types.ts';

const PREFIX = 'Participant.';

/**
 * An attribute's value, however its name was written on the way: the exact name, the name below `Participant.`, then
 * any name that ends in `.` + name; each first as spelled and then ignoring case. The value is as it arrived.
 */
export function attributeValue(attributes: Attributes, name: string): AttributeValue | undefined {
    const key = attributeKey(Object.keys(attributes), name);
    return key === undefined ? undefined : attributes[key];
}

function attributeKey(keys: readonly string[], name: string): string | undefined {
    const folded = name.toLowerCase();
    const foldedPrefixed = (PREFIX + name).toLowerCase();
    return (
        keys.find((key) => key === name) ??
        keys.find((key) => key.toLowerCase() === folded) ??
        keys.find((key) => key === PREFIX + name) ??
        keys.find((key) => key.toLowerCase() === foldedPrefixed) ??
        keys.find((key) => key.endsWith(`.${name}`)) ??
        keys.find((key) => key.toLowerCase().endsWith(`.${folded}`))
    );
}

/** `Participant.` + the key without the prefix that it may have, in whatever case. */
export function participantName(key: string): string {
    return PREFIX + (key.toLowerCase().startsWith(PREFIX.toLowerCase()) ? key.slice(PREFIX.length) : key);
}
