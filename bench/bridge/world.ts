/** Salesforce and Genesys Cloud for the bench: what worldProcess.ts is asked for. */
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AgentConversation } from './agentConversations.ts';
import type { Delivered } from './arrivals.ts';

export interface Addresses {
    /** Signs in, and is the Interaction Service. */
    readonly login: string;
    readonly pubSub: string;
    /** The same with TLS, host and port; not there where no certificate could be made. */
    readonly securePubSub?: string;
    /** Of Salesforce. */
    readonly accessToken: string;
    readonly organizationId: string;
    readonly genesys: string;
    readonly genesysClient: string;
    readonly genesysSecret: string;
    /** Of Genesys Cloud, an agent in each. */
    readonly conversations: readonly AgentConversation[];
}

/** Texts that are counted together. */
export interface Run {
    /** Without blanks, and given to no other run. */
    readonly name: string;
    /** Conversations of Salesforce that take turns. */
    readonly conversations: number;
}

/** And the requests that Genesys Cloud got meanwhile. */
export interface Arrived extends Delivered {
    readonly requests: number;
}

export interface WorldCalls {
    addresses(): Promise<Addresses>;
    /** How long Genesys Cloud takes to answer, and how many requests of a client it takes in a minute. */
    set(given: { readonly answerMs?: number; readonly requestsPerMinute?: number }): Promise<void>;
    /** Reps write until the first text has arrived: who begins with LATEST hears it from then on. */
    greet(): Promise<void>;
    /** Reps write: all at once, or so many in a second. */
    write(run: Run & { readonly count: number; readonly perSecond?: number }): Promise<void>;
    /** Waits until all of a run have arrived, or nothing has come for so long: 20 seconds unless given. */
    arrived(run: Run & { readonly count: number; readonly silenceMs?: number }): Promise<Arrived>;
}

export interface World extends WorldCalls {
    /** Holds `salesforce.key` and `genesys.secret`, for whatever runs against it. */
    readonly folder: string;
    close(): Promise<void>;
}

const PROGRAM = path.join(import.meta.dirname, 'worldProcess.ts');

export async function startWorld(): Promise<World> {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-bench-'));
    const child = fork(PROGRAM, [folder, ...certificateIn(folder)], { execArgv: ['--no-warnings'] });
    const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
    const ready = new Promise<void>((resolve, reject) => {
        child.on('message', (message: 'ready' | { id: number; result?: never; error?: string }) => {
            if (message === 'ready') return resolve();
            const asked = waiting.get(message.id);
            waiting.delete(message.id);
            if (message.error === undefined) asked?.resolve(message.result as never);
            else asked?.reject(new Error(message.error));
        });
        child.once('exit', (code) => {
            const error = new Error(`The bench's Salesforce and Genesys Cloud ended (${code}).`);
            reject(error);
            for (const asked of waiting.values()) asked.reject(error);
        });
    });
    await ready;
    let last = 0;
    const ask =
        (name: keyof WorldCalls) =>
        (given?: object): Promise<never> =>
            new Promise((resolve, reject) => {
                last += 1;
                waiting.set(last, { resolve, reject });
                child.send({ id: last, name, given });
            });
    return {
        folder,
        addresses: ask('addresses'),
        set: ask('set'),
        greet: ask('greet'),
        write: ask('write'),
        arrived: ask('arrived'),
        async close(): Promise<void> {
            const gone = once(child, 'exit');
            child.kill();
            await gone;
            rmSync(folder, { recursive: true, force: true });
        }
    };
}

/** Key and certificate of `localhost` in PEM; nothing where this machine has no openssl. */
function certificateIn(folder: string): string[] {
    const [key, certificate] = [path.join(folder, 'tls.key'), path.join(folder, 'tls.crt')];
    const made = spawnSync('openssl', [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
        ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate]
    ]);
    return made.status === 0 ? [key, certificate].map((file) => readFileSync(file, 'utf8')) : [];
}
