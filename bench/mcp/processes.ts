/** The programs that are measured, each in a process of its own, as JavaScript: none takes types away while it starts. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { javaScriptOf, writeService } from '../../scripts/package/service.ts';

const root = path.resolve(import.meta.dirname, '../..');
const built = path.join(root, 'build/bench/mcp');

export const PCID = 'bench';
export const TOKEN = 'token-of-the-bench';

export interface Started {
    readonly process: ChildProcess;
    stop(): void;
}

export interface Address extends Started {
    readonly url: string;
}

/** Writes what is started below `build/bench/mcp`. */
export function buildPrograms(): void {
    rmSync(built, { recursive: true, force: true });
    mkdirSync(built, { recursive: true });
    writeFileSync(path.join(built, 'package.json'), '{ "type": "module" }\n');
    for (const name of ['genesysProcess', 'sdkServer', 'heapReport']) {
        const text = readFileSync(path.join(import.meta.dirname, `${name}.ts`), 'utf8');
        writeFileSync(path.join(built, `${name}.js`), javaScriptOf(text, `${name}.ts`));
    }
    writeService(root, 'digital-mcp', built);
}

export async function startGenesys(): Promise<Address> {
    const started = run(['genesysProcess.js'], 'pipe');
    return { ...started, url: await firstLine(started.process.stdout) };
}

export type SdkTool = 'empty' | 'echo' | 'fetch';

export async function startSdkHttp(tool: SdkTool, genesys: string): Promise<Address> {
    const started = run(['sdkServer.js', tool, 'http', genesys], 'pipe');
    return { ...started, url: await firstLine(started.process.stderr) };
}

export const startSdkStdio = (tool: SdkTool, genesys: string): Started =>
    run(['sdkServer.js', tool, 'stdio', genesys], 'pipe');

/** Bytes. */
export interface Held {
    /** In use, after a collection. */
    readonly heap: number;
    /** What the process has of the machine. */
    readonly rss: number;
}

export interface Measurable extends Address {
    held(): Promise<Held>;
}

/** Our server as it is packed. */
export async function startOursHttp(genesys: string): Promise<Measurable> {
    const more = ['--expose-gc', '--import', './heapReport.js'];
    const started = run([...more, ...ours(genesys), '--port', '0'], 'pipe', 'ipc');
    const [url = ''] = /http:\S+/.exec(await firstLine(started.process.stderr)) ?? [];
    return {
        ...started,
        url,
        async held(): Promise<Held> {
            started.process.send('');
            const [held] = (await once(started.process, 'message')) as [Held];
            return held;
        }
    };
}

export const startOursStdio = (genesys: string): Started => run([...ours(genesys), '--stdio'], 'pipe');

/** The makers' sample server, over stdio. */
export const startEverything = (): Started =>
    run(
        [createRequire(import.meta.url).resolve('@modelcontextprotocol/server-everything/dist/index.js'), 'stdio'],
        'pipe'
    );

function ours(genesys: string): string[] {
    const grant = { type: 'clientCredentials', clientId: 'client', clientSecret: { env: 'BENCH_SECRET' } };
    const configuration = {
        connections: { [PCID]: { baseUrl: genesys, grant, requestsPerMinute: 100_000_000 } },
        callers: { bench: { token: { env: 'BENCH_TOKEN' }, connections: [PCID] } }
    };
    writeFileSync(path.join(built, 'digital-mcp.json'), JSON.stringify(configuration));
    return ['digital-mcp/bin/digital-mcp.cjs', '--config', 'digital-mcp.json'];
}

function run(args: readonly string[], ...stdio: readonly ('pipe' | 'ipc')[]): Started {
    const env = { ...process.env, BENCH_SECRET: 'secret', BENCH_TOKEN: TOKEN, NODE_OPTIONS: '' };
    const all: ('pipe' | 'ipc')[] = ['pipe', 'pipe', 'pipe', ...stdio.filter((one) => one === 'ipc')];
    const started = spawn(process.execPath, args, { cwd: built, env, stdio: all });
    return { process: started, stop: () => void started.kill() };
}

async function firstLine(from: Readable | null): Promise<string> {
    if (from === null) throw new Error('This program has no output to read.');
    for await (const line of createInterface({ input: from })) {
        from.resume();
        return line;
    }
    throw new Error('A program of the bench ended before it was there.');
}

/** Over standard input and output: gives the answer to each message, whichever comes first. */
export function linesOf({ process: { stdin, stdout } }: Started): (message: object) => Promise<unknown> {
    const waiting = new Map<unknown, (answer: unknown) => void>();
    createInterface({ input: stdout as Readable }).on('line', (line) => {
        const answer = JSON.parse(line) as { readonly id?: unknown };
        waiting.get(answer.id)?.(answer);
        waiting.delete(answer.id);
    });
    let id = 0;
    return (message) =>
        new Promise((resolve) => {
            id += 1;
            waiting.set(id, resolve);
            (stdin as Writable).write(`${JSON.stringify({ jsonrpc: '2.0', id, ...message })}\n`);
        });
}
