/** What happened in one schedule, in its order, as lines to read. */
import type { Evidence } from './evidence.ts';
import { flightOf } from './knowledge.ts';
import type { TaskCommit } from './org/taskTable.ts';
import type { Flight } from './world/network.ts';
import { START } from './world/virtualTime.ts';
import type { Tab } from './world/tabs.ts';

interface Happened {
    readonly at: number;
    readonly what: string;
}

const short = ({ name }: Tab): string => name.replace(/ of .*/, '');

function commits(evidence: Evidence): Happened[] {
    return evidence.log.map((commit) => ({ at: commit.at, what: committed(commit, flightOf(evidence, commit)) }));
}

function committed({ by, change, id, given, changed }: TaskCommit, flight: Flight | undefined): string {
    const who =
        flight === undefined ? by : `${short(flight.tab)} (sent at ${flight.sentAt - START}${answerOf(flight)})`;
    const values = Object.entries(given).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    return `COMMIT ${change} ${id} by ${who}; changed ${changed.join(', ') || 'nothing'}; given ${values.join(', ')}`;
}

function answerOf({ lost, overAt }: Flight): string {
    return lost || overAt === Number.POSITIVE_INFINITY ? ', answer never heard' : '';
}

function failures({ flights, log }: Evidence): Happened[] {
    return flights
        .filter(({ request }) => !log.some((one) => one.request === request))
        .map(({ sentAt, tab, target, failed }) => ({
            at: sentAt,
            what: `not saved: ${short(tab)} wrote ${target}${failed ? ', which did not reach the org' : ', which the org refused'}`
        }));
}

function looks({ lookUps }: Evidence): Happened[] {
    return lookUps.map(({ askedAt, at, heardAt, tab, about, found }) => ({
        at,
        what: `look-up by ${short(tab)} (asked at ${askedAt - START}, ${
            heardAt === Number.POSITIVE_INFINITY ? 'answer never heard' : `heard at ${heardAt - START}`
        }) for ${about.join(', ')}: ${found.join(', ') || 'nothing'}`
    }));
}

function others({ handedOver, asks, restAt }: Evidence): Happened[] {
    return [
        ...handedOver.map(({ at, tab, key, values }) => ({
            at,
            what: `handed over by ${short(tab)} for ${key}: ${JSON.stringify(values)}`
        })),
        ...asks
            .filter(({ how }) => how !== 'atOnce')
            .map(({ at, tab, how, handling }) => ({
                at,
                what: how === 'retry' ? `Try again in ${short(tab)}` : `${short(tab)} heard a step of ${handling?.name}`
            })),
        { at: restAt, what: 'from now on nothing fails any more' }
    ];
}

function tabs({ asks, lookUps, flights }: Evidence): Happened[] {
    const all = new Set([...asks, ...lookUps, ...flights].map(({ tab }) => tab));
    return [...all].flatMap((tab) => [
        ...tab.sleeps.map(({ from }) => ({ at: from, what: `${short(tab)} falls asleep` })),
        ...tab.sleeps.map(({ until }) => ({ at: until, what: `${short(tab)} wakes up` })),
        { at: tab.endedAt, what: `${short(tab)} is gone` }
    ]);
}

function shown({ shown: all, openTabs }: Evidence): string[] {
    return [...all]
        .flatMap(([key, { last, lastUnsaved }]) => [
            ...last.map(
                ({ phase, failure, taskId, doubles }) =>
                    `shown for ${key}: ${[phase, failure, taskId, doubles && `doubles ${doubles.join(', ')}`].filter(Boolean).join(', ')}`
            ),
            ...(lastUnsaved.size === 0 ? [] : [`named as not saved for ${key}: ${[...lastUnsaved].join(', ')}`])
        ])
        .concat(`open at rest: ${openTabs.join(', ')}`);
}

/** Times are milliseconds since the schedule began. */
export function chronicle(evidence: Evidence): string[] {
    const happened = [
        ...commits(evidence),
        ...failures(evidence),
        ...looks(evidence),
        ...others(evidence),
        ...tabs(evidence)
    ].filter(({ at }) => at !== Number.POSITIVE_INFINITY);
    return [
        ...happened
            .sort((a, b) => a.at - b.at)
            .map(({ at, what }) => `${String(Math.round(at - START)).padStart(9)}  ${what}`),
        ...shown(evidence),
        ...evidence.handlings.map(
            ({ name, connectedTime, endedAt, heardBy }) =>
                `${name}: connected at ${connectedTime === undefined ? 'never' : connectedTime - START}, over at ${endedAt === undefined ? 'never' : endedAt - START}, heard by ${[...heardBy].join(', ') || 'nobody'}`
        )
    ];
}
