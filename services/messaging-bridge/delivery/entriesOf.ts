import { fileEntries } from '../files/fileEntries.ts';
import { consentEntries } from '../inbound/consent.ts';
import { fileOutcomeEntries } from '../inbound/fileOutcome.ts';
import type { Said } from '../inbound/said.ts';
import { salesforceReceiptEntries } from '../inbound/salesforceReceipt.ts';
import { decodeOutbound, isForTheCustomer } from '../outbound/outbound.ts';
import type { EntryType, FieldNames, Interaction, OutboundEvent } from '../outbound/outbound.ts';
import type { ReceivedEvent } from '../pubsub/decodeEvents.ts';
import type { Batch } from '../pubsub/subscription.ts';
import { presenceEntry, sessionEndedEntry, workResultEntry } from '../routing/agentEntries.ts';
import { routingEndedEntry, routingEntry } from '../routing/requestedRouting.ts';
import type { NewEntry, Unreadable } from '../store/batches.ts';
import { MESSAGE, messageBody, outLane } from './messageEntry.ts';
import { REMARK, remarkBody } from './remark.ts';
import type { AlsoTell } from './remark.ts';
import { isTypingType } from './typingSaid.ts';
import type { TypingSaid } from './typingSaid.ts';
import { storableJson, storableName, storableText } from './storable.ts';

export interface Sorted {
    /** What is to be done, in order. */
    readonly entries: readonly NewEntry[];
    /** What nobody can read or act on though it should be possible, with its bytes. */
    readonly unreadable: readonly Unreadable[];
    /**
     * How many events came to nothing by intent: by entryType, `Message for somebody else`, or
     * `unknown` for what has a name that this bridge does not know.
     */
    readonly dropped: Readonly<Record<string, number>>;
    /** Who types, the last of each conversation: to be shown now or never. */
    readonly typing: readonly TypingSaid[];
}

export interface SortOptions {
    /** The fields as the org's channel names them. */
    readonly names?: FieldNames;
    /** What the customer is told besides messages. */
    readonly alsoTell?: AlsoTell;
    /** Epoch milliseconds, for an event that does not say when it was published. */
    readonly now?: () => number;
    /** Whether Genesys Cloud is the far side of a channel: its agents are told what becomes of their messages. */
    readonly isFarSide?: (channelAddress: string | undefined) => boolean;
}

/**
 * What a batch of the subscription asks to be done: each message to the customer becomes an entry of its conversation's
 * lane, and so does each request for a rep. Everything else is counted and dropped. Typing is never stored, and nothing
 * is told of it for a conversation that has a message to send. Pure but for the clock; never throws, and what it gives is
 * storable.
 */
export function entriesOf({ events }: Pick<Batch, 'events'>, options: SortOptions = {}): Sorted {
    const entries: NewEntry[] = [];
    const unreadable: Unreadable[] = [];
    const dropped = new Map<string, number>();
    const drop = (name: string): void => void dropped.set(name, (dropped.get(name) ?? 0) + 1);
    const typing = new Map<string, TypingSaid>();
    for (const received of events) {
        const sorted = sort(received, options);
        if ('reason' in sorted) unreadable.push(unreadableOf(received, sorted.reason));
        else if ('drop' in sorted) drop(sorted.drop);
        else if ('typing' in sorted) {
            const earlier = typing.get(sorted.typing.conversation);
            if (earlier !== undefined) drop(earlier.entryType);
            typing.set(sorted.typing.conversation, sorted.typing);
        } else entries.push(...sorted);
    }
    const lanes = new Set(entries.map(({ lane }) => lane));
    for (const { conversation, entryType } of typing.values())
        if (lanes.has(outLane(conversation))) {
            typing.delete(conversation);
            drop(entryType);
        }
    return { entries, unreadable, dropped: Object.fromEntries(dropped), typing: [...typing.values()] };
}

type One =
    readonly NewEntry[] | { readonly reason: string } | { readonly drop: string } | { readonly typing: TypingSaid };

function sort(
    received: ReceivedEvent,
    { alsoTell = {}, isFarSide = () => true, names = {}, now = Date.now }: SortOptions
): One {
    if (received.problem !== undefined) return { reason: received.problem };
    const decoded = decodeOutbound(received.record, names);
    if (!decoded.ok) return { reason: decoded.reason };
    const { event } = decoded;
    if (event.kind === 'UnknownEvent') return unknown(event);
    const conversation = storableName(event.conversation);
    const said = {
        conversation,
        createdAt: event.createdAt ?? now(),
        key: storableName(event.key === undefined ? eventKey(received) : `entry:${event.key}`)
    };
    if (event.kind === 'RoutingRequested') return routingEntry(event, said);
    const { entryType } = event.entry;
    if (RECEIPTS.includes(entryType) && !isFarSide(event.channelAddress)) return { drop: entryType };
    return TAKEN[entryType]?.(event, said, alsoTell) ?? { drop: entryType };
}

/** What becomes of the events of one entryType; what is not here is counted and dropped. */
const TAKEN: Partial<Readonly<Record<EntryType, (event: Interaction, said: Said, alsoTell: AlsoTell) => One>>> = {
    Message: messageEntry,
    RoutingResult: routingEndedEntry,
    TypingStartedIndicator: typingSaid,
    TypingStoppedIndicator: typingSaid,
    RoutingWorkResult: workResultEntry,
    ParticipantChanged: presenceEntry,
    SessionStatusChanged: sessionEndedEntry,
    DeliveryAcknowledgement: some(salesforceReceiptEntries),
    ReadAcknowledgement: some(salesforceReceiptEntries),
    MessageDeliveryFailed: some(salesforceReceiptEntries),
    MessageUpdated: some(fileOutcomeEntries),
    EndUserConsentUpdated: some(consentEntries),
    ProgressIndicator: remarkEntry,
    QueuePosition: remarkEntry
};

/** What becomes of the messages of the other side. */
const RECEIPTS: readonly EntryType[] = ['DeliveryAcknowledgement', 'ReadAcknowledgement', 'MessageDeliveryFailed'];

/** An event of which nothing follows is counted. */
function some(entries: (event: Interaction, said: Said) => readonly NewEntry[]) {
    return (event: Interaction, said: Said): One => {
        const found = entries(event, said);
        return found.length > 0 ? found : { drop: event.entry.entryType };
    };
}

function messageEntry(event: Interaction, { conversation, createdAt, key }: Said): One {
    if (!isForTheCustomer(event)) return { drop: 'Message for somebody else' };
    const body = messageBody(event, conversation, createdAt);
    if (body === undefined) return { drop: event.entry.entryType };
    const message = { lane: outLane(conversation), key, kind: MESSAGE, body: storableJson(body), createdAt };
    return [message, ...fileEntries(message, message.body.content)];
}

function remarkEntry(event: Interaction, { conversation, createdAt, key }: Said, alsoTell: AlsoTell): One {
    const body = isForTheCustomer(event) ? remarkBody(event, conversation, createdAt, alsoTell) : undefined;
    if (body === undefined) return { drop: event.entry.entryType };
    return [{ lane: outLane(conversation), key, kind: REMARK, body: storableJson(body), createdAt }];
}

function typingSaid(event: Interaction, { conversation, createdAt }: Said): One {
    const { entryType } = event.entry;
    if (!isForTheCustomer(event) || !isTypingType(entryType)) return { drop: entryType };
    return { typing: { conversation, entryType, sender: event.sender, createdAt } };
}

/** A replay id may come again after an org has moved, an event's id never does. */
const eventKey = ({ id, replayId }: ReceivedEvent): string =>
    id === '' ? `replay:${Buffer.from(replayId).toString('hex')}` : `event:${id}`;

/** With a name that is known, something is missing without which nobody can act on it. */
function unknown({ unknown: names, problems }: Extract<OutboundEvent, { readonly kind: 'UnknownEvent' }>): One {
    if (Object.keys(names).length > 0) return { drop: 'unknown' };
    const [first] = problems;
    return {
        reason: first ? `${first.field} is ${first.given}. Allowed: ${first.allowed}.` : 'It cannot be acted on.'
    };
}

function unreadableOf({ id, replayId, schemaId, bytes }: ReceivedEvent, reason: string): Unreadable {
    return {
        eventId: storableText(id),
        replayId,
        schemaId: storableText(schemaId),
        bytes,
        reason: storableText(reason)
    };
}
