import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { readSecret } from '@switchboard/genesys-api';
import { startWorkers } from '../delivery/workers.ts';
import { repWrites } from '../genesys/repWrites.ts';
import { createTyping } from '../genesys/typing.ts';
import { followNotifications } from '../notifications/followNotifications.ts';
import { onceFree } from '../store/onceFree.ts';
import { retentionOf } from '../store/retention.ts';
import { openStore } from '../store/store.ts';
import { tidy } from '../store/tidy.ts';
import type { BridgeConfiguration } from './configuration.ts';
import { createCatchUp } from './catchUp.ts';
import { createDatabaseRefusals } from './databaseRefusals.ts';
import { startControl } from './control/controlServer.ts';
import { deliveriesOf } from './deliveries.ts';
import { genesysOf } from './genesysOf.ts';
import type { BridgeLog } from './log.ts';
import type { Place } from './place.ts';
import { countWhatIsLogged } from './metrics/counting.ts';
import { showPresence } from './presence.ts';
import { startSampling } from './sampling.ts';
import { salesforceOf } from './salesforceOf.ts';
import { statusPaths } from './serving/statusPaths.ts';
import { startStatusServer } from './serving/statusServer.ts';
import { wayBack } from './wayBack.ts';

export interface RunOptions extends Place {
    readonly configuration: BridgeConfiguration;
    readonly log: BridgeLog;
}

export interface RunningBridge {
    /** Where its status is served. */
    readonly statusUrl?: string;
    /** Asks Salesforce for nothing more, ends what has been started, and lets other processes go on. */
    stop(): Promise<void>;
}

const LEADS_MS = 10_000;
const WORKS_MS = 10_000;
const HOUR_MS = 3_600_000;
/** A command that was asked before has the folder of the embedded database for some seconds. */
const COMMAND_ENDS_MS = 10_000;

/** One process of the bridge: it follows the stream if no other one does, and delivers. Throws where it cannot start. */
export async function runBridge(options: RunOptions): Promise<RunningBridge> {
    const { configuration, env, folder } = options;
    const counting = countWhatIsLogged(options.log);
    const { log } = counting;
    const {
        conversationsAtOnce,
        database: place,
        keepDays,
        maxAgeHours,
        mostWaiting,
        showsWithinSeconds,
        status
    } = configuration;
    const name = randomUUID();
    const salesforce = salesforceOf(configuration, options);
    const genesys = genesysOf(configuration, options);
    const refusals = createDatabaseRefusals((fault) => log.database(fault));
    const database = refusals.watched(
        await ('postgres' in place
            ? openStore({ url: readSecret(place.postgres, env, folder), connections: conversationsAtOnce + 4 })
            : onceFree(() => openStore({ folder: path.resolve(folder, place.folder) }), COMMAND_ENDS_MS))
    );
    const back = wayBack({ ...options, log, database, genesys, service: salesforce.service });
    const { topic } = salesforce;
    let isStopping = false;
    const served =
        status &&
        (await startStatusServer({
            ...status,
            paths: statusPaths({ database, topic, counting, isStopping: () => isStopping, toMend: refusals.toMend }),
            onFault: (error) => log.fault(error)
        }));
    const openSender = repWrites(configuration.reps);
    const deliveries = deliveriesOf({ configuration, database, genesys, salesforce, back, openSender });

    const webhook = await back.listen();
    const workers = await startWorkers({
        database,
        name,
        lanes: conversationsAtOnce,
        urgentLanes: 2,
        leaseMs: WORKS_MS,
        senderOf: deliveries.senderOf,
        breakerOf: deliveries.breakerOf,
        maxAgeMs: maxAgeHours * HOUR_MS,
        settleMs: showsWithinSeconds * 1_000,
        firstWaitMs: 500,
        unbrokenSince: database.unbrokenSince,
        onSettled: ({ kind, seq }, state) => log.settled({ entry: seq, kind, state }),
        onFault: (error) => log.fault(error)
    });
    const catchUp = createCatchUp({ log });
    const presence = showPresence({
        database,
        name,
        topic,
        isLeading: () => following.isLeading,
        resting: deliveries.resting
    });
    const endSampling = startSampling({ database, topic, isLeading: () => following.isLeading });
    const notifications = followNotifications({
        database,
        genesys,
        channels: configuration.channels,
        reps: configuration.reps,
        tellTyping: back.tellTyping,
        onState: (state) => log.notifications(state),
        onFault: (error) => log.fault(error)
    });
    const showTyping = createTyping({
        database,
        genesys,
        openSender,
        now: salesforce.now,
        onFault: (error) => log.fault(error)
    });
    const following = salesforce.follow({
        database,
        name,
        mostWaiting,
        leaseMs: LEADS_MS,
        onLeading(isLeading): void {
            log.leading(isLeading);
            notifications.lead(isLeading);
        },
        onState(state): void {
            log.stream(state);
            presence.stream(state);
        },
        onRead(read): void {
            log.dropped(read.dropped);
            counting.read(read);
            catchUp.read(read);
        },
        onTyping: (said) => void showTyping(said)
    });
    const forgetting = setInterval(() => {
        if (!following.isLeading) return;
        tidy(database, retentionOf(keepDays)).then(
            ({ aside }) => aside > 0 && log.forgotten(aside),
            (error: unknown) => log.fault(error)
        );
    }, HOUR_MS);

    const control =
        'folder' in place &&
        (await startControl({ database, topic }, path.resolve(folder, place.folder), (error) => log.fault(error)));

    return {
        ...(served === undefined ? {} : { statusUrl: served.url }),
        async stop(): Promise<void> {
            isStopping = true;
            clearInterval(forgetting);
            await webhook?.close();
            if (control) await control.close();
            await following.close();
            await presence.close();
            await endSampling();
            await notifications.close();
            await workers.drain();
            await served?.close();
            await database.close();
        }
    };
}
