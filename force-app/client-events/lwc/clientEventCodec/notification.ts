import { bodyOf } from './interactionEvent.ts';
import { isConversationId, isText, own, textOf } from './own.ts';
import { kindOf, quoted } from './quoted.ts';
import { NOTIFICATION_CATEGORIES } from './types.ts';
import { present } from './userAction.ts';
import { ignoringCase } from './words.ts';
import type { ClientChatMessage, ClientUtterance, NotificationEvent } from './types.ts';

const knownCategory = ignoringCase(NOTIFICATION_CATEGORIES);
const knownChannel = ignoringCase(['EXTERNAL', 'INTERNAL']);

/** The event, or why there is none. */
export function decodeNotification(given: unknown, sent: unknown, receivedAt: string): NotificationEvent | string {
    const category = knownCategory(given);
    if (category === undefined) return `Notification category ${quoted(given)} is not known`;
    const where = `Notification ${category}`;
    const data = bodyOf(sent);
    const common = { type: 'Notification', receivedAt } as const;
    switch (category) {
        case 'conversationTranscription': {
            const id = isText(data) ? data : own(data, 'id');
            if (!isConversationId(id)) return `${where} whose id is ${kindOf(id)}`;
            const eventTime = textOf(data, 'eventTime');
            const ended = textOf(data, 'status')?.toUpperCase() === 'SESSION_ENDED';
            const utterances = listOf(own(data, 'transcripts')).flatMap(utterance);
            return { ...common, category, id, ...present({ eventTime }), ended, utterances };
        }
        case 'interactionSelection': {
            const id = isText(data) ? data : own(data, 'interactionId');
            // Something falsy comes when nothing is selected.
            if (!id) return { ...common, category };
            return isConversationId(id)
                ? { ...common, category, interactionId: id }
                : `${where} whose id is ${kindOf(id)}`;
        }
        default: {
            const messages = own(data, 'messages');
            if (!Array.isArray(messages)) return `${where} whose messages are ${kindOf(messages)}`;
            return { ...common, category, messages: listOf(messages).flatMap(chatMessage) };
        }
    }
}

/** The first alternative is the likeliest. */
function utterance(transcript: unknown): ClientUtterance[] {
    const [likeliest] = listOf(own(transcript, 'alternatives'));
    const text = textOf(likeliest, 'transcript');
    if (text === undefined) return [];
    const utteranceId = textOf(transcript, 'utteranceId');
    const said = textOf(transcript, 'channel');
    const confidences = listOf(own(likeliest, 'words')).map((word) => own(word, 'confidence'));
    const confidence = confidences.filter(isShare).sort((a, b) => a - b)[0];
    return [{ text, ...present({ utteranceId, channel: knownChannel(said) ?? said, confidence }) }];
}

function chatMessage(message: unknown): ClientChatMessage[] {
    const body = own(message, 'body');
    return typeof body === 'string' ? [{ body, ...present({ role: textOf(message, 'role') }) }] : [];
}

function listOf(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : [];
}

function isShare(value: unknown): value is number {
    return typeof value === 'number' && value >= 0 && value <= 1;
}
