import type { Directory, NamedTarget, TransferTarget } from 'c/agentDesk';
import { fill } from 'c/labelText';
import { LABELS } from './labels.ts';

/** One line of the list. */
export interface Choice {
    readonly key: string;
    readonly name: string;
    readonly kind: string;
    readonly to: TransferTarget;
}

export interface ChoiceGroup {
    readonly key: 'pinned' | 'recent' | 'all' | 'typed';
    readonly title: string;
    readonly choices: readonly Choice[];
}

export interface Choices {
    readonly groups: readonly ChoiceGroup[];
    /** How many names fit and are not in the list. */
    readonly more: number;
}

const SHOWN_AT_MOST = 30;
const NUMBER = /^\+?[\d\s().\-/]*\d[\d\s().\-/]*$/;
const DIGITS_AT_LEAST = 3;

const KINDS: Readonly<Record<TransferTarget['kind'], string>> = {
    user: LABELS.kindUser,
    queue: LABELS.kindQueue,
    phone: LABELS.kindPhone,
    flow: LABELS.kindFlow
};

function isNumber(text: string): boolean {
    return NUMBER.test(text) && text.replace(/\D/g, '').length >= DIGITS_AT_LEAST;
}

function fits({ address, kind, name }: NamedTarget, words: readonly string[]): boolean {
    const all = `${name} ${KINDS[kind]} ${address}`.toLowerCase();
    return words.every((word) => all.includes(word));
}

function named({ address, key, kind, name }: NamedTarget): Choice {
    return { key, name, kind: KINDS[kind], to: { kind, address } };
}

/** A number as it was written, else the name of a flow. */
function typed(text: string, phones: boolean): readonly Choice[] {
    if (!text) return [];
    const kind = phones && isNumber(text) ? 'phone' : 'flow';
    const name = fill(kind === 'phone' ? LABELS.asPhone : LABELS.asFlow, text);
    return [{ key: `typed ${kind}`, name, kind: KINDS[kind], to: { kind, address: text } }];
}

/**
 * Whom the agent may choose: pinned names first, then what was used last, then the rest, then what was typed.
 * @param phones false where the conversation cannot go to a phone number
 */
export function choicesFor(
    directory: Directory,
    recentKeys: readonly string[],
    given: string,
    phones: boolean
): Choices {
    const text = given.trim();
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const fitting = directory.targets.filter((target) => (phones || target.kind !== 'phone') && fits(target, words));
    const pinned = fitting.filter((target) => target.pinned);
    const recent = recentKeys.flatMap((key) => fitting.filter((target) => target.key === key && !target.pinned));
    const rest = fitting.filter((target) => !target.pinned && !recent.includes(target));
    const shown = rest.slice(0, SHOWN_AT_MOST);
    const groups: readonly ChoiceGroup[] = [
        { key: 'pinned', title: LABELS.pinned, choices: pinned.map(named) },
        { key: 'recent', title: LABELS.recent, choices: recent.map(named) },
        { key: 'all', title: LABELS.all, choices: shown.map(named) },
        { key: 'typed', title: LABELS.typed, choices: typed(text, phones) }
    ];
    return { groups: groups.filter(({ choices }) => choices.length > 0), more: rest.length - shown.length };
}
