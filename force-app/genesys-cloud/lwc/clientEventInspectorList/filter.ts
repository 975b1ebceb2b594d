import { EVENTS } from 'c/clientEventCatalogue';
import type { ListedMessage } from './types.ts';

/** Empty texts filter nothing. */
export interface Filter {
    readonly type: string;
    readonly category: string;
    readonly conversation: string;
    readonly text: string;
}

export const NO_FILTER: Filter = { type: '', category: '', conversation: '', text: '' };

export interface Option {
    readonly label: string;
    readonly value: string;
}

export function matching(messages: readonly ListedMessage[], filter: Filter): readonly ListedMessage[] {
    const words = filter.text.trim().toLowerCase();
    return messages.filter(
        (one) =>
            (filter.type === '' || one.event.type === filter.type) &&
            (filter.category === '' || categoryOf(one) === filter.category) &&
            (filter.conversation === '' || conversationOf(one) === filter.conversation) &&
            (words === '' || one.text.includes(words))
    );
}

export function categoryOf({ event }: ListedMessage): string | undefined {
    if (event.type === 'ActionEcho') return event.state ?? event.action;
    return 'category' in event ? event.category : undefined;
}

export function conversationOf({ event }: ListedMessage): string | undefined {
    if (event.type === 'UserAction') return undefined;
    if ('id' in event) return event.id;
    return 'interactionId' in event ? event.interactionId : undefined;
}

/** Every type of the contract, whether it was seen or not. */
export function typeOptions(all: string): Option[] {
    return options(all, [...new Set(EVENTS.map(({ type }) => type))]);
}

/** The categories of the contract and those that were seen. */
export function categoryOptions(all: string, type: string, messages: readonly ListedMessage[]): Option[] {
    const known = EVENTS.filter((row) => type === '' || row.type === type).flatMap(({ category }) => category ?? []);
    const seen = messages
        .filter(({ event }) => type === '' || event.type === type)
        .flatMap((one) => categoryOf(one) ?? []);
    return options(all, [...new Set([...known, ...seen])]);
}

/** Newest first. */
export function conversationOptions(all: string, messages: readonly ListedMessage[]): Option[] {
    return options(all, [...new Set(messages.flatMap((one) => conversationOf(one) ?? []))]);
}

function options(all: string, values: readonly string[]): Option[] {
    return [{ label: all, value: '' }, ...values.map((value) => ({ label: value, value }))];
}
