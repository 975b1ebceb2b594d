import { postgresForTests, postgresPrograms } from '../../test/postgresForTests.ts';
import type { BridgesOptions } from './bridges.ts';
import { measureDecoding } from './decoding.ts';
import type { Decoding } from './decoding.ts';
import { afterOutage, byBridge, byPoster, carried, growth, limited } from './delivering.ts';
import type { Carried, Growth, Heap, HowMany, Limited, Outage } from './delivering.ts';
import { measureImporting } from './importing.ts';
import type { Importing } from './importing.ts';
import { measureReading } from './reading.ts';
import type { Reading } from './reading.ts';
import { measureWakeUps } from './wakeUps.ts';
import type { WakeUps } from './wakeUps.ts';

/** What is not in this project, and measured where somebody has installed it and says where. */
export interface Installed {
    /** Holds salesforce-pubsub-api-client, and underscore, which it needs and does not declare. */
    readonly clientFolder?: string;
    /** Holds pg-boss. */
    readonly bossFolder?: string;
}

export const INSTALLED: Installed = {
    ...folder('clientFolder', process.env['SWITCHBOARD_PUBSUB_CLIENT']),
    ...folder('bossFolder', process.env['SWITCHBOARD_PG_BOSS'])
};

function folder<Name extends string>(name: Name, given: string | undefined): { [Key in Name]?: string } {
    return (given === undefined ? {} : { [name]: given }) as { [Key in Name]?: string };
}

/** The processes that a figure is for, and the conversations that had texts. */
export interface Grown {
    readonly processes: number;
    readonly database: 'postgres' | 'embedded';
    readonly of: readonly Growth[];
}

export interface NotMeasured {
    readonly notMeasured: string;
}

export interface Bridge {
    readonly decoding: Decoding;
    readonly importing: Importing;
    /** Events a second that are read from the stream, and no more. */
    readonly reading: Reading;
    readonly howMany: HowMany;
    readonly carried: Readonly<Record<'postgres' | 'embedded' | 'posts', Carried>> & {
        readonly clientPosts?: Carried;
    };
    /** The same without any time that Genesys Cloud takes: what this machine can do. */
    readonly atOnce: readonly Grown[];
    readonly growth: readonly Grown[];
    readonly outage: Outage;
    readonly limited: readonly Limited[];
    readonly wakeUps: WakeUps;
}

/** How much of everything is measured. */
export interface Amounts extends HowMany {
    readonly read: { readonly events: number; readonly rounds: number };
    readonly importRounds: number;
    /** Heaps, where Genesys Cloud takes no time, and where it takes `answerMs`. */
    readonly atOnce: readonly Heap[];
    readonly growth: readonly Heap[];
    readonly processes: readonly number[];
    readonly outage: number;
    readonly limit: { readonly perMinute: number; readonly texts: number };
    readonly wakeUps: { readonly oneByOne: number; readonly heap: number };
}

const CONVERSATIONS = [1, 4, 16, 100];
/** Linked for each run, so that they are the same wherever they are compared. */
const LINKED = 100;

export const AMOUNTS: Amounts = {
    read: { events: 3_000, rounds: 3 },
    importRounds: 9,
    steady: 80,
    steadyPerSecond: 5,
    heap: 200,
    conversations: 16,
    // An assumption: what a request takes that crosses a continent.
    answerMs: 100,
    atOnce: CONVERSATIONS.map((conversations) => ({ conversations, count: 600 })),
    growth: CONVERSATIONS.map((conversations) => ({ conversations, count: Math.min(1_000, 50 * conversations) })),
    processes: [1, 2, 3],
    outage: 1_500,
    limit: { perMinute: 300, texts: 400 },
    wakeUps: { oneByOne: 100, heap: 1_000 }
};

/** Takes about eight minutes. */
export async function measureBridge(
    { bossFolder, clientFolder }: Installed = INSTALLED,
    amounts: Amounts = AMOUNTS
): Promise<Bridge | NotMeasured> {
    const programs = postgresPrograms();
    if (programs === undefined) return { notMeasured: 'No PostgreSQL for this machine is installed.' };
    const { answerMs } = amounts;
    const client = clientFolder === undefined ? undefined : { clientFolder };
    const onPostgres = async <T>(work: (url: string) => Promise<T>): Promise<T> => {
        const server = await postgresForTests(programs, { syncs: true });
        try {
            return await work(server.url);
        } finally {
            await server.close();
        }
    };
    /** The bridge, on tables of its own. */
    const ours = <T>(processes: number, measure: (options: BridgesOptions) => Promise<T>): Promise<T> =>
        onPostgres((postgres) => measure({ processes, conversations: LINKED, postgres }));
    const embedded = byBridge({ processes: 1, conversations: LINKED });

    async function grown(ms: number, heaps: readonly Heap[]): Promise<Grown[]> {
        const all: Grown[] = [{ processes: 1, database: 'embedded', of: await growth(embedded, ms, heaps) }];
        for (const processes of amounts.processes) {
            const of = await ours(processes, (options) => growth(byBridge(options), ms, heaps));
            all.push({ processes, database: 'postgres', of });
        }
        return all;
    }

    return {
        decoding: await measureDecoding(clientFolder),
        importing: measureImporting(clientFolder, amounts.importRounds),
        reading: await measureReading(amounts.read, onPostgres, client),
        howMany: amounts,
        carried: {
            postgres: await ours(1, (options) => carried(byBridge(options), amounts)),
            embedded: await carried(embedded, amounts),
            posts: await carried(byPoster({ kind: 'posts' }), amounts),
            ...(client && { clientPosts: await carried(byPoster({ kind: 'clientPosts', ...client }), amounts) })
        },
        atOnce: await grown(0, amounts.atOnce),
        growth: await grown(answerMs, amounts.growth),
        outage: await ours(1, (options) => afterOutage(options, answerMs, amounts.outage)),
        // They mostly wait, and do so at the same time.
        limited: await Promise.all(
            [1, 3].map((processes) => ours(processes, (options) => limited(options, amounts.limit)))
        ),
        wakeUps: await onPostgres((url) => measureWakeUps(url, bossFolder, amounts.wakeUps))
    };
}
