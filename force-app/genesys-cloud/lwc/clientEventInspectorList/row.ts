import { LABELS } from './labels.ts';
import { categoryOf, conversationOf } from './filter.ts';
import type { ListedMessage } from './types.ts';

/** One line of the list. */
export interface Row {
    readonly key: string;
    readonly time: string;
    readonly from: string;
    readonly what: string;
    readonly state: string | undefined;
    readonly conversation: string | undefined;
    readonly selected: 'true' | 'false';
    readonly tabIndex: number;
    readonly style: string;
}

const FROM = { phone: LABELS.fromPhone, here: LABELS.fromHere, page: LABELS.fromPage } as const;

/** @param chosen the key of the chosen message; the first can be reached while none is */
export function rowsOf(messages: readonly ListedMessage[], chosen: string | undefined): Row[] {
    const reachable = messages.some(({ key }) => key === chosen) ? chosen : messages[0]?.key;
    return messages.map((one) => ({
        key: one.key,
        // The time of day is what one compares; the date stands in the details.
        time: one.event.receivedAt.slice(11, 23),
        from: FROM[one.from],
        what: [one.event.type, categoryOf(one)].filter(Boolean).join(' '),
        state: stateOf(one),
        conversation: conversationOf(one)?.slice(0, 8),
        selected: one.key === chosen ? 'true' : 'false',
        tabIndex: one.key === reachable ? 0 : -1,
        style: `row from-${one.from} type-${one.event.type.toLowerCase()}`
    }));
}

function stateOf({ event }: ListedMessage): string | undefined {
    if (event.type === 'Interaction') return event.interaction?.state;
    return event.type === 'Unknown' ? event.reason : undefined;
}
