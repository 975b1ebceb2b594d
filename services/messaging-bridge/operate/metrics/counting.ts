import type { BridgeLog } from '../log.ts';
import type { Sample, Series } from './series.ts';

/** What this process has done since it started. */
export interface Counting {
    /** The same log, with what it writes counted. */
    readonly log: BridgeLog;
    /** What one batch of the stream brought. */
    read(batch: { readonly events: number; readonly unreadable: number }): void;
    series(): readonly Series[];
}

export function countWhatIsLogged(log: BridgeLog): Counting {
    const settled = createCounter();
    const dropped = createCounter();
    const states = createCounter();
    const refusals = createCounter();
    const [events, unreadable, faults, forgotten] = [
        createCounter(),
        createCounter(),
        createCounter(),
        createCounter()
    ];
    let isLeading = false;
    const startedAt = Date.now() / 1_000;

    return {
        log: {
            ...log,
            settled(entry): void {
                log.settled(entry);
                settled.add({ kind: entry.kind, state: entry.state });
            },
            leading(leads): void {
                log.leading(leads);
                isLeading = leads;
            },
            stream(state): void {
                log.stream(state);
                states.add({ state: state.name });
            },
            dropped(counts): void {
                log.dropped(counts);
                for (const [kind, count] of Object.entries(counts)) dropped.add({ kind }, count);
            },
            forgotten(aside): void {
                log.forgotten(aside);
                forgotten.add({}, aside);
            },
            database(fault): void {
                log.database(fault);
                refusals.add({ code: fault.code });
            },
            fault(error): void {
                log.fault(error);
                faults.add({});
            }
        },
        read(batch): void {
            events.add({}, batch.events);
            unreadable.add({}, batch.unreadable);
        },
        series: () => [
            counter('bridge_events_total', 'Events that Salesforce has told this process.', events),
            counter(
                'bridge_unreadable_events_total',
                'Events that nobody could read; they were set aside.',
                unreadable
            ),
            counter('bridge_dropped_events_total', 'Events that come to nothing by intent, by kind.', dropped),
            counter('bridge_settled_total', 'Entries that this process has ended, by kind and state.', settled),
            counter('bridge_forgotten_total', 'What was set aside and deleted because its time was over.', forgotten),
            counter('bridge_stream_states_total', 'Changes of the stream of Salesforce, by state.', states),
            counter(
                'bridge_database_refusals_total',
                'What the database refused, by its code: each code once a minute.',
                refusals
            ),
            counter('bridge_faults_total', 'Faults of the bridge itself; the log names them.', faults),
            gauge('bridge_leading', '1 where this process follows the stream of Salesforce.', isLeading ? 1 : 0),
            gauge('process_start_time_seconds', 'When this process started, in seconds since 1970.', startedAt),
            gauge('process_resident_memory_bytes', 'Memory that this process has.', process.memoryUsage.rss())
        ]
    };
}

interface Counter {
    add(labels: Readonly<Record<string, string>>, count?: number): void;
    samples(): readonly Sample[];
}

function createCounter(): Counter {
    const counts = new Map<string, { readonly labels: Readonly<Record<string, string>>; value: number }>();
    return {
        add(labels, count = 1): void {
            const key = JSON.stringify(labels);
            const kept = counts.get(key);
            if (kept === undefined) counts.set(key, { labels, value: count });
            else kept.value += count;
        },
        samples: () => [...counts.values()]
    };
}

function counter(name: string, help: string, { samples }: Counter): Series {
    return { name, help, type: 'counter', samples: samples() };
}

export const gauge = (name: string, help: string, value: number): Series => ({
    name,
    help,
    type: 'gauge',
    samples: [{ value }]
});
