/** The command itself, as a process of its own, with a Genesys Cloud of the test behind it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../../test/freePort.ts';

export const PROGRAM = path.join(import.meta.dirname, '../digitalMcp.ts');

/** A text message to a customer. */
export const SMS = {
    name: 'post_messages_agentless',
    arguments: {
        PCID: 'support',
        fromAddress: '+13175550101',
        toAddress: '+13175550100',
        toAddressMessengerType: 'sms',
        textBody: 'Your order is here'
    }
} as const;

export const READ = { name: 'get_email', arguments: { PCID: 'support', conversationId: 'c' } } as const;

/** `stderr` as of spawn: `pipe`, or an open file. */
export type Stderr = 'pipe' | 'ignore' | number;

export interface Answered {
    /** `result`, or the reason of an error. */
    readonly what: string;
    readonly structured: Readonly<Record<string, unknown>>;
}

const REVISION = 'io.modelcontextprotocol/protocolVersion';

interface Called {
    readonly name: string;
    readonly arguments: unknown;
    /** From the revision 2026-07-28 on: who calls. */
    readonly _meta?: { readonly [REVISION]: string };
}

export interface Process {
    readonly child: ChildProcess;
    /** What was written to standard error, where it is a pipe that is read. */
    readonly log: () => string;
    /** Undefined where no answer came before the process ended. */
    call(call: Called): Promise<Answered | undefined>;
    /** With the code, or the signal, that ended it. */
    readonly ended: Promise<number | string | null>;
}

export interface Home {
    readonly folder: string;
    stdio(options?: { readonly stderr?: Stderr; readonly shell?: string; readonly args?: readonly string[] }): Process;
    http(options?: { readonly stderr?: Stderr }): Promise<Process>;
    /** Ends what still runs, and takes the configuration away. */
    close(): Promise<void>;
}

/** A folder with a configuration of the connection `support`, in which nobody is asked. `more` of it counts in its place. */
export function homeForTests(
    baseUrl: string,
    { more = {}, secrets = {} }: { readonly more?: object; readonly secrets?: Readonly<Record<string, string>> } = {}
): Home {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-mcp-'));
    const config = path.join(folder, 'digital-mcp.json');
    const grant = { type: 'clientCredentials', clientId: 'client', clientSecret: { env: 'SECRET' } };
    const policy = { withoutAsking: 'allow' };
    writeFileSync(config, JSON.stringify({ connections: { support: { baseUrl, grant, policy } }, ...more }));
    const env = { PATH: process.env['PATH'], SECRET: 'secret', ...secrets };
    const running = new Set<Process>();

    function started(args: readonly string[], stderr: Stderr, shell?: string): Omit<Process, 'call'> {
        const command = [PROGRAM, '--config', config, ...args];
        const child =
            shell === undefined
                ? spawn(process.execPath, command, { env, stdio: ['pipe', 'pipe', stderr] })
                : spawn('sh', ['-c', shell, 'sh', process.execPath, ...command], {
                      env,
                      stdio: ['pipe', 'pipe', stderr]
                  });
        let text = '';
        child.stderr?.on('data', (chunk) => (text += String(chunk)));
        child.stdin?.on('error', () => undefined);
        const ended = new Promise<number | string | null>((resolve) =>
            child.once('close', (code, signal) => resolve(code ?? signal))
        );
        return { child, ended, log: () => text };
    }

    function kept(one: Process): Process {
        running.add(one);
        void one.ended.then(() => running.delete(one));
        return one;
    }

    return {
        folder,
        stdio({ args = [], shell, stderr = 'pipe' } = {}): Process {
            const one = started(['--stdio', ...args], stderr, shell);
            const waiting = new Map<number, (answer: unknown) => void>();
            let last = 0;
            if (one.child.stdout !== null)
                createInterface(one.child.stdout).on('line', (line) => {
                    const { id, result } = JSON.parse(line) as { id: number; result: unknown };
                    waiting.get(id)?.(result);
                });
            function call(params: object): Promise<Answered | undefined> {
                const id = (last += 1);
                const answer = new Promise<unknown>((resolve) => waiting.set(id, resolve));
                one.child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params })}\n`);
                return Promise.race([answer, one.ended.then(() => undefined)]).then(answered);
            }
            return kept({ ...one, call });
        },
        async http({ stderr = 'pipe' } = {}): Promise<Process> {
            const port = await freePort();
            const one = started(['--port', `${port}`], stderr);
            const url = `http://127.0.0.1:${port}`;
            async function call(params: Called): Promise<Answered | undefined> {
                const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
                const headers = { 'content-type': 'application/json', ...headersOf(params) };
                const asked = await fetch(`${url}/genesys-conversations-digital`, { method: 'POST', headers, body });
                return answered(((await asked.json()) as { result: unknown }).result);
            }
            const running = kept({ ...one, call });
            for (let tries = 0; tries < 1_200; tries += 1) {
                if (
                    await fetch(`${url}/health`).then(
                        ({ ok }) => ok,
                        () => false
                    )
                )
                    return running;
                await pause(50);
            }
            throw new Error('The server did not start.');
        },
        async close(): Promise<void> {
            for (const { child } of running) child.kill('SIGKILL');
            await Promise.all([...running].map(({ ended }) => ended));
            rmSync(folder, { recursive: true, force: true });
        }
    };
}

function answered(result: unknown): Answered | undefined {
    if (result === undefined) return undefined;
    const { isError, structuredContent } = result as {
        readonly isError?: boolean;
        readonly structuredContent: { readonly error?: Readonly<Record<string, unknown>> };
    };
    const { error } = structuredContent;
    if (isError === true && error !== undefined) return { what: String(error['reason']), structured: error };
    return { what: 'result', structured: structuredContent };
}

function headersOf({ _meta, name }: Called): Readonly<Record<string, string>> {
    if (_meta === undefined) return {};
    return { 'mcp-protocol-version': _meta[REVISION], 'mcp-method': 'tools/call', 'mcp-name': name };
}
