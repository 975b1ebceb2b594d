import { inventValues } from './inventedValues.ts';
import type { InventedValues } from './inventedValues.ts';
import { CONTAINERS, FLAGS, IDS, MEASURES, MEMBERS, isKnownWord } from './knownWords.ts';
import { movedMoment } from './moments.ts';
import { originalValues } from './originalValues.ts';
import { parsedJson } from './parsedJson.ts';
import { randomFrom } from './random.ts';
import { isUuid, replacedText } from './replacedText.ts';
import { tellingNames } from './tellingNames.ts';
import type { TraceEntry } from './types.ts';

const DAY = 86_400;
/** Nothing of the contract is so deep; a message made to be deep must not end the export. */
const DEEPEST = 60;

/**
 * The trace with every value replaced that is not a word of the contract, a duration or a flag: numbers by numbers that
 * belong to nobody, ids by ids, times moved by the same amount, texts by texts of the same shape. The same value is
 * replaced by the same one everywhere, so it replays to as many conversations and Tasks.
 *
 * Names of participant data stay when they look like identifiers and no value has their words, and lengths and
 * punctuation of texts stay: read it before you share it.
 * @param salt another one for each export, not to be kept: two traces then cannot be put together
 */
export function pseudonymise(trace: readonly TraceEntry[], salt: string): readonly TraceEntry[] {
    const random = randomFrom(salt);
    const originals = originalValues(trace);
    const replace: Replacing = {
        values: inventValues(random, originals.all),
        tells: tellingNames(originals),
        seconds: -(30 * DAY + random(3000 * DAY)),
        turned: random(2) === 1
    };
    return trace.map(({ atMs, message }) => ({
        atMs,
        message: replaced(message, { name: '', known: true, depth: 0 }, replace)
    }));
}

interface Replacing {
    readonly values: InventedValues;
    /** Whether the name of a member says what the messages hold. */
    readonly tells: (name: string) => boolean;
    readonly seconds: number;
    /** Flags that nobody knows are turned round, all or none. */
    readonly turned: boolean;
}

interface Place {
    /** Of the member that holds the value. */
    readonly name: string;
    /** False inside anything whose members the contract does not name, such as participant data. */
    readonly known: boolean;
    readonly depth: number;
}

function replaced(value: unknown, place: Place, replace: Replacing): unknown {
    if (value === null || value === undefined || place.depth > DEEPEST) return null;
    const { name, known, depth } = place;
    if (Array.isArray(value)) return value.map((item) => replaced(item, { ...place, depth: depth + 1 }, replace));
    if (typeof value === 'object') {
        const inside = known && (name === '' || CONTAINERS.has(name));
        const members = Object.entries(value).map(([member, held]): [string, unknown] => [
            replacedName(member, replace),
            replaced(held, { name: member, known: inside, depth: depth + 1 }, replace)
        ]);
        return Object.fromEntries(members);
    }
    if (typeof value === 'string') return replacedString(value, place, replace);
    if (typeof value === 'boolean') return known && FLAGS.has(name) ? value : value !== replace.turned;
    if (typeof value === 'number') {
        if (known && MEASURES.has(name) && isMeasure(String(value))) return value;
        if (known && name === 'eventTime') return value + replace.seconds * 1000;
        const digits = String(value);
        // A number may be somebody's, without being a text.
        return /^\d{7,15}$/.test(digits) ? Number(replace.values.phone(digits)) : replace.values.amount(value);
    }
    return null;
}

function replacedString(text: string, { name, known, depth }: Place, replace: Replacing): string {
    if (text.trim() === '' || (known && isKnownWord(name, text))) return text;
    if (known && MEASURES.has(name) && isMeasure(text)) return text;
    const { values } = replace;
    if (isUuid(text)) return values.uuid(text);
    const moved = movedMoment(text, replace.seconds);
    if (moved !== undefined) return moved;
    if (known && IDS.has(name)) return values.text(text);
    const within = parsedJson(text);
    if (within) return JSON.stringify(replaced(within, { name: 'text', known: false, depth: depth + 1 }, replace));
    return replacedText(text, values);
}

/** So many seconds, or how sure: eleven days at most, so no phone number. */
function isMeasure(digits: string): boolean {
    return /^\d{1,6}(\.\d+)?$/.test(digits);
}

/** The name of a member stays when it is the contract's, or looks like an identifier and tells nothing of a value. */
function replacedName(name: string, { values, tells }: Replacing): string {
    const bare = name.replace(/^participant\./i, '');
    const identifier = /^[A-Za-z_$][\w$.-]{0,63}$/.test(bare) && bare.replaceAll(/\D/g, '').length < 4;
    if (MEMBERS.has(name) || (identifier && !tells(bare))) return name;
    return `${name.slice(0, name.length - bare.length)}${replacedText(bare, values)}`;
}
