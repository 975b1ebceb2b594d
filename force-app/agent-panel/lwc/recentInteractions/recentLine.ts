import type { RecentInteraction } from 'c/agentDesk';
import { fill } from 'c/labelText';
import { timeOfDay } from 'c/timeWords';
import { LABELS } from './labels.ts';

/** One conversation that is over, as the agent reads it. */
export interface RecentLine {
    readonly key: string;
    readonly name: string;
    readonly about: string;
    readonly icon: string;
    readonly missed: boolean;
    readonly number?: string;
    readonly recordId?: string;
    readonly callBack: string;
}

function outcomeWords({ direction, outcome }: RecentInteraction): string {
    if (outcome === 'missed') return LABELS.missed;
    if (outcome === 'notReached') return LABELS.notReached;
    if (!direction) return LABELS.handled;
    return direction === 'inbound' ? LABELS.inbound : LABELS.outbound;
}

function iconOf({ direction, outcome }: RecentInteraction): string {
    if (outcome === 'missed') return 'utility:missed_call';
    return direction === 'outbound' ? 'utility:outbound_call' : 'utility:incoming_call';
}

/** @param now milliseconds since 1970 */
export function recentLine(recent: RecentInteraction, now: number): RecentLine {
    const { endedAt, key, number, outcome, record } = recent;
    const name = record?.name ?? recent.name ?? number ?? LABELS.unknown;
    return {
        key,
        name,
        about: `${outcomeWords(recent)} · ${timeOfDay(endedAt, now)}`,
        icon: iconOf(recent),
        missed: outcome === 'missed',
        callBack: fill(LABELS.callBack, name),
        ...(number === undefined ? {} : { number }),
        ...(record === undefined ? {} : { recordId: record.id })
    };
}
