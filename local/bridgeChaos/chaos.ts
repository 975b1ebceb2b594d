/** Kills and pauses processes of the bridge while it works. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Judged } from './judged.ts';
import { startPlay, until } from './play.ts';
import type { PlayOptions } from './play.ts';

export interface ChaosOptions extends PlayOptions {
    /** Processes that are killed. */
    readonly kills: number;
    /** Stops the leader, or the only process, for so long: once in every 20 kills. Milliseconds. */
    readonly pauseMs?: number;
    readonly onKill?: (number: number) => void;
}

export interface ChaosReport extends Judged {
    /** How often somebody was killed who followed the stream. */
    readonly leadersKilled: number;
    readonly paused: number;
    /** What went wrong at Genesys Cloud, and how often. */
    readonly wentWrong: Readonly<Record<string, number>>;
    readonly failed: readonly string[];
    readonly ms: number;
}

const EACH_ROUND = 24;
const EACH_PAUSE = 20;
/** Longer than another process takes to become the leader. */
const UNDER_WAY_MS = 20_000;

export async function playChaos({ kills, onKill, pauseMs, ...options }: ChaosOptions): Promise<ChaosReport> {
    const started = performance.now();
    const play = await startPlay({ ...options, messages: kills * EACH_ROUND });
    const { bridges, random, world } = play;
    let [leadersKilled, paused] = [0, 0];
    try {
        for (let number = 1; number <= kills; number += 1) {
            const before = play.ended;
            await play.write(EACH_ROUND);
            // Whoever is killed is killed in the midst of work: some of what was written has arrived.
            await until(() => play.ended > before, 'work', UNDER_WAY_MS).catch(() => undefined);
            await wait(random() * 400);
            if (pauseMs !== undefined && number % EACH_PAUSE === Math.min(kills, EACH_PAUSE) - 1) {
                const leader = await play.leader();
                leader.pause();
                paused += 1;
                for (let at = 0; at < 4; at += 1) {
                    await play.write(EACH_ROUND / 4);
                    await wait(pauseMs / 4);
                }
                leader.goOn();
            }
            const place = Math.floor(random() * bridges.length);
            if (bridges[place]?.isLeading === true) leadersKilled += 1;
            await bridges[place]?.kill();
            await play.restart(place);
            onKill?.(number);
        }
        world.badDays.share = 0;
        await play.end();
        const result = await play.judge();
        return {
            ...result,
            leadersKilled,
            paused,
            wentWrong: world.badDays.counts,
            ms: performance.now() - started
        };
    } finally {
        await play.close();
    }
}
