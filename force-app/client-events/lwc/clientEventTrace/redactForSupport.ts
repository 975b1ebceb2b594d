import type { ClientEvent } from 'c/clientEventCodec';
import { MEMBERS, isKnownWord } from './knownWords.ts';

export interface SupportMessage {
    /** ISO 8601. */
    readonly receivedAt: string;
    /** Who said it: the phone, this page's own tool, or something else on the page. */
    readonly from: 'phone' | 'here' | 'page';
    readonly message: unknown;
    readonly event: ClientEvent;
}

const WORDS_TOLD = ['category', 'action', 'state', 'direction', 'recordingState', 'status'] as const;
const DEEPEST = 4;

/**
 * One line of JSON for each message, to be sent to support: when, who, which words of the contract, which members, and
 * what was made of it. No value of the message but words of the contract; conversations are numbered.
 */
export function redactForSupport(messages: readonly SupportMessage[]): string {
    const numbers = new Map<string, number>();
    const begin = Date.parse(messages[0]?.receivedAt ?? '');
    return messages.map((one) => JSON.stringify(lineOf(one, begin, numbers))).join('\n');
}

function lineOf(
    { event, from, message, receivedAt }: SupportMessage,
    begin: number,
    numbers: Map<string, number>
): object {
    const members = new Set<string>();
    const words: Record<string, string> = {};
    const others = collect(message, 0, members, words);
    const id = 'id' in event && typeof event.id === 'string' ? event.id : undefined;
    if (id !== undefined && !numbers.has(id)) numbers.set(id, numbers.size + 1);
    return {
        afterMs: Date.parse(receivedAt) - begin,
        from,
        type: event.type,
        ...words,
        ...(id === undefined ? {} : { conversation: numbers.get(id) }),
        members: [...members],
        ...(others > 0 ? { otherMembers: others } : {}),
        ...(event.type === 'Interaction' && event.inferred ? { inferred: true } : {}),
        ...(event.type === 'Interaction' && event.oddFields ? { notUnderstood: event.oddFields } : {}),
        // A reason may quote a word of the message.
        ...(event.type === 'Unknown' ? { reason: event.reason.replaceAll(/"[^"]*"/g, '"…"') } : {})
    };
}

/** Fills in the contract's members and words; answers how many other members there are. */
function collect(value: unknown, depth: number, members: Set<string>, words: Record<string, string>): number {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > DEEPEST) return 0;
    let others = 0;
    for (const [name, held] of Object.entries(value)) {
        if (!MEMBERS.has(name)) {
            others += 1;
            continue;
        }
        members.add(name);
        const told = WORDS_TOLD.find((word) => word === name);
        if (told && typeof held === 'string' && isKnownWord(told, held)) words[told] = held;
        if (name === 'old') continue;
        // What is inside participant data is not the contract's, whatever its name.
        others += name === 'attributes' ? countOf(held) : collect(held, depth + 1, members, words);
    }
    return others;
}

function countOf(value: unknown): number {
    return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}
