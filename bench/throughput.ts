import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface ThroughputRow {
    /** Million messages a second. */
    readonly copyOnly: number;
    readonly copyAndDecode: number;
    /** Median of the rounds' own ratios: the machine's speed cancels out. */
    readonly ratio: number;
    readonly spread: readonly [number, number];
}

interface Core {
    decodeClientEvent(message: unknown, receivedAt: string): unknown;
}

const ROUNDS = 7;
const TURNS = 400;

/** Decoding beside what the channel itself costs: a JSON copy of each message of the recorded call. */
export async function measureDecoding(projectDir: string): Promise<ThroughputRow> {
    const { decodeClientEvent } = await loadCore(projectDir);
    const trace = JSON.parse(readFileSync(path.join(projectDir, 'local/genesys/traces/inbound-call.json'), 'utf8')) as {
        message: unknown;
    }[];
    const messages = trace.map(({ message }) => message);
    let kept: unknown;
    const copyOnly = (): void => {
        for (const message of messages) kept = JSON.parse(JSON.stringify(message)) as unknown;
    };
    const copyAndDecode = (): void => {
        for (const message of messages) {
            kept = decodeClientEvent(JSON.parse(JSON.stringify(message)), '2026-01-15T09:00:00.000Z');
        }
    };
    copyOnly();
    copyAndDecode();
    const rounds = Array.from(
        { length: ROUNDS },
        () => [rate(copyOnly, messages.length), rate(copyAndDecode, messages.length)] as const
    );
    if (kept === undefined) throw new Error('nothing was decoded');
    const ratios = rounds.map(([without, withDecoding]) => withDecoding / without).sort((a, b) => a - b);
    return {
        copyOnly: rounded(median(rounds.map(([without]) => without))),
        copyAndDecode: rounded(median(rounds.map(([, withDecoding]) => withDecoding))),
        ratio: rounded(median(ratios)),
        spread: [rounded(ratios[0] ?? 0), rounded(ratios.at(-1) ?? 0)]
    };
}

function rate(run: () => void, size: number): number {
    const start = performance.now();
    for (let turn = 0; turn < TURNS; turn += 1) run();
    return (TURNS * size) / (performance.now() - start) / 1_000;
}

function median(values: readonly number[]): number {
    return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function rounded(value: number): number {
    return Number(value.toFixed(3));
}

/** The codec as it is deployed: plain modules that import nothing. */
async function loadCore(projectDir: string): Promise<Core> {
    const entry = path.join(projectDir, 'force-app/client-events/lwc/clientEventCodec/clientEventCodec.js');
    return (await import(pathToFileURL(entry).href)) as Core;
}
