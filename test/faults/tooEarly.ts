/** Nothing is written before the moment that the admin wants, and the phone's Task is awaited. */
import { wasDeleted } from './handlingCase.ts';
import type { Case } from './handlingCase.ts';
import { flightOf } from './knowledge.ts';
import { FOLLOW_SECONDS } from './org/setUp.ts';
import type { TaskCommit } from './org/taskTable.ts';

/** A call that no page of a browser hears for so long, in milliseconds, is taken for ended: also by one whose phone tells it later. */
const UNHEARD_MS = 30_000;

export function tooEarly(one: Case): string[] {
    const { evidence, handling, log } = one;
    const { clockJumped, profile } = evidence;
    const ended = handling.endedAt ?? Number.POSITIVE_INFINITY;
    const first = log.find(({ by }) => by === 'page');
    const made = log.find(({ by, change }) => by === 'page' && change === 'create');
    if (clockJumped || wasDeleted(log) || isTakenForEnded(one, first)) return [];
    if (profile['write-when'] !== 'eachStep' && first !== undefined && first.at < ended) {
        return [`${handling.name}: was written before it was over`];
    }
    return profile['write-mode'] === 'follow' && made !== undefined && made.at < ended + FOLLOW_SECONDS * 1_000
        ? [`${handling.name}: got a Task before the phone's was awaited`]
        : [];
}

function isTakenForEnded({ evidence, handling }: Case, first: TaskCommit | undefined): boolean {
    const { sentAt = 0, tab: writer } = (first && flightOf(evidence, first)) ?? {};
    const heard = evidence.asks.filter((ask) => ask.handling === handling && ask.tab.device === writer?.device);
    const isUnheard = (from: number): boolean =>
        heard.every(
            ({ at: since, tab }) =>
                since >= from + UNHEARD_MS ||
                tab.endedAt <= from ||
                tab.sleeps.some((sleep) => sleep.from <= from && sleep.until >= from + UNHEARD_MS)
        );
    return heard
        .flatMap(({ tab }) => [tab.endedAt, ...tab.sleeps.map(({ from }) => from)])
        .some((from) => from + UNHEARD_MS <= sentAt && isUnheard(from));
}
