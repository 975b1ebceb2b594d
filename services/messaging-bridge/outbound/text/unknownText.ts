import type { UnknownContent } from '../content/content.ts';
import { lines } from './lines.ts';

/** Members whose text is meant to be read, in the order in which they are shown. */
const READABLE = ['title', 'subTitle', 'text', 'message', 'description', 'url', 'assetUrl'];

/** More than any real message has; what is hostile is cut here. */
const MOST_LINES = 100;

function texts(value: unknown, found: string[]): void {
    if (typeof value !== 'object' || value === null || found.length >= MOST_LINES) return;
    if (Array.isArray(value)) {
        for (const item of value) texts(item, found);
        return;
    }
    const members = new Map<string, unknown>(Object.entries(value));
    for (const name of READABLE) {
        const text = members.get(name);
        if (typeof text === 'string' && found.length < MOST_LINES) found.push(text);
    }
    for (const member of members.values()) texts(member, found);
}

/** What can be read in a message of a kind that is not known. Empty where there is nothing. */
export function unknownText({ raw }: UnknownContent): string {
    const found: string[] = [];
    texts(raw, found);
    return lines(...found);
}
