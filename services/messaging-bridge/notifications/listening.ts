import { setTimeout as wait } from 'node:timers/promises';
import { GenesysError, realClock, SecretMissing } from '@switchboard/genesys-api';
import type { GenesysClient } from '@switchboard/genesys-api';
import { Members } from '../outbound/members.ts';
import { createBackOff } from '../pubsub/backOff.ts';
import { connect, NoConnection, TIMING } from './connection.ts';
import type { Connection, ConnectionTiming } from './connection.ts';
import { CREATE_CHANNEL, SUBSCRIBE } from './operations.ts';

export interface ListeningTiming extends ConnectionTiming {
    /** A channel lives 24 hours: another one takes its place before. */
    readonly renewAfterMs: number;
    readonly backOffMs: number;
    readonly longestBackOffMs: number;
    /** After a gap it is asked so much later which conversations began in it: that list lags behind. */
    readonly listAfterMs: readonly number[];
}

export const LISTENING: ListeningTiming = {
    ...TIMING,
    renewAfterMs: 23 * 3_600_000,
    backOffMs: 1_000,
    longestBackOffMs: 60_000,
    listAfterMs: [0, 30_000, 120_000, 600_000]
};

export type ListeningState =
    | { readonly name: 'listening'; readonly topics: number; readonly refused: number }
    | { readonly name: 'lost' }
    | { readonly name: 'renewed' }
    /** `reason` has Genesys Cloud's status and code, or where a secret is missing, at the most. */
    | { readonly name: 'failed'; readonly reason: string };

export interface ListeningOptions {
    readonly client: GenesysClient;
    /** No more than one channel takes. */
    readonly topics: readonly string[];
    readonly onEvent: (topic: string, body: unknown) => void;
    /** It is listened, and something may have been missed before. */
    readonly onGap: () => void;
    readonly onState: (state: ListeningState) => void;
    readonly signal: AbortSignal;
    readonly timing?: ListeningTiming;
}

/**
 * Listens to topics until it is aborted: a connection that breaks is followed by another one, and a channel that grows
 * old, or is about to be closed, by another one before it goes, so that nothing is missed then. Never throws.
 */
export async function listen(options: ListeningOptions): Promise<void> {
    const { client, onEvent, onGap, onState, signal, timing = LISTENING, topics } = options;
    const backOff = createBackOff(timing, realClock);
    let present: Connection | undefined;
    while (!signal.aborted) {
        let next: Connection;
        try {
            const { connectUri, refused } = await openChannel(client, topics, signal);
            next = await connect({ connectUri, onEvent, signal, timing });
            onState({ name: 'listening', topics: topics.length - refused, refused });
        } catch (error) {
            if (signal.aborted) break;
            onState({ name: 'failed', reason: reasonOf(error) });
            await pause(backOff.next(), signal);
            continue;
        }
        if (present?.isOpen !== true) onGap();
        present?.close();
        present = next;
        const openedAt = performance.now();
        const why = await lastsFor(next, timing.renewAfterMs, signal);
        if (performance.now() - openedAt >= timing.longestBackOffMs) backOff.reset();
        if (signal.aborted) break;
        onState({ name: why === 'lost' ? 'lost' : 'renewed' });
        if (why === 'lost') await pause(backOff.next(), signal);
    }
    present?.close();
}

async function openChannel(
    client: GenesysClient,
    topics: readonly string[],
    signal: AbortSignal
): Promise<{ readonly connectUri: string; readonly refused: number }> {
    const channel = new Members((await client.call(CREATE_CHANNEL, {}, { signal })).data, '', []);
    const [channelId, connectUri] = [channel.id('id'), channel.id('connectUri')];
    if (channelId === undefined || connectUri === undefined) throw new NoConnection('Genesys Cloud named no channel');
    const asked = { channelId, topics: topics.map((id) => ({ id })), ignoreErrors: true };
    const answer = new Members((await client.call(SUBSCRIBE, asked, { signal })).data, '', []);
    const states = answer.objects('entities').map((topic) => topic.id('state')?.toLowerCase());
    const refused = states.filter((state) => state === 'rejected').length;
    if (refused > 0 && refused === topics.length) throw new NoConnection('every topic was refused');
    return { connectUri, refused };
}

async function lastsFor({ over }: Connection, ms: number, signal: AbortSignal): Promise<'lost' | 'closing' | 'old'> {
    const stop = new AbortController();
    const old = pause(ms, AbortSignal.any([signal, stop.signal])).then(() => 'old' as const);
    const why = await Promise.race([over, old]);
    stop.abort();
    return why;
}

function reasonOf(error: unknown): string {
    // Either names what the configuration names, and nothing of anybody.
    if (error instanceof NoConnection || error instanceof SecretMissing) return error.message;
    if (!(error instanceof GenesysError)) return 'a fault of the bridge';
    const { code, failure, status } = error.facts;
    return [failure, status, code].filter((part) => part !== undefined).join(' ');
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
    await wait(ms, undefined, { signal }).catch(() => undefined);
}
