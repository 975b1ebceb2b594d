/** Outbound messages and events in the vendor's normalized form, as its pages show them. */
import type { Centre } from '../platformApi/centre.ts';
import type { Conversation, TextMessage } from '../platformApi/conversation.ts';
import { known } from '../platformApi/known.ts';

type Messaging = NonNullable<Conversation['messaging']>;

const channelOf = ({ customerAddress, integrationId }: Messaging, messageId: string, time: string) => ({
    id: integrationId,
    platform: 'Open',
    type: 'Private',
    to: { id: customerAddress },
    from: { nickname: 'Care app', id: integrationId, idType: 'Opaque' },
    time,
    messageId
});

export function normalizedOutbound(
    { state }: Centre,
    messaging: Messaging,
    { content, createdBy, id, text, timestamp, type }: TextMessage,
    at: string | undefined
): object {
    const urlOf = (uploadId: unknown): string | undefined => {
        const path = state.uploads.find((one) => one.id === uploadId)?.path;
        return path === undefined || at === undefined ? undefined : new URL(path, at).href;
    };
    const shown = content.map((one) => {
        const { attachment } = one;
        if (typeof attachment !== 'object' || attachment === null) return one;
        return { ...one, attachment: known({ ...attachment, url: urlOf((attachment as { id?: unknown }).id) }) };
    });
    return known({
        id,
        channel: channelOf(messaging, id, timestamp),
        type,
        text,
        content: shown.length === 0 ? undefined : shown,
        originatingEntity: createdBy === undefined ? 'Bot' : 'Human',
        direction: 'Outbound'
    });
}

export const normalizedEvent = (
    messaging: Messaging,
    { id, time, type }: { readonly id: string; readonly time: string; readonly type: string }
): object => ({
    id,
    channel: channelOf(messaging, id, time),
    type: 'Event',
    events: [{ eventType: 'Typing', typing: type === 'On' ? { type, duration: 5_000 } : { type } }],
    direction: 'Outbound'
});
