import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { turned } from '../measuring/rounds.ts';
import { summed } from '../measuring/summed.ts';
import type { Measured } from '../measuring/summed.ts';
import { packedBridge } from './packed.ts';

/** Of a process that imports one thing and ends. */
export interface Imported {
    /** Milliseconds until it has been imported. */
    readonly ms: Measured;
    /** Of the processor, for that. Milliseconds. */
    readonly processorMs: Measured;
    /** What the process has of the machine then. MiB. */
    readonly mebibytes: Measured;
}

export interface Importing {
    readonly ours: Imported;
    /** gRPC alone. */
    readonly grpc: Imported;
    readonly client?: Imported;
    /** Ours, as many times as the client takes. */
    readonly besideClient?: { readonly ms: Measured; readonly mebibytes: Measured };
}

const PROGRAM = path.join(import.meta.dirname, 'importProcess.mjs');
interface One {
    readonly ms: number;
    readonly processorMs: number;
    readonly mebibytes: number;
}

/** Each import in a process of its own, in turns; the first round fills the machine's caches and does not count. */
export function measureImporting(clientFolder: string | undefined, rounds: number): Importing {
    const bridge = packedBridge();
    const modules = {
        ours: [path.join(bridge, 'operate/runBridge.js'), path.join(bridge, 'store/postgres.js')],
        grpc: [createRequire(import.meta.url).resolve('@grpc/grpc-js')],
        ...(clientFolder === undefined ? {} : { client: [clientIn(clientFolder)] })
    };
    const names = Object.keys(modules) as ('ours' | 'grpc' | 'client')[];
    const all: Record<'ours' | 'grpc' | 'client', One>[] = [];
    for (let round = 0; round <= rounds; round += 1) {
        const one = {} as Record<'ours' | 'grpc' | 'client', One>;
        for (const name of turned(names, round)) one[name] = imported(modules[name] ?? []);
        if (round > 0) all.push(one);
    }
    const of = (name: 'ours' | 'grpc' | 'client'): Imported => ({
        ms: summed(all.map((one) => one[name].ms)),
        processorMs: summed(all.map((one) => one[name].processorMs)),
        mebibytes: summed(all.map((one) => one[name].mebibytes))
    });
    const measured = { ours: of('ours'), grpc: of('grpc') };
    if (clientFolder === undefined) return measured;
    const beside = (what: keyof One): Measured => summed(all.map(({ client, ours }) => ours[what] / client[what]));
    return { ...measured, client: of('client'), besideClient: { ms: beside('ms'), mebibytes: beside('mebibytes') } };
}

const clientIn = (folder: string): string =>
    createRequire(path.join(folder, 'package.json'))
        .resolve('salesforce-pubsub-api-client')
        .replace(/\.cjs$/, '.js');

function imported(files: readonly string[]): One {
    const urls = files.map((file) => pathToFileURL(file).href);
    const { status, stderr, stdout } = spawnSync(process.execPath, [PROGRAM, ...urls], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`What is imported beside the bridge cannot be: ${stderr}`);
    return JSON.parse(stdout) as One;
}
