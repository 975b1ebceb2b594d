/** What the bridge is compared with: programs of a few lines. What they are told is in their first argument; see othersProcess.ts. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Addresses } from './world.ts';

/** Reads so many events from the earliest on, and ends. */
export type Reader =
    /** Decodes and sorts them as the bridge does, and keeps nothing. */
    | { readonly kind: 'decodes' }
    /** The same, and keeps what each answer of the stream brought in one transaction, as the bridge does. */
    | { readonly kind: 'stores'; readonly database: { readonly url: string } | { readonly folder: string } }
    /** salesforce-pubsub-api-client, and JSON.parse of the payload. */
    | { readonly kind: 'clientDecodes'; readonly clientFolder: string };

/** Follows the stream, and posts each text when the one before has been answered; keeps nothing. Until it is stopped. */
export type Poster =
    /** With the bridge's own reading of the stream. */
    { readonly kind: 'posts' } | { readonly kind: 'clientPosts'; readonly clientFolder: string };

export type Told = (Reader | Poster) & {
    readonly addresses: Addresses;
    readonly count?: number;
};

const PROGRAM = path.join(import.meta.dirname, 'othersProcess.ts');

function start(told: Told): ReturnType<typeof spawn> {
    return spawn(process.execPath, ['--no-warnings', PROGRAM, JSON.stringify(told)], {
        stdio: ['ignore', 'pipe', 'inherit']
    });
}

/** Events a second. */
export async function readsPerSecond(reader: Reader, addresses: Addresses, count: number): Promise<number> {
    const child = start({ ...reader, addresses, count });
    if (child.stdout === null) throw new Error('This program has no output to read.');
    for await (const line of createInterface({ input: child.stdout })) {
        child.kill();
        return (JSON.parse(line) as { readonly perSecond: number }).perSecond;
    }
    throw new Error(`What was measured beside the bridge (${reader.kind}) ended before it had read all.`);
}

/** Gives what stops it. */
export function startPoster(poster: Poster, addresses: Addresses): () => Promise<void> {
    const child = start({ ...poster, addresses });
    return async () => {
        const gone = once(child, 'exit');
        child.kill();
        await gone;
    };
}
