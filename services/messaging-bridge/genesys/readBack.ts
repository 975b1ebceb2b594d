import type { GenesysClient } from '@switchboard/genesys-api';
import { kept, Members } from '../outbound/members.ts';
import { ask } from './callOnce.ts';
import type { ServerClock } from './serverClock.ts';

/** A message as Genesys Cloud shows it. */
export interface ShownMessage {
    readonly id: string;
    readonly direction: string;
    readonly text: string;
    /** The name that the sender gave it. */
    readonly channelMessageId?: string;
    readonly files: readonly { readonly id?: string; readonly name?: string }[];
}

export interface Reading {
    readonly client: GenesysClient;
    readonly clock: ServerClock;
    readonly conversationId: string;
    /** Only what went out: what a customer's participant has came in, and is not looked at. */
    readonly isOutbound: boolean;
    readonly startedAgoMs: number;
    readonly claimed: ReadonlySet<string>;
    readonly signal: AbortSignal;
}

/** Seconds are all that a Date header tells, and two machines of Genesys Cloud need not agree to the second. */
const TOLERANCE_MS = 5_000;
/** Each is one request more. Of each end: what is looked for is among the oldest, unless clocks disagree. */
const MOST_LOOKED_AT = 30;

/**
 * The first message of a conversation that `matches`, among those that were written since the send was started and that
 * nobody has claimed. Oldest first.
 */
export async function findMessage(
    reading: Reading,
    matches: (message: ShownMessage) => boolean
): Promise<{ readonly remoteId: string } | 'absent' | 'unreachable'> {
    const { client, clock, conversationId, startedAgoMs, signal } = reading;
    const shown = await ask(client, 'get_message', { conversationId }, signal);
    if (shown === 'notThere') return 'absent';
    if (shown === 'unreachable') return shown;
    const since = clock.now() - Math.max(0, startedAgoMs) - TOLERANCE_MS;
    for (const messageId of candidates(shown.data, since, reading)) {
        const read = await ask(client, 'get_message_message', { conversationId, messageId }, signal);
        if (read === 'unreachable') return read;
        if (read === 'notThere') continue;
        const message = messageIn(read.data);
        if (message !== undefined && matches(message)) return { remoteId: messageId };
    }
    return 'absent';
}

const CUSTOMERS: readonly (string | undefined)[] = ['customer', 'external'];

function candidates(conversation: unknown, since: number, { isOutbound, claimed }: Reading): string[] {
    const found: { readonly id: string; readonly time: number }[] = [];
    for (const participant of new Members(conversation, '', []).objects('participants')) {
        if (isOutbound && CUSTOMERS.includes(participant.id('purpose'))) continue;
        for (const message of participant.objects('messages')) {
            const id = message.id('messageId');
            const told = Date.parse(message.id('messageTime') ?? '');
            const time = Number.isNaN(told) ? Infinity : told;
            if (id !== undefined && !claimed.has(id) && time >= since) found.push({ id, time });
        }
    }
    const ids = [...new Set(found.toSorted((one, other) => one.time - other.time).map(({ id }) => id))];
    return [...new Set([...ids.slice(0, MOST_LOOKED_AT), ...ids.slice(-MOST_LOOKED_AT)])];
}

/** MessageData. Undefined where it is none. */
function messageIn(data: unknown): ShownMessage | undefined {
    const message = new Members(data, '', []);
    const normalized = message.object('normalizedMessage');
    const id = message.id('id');
    const direction = message.id('direction') ?? normalized.id('direction');
    if (id === undefined || direction === undefined) return undefined;
    const named = message.id('providerMessageId') ?? normalized.object('channel').id('messageId');
    return {
        id,
        direction: direction.toLowerCase(),
        text: normalized.text('text') ?? message.text('textBody') ?? '',
        files: normalized.objects('content').map(fileIn),
        ...(named === undefined ? {} : { channelMessageId: named })
    };
}

function fileIn(content: Members): ShownMessage['files'][number] {
    const attachment = content.object('attachment');
    return kept({ id: attachment.id('id'), name: attachment.id('filename') });
}

/** Line ends and blanks around a text may be changed on the way. */
export const saysTheSame = (one: string, other: string): boolean => tidied(one) === tidied(other);

const tidied = (text: string): string => text.replace(/\r\n?/g, '\n').trim().normalize();
