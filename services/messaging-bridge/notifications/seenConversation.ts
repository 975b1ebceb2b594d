import { Members } from '../outbound/members.ts';

/** A message as a conversation lists it, without what it says. */
export interface SeenMessage {
    readonly id: string;
    /** Epoch milliseconds; undefined where nobody says. */
    readonly at: number | undefined;
    /** `received`, `sent`, `delivery-success`, `read` and so on, in small letters. */
    readonly status: string;
    /** That somebody types, came or went: there is nothing to read. */
    readonly isEvent: boolean;
    readonly typing?: 'started' | 'stopped';
}

export interface SeenParticipant {
    readonly id: string;
    readonly purpose: string;
    /** `alerting`, `connected`, `disconnected` and so on. */
    readonly state: string;
    readonly userId?: string;
    readonly queueId?: string;
    /** As the channel calls whoever it is. May be a phone number: never for a log. */
    readonly address?: string;
    /** Listens in, and writes nothing. */
    readonly isMonitoring: boolean;
    readonly messages: readonly SeenMessage[];
}

export interface SeenConversation {
    readonly id: string;
    readonly participants: readonly SeenParticipant[];
}

/** A conversation of messages, as a notification or an answer of the API shows it. Undefined where it is none. */
export function seenIn(body: unknown): SeenConversation | undefined {
    const conversation = new Members(body, '', []);
    const id = conversation.id('id');
    if (id === undefined) return undefined;
    return { id, participants: conversation.objects('participants').map(participantIn) };
}

function participantIn(participant: Members): SeenParticipant {
    const userId = participant.object('user').id('id');
    const queueId = participant.object('queue').id('id');
    const address = participant.id('address');
    return {
        id: participant.id('id') ?? '',
        purpose: (participant.id('purpose') ?? '').toLowerCase(),
        state: (participant.id('state') ?? '').toLowerCase(),
        isMonitoring: participant.id('monitoredParticipantId') !== undefined,
        messages: participant.objects('messages').flatMap(messageIn),
        ...(userId === undefined ? {} : { userId }),
        ...(queueId === undefined ? {} : { queueId }),
        ...(address === undefined ? {} : { address })
    };
}

function messageIn(message: Members): SeenMessage[] {
    const id = message.id('messageId') ?? message.object('message').id('id');
    if (id === undefined) return [];
    const told = Date.parse(message.id('messageTime') ?? '');
    const metadata = message.object('messageMetadata');
    const typing = metadata.objects('events').findLast((event) => event.id('eventType')?.toLowerCase() === 'typing');
    return [
        {
            id,
            at: Number.isNaN(told) ? undefined : told,
            status: (message.id('messageStatus') ?? '').toLowerCase(),
            isEvent: metadata.id('type')?.toLowerCase() === 'event',
            ...(typing === undefined
                ? {}
                : { typing: typing.id('subType')?.toLowerCase() === 'off' ? 'stopped' : 'started' })
        }
    ];
}

const isCustomer = ({ purpose }: SeenParticipant): boolean => purpose === 'customer' || purpose === 'external';

const isAgent = ({ purpose }: SeenParticipant): boolean => purpose === 'agent' || purpose === 'user';

/** What the customer wrote, oldest first. */
export const customersMessages = ({ participants }: SeenConversation): SeenMessage[] =>
    participants
        .filter(isCustomer)
        .flatMap(({ messages }) => messages)
        .toSorted((one, other) => (one.at ?? Infinity) - (other.at ?? Infinity));

/** What went out to the customer. */
export const messagesOut = ({ participants }: SeenConversation): SeenMessage[] =>
    participants.filter((one) => !isCustomer(one)).flatMap(({ messages }) => messages);

/** The agent who is connected: a rep before others, who came last before those who came earlier. */
export function servingAgent(
    { participants }: SeenConversation,
    repIds: ReadonlySet<string>
): SeenParticipant | undefined {
    const connected = participants.filter((one) => isAgent(one) && one.state === 'connected' && !one.isMonitoring);
    return connected.findLast(({ userId = '' }) => repIds.has(userId)) ?? connected.at(-1);
}

/** Nobody is in it any more. */
export const hasEnded = ({ participants }: SeenConversation): boolean =>
    participants.length > 0 && participants.every(({ state }) => state === 'disconnected' || state === 'terminated');
