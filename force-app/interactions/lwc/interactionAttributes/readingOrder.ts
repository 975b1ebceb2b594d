import type { Attributes, AttributeValue } from './types.ts';

const PREFIX = 'Participant.';

/** Where a name is found, each step first as spelled and then ignoring case; the first key of those that fit. */
interface NameIndex {
    readonly folded: ReadonlyMap<string, string>;
    /** By what stands behind any of a key's dots. */
    readonly endings: ReadonlyMap<string, string>;
    readonly foldedEndings: ReadonlyMap<string, string>;
}

/** Made once for each set of attributes: a mapping of hundreds of rules looks into the same one. */
const allNames = new WeakMap<Attributes, NameIndex>();
const participantNames = new WeakMap<Attributes, NameIndex>();

/**
 * An attribute's value, however its name was written on the way: the exact name, the name below `Participant.`, then
 * any name that ends in `.` + name; each first as spelled and then ignoring case. The value is as it arrived.
 */
export function attributeValue(attributes: Attributes, name: string): AttributeValue | undefined {
    if (Object.hasOwn(attributes, name)) return attributes[name];
    return found(attributes, keyIn(known(allNames, attributes, Object.keys), attributes, name));
}

/**
 * Participant data under the name that an admin gave it, `Participant.` + name, whatever stands before the name and in
 * whatever case it came (T12).
 */
export function participantValue(attributes: Attributes, name: string): AttributeValue | undefined {
    if (Object.hasOwn(attributes, name)) return attributes[name];
    const index = known(participantNames, attributes, (all) => Object.keys(all).filter(isParticipantData));
    return found(attributes, keyIn(index, attributes, participantName(name).slice(PREFIX.length)));
}

function found(attributes: Attributes, key: string | undefined): AttributeValue | undefined {
    return key === undefined ? undefined : attributes[key];
}

function keyIn(index: NameIndex, attributes: Attributes, name: string): string | undefined {
    const lower = name.toLowerCase();
    return (
        index.folded.get(lower) ??
        (Object.hasOwn(attributes, PREFIX + name) ? PREFIX + name : undefined) ??
        index.folded.get((PREFIX + name).toLowerCase()) ??
        index.endings.get(name) ??
        index.foldedEndings.get(lower)
    );
}

function known(
    indexes: WeakMap<Attributes, NameIndex>,
    attributes: Attributes,
    keysOf: (attributes: Attributes) => string[]
): NameIndex {
    const index = indexes.get(attributes) ?? indexOf(keysOf(attributes));
    indexes.set(attributes, index);
    return index;
}

function indexOf(keys: readonly string[]): NameIndex {
    const folded = new Map<string, string>();
    const endings = new Map<string, string>();
    const foldedEndings = new Map<string, string>();
    const first = (map: Map<string, string>, name: string, key: string): void => {
        if (!map.has(name)) map.set(name, key);
    };
    for (const key of keys) {
        first(folded, key.toLowerCase(), key);
        for (let dot = key.indexOf('.'); dot !== -1; dot = key.indexOf('.', dot + 1)) {
            const ending = key.slice(dot + 1);
            first(endings, ending, key);
            first(foldedEndings, ending.toLowerCase(), key);
        }
    }
    return { folded, endings, foldedEndings };
}

/** `Participant.` + the key without the prefix that it may have, in whatever case. */
export function participantName(key: string): string {
    return PREFIX + (isParticipantData(key) ? key.slice(PREFIX.length) : key);
}

function isParticipantData(key: string): boolean {
    return key.toLowerCase().startsWith(PREFIX.toLowerCase());
}
