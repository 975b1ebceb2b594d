/** What a rep of Salesforce sees: from what the reps wrote here, and from the calls that the Interaction Service took. */
import type { Accepted } from '../org/interactionService/service.ts';
import type { AgentWork, Conversation } from '../org/interactionService/state.ts';
import { TYPES_MS } from './customerView.ts';
import type { Line, LineState } from './lines.ts';
import type { Written } from './repEvents.ts';

export interface RepMessage extends Written {
    readonly id: string;
    readonly conversation: string;
    readonly at: number;
}

export interface RepConversation {
    readonly id: string;
    /** As the channel knows the customer. */
    readonly customer: string;
    readonly status: 'Waiting' | 'Active' | 'Inactive' | 'Ended';
    /** Ids of the users who have it, and of those whom it waits for; with 15 or 18 characters. */
    readonly takenBy: readonly string[];
    readonly offeredTo: readonly string[];
    readonly lines: readonly Line[];
    readonly customerIsTyping: boolean;
}

export interface RepViewParts {
    readonly conversations: readonly Conversation[];
    readonly accepted: readonly Accepted[];
    readonly written: readonly RepMessage[];
    /** What the page calls a user. */
    readonly labelOf: (userId: string) => string;
    /** Milliseconds since 1970. */
    readonly now?: number;
}

export function repView({
    accepted,
    conversations,
    labelOf,
    now = Date.now(),
    written
}: RepViewParts): RepConversation[] {
    return conversations.map((conversation) => {
        const told = accepted.flatMap((call) => readCall(call, conversation, labelOf));
        const mine = written.filter((one) => one.conversation === conversation.id).map((one) => lineOf(one, told));
        const lines = [...told.flatMap(({ line }) => line ?? []), ...mine].toSorted((one, other) => one.at - other.at);
        const { status = 'Ended', work = [] } = conversation.sessions.at(-1) ?? {};
        const usersOf = (is: AgentWork['status']): string[] =>
            work.flatMap((one) => (one.status === is ? [one.userId] : []));
        return {
            id: conversation.id,
            customer: conversation.customer,
            status,
            takenBy: usersOf('Opened'),
            offeredTo: usersOf('Assigned'),
            lines,
            customerIsTyping: isOn(told.findLast(({ typing, line }) => typing ?? line?.by === 'customer')?.typing, now)
        };
    });
}

/** What one call tells about a conversation. */
interface Told {
    readonly line?: Line;
    readonly typing?: { readonly is: 'on' | 'off'; readonly at: number };
    readonly became?: { readonly entry: string; readonly state: LineState; readonly why?: string };
}

/** That somebody stops may be lost, as when the bridge is killed. */
const isOn = (typing: Told['typing'], now: number): boolean => typing?.is === 'on' && now - typing.at < TYPES_MS;

type Members = Readonly<Record<string, unknown>>;

const membersOf = (value: unknown): Members =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
const listOf = (value: unknown): readonly Members[] => (Array.isArray(value) ? value.map(membersOf) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function readCall(call: Accepted, { customer, id, sessions, channelAddress }: Conversation, labelOf: LabelOf): Told[] {
    const body = membersOf(call.body);
    const isOurs =
        body['conversationIdentifier'] === id ||
        (body['to'] === channelAddress && body['from'] === customer) ||
        sessions.some(({ workItemId }) => workItemId === body['workItemId']);
    if (!isOurs) return [];
    if (call.call === 'POST /interactions') return interaction(call, listOf(body['interactions'])[0] ?? {});
    if (call.call === 'POST /acknowledgement') return listOf(body['acknowledgements']).map(receipt);
    const text = happened(call.call, body, membersOf(call.answer), labelOf);
    return text === undefined ? [] : [{ line: { id: call.requestId, at: call.at, by: 'event', text } }];
}

function interaction({ at, file, requestId }: Accepted, given: Members): Told[] {
    const said = { id: requestId, at, by: 'customer' } as const;
    if (given['interactionType'] === 'AttachmentInteraction')
        return [{ line: { ...said, text: textOf(given['text']), file: { name: file?.name ?? '' } } }];
    const payload = membersOf(given['payload']);
    switch (payload['entryType']) {
        case 'Message':
            return [{ line: { ...said, text: messageText(membersOf(payload['abstractMessage'])) } }];
        case 'TypingStartedIndicator':
            return [{ typing: { is: 'on', at } }];
        case 'TypingStoppedIndicator':
            return [{ typing: { is: 'off', at } }];
        default: {
            const entry = textOf(payload['failedConversationEntryIdentifier']);
            const state = payload['errorCode'] === 'MayNotBeDelivered' ? 'unsure' : 'notDelivered';
            return [{ became: { entry, state, why: textOf(payload['errorMessage']) } }];
        }
    }
}

function messageText(message: Members): string {
    const chosen = listOf(membersOf(message['choicesResponse'])['selectedOptions']);
    if (chosen.length === 0) return textOf(membersOf(message['staticContent'])['text']);
    return chosen
        .map((option) => textOf(membersOf(option['optionTitle'])['title']) || textOf(option['optionIdentifier']))
        .join(', ');
}

const receipt = (given: Members): Told => ({
    became: {
        entry: textOf(given['acknowledgedConversationEntryIdentifier']),
        state: given['acknowledgementType'] === 'Read' ? 'read' : 'delivered'
    }
});

type LabelOf = (userId: string) => string;

function happened(call: string, body: Members, answer: Members, labelOf: LabelOf): string | undefined {
    switch (call) {
        case 'POST /agentWork':
            return `The conversation goes to ${labelOf(textOf(body['userId']))}.`;
        case 'POST /routingResult':
            return body['success'] === true ? 'Routed.' : `Not routed: ${textOf(body['errorMessage'])}`;
        case 'POST /route':
            return answer['success'] === true ? 'Somebody is looked for.' : 'Nobody was found.';
        case 'DELETE /route':
            return 'Nobody is looked for any more.';
        case 'POST /messagingSession':
            return body['operation'] === 'End' ? 'The other side ended the conversation.' : 'The conversation rests.';
        default:
            return undefined;
    }
}

const FAR: readonly LineState[] = ['sent', 'unsure', 'notDelivered', 'delivered', 'read'];

/** The furthest that Salesforce was told: a receipt counts more than a failure, whichever came last. */
function lineOf({ at, file, id, options, text }: RepMessage, told: readonly Told[]): Line {
    const [last] = told
        .flatMap(({ became }) => (became?.entry === id ? [became] : []))
        .toSorted((one, other) => FAR.indexOf(other.state) - FAR.indexOf(one.state));
    return {
        id,
        at,
        by: 'rep',
        text,
        state: last?.state ?? 'sent',
        ...(last?.why === undefined ? {} : { why: last.why }),
        ...(options === undefined ? {} : { options: options.map(({ title }) => title) }),
        ...(file === undefined
            ? {}
            : { file: { name: file.name, url: file.url, isPicture: file.mimeType.startsWith('image/') } })
    };
}
