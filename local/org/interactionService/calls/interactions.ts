import { randomUUID } from 'node:crypto';
import { endUser, list, members, moment, oneOf, text, textOrNone } from '../members.ts';
import type { Members } from '../members.ts';
import { channelAddressOf } from '../org.ts';
import type { Answered, Asked, AttachedFile, Org } from '../org.ts';
import { Refusal } from '../refusal.ts';
import type { Conversation } from '../state.ts';
import { messageUpdated } from './messageUpdated.ts';

const MOST_BYTES = 25 * 1_024 * 1_024;

/** POST /interactions. */
export function interactions(org: Org, { body, channel, files }: Asked): Answered {
    const given = members(body, ['to', 'from', 'routingAttributes', 'interactions']);
    const address = channelAddressOf(org, channel, given, 'to', 10027);
    const customer = text(given, 'from', 10028, 255);
    if (Array.isArray(given['interactions']) && given['interactions'].length === 0) throw new Refusal(20003);
    const [interaction] = list(given, 'interactions', 1, 1, 10029);
    const told = read(interaction, files);
    if (told.opens && org.knowsInteractionsAgain) {
        const key = `${address} ${customer} ${told.id}`;
        const known = org.seenInteractions.has(key) ? org.state.between(address, customer) : undefined;
        if (known !== undefined) return { ...accepted(known), isKnown: true };
        org.seenInteractions.add(key);
    }
    const conversation = org.state.between(address, customer) ?? (told.opens ? begin() : undefined);
    // Typing and failures belong to a conversation that there is; what Salesforce says otherwise is not published.
    if (conversation === undefined) throw new Refusal(10025);
    if (told.opens) org.state.openSession(conversation);
    if (told.file !== undefined) {
        const outcome = org.uploadOutcome(told.file);
        org.publishLater(messageUpdated(conversation, told.id, told.file, outcome, org.now()));
    }
    return accepted(conversation);

    function begin(): Conversation {
        return org.state.begin(address, customer);
    }
}

function accepted({ id, sessions }: Conversation): Answered {
    const open = sessions.filter(({ status }) => status !== 'Ended').map(({ workItemId }) => workItemId);
    return {
        status: 202,
        body: { id: randomUUID(), conversationIdentifier: id, workItemIds: open, success: true }
    };
}

interface Told {
    readonly id: string;
    /** Whether a session begins with it where there is none. */
    readonly opens: boolean;
    readonly file?: AttachedFile;
}

function read(interaction: unknown, files: readonly AttachedFile[]): Told {
    const type = oneOf(
        members(interaction, [...ENTRY, ...ATTACHMENT], 10029),
        'interactionType',
        ['EntryInteraction', 'AttachmentInteraction'],
        10029
    );
    if (type === 'AttachmentInteraction') return attachment(members(interaction, ATTACHMENT, 10029), files);
    if (files.length > 0) throw new Refusal(10011);
    const given = members(interaction, ENTRY, 10029);
    moment(given, 'timestamp', 10029);
    return entry(given['payload']);
}

const ENTRY = ['interactionType', 'timestamp', 'payload'];
const ATTACHMENT = ['interactionType', 'timestamp', 'id', 'attachmentIndex', 'contentLength', 'text'];

function attachment(given: Members, files: readonly AttachedFile[]): Told {
    moment(given, 'timestamp', 10029);
    const id = text(given, 'id', 10007);
    textOrNone(given, 'text');
    const [file] = files;
    if (file === undefined) throw new Refusal(10011);
    if (given['attachmentIndex'] !== 0) throw new Refusal(10029, 'attachmentIndex');
    if (given['contentLength'] === undefined || given['contentLength'] === null) throw new Refusal(10010);
    if (file.bytes.byteLength === 0) throw new Refusal(10009);
    if (file.bytes.byteLength > MOST_BYTES) throw new Refusal(10008);
    if (given['contentLength'] !== file.bytes.byteLength) throw new Refusal(10051);
    if (!/^[\w.+-]+\/[\w.+-]+/.test(file.mimeType) || file.mimeType === 'application/octet-stream')
        throw new Refusal(10095);
    return { id, opens: true, file };
}

function entry(payload: unknown): Told {
    const { entryType } = members(payload, ALL_ENTRY_MEMBERS, 10045);
    switch (entryType) {
        case 'Message': {
            const given = members(payload, ['id', 'entryType', 'abstractMessage'], 10045);
            const id = text(given, 'id', 10059);
            message(given['abstractMessage'], id);
            return { id, opens: true };
        }
        case 'TypingStartedIndicator':
        case 'TypingStoppedIndicator': {
            const given = members(payload, ['id', 'entryType', 'timestamp'], 10045);
            moment(given, 'timestamp', 10045);
            return { id: text(given, 'id', 10059), opens: false };
        }
        case 'MessageDeliveryFailed': {
            const given = members(payload, FAILED, 10045);
            text(given, 'errorCode', 10045);
            text(given, 'failedConversationEntryIdentifier', 10045);
            textOrNone(given, 'errorMessage', 10045);
            endUser(given['recipient']);
            return { id: text(given, 'id', 10059), opens: false };
        }
        default:
            throw new Refusal(10045, 'entryType');
    }
}

const FAILED = ['id', 'entryType', 'failedConversationEntryIdentifier', 'recipient', 'errorCode', 'errorMessage'];
const ALL_ENTRY_MEMBERS = [...FAILED, 'abstractMessage', 'timestamp'];

/** What an end user may send, with the member and the formats that go with it. */
const MESSAGES: Readonly<Record<string, { readonly member: string; readonly formats: readonly string[] }>> = {
    StaticContentMessage: { member: 'staticContent', formats: ['Text'] },
    ChoicesResponseMessage: { member: 'choicesResponse', formats: ['Selections'] },
    FormResponseMessage: { member: 'formResponse', formats: ['Inputs'] }
};
const FORMATS = [
    'Attachments',
    'RichLink',
    'Media',
    'Buttons',
    'Carousel',
    'QuickReplies',
    'ListPicker',
    'Links'
].concat(['Selections', 'TimePicker', 'Application', 'Result', 'Inputs', 'WebView', 'Text']);

function message(abstractMessage: unknown, entryId: string): void {
    const { messageType } = members(abstractMessage, ALL_MESSAGE_MEMBERS, 10045);
    if (messageType === 'ChoicesMessage' || messageType === 'FormMessage') throw new Refusal(10062);
    const kind =
        typeof messageType === 'string' && Object.hasOwn(MESSAGES, messageType) ? MESSAGES[messageType] : undefined;
    if (kind === undefined) throw new Refusal(10047);
    const given = members(abstractMessage, ['messageType', 'id', 'inReplyToMessageId', kind.member], 10045);
    if (text(given, 'id', 10059) !== entryId) throw new Refusal(10060);
    textOrNone(given, 'inReplyToMessageId', 10045);
    const content = members(
        given[kind.member],
        ['formatType', 'text', 'selectedOptions', 'formTitle', 'inputValues'],
        10045
    );
    const format = oneOf(content, 'formatType', FORMATS, 10048);
    if (!kind.formats.includes(format)) throw new Refusal(10049);
    if (format === 'Text') text(members(content, ['formatType', 'text'], 10045), 'text', 10045);
    if (format === 'Selections') {
        for (const option of list(content, 'selectedOptions', 1, Infinity, 10045))
            text(members(option, ['optionIdentifier', 'optionTitle'], 10045), 'optionIdentifier', 10045);
    }
    if (format === 'Inputs') list(content, 'inputValues', 0, Infinity, 10045);
}

const ALL_MESSAGE_MEMBERS = [
    'messageType',
    'id',
    'inReplyToMessageId',
    ...Object.values(MESSAGES).map(({ member }) => member)
];
