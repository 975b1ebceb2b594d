import { turned } from '../measuring/rounds.ts';
import { summed } from '../measuring/summed.ts';
import type { Measured } from '../measuring/summed.ts';
import { coldStart, overHttp, overStdio, plainFetch } from './calls.ts';
import { latencies } from './latencies.ts';
import type { Call, Latency } from './latencies.ts';
import { measureLists } from './listSizes.ts';
import type { ListSize } from './listSizes.ts';
import { measureMemory } from './memory.ts';
import type { Memory } from './memory.ts';
import {
    buildPrograms,
    startGenesys,
    startOursHttp,
    startOursStdio,
    startSdkHttp,
    startSdkStdio
} from './processes.ts';
import type { Started } from './processes.ts';
import { throughput } from './throughput.ts';

export type Contender = 'ours' | 'fetch' | 'dryRun' | 'echo' | 'sdkFetch';

export interface CallTimes {
    readonly calls: number;
    readonly of: Readonly<Record<Contender, Latency>>;
    /** A dry run of ours, which asks Genesys Cloud nothing, as many times as an echo of the SDK takes. */
    readonly dryRunOverEcho: Measured;
    /** What ours adds to the question that it asks Genesys Cloud, as many times as that echo takes. */
    readonly addedOverEcho: Measured;
    /** Ours, as many times as a server of the SDK takes whose tool asks the same. */
    readonly overSdkFetch: Measured;
}

/** Calls a second, where so many are under way at once. */
export interface PerSecond {
    readonly inFlight: number;
    readonly of: Readonly<Record<Contender, Measured>>;
}

export interface Mcp {
    readonly http: CallTimes;
    /** Of clients that only post an object. */
    readonly httpPlain: CallTimes;
    readonly stdio: CallTimes;
    readonly perSecond: readonly PerSecond[];
    readonly perSecondStdio: readonly PerSecond[];
    /** Milliseconds. */
    readonly cold: { readonly ours: Measured; readonly sdkEmpty: Measured; readonly ratio: Measured };
    readonly lists: readonly ListSize[];
    readonly memory: Memory;
}

const READ = { tool: 'genesys_conversations_digital_get_email' };
const DRY_RUN = { tool: 'genesys_conversations_digital_patch_email_messages_draft', dryRun: true } as const;
const SDK = { tool: 'get_email' };
const TOOLSETS = ['email', 'message', 'open-inbound', 'video', 'cobrowse', 'internal', 'social', 'fax'];
const CALLS = { rounds: 8, calls: 200 };
const IN_FLIGHT = [1, 16, 64];
const COLD_ROUNDS = 9;
const MEMORY = { calls: 100_000, warmUp: 5_000 };

/** Takes about three minutes. */
export async function measureMcp(): Promise<Mcp> {
    buildPrograms();
    const open: Started[] = [];
    const opened = <One extends Started>(one: One): One => {
        open.push(one);
        return one;
    };
    try {
        const genesys = opened(await startGenesys()).url;
        const cold = await measureCold(genesys);
        const server = opened(await startOursHttp(genesys));
        const echo = opened(await startSdkHttp('echo', genesys));
        const sdkFetch = opened(await startSdkHttp('fetch', genesys));
        const contenders = (modern: boolean): Record<Contender, Call> => ({
            ours: overHttp(server.url, READ, { modern }),
            dryRun: overHttp(server.url, DRY_RUN, { modern }),
            fetch: plainFetch(genesys),
            echo: overHttp(echo.url, SDK, { modern }),
            sdkFetch: overHttp(sdkFetch.url, SDK, { modern })
        });
        const http = await timesOf(contenders(true));
        const httpPlain = await timesOf(contenders(false));
        const oursStdio = await overStdio(opened(startOursStdio(genesys)));
        const contendersOverStdio: Record<Contender, Call> = {
            ours: oursStdio(READ),
            dryRun: oursStdio(DRY_RUN),
            fetch: plainFetch(genesys),
            echo: (await overStdio(opened(startSdkStdio('echo', genesys))))(SDK),
            sdkFetch: (await overStdio(opened(startSdkStdio('fetch', genesys))))(SDK)
        };
        const stdio = await timesOf(contendersOverStdio);
        const perSecond = await perSecondOf(contenders(true));
        const perSecondStdio = await perSecondOf(contendersOverStdio);
        const memory = await measureMemory(MEMORY);
        return { http, httpPlain, stdio, perSecond, perSecondStdio, cold, lists: await measureLists(TOOLSETS), memory };
    } finally {
        for (const one of open) one.stop();
    }
}

async function timesOf(contenders: Readonly<Record<Contender, Call>>): Promise<CallTimes> {
    const { calls, of, ratio } = await latencies(contenders, CALLS);
    return {
        calls,
        of,
        dryRunOverEcho: ratio(({ dryRun, echo }) => dryRun / echo),
        addedOverEcho: ratio(({ ours, fetch: alone, echo }) => (ours - alone) / echo),
        overSdkFetch: ratio(({ ours, sdkFetch }) => ours / sdkFetch)
    };
}

async function perSecondOf(contenders: Readonly<Record<Contender, Call>>): Promise<PerSecond[]> {
    const all: PerSecond[] = [];
    for (const inFlight of IN_FLIGHT)
        all.push({ inFlight, of: await throughput(contenders, { inFlight, rounds: 3, ms: 500 }) });
    return all;
}

async function measureCold(genesys: string): Promise<Mcp['cold']> {
    const starts = { ours: () => startOursStdio(genesys), sdkEmpty: () => startSdkStdio('empty', genesys) };
    const rounds: Record<keyof typeof starts, number>[] = [];
    for (let round = 0; round <= COLD_ROUNDS; round += 1) {
        const took = { ours: 0, sdkEmpty: 0 };
        for (const name of turned(['ours', 'sdkEmpty'] as const, round)) took[name] = await coldStart(starts[name]);
        if (round > 0) rounds.push(took);
    }
    return {
        ours: summed(rounds.map(({ ours }) => ours)),
        sdkEmpty: summed(rounds.map(({ sdkEmpty }) => sdkEmpty)),
        ratio: summed(rounds.map(({ ours, sdkEmpty }) => ours / sdkEmpty))
    };
}
