/** Kills and pauses processes of the bridge while it works. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Judged } from './judged.ts';
import { startPlay, until } from './play.ts';
import type { Play, PlayOptions } from './play.ts';
import type { JudgedRoutings } from './routing/judgedRoutings.ts';

export interface ChaosOptions extends PlayOptions {
    /** Processes that are killed. */
    readonly kills: number;
    /** Stops the leader, and whoever works on a routing that is under way: once in every 10 kills. */
    readonly pauses?: boolean;
    readonly onKill?: (number: number) => void;
}

export interface ChaosReport extends Judged {
    /** How often somebody was killed who followed the stream. */
    readonly leadersKilled: number;
    readonly paused: number;
    readonly routings: JudgedRoutings;
    /** What became of those that were under way when somebody was stopped. */
    readonly stoppedAmid: JudgedRoutings['outcomes'];
    /** What went wrong, and how often. */
    readonly wentWrong: { readonly atGenesys: Counts; readonly withRoutings: Counts };
    readonly failed: readonly string[];
    readonly ms: number;
}

type Counts = Readonly<Record<string, number>>;

const EACH_ROUND = 24;
const ROUTINGS_EACH_ROUND = 10;
const EACH_PAUSE = 10;
/** Longer than another process takes to become the leader. */
const UNDER_WAY_MS = 20_000;

export async function playChaos({ kills, onKill, pauses = false, ...options }: ChaosOptions): Promise<ChaosReport> {
    const started = performance.now();
    const play = await startPlay({ ...options, messages: kills * EACH_ROUND });
    const { bridges, random, routing, world } = play;
    let [leadersKilled, paused] = [0, 0];
    const stoppedAmid: string[] = [];
    try {
        for (let number = 1; number <= kills; number += 1) {
            const before = play.ended;
            await Promise.all([play.write(EACH_ROUND), routing.ask(ROUTINGS_EACH_ROUND)]);
            // Whoever is killed is killed in the midst of work: some of what was written has arrived.
            await until(() => play.ended > before, 'work', UNDER_WAY_MS).catch(() => undefined);
            await wait(random() * 400);
            if (pauses && number % EACH_PAUSE === Math.min(kills, EACH_PAUSE) - 1) {
                paused += 1;
                stoppedAmid.push(...(await pause(play, paused % 2 === 1 ? TAKEN_OVER_MS : MINUTE_OVER_MS)));
            }
            const place = Math.floor(random() * bridges.length);
            if (bridges[place]?.isLeading === true) leadersKilled += 1;
            await bridges[place]?.kill();
            await play.restart(place);
            onKill?.(number);
        }
        play.trouble(0);
        await play.end();
        const result = await play.judge();
        return {
            ...result,
            leadersKilled,
            paused,
            routings: routing.judge(),
            stoppedAmid: routing.judge(stoppedAmid).outcomes,
            wentWrong: { atGenesys: world.badDays.counts, withRoutings: routing.badDays.counts },
            ms: performance.now() - started
        };
    } finally {
        await play.close();
    }
}

/** Of each call about routings that are under way when somebody is stopped: it is done before another can take over. */
const CALL_TAKES_MS = 12_000;
const STOPPED_AFTER_MS = 20_000;
/** Another process is taking over, or has done so; or the minute of Salesforce is over. And up to 10 seconds more. */
const TAKEN_OVER_MS = 11_000;
const MINUTE_OVER_MS = 40_000;

/** Stops the leader, and whoever works on one of three routings that were asked for 20 seconds ago. Gives them all. */
async function pause({ bridges, leader, random, routing, write }: Play, forMs: number): Promise<readonly string[]> {
    routing.callTakesMs = CALL_TAKES_MS;
    const conversations = await routing.askForEach();
    await wait(STOPPED_AFTER_MS - 1_000 + random() * 2_000);
    const workedOn = conversations[Math.floor(random() * conversations.length)] ?? '';
    const stopped = new Set([await leader(), ...bridges.filter((_, at) => routing.isWorkingOn(at, workedOn))]);
    for (const one of stopped) one.pause();
    // Whoever goes on does it in time.
    routing.callTakesMs = undefined;
    const eachMs = (forMs + random() * 10_000) / 4;
    for (let at = 0; at < 4; at += 1) {
        await write(EACH_ROUND / 4);
        await wait(eachMs);
    }
    for (const one of stopped) one.goOn();
    return conversations;
}
