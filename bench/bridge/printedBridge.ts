import { row } from '../aims.ts';
import type { AimRow } from '../aims.ts';
import type { Measured } from '../measuring/summed.ts';
import type { Delivered } from './arrivals.ts';
import type { Bridge, Grown, NotMeasured } from './bridge.ts';
import type { Imported } from './importing.ts';
import type { WakeUp } from './wakeUps.ts';

type Carriers = Bridge['carried'];

const figure = ({ median, spread }: Measured): string => `${median} (${spread.join(' to ')})`;
const NO_CLIENT = 'not measured: SWITCHBOARD_PUBSUB_CLIENT names no folder with salesforce-pubsub-api-client';
const NO_BOSS = 'not measured: SWITCHBOARD_PG_BOSS names no folder with pg-boss';

export function printedBridge(bridge: Bridge | NotMeasured): string[] {
    if ('notMeasured' in bridge) return [`The messaging bridge: not measured. ${bridge.notMeasured}`];
    const { atOnce, carried, decoding, growth, howMany, importing, limited, outage, reading, wakeUps } = bridge;
    const { answerMs, conversations, heap, steady, steadyPerSecond } = howMany;
    return [
        `Decoding one event of the messaging bridge, ${decoding.bytes} bytes of Avro: microseconds of the processor`,
        `    ours, every rule checked:           ${figure(decoding.ours)}`,
        `    the same Avro and JSON.parse:       ${figure(decoding.unchecked)}`,
        `    as salesforce-pubsub-api-client:    ${decoding.client === undefined ? NO_CLIENT : figure(decoding.client)}`,
        'Import of the messaging bridge: milliseconds, of these of the processor, and MiB of the machine after it',
        `    ours, with PostgreSQL:              ${imported(importing.ours)}`,
        `    salesforce-pubsub-api-client:       ${importing.client === undefined ? NO_CLIENT : imported(importing.client)}`,
        `    gRPC alone:                         ${imported(importing.grpc)}`,
        'Events a second from the stream, with nothing delivered',
        `    decoded, and no more:               ${figure(reading.decodes)}`,
        `    kept in PostgreSQL, with its disk:  ${figure(reading.postgres)}`,
        `    kept in the embedded database:      ${figure(reading.embedded)}`,
        `    salesforce-pubsub-api-client:       ${reading.clientDecodes === undefined ? NO_CLIENT : figure(reading.clientDecodes)}`,
        `A rep's text from its event to Genesys Cloud, which takes ${answerMs} ms to answer; ${conversations} conversations`,
        `    ${steady} texts, ${steadyPerSecond} a second: milliseconds, median and 99th percentile; ${heap} at once: texts a second`,
        ...(Object.keys(CARRIERS) as (keyof Carriers)[]).map(
            (name) => `    ${CARRIERS[name].padEnd(46)} ${carriedBy(carried, name)}`
        ),
        'Texts a second of a heap, by processes and conversations, where Genesys Cloud answers at once',
        ...atOnce.map(grown),
        `The same where it takes ${answerMs} ms`,
        ...growth.map(grown),
        `After an outage, ${outage.texts} texts: ${outage.seconds} s from the start of the program = ${outage.perSecond} a second, with ${outage.delivered.requests} requests to Genesys Cloud`,
        ...limited.map(
            ({ delivered, processes, requestsPerMinute, texts }) =>
                `Where Genesys Cloud takes ${requestsPerMinute} requests a minute, ${processes} processes: ${texts} texts in ${delivered.seconds} s, with ${delivered.requests} requests${faults(delivered)}`
        ),
        'Work that waits in PostgreSQL, from its commit to its begin: milliseconds; then things a second of a heap',
        `    the bridge's lanes:                 ${woken(wakeUps.lanes)}`,
        `    pg-boss, key_strict_fifo, notify:   ${wakeUps.boss === undefined ? NO_BOSS : woken(wakeUps.boss)}`
    ];
}

const CARRIERS: Readonly<Record<keyof Carriers, string>> = {
    postgres: 'the bridge, PostgreSQL:',
    embedded: 'the bridge, embedded database:',
    posts: 'one awaited POST for each event, nothing kept:',
    clientPosts: 'the same by salesforce-pubsub-api-client:'
};

const imported = ({ mebibytes, ms, processorMs }: Imported): string =>
    `${figure(ms)}, ${figure(processorMs)}, ${figure(mebibytes)}`;

function carriedBy(carried: Carriers, name: keyof Carriers): string {
    const one = carried[name];
    if (one === undefined) return NO_CLIENT;
    return `${one.steady.p50}, ${one.steady.p99}; ${one.heap.perSecond}${faults(one.steady)}${faults(one.heap)}`;
}

const grown = ({ database, of, processes }: Grown): string =>
    `    ${processes} ${database}: ${of.map(({ conversations, delivered }) => `${conversations} conversations ${delivered.perSecond}${faults(delivered)}`).join(', ')}`;

const woken = ({ outOfOrder, p50, p99, perSecond }: WakeUp): string =>
    `${p50}, ${p99}; ${perSecond}; ${outOfOrder} out of order`;

/** What must not be, where it was. */
function faults({ doubled, lost, outOfOrder }: Delivered): string {
    const all = Object.entries({ lost, doubled, 'out of order': outOfOrder }).filter(([, count]) => count > 0);
    return all.map(([what, count]) => `, ${count} ${what}`).join('');
}

export function bridgeAims(bridge: Bridge | NotMeasured): AimRow[] {
    if ('notMeasured' in bridge) return [];
    const { atOnce, carried, decoding, growth, importing, limited, outage } = bridge;
    const ours = [carried.postgres, carried.embedded];
    const runs = [
        ...ours.flatMap(({ heap, steady }) => [heap, steady]),
        ...[...atOnce, ...growth].flatMap(({ of }) => of.map(({ delivered }) => delivered)),
        ...limited.map(({ delivered }) => delivered),
        outage.delivered
    ];
    const wrong = runs.reduce((sum, { doubled, lost, outOfOrder }) => sum + doubled + lost + outOfOrder, 0);
    const faster = carried.postgres.heap.perSecond / carried.posts.heap.perSecond;
    return [
        ...(decoding.besideClient === undefined
            ? []
            : [
                  row(
                      'decoding an event, beside the client',
                      decoding.besideClient.median,
                      { least: 1.1 },
                      'times as fast'
                  )
              ]),
        ...(importing.besideClient === undefined
            ? []
            : [
                  row(
                      'bridge import, beside the client',
                      importing.besideClient.ms.median,
                      { most: 0.4 },
                      'times as long'
                  ),
                  row('its memory', importing.besideClient.mebibytes.median, { most: 0.75 }, 'times as much')
              ]),
        row('bridge catch-up, beside one awaited POST', Number(faster.toFixed(2)), { least: 5 }, 'times as fast'),
        row('texts lost, doubled or out of order', wrong, { most: 0 }, 'texts')
    ];
}
