import type { BridgeStatus } from '../status/bridgeStatus.ts';
import { isAlive } from '../status/findings.ts';
import { gauge } from './counting.ts';
import type { Sample, Series } from './series.ts';

/** What the database says: the same from every process. */
export function statusSeries({ aside, delivered, leader, processes, stream, waiting }: BridgeStatus): Series[] {
    const alive = processes.filter(isAlive);
    const seconds = (name: string, help: string, ms: number | undefined): Series[] =>
        ms === undefined ? [] : [gauge(name, help, ms / 1_000)];
    return [
        gauges(
            'bridge_waiting_entries',
            'Entries that have not ended, by kind.',
            Object.entries(waiting.byKind).map(([kind, value]) => ({ labels: { kind }, value }))
        ),
        gauge('bridge_waiting_conversations', 'Conversations in which something waits.', waiting.conversations),
        gauge('bridge_oldest_waiting_seconds', 'How long the oldest has waited.', (waiting.oldestMs ?? 0) / 1_000),
        gauge('bridge_delivered_last_minute', 'Entries that were delivered in the last minute.', delivered.lastMinute),
        gauges('bridge_delivery_seconds', 'From its arrival here to its delivery, of what the last minute delivered.', [
            ...quantile('0.5', delivered.p50Ms),
            ...quantile('0.99', delivered.p99Ms)
        ]),
        gauges(
            'bridge_set_aside',
            'What was set aside for somebody to look at, by kind and state.',
            aside.map(({ count, kind = 'event', state }) => ({ labels: { kind, state }, value: count }))
        ),
        ...seconds(
            'bridge_behind_seconds',
            'How long the last event had been published when it was read.',
            stream.behindMs
        ),
        ...seconds('bridge_stream_read_age_seconds', 'How long ago something was read.', stream.storedAgoMs),
        gauge('bridge_processes', 'Processes that give a sign of life.', alive.length),
        gauge('bridge_has_leader', '1 where some process follows the stream.', (leader?.leadsForMs ?? 0) > 0 ? 1 : 0),
        gauges(
            'bridge_resting_processes',
            'Processes that a service did not answer several times in a row.',
            (['Genesys Cloud', 'Salesforce'] as const).map((service) => ({
                labels: { service },
                value: alive.filter(({ resting = [] }) => resting.includes(service)).length
            }))
        )
    ];
}

const gauges = (name: string, help: string, samples: readonly Sample[]): Series => ({
    name,
    help,
    type: 'gauge',
    samples
});

const quantile = (which: string, ms: number | undefined): Sample[] =>
    ms === undefined ? [] : [{ labels: { quantile: which }, value: ms / 1_000 }];
