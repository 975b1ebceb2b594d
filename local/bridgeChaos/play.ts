/** The bridge in processes of its own, in a world in which a rep writes; what came of it is read in that world. */
import { setTimeout as wait } from 'node:timers/promises';
import { createRandomNumbers } from '../../test/faults/world/randomNumbers.ts';
import { startBridge } from './bridgeProcess.ts';
import type { BridgeOptions, BridgeProcess } from './bridgeProcess.ts';
import { endedEntries, entryName, judged, textOf } from './judged.ts';
import type { Happened, Judged } from './judged.ts';
import { link } from './playDatabase.ts';
import { createRoutingWorld } from './routing/routingWorld.ts';
import type { RoutingWorld } from './routing/routingWorld.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';
import { whereabouts } from './whereabouts.ts';

export interface PlayOptions {
    readonly seed: number;
    /** PostgreSQL for three processes; otherwise the embedded database, and one process. */
    readonly postgres?: string;
    /** Share of the requests to Genesys Cloud, and of the calls about routing, that go wrong. */
    readonly badShare?: number;
    /** Whoever follows the stream first is killed before it has brought anything. */
    readonly isFirstKilled?: boolean;
    /** How much will be written, about: 480 unless given. */
    readonly messages?: number;
    /** Of the bridge's processes. */
    readonly starts?: BridgeOptions;
}

export interface Play {
    readonly world: World;
    readonly routing: RoutingWorld;
    readonly random: () => number;
    readonly bridges: BridgeProcess[];
    readonly written: number;
    /** What has come to an end: arrived, or told to the rep. */
    readonly ended: number;
    /** The rep writes so many texts, in all conversations in turn. */
    write(count: number): Promise<void>;
    /** The process that follows the stream; waits for it. */
    leader(): Promise<BridgeProcess>;
    /** Another one in the place of one that has ended. */
    restart(place: number): Promise<void>;
    /** As an operator does, by SIGTERM; all processes. */
    stopAll(): Promise<void>;
    startAll(): Promise<void>;
    /** Waits until all that was written has come to an end, as long as something still does within two: nothing rests longer than one. */
    allEnded(): Promise<void>;
    /** Waits for that, and for what may come later. */
    end(): Promise<void>;
    /** Stops the processes as an operator does, and judges. `failed`: what those said last that ended unasked. */
    judge(): Promise<Judged & { readonly failed: readonly string[] }>;
    /** From now on such a share of the requests goes wrong. */
    trouble(share: number): void;
    close(): Promise<void>;
}

/** At the same time. */
const CONVERSATIONS = 6;
/** What is written in one conversation; then the rep has another one. */
const LONGEST = 80;
const LONGEST_MS = 60_000;
const GREETING = 'good morning';

/** Resolves when the first text has arrived. */
export async function startPlay({
    badShare = 0,
    isFirstKilled = false,
    messages = 480,
    postgres,
    seed,
    starts = {}
}: PlayOptions): Promise<Play> {
    const random = createRandomNumbers(seed);
    const processes = postgres === undefined ? 1 : 3;
    const world = await createWorld({
        postgres,
        random,
        conversations: CONVERSATIONS * Math.ceil(messages / (CONVERSATIONS * LONGEST))
    });
    const routing = await createRoutingWorld(world, { processes, random });
    const bridges: BridgeProcess[] = [];
    /** What those said last that had ended unasked when another one took their place. */
    const failures: string[] = [];
    const failuresOf = (given: readonly BridgeProcess[]): string[] =>
        given.filter(({ hasFailed }) => hasFailed).map(({ said }) => said.slice(-500));
    let written = 0;
    const texts = (): Happened[] => world.arrived().filter(({ what }) => what !== GREETING);
    const ended = (): number => endedEntries(texts(), toldTexts(world)).size;

    async function leader(): Promise<BridgeProcess> {
        await until(() => bridges.some(({ isLeading }) => isLeading), 'a leader');
        const found = bridges.find(({ isLeading }) => isLeading);
        return found ?? leader();
    }

    const play: Play = {
        world,
        routing,
        random,
        bridges,
        get written() {
            return written;
        },
        get ended() {
            return ended();
        },
        async write(count): Promise<void> {
            for (let left = count; left > 0; left -= 1) {
                const turn = Math.floor(written / (CONVERSATIONS * LONGEST)) * CONVERSATIONS;
                const conversation = conversationName((turn + (written % CONVERSATIONS)) % world.conversations.length);
                world.writes(conversation, entryName(written), textOf(written, conversation));
                written += 1;
                if (random() < 0.3) await wait(random() * 20);
            }
        },
        leader,
        async restart(place): Promise<void> {
            failures.push(...failuresOf(bridges.slice(place, place + 1)));
            bridges[place] = await startBridge(routing.configurationFiles[place] ?? '', starts);
        },
        async stopAll(): Promise<void> {
            await Promise.all(bridges.map((bridge) => bridge.stop()));
        },
        async startAll(): Promise<void> {
            for (let at = 0; at < processes; at += 1) await play.restart(at);
        },
        async allEnded(): Promise<void> {
            for (let before = -1, now = ended(); now < written && now !== before; now = ended()) {
                before = now;
                const moved = (): boolean => ended() !== before;
                await until(moved, 'the end of the next text', 2 * LONGEST_MS).catch(() => undefined);
            }
        },
        async end(): Promise<void> {
            await play.allEnded();
            await routing.end();
            // What was given up on may come yet: it would be a double, or out of order.
            await wait(3_000);
        },
        async judge() {
            const failed = [...failures, ...failuresOf(bridges)];
            await Promise.all(bridges.map((bridge) => bridge.stop()));
            const found = judged(written, texts(), toldTexts(world));
            return { ...found, lost: await whereabouts(world.place, found.lost), failed };
        },
        trouble(share): void {
            world.badDays.share = share;
            routing.badDays.share = share;
        },
        async close(): Promise<void> {
            await Promise.all(bridges.map((bridge) => bridge.kill()));
            await routing.close();
            await world.close();
        }
    };

    try {
        await link(world, conversationName);
        await play.startAll();
        const first = await leader();
        if (isFirstKilled) {
            await until(() => world.salesforce.stream.subscribers > 0, 'the stream');
            await first.kill();
            await play.write(CONVERSATIONS);
            await play.restart(bridges.indexOf(first));
        }
        // A first start hears what is published from then on: whether it has begun, only an event tells.
        const greeting = setInterval(() => world.writes(conversationName(0), 'greeting', GREETING), 100);
        await until(() => world.arrived().length > 0, 'the greeting').finally(() => clearInterval(greeting));
    } catch (error) {
        await play.close();
        throw error;
    }
    play.trouble(badShare);
    return play;
}

const toldTexts = (world: World): Happened[] => world.told().filter(({ what }) => what !== 'greeting');

const conversationName = (at: number): string => `conversation-${at}`;

export async function until(isSo: () => boolean, what: string, longestMs = LONGEST_MS): Promise<void> {
    const end = performance.now() + longestMs;
    while (!isSo()) {
        if (performance.now() > end) throw new Error(`Waited too long for ${what}.`);
        await wait(20);
    }
}
