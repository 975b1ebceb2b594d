/** What the server holds more of after many calls. */
import { overHttp, sendsOverHttp } from './calls.ts';
import type { Call } from './latencies.ts';
import { startGenesys, startOursHttp } from './processes.ts';
import type { Held, Measurable } from './processes.ts';
import { callsInAll } from './throughput.ts';

/** After so many calls of one kind. */
export interface After extends Held {
    readonly what: keyof typeof KINDS;
    readonly calls: number;
    /** Bytes in use, more than before these. */
    readonly growth: number;
}

export interface Memory {
    readonly calls: number;
    readonly seconds: number;
    /** After the calls that warm up. */
    readonly before: Held;
    readonly after: readonly After[];
}

/** How much of all calls, and how many calls make one. What is sent is kept for ten minutes, so it comes last. */
const KINDS = {
    reads: { part: 0.4, each: 1 },
    dryRuns: { part: 0.4, each: 1 },
    sends: { part: 0.2, each: 2 }
} as const;

const IN_FLIGHT = 16;
const READ = { tool: 'genesys_conversations_digital_get_email' };
const DRY_RUN = { tool: 'genesys_conversations_digital_patch_email_messages_draft', dryRun: true } as const;

/** Over HTTP, with a server of its own; 100,000 calls take minutes. Throws where a message was sent twice, or not. */
export async function measureMemory({ calls, warmUp }: { calls: number; warmUp: number }): Promise<Memory> {
    const genesys = await startGenesys();
    const server = await startOursHttp(genesys.url).catch((error: unknown) => {
        genesys.stop();
        throw error;
    });
    try {
        return await measuredOn(server, genesys.url, { calls, warmUp });
    } finally {
        server.stop();
        genesys.stop();
    }
}

async function measuredOn(
    server: Measurable,
    genesys: string,
    { calls, warmUp }: { calls: number; warmUp: number }
): Promise<Memory> {
    const of: Readonly<Record<keyof typeof KINDS, Call>> = {
        reads: overHttp(server.url, READ, { modern: true }),
        dryRuns: overHttp(server.url, DRY_RUN, { modern: true }),
        sends: sendsOverHttp(server.url)
    };
    const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
    const timesOf = (all: number, what: keyof typeof KINDS): number =>
        Math.round((all * KINDS[what].part) / KINDS[what].each);
    for (const what of kinds) await callsInAll(timesOf(warmUp, what), of[what], IN_FLIGHT);
    const before = await server.held();
    const start = performance.now();
    const after: After[] = [];
    for (const what of kinds) {
        await callsInAll(timesOf(calls, what), of[what], IN_FLIGHT);
        const { heap, rss } = await server.held();
        const growth = heap - (after.at(-1) ?? before).heap;
        after.push({ what, calls: timesOf(calls, what) * KINDS[what].each, heap, rss, growth });
    }
    const wanted = timesOf(warmUp, 'sends') + timesOf(calls, 'sends');
    const sent = Number(await (await fetch(`${genesys}/sent`)).text());
    if (sent !== wanted) throw new Error(`${wanted} messages were to be sent, and ${sent} were.`);
    const seconds = Number(((performance.now() - start) / 1_000).toFixed(1));
    return { calls: after.reduce((all, one) => all + one.calls, 0), seconds, before, after };
}
