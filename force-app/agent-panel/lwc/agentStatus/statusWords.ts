import type { AgentPresence, NamedStatus } from 'c/agentDesk';
import { LABELS } from './labels.ts';

const STATUSES: Readonly<Record<string, string>> = {
    on_queue: LABELS.onQueue,
    available: LABELS.available,
    break: LABELS.breakTime,
    meal: LABELS.meal,
    training: LABELS.training,
    meeting: LABELS.meeting,
    busy: LABELS.busy,
    away: LABELS.away,
    off_queue: LABELS.offQueue,
    out_of_office: LABELS.outOfOffice
};

const ROUTING: Readonly<Record<string, string>> = { idle: LABELS.routingIdle, off_queue: LABELS.routingOff };

function worded(words: Readonly<Record<string, string>>, word: string): string {
    const key = word.toLowerCase();
    return Object.hasOwn(words, key) ? String(words[key]) : word.replaceAll('_', ' ').toLowerCase();
}

function same(a: string | undefined, b: string): boolean {
    return a !== undefined && a.toLowerCase() === b.toLowerCase();
}

/** The admin's name for what the phone tells; undefined where no admin named it. */
export function namedStatus(
    { status, statusId }: AgentPresence,
    statuses: readonly NamedStatus[]
): NamedStatus | undefined {
    const byId = statuses.find((one) => same(statusId, one.status));
    return byId ?? statuses.find((one) => same(status, one.status));
}

/** The status as an agent reads it; undefined while the phone has told none. */
export function statusWords(presence: AgentPresence, statuses: readonly NamedStatus[]): string | undefined {
    const { status, subStatus } = presence;
    const name = namedStatus(presence, statuses)?.name ?? (status ? worded(STATUSES, status) : undefined);
    return name && subStatus && !same(subStatus, name) ? `${name} (${subStatus})` : name;
}

/** Whether conversations are offered; undefined while the phone has not told. */
export function routingWords({ routingStatus }: AgentPresence): string | undefined {
    return routingStatus ? worded(ROUTING, routingStatus) : undefined;
}
