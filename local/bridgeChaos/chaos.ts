/** Kills and pauses processes of the bridge while it works, and reads at Genesys Cloud what came of it. */
import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { setLink } from '../../services/messaging-bridge/store/links.ts';
import { openStore } from '../../services/messaging-bridge/store/store.ts';
import { createRandomNumbers } from '../../test/faults/world/randomNumbers.ts';
import { startBridge } from './bridgeProcess.ts';
import type { BridgeProcess } from './bridgeProcess.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

export interface ChaosOptions {
    /** Processes that are killed. */
    readonly kills: number;
    readonly seed: number;
    /** PostgreSQL for three processes; otherwise the embedded database, and one process. */
    readonly postgres?: string;
    /** Stops the leader for so long, once. Milliseconds. */
    readonly pauseMs?: number;
    readonly onKill?: (number: number) => void;
}

export interface ChaosReport {
    readonly written: number;
    readonly arrived: number;
    /** Neither arrived nor told to the rep. */
    readonly lost: readonly string[];
    readonly doubled: readonly string[];
    /** Arrived after one that was written later in the same conversation. */
    readonly outOfOrder: readonly string[];
    /** Told to the rep as not delivered, or perhaps not, though it arrived. */
    readonly toldThoughArrived: number;
    readonly told: number;
    readonly failed: readonly string[];
    readonly ms: number;
}

const CONVERSATIONS = 6;
const EACH_ROUND = 24;
const LONGEST_MS = 60_000;
const GREETING = 'good morning';

export async function playChaos(options: ChaosOptions): Promise<ChaosReport> {
    const { kills, onKill, pauseMs, postgres, seed } = options;
    const random = createRandomNumbers(seed);
    const database = postgres === undefined ? { folder: 'data' } : { postgres: { file: 'database' } };
    const world = await createWorld(database, random, 40);
    const started = performance.now();
    const bridges: BridgeProcess[] = [];
    try {
        await link(world, postgres);
        for (let at = 0; at < (postgres === undefined ? 1 : 3); at += 1)
            bridges.push(await startBridge(world.configurationFile));
        await until(() => bridges.some(({ isLeading }) => isLeading), 'a leader');
        // A first start hears what is published from then on: whether it has begun, only an event tells.
        const greeting = setInterval(() => world.writes('conversation-0', 'greeting', GREETING), 100);
        await until(() => world.arrived().length > 0, 'the greeting').finally(() => clearInterval(greeting));
        let written = 0;
        const write = (): void => {
            const conversation = `conversation-${written % CONVERSATIONS}`;
            world.writes(conversation, `entry-${written}`, `text ${written} in ${conversation}`);
            written += 1;
        };
        for (let number = 1; number <= kills; number += 1) {
            for (let at = 0; at < EACH_ROUND; at += 1) {
                write();
                if (random() < 0.3) await wait(random() * 20);
            }
            await wait(random() * 400);
            const place = Math.floor(random() * bridges.length);
            const paused = pauseMs !== undefined && number === Math.ceil(kills / 2) ? leaderOf(bridges) : undefined;
            paused?.pause();
            await bridges[place]?.kill();
            bridges[place] = await startBridge(world.configurationFile);
            if (paused !== undefined && pauseMs !== undefined) {
                await wait(pauseMs);
                paused.goOn();
            }
            onKill?.(number);
        }
        const ended = (): number => new Set([...world.told(), ...world.arrived().map(entryOf)]).size - 1;
        await until(() => ended() >= written, 'the end of all texts').catch(() => undefined);
        // What was given up on may come yet: it would be a double, or out of order.
        await wait(3_000);
        const failed = bridges.filter(({ hasFailed }) => hasFailed).map(({ said }) => said.slice(-500));
        await Promise.all(bridges.map((bridge) => bridge.stop()));
        return { ...judged(world, written), failed, ms: performance.now() - started };
    } finally {
        await Promise.all(bridges.map((bridge) => bridge.kill()));
        await world.close();
    }
}

/** Each conversation of Salesforce goes on in one of the two at Genesys Cloud. */
async function link(world: World, postgres: string | undefined): Promise<void> {
    if (postgres !== undefined) writeFileSync(`${world.folder}/database`, postgres, { mode: 0o600 });
    const database = await openStore(postgres === undefined ? { folder: `${world.folder}/data` } : { url: postgres });
    for (let at = 0; at < CONVERSATIONS; at += 1) {
        const there = world.conversations[at % world.conversations.length];
        if (there !== undefined)
            await setLink(database, `conversation-${at}`, {
                topology: 'genesysChannel',
                messenger: 'other',
                customer: 'edna',
                conversationId: there.id,
                communicationId: there.communicationId
            });
    }
    await database.close();
}

const leaderOf = (bridges: readonly BridgeProcess[]): BridgeProcess | undefined =>
    bridges.find(({ isLeading }) => isLeading);

const numberOf = (text: string): number => Number(/^text (\d+) in/.exec(text)?.[1]);
const entryOf = (text: string): string => `entry-${numberOf(text)}`;

/** What the log of Genesys Cloud says; it shares nothing with the bridge. */
function judged(world: World, written: number): Omit<ChaosReport, 'failed' | 'ms'> {
    const arrived = world.arrived().filter((text) => text !== GREETING);
    const told = new Set(world.told());
    const entries = arrived.map(entryOf);
    const outOfOrder: string[] = [];
    const last = new Map<string, number>();
    for (const text of arrived) {
        const [, conversation = ''] = text.split(' in ');
        const number = numberOf(text);
        if (number < (last.get(conversation) ?? -1)) outOfOrder.push(text);
        last.set(conversation, Math.max(number, last.get(conversation) ?? -1));
    }
    const all = Array.from({ length: written }, (_, number) => `entry-${number}`);
    return {
        written,
        arrived: arrived.length,
        told: told.size,
        lost: all.filter((entry) => !entries.includes(entry) && !told.has(entry)),
        doubled: entries.filter((entry, at) => entries.indexOf(entry) !== at),
        outOfOrder,
        toldThoughArrived: entries.filter((entry) => told.has(entry)).length
    };
}

async function until(isSo: () => boolean, what: string): Promise<void> {
    const end = performance.now() + LONGEST_MS;
    while (!isSo()) {
        if (performance.now() > end) throw new Error(`Waited too long for ${what}.`);
        await wait(20);
    }
}
