import { ArgumentError, GenesysError } from '@switchboard/genesys-api';
import { outLane } from '../delivery/messageEntry.ts';
import type { TypingSaid } from '../delivery/typingSaid.ts';
import { DatabaseFault } from '../store/database.ts';
import type { Database } from '../store/database.ts';
import { isWaitingIn } from '../store/entries.ts';
import { linkOf } from '../store/links.ts';
import type { Link } from '../store/links.ts';
import { operation } from './callOnce.ts';
import { conversationWrites } from './openMessages.ts';
import type { OpenWriter } from './openMessages.ts';
import type { Genesys } from './topologies.ts';

export interface TypingOptions {
    readonly database: Database;
    readonly genesys: Genesys;
    /** Who writes where Genesys Cloud is the far side. */
    readonly openSender?: OpenWriter;
    /** The clock of Salesforce, which says when somebody typed. Milliseconds since 1970. */
    readonly now?: () => number;
    /** A fault of ours. */
    readonly onFault?: (error: unknown) => void;
}

/** Older than this nobody types any more. */
const WITHIN_MS = 5_000;
/** For how long Genesys Cloud shows it, and for how long it needs not be told again. */
const SHOWN_MS = 5_000;
const AGAIN_MS = 3_000;
/** What messages are left of the quota, at least. */
const SPARE = 0.5;
const MOST_AT_ONCE = 8;
const MOST_KNOWN = 1_000;

const NOTHING = { messageType: 'StaticContentMessage', formatType: 'Text', text: '' } as const;

/** The one attempt has been made. */
class OnceOnly extends Error {}

/**
 * Shows the customer who types, where that costs no message anything: never stored, tried once, and dropped where it is
 * late, where a message waits in the conversation, or where half of what may be sent in a minute is used up. Gives how
 * many were shown, by entryType; never throws.
 */
export function createTyping({
    database,
    genesys,
    openSender = conversationWrites('Salesforce'),
    now = Date.now,
    onFault = () => undefined
}: TypingOptions): (said: readonly TypingSaid[]) => Promise<number> {
    const { client, spare } = genesys;
    const shown = new Map<string, { readonly isOn: boolean; readonly at: number; readonly done: Promise<unknown> }>();
    let atOnce = 0;

    function isNews(conversation: string, isOn: boolean): boolean {
        const last = shown.get(conversation);
        const ago = last === undefined ? Infinity : performance.now() - last.at;
        return isOn ? last?.isOn !== true || ago > AGAIN_MS : last?.isOn === true && ago < 2 * SHOWN_MS;
    }

    function note(conversation: string, isOn: boolean, done: Promise<unknown>): void {
        shown.delete(conversation);
        shown.set(conversation, { isOn, at: performance.now(), done });
        const [oldest] = shown.keys();
        if (shown.size > MOST_KNOWN && oldest !== undefined) shown.delete(oldest);
    }

    async function show(said: TypingSaid, isOn: boolean, leftMs: number, earlier?: Promise<unknown>): Promise<boolean> {
        // Of whole milliseconds only: a server's clock has parts of them.
        const signal = AbortSignal.timeout(Math.ceil(leftMs));
        try {
            await earlier;
            const link = await linkOf(database, said.conversation);
            const asked = link && requestFor(link, said, isOn, openSender);
            if (asked === undefined || (await isWaitingIn(database, outLane(said.conversation)))) return false;
            if (spare() < SPARE) return false;
            let isSent = false;
            await client.call(operation(asked.name), asked.given, {
                signal,
                onSend(): void {
                    if (isSent) throw new OnceOnly();
                    isSent = true;
                }
            });
            return true;
        } catch (error) {
            const isUsual = [GenesysError, ArgumentError, DatabaseFault, OnceOnly].some(
                (kind) => error instanceof kind
            );
            if (!isUsual) onFault(error);
            return false;
        }
    }

    async function one(said: TypingSaid): Promise<boolean> {
        const isOn = said.entryType === 'TypingStartedIndicator';
        const leftMs = Math.min(WITHIN_MS, said.createdAt + WITHIN_MS - now());
        if (leftMs <= 0 || atOnce >= MOST_AT_ONCE || spare() < SPARE || !isNews(said.conversation, isOn)) return false;
        atOnce += 1;
        const showing = show(said, isOn, leftMs, shown.get(said.conversation)?.done).finally(() => (atOnce -= 1));
        note(said.conversation, isOn, showing);
        return showing;
    }

    return async (said) => (await Promise.all(said.map(one))).filter(Boolean).length;
}

function requestFor(
    link: Link,
    said: TypingSaid,
    isOn: boolean,
    openSender: OpenWriter
): { readonly name: string; readonly given: Readonly<Record<string, unknown>> } | undefined {
    const typing = isOn ? { type: 'On', duration: SHOWN_MS } : { type: 'Off' };
    if (link.topology === 'openMessaging') {
        const channel = {
            from: openSender({ ...said, content: NOTHING }),
            time: new Date(said.createdAt).toISOString()
        };
        const events = [{ eventType: 'Typing', typing }];
        return {
            name: 'post_message_inbound_open_event',
            given: { integrationId: link.integrationId, channel, events }
        };
    }
    const { communicationId, conversationId } = link;
    if (communicationId === undefined) return undefined;
    return { name: 'post_message_communication_typing', given: { conversationId, communicationId, typing } };
}
