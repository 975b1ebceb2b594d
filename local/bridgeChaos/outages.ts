/** What happens around the bridge and is nobody's fault here: each outage for itself, while a rep goes on writing. */
import { setTimeout as wait } from 'node:timers/promises';
import { openPostgres } from '../../services/messaging-bridge/store/postgres.ts';
import type { TestPostgres } from '../../test/postgresForTests.ts';
import type { SmallDisk } from '../../test/smallDisk.ts';
import type { Refusal } from '../org/pubsub/refusals.ts';
import { backUp } from './backups.ts';
import { CLOCK } from './bridgeProcess.ts';
import type { Judged } from './judged.ts';
import { startPlay } from './play.ts';
import type { Play } from './play.ts';

export interface OutageReport extends Judged {
    /** Of each outage: how much was written, and of how much of it the rep was told. */
    readonly outages: readonly { readonly name: string; readonly written: number; readonly told: number }[];
    readonly failed: readonly string[];
}

export interface OutagesOptions {
    readonly seed: number;
    readonly postgres?: TestPostgres;
    /** Where that has its data. */
    readonly disk?: SmallDisk;
    /** How long each lasts. Milliseconds. */
    readonly eachMs: number;
    readonly onOutage?: (name: string, told: number) => void;
}

type Outage = (play: Play, options: OutagesOptions) => Promise<void>;

const ENDS: readonly Refusal[] = ['service.unavailable', 'subscription.internal.error', 'service.auth.error'];

/** Writes all the while. */
async function during(play: Play, ms: number, doing: () => Promise<void> | void = () => undefined): Promise<void> {
    const end = performance.now() + ms;
    while (performance.now() < end) {
        await play.write(6);
        await doing();
        await wait(ms / 20);
    }
}

/** As if three minutes passed, as far as the database tells the time. Its workers and its leader go on living. */
async function threeMinutesLater({ bridges }: Play, url: string | undefined): Promise<void> {
    if (url === undefined) return bridges.forEach((bridge) => bridge.setClockForward());
    const database = openPostgres(url, 1);
    const earlier = (column: string): string => `${column} = ${column} - interval '3 minutes'`;
    await database.query(`update bridge_lanes set ${earlier('due_at')}`);
    await database.query(`update bridge_parts set ${earlier('started_at')}`);
    await database.query(`update bridge_entries set ${earlier('created_at')}, ${earlier('received_at')}`);
    await database.close();
}

const OUTAGES: Readonly<Record<string, Outage>> = {
    async 'nobody is at the address of Genesys Cloud, for an hour as the database tells the time'(play, options) {
        const { eachMs, postgres } = options;
        await play.world.goesDown();
        await during(play, eachMs, () => threeMinutesLater(play, postgres?.url));
        await play.world.comesBack();
        if (postgres !== undefined) return;
        await play.allEnded();
        // Salesforce gives no new token to somebody whose clock is so early.
        for (let left = 6; left > 0; left -= 1) {
            for (const bridge of play.bridges) bridge.setClockBack();
            await wait(500);
        }
    },
    async 'gateways of Genesys Cloud answer 503'(play, { eachMs }) {
        play.world.genesys.faults.next({ kind: 'status', status: 503 }, { times: 100_000 });
        await during(play, eachMs);
        play.world.genesys.faults.clear();
    },
    async 'Genesys Cloud is slow'(play, { eachMs }) {
        play.world.genesys.faults.next({ kind: 'slow', ms: 1_500 }, { times: 100_000 });
        await during(play, eachMs);
        play.world.genesys.faults.clear();
    },
    async 'Genesys Cloud takes no more requests, and says until when, or not'(play, { eachMs }) {
        await during(play, eachMs, () => {
            const headers: Readonly<Record<string, string>> = play.random() < 0.5 ? { 'retry-after': '1' } : {};
            play.world.genesys.faults.next({ kind: 'status', status: 429, headers }, { times: 2 });
        });
        play.world.genesys.faults.clear();
    },
    'tokens of both sides are taken back': (play, { eachMs }) =>
        during(play, eachMs, () => {
            play.world.genesys.endTokens();
            play.world.salesforce.service.revokeTokens();
            play.world.salesforce.stream.recheckTokens();
        }),
    'Salesforce ends the stream': (play, { eachMs }) =>
        during(play, eachMs, () =>
            play.world.salesforce.stream.endStreams(ENDS[Math.floor(play.random() * (ENDS.length + 1))])
        ),
    async 'the database is started anew'(play, { eachMs, postgres }) {
        await during(play, eachMs / 2);
        await postgres?.stop();
        await during(play, eachMs / 2);
        await postgres?.start();
    },
    async 'the disk of the database is full'(play, { disk, eachMs }) {
        await during(play, eachMs, () => disk?.fill());
        if (!play.bridges.some(({ said }) => said.includes('its disk is full. Make room there')))
            throw new Error('No process of the bridge says that the disk is full.');
        disk?.makeRoom();
    },
    async 'a backup is restored'(play, { eachMs, postgres }) {
        await play.stopAll();
        const backup = await backUp(play, postgres?.url);
        await play.startAll();
        await during(play, eachMs / 2);
        await play.allEnded();
        await play.write(12);
        await wait(200);
        await play.stopAll();
        await backup.restore();
        await play.startAll();
        await during(play, eachMs / 2);
    },
    // The last one: Salesforce gives no new token to somebody whose clock is so late.
    async 'the clock is set back by ten minutes'(play, { eachMs }) {
        await during(play, eachMs / 2);
        for (const bridge of play.bridges) bridge.setClockBack();
        await during(play, eachMs / 2);
    }
};

export async function playOutages(options: OutagesOptions): Promise<OutageReport> {
    const { disk, onOutage, postgres, seed } = options;
    const play = await startPlay({
        seed,
        isFirstKilled: true,
        starts: { nodeOptions: [CLOCK] },
        ...(postgres === undefined ? {} : { postgres: postgres.url })
    });
    const outages: { name: string; written: number; told: number }[] = [];
    try {
        for (const [name, happen] of Object.entries(OUTAGES)) {
            if (postgres === undefined && name === 'the database is started anew') continue;
            if (disk === undefined && name === 'the disk of the database is full') continue;
            const before = { written: play.written, told: play.world.told().length };
            await happen(play, options);
            await play.allEnded();
            const told = play.world.told().length - before.told;
            outages.push({ name, written: play.written - before.written, told });
            onOutage?.(name, told);
        }
        await play.end();
        return { ...(await play.judge()), outages };
    } finally {
        await play.close();
    }
}
