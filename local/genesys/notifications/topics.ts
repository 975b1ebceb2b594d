import type { Conversation } from '../platformApi/conversation.ts';
import { DIGITAL_QUEUES, USERS } from '../platformApi/directory.ts';
import type { Caller } from '../platformApi/oauth.ts';

/** What one can be told of. */
export interface Topic {
    /** `v2.users.4b0c….conversations.messages` */
    readonly id: string;
    readonly of: 'queue' | 'user';
    readonly entityId: string;
}

export const TOPIC_TEMPLATES = [
    { of: 'queue', template: 'v2.routing.queues.{id}.conversations.messages' },
    { of: 'user', template: 'v2.users.{id}.conversations.messages' }
] as const;

/** Sees what goes on in queues, and at others. */
export const SEES_OTHERS = 'conversation:communication:view';

/** Undefined for a topic that is not there, and for one of a queue or user that is not. */
export function topicNamed(id: string): Topic | undefined {
    for (const { of, template } of TOPIC_TEMPLATES) {
        const [before = '', after = ''] = template.split('{id}');
        if (!id.startsWith(before) || !id.endsWith(after)) continue;
        const entityId = id.slice(before.length, id.length - after.length);
        const known: readonly { readonly id: string }[] = of === 'queue' ? DIGITAL_QUEUES : USERS;
        if (known.some((one) => one.id === entityId)) return { id, of, entityId };
    }
    return undefined;
}

/** The permission that the caller lacks for it. */
export const missingFor = ({ permissions, userId }: Caller, { of, entityId }: Topic): string | undefined =>
    permissions.includes(SEES_OTHERS) || (of === 'user' && userId === entityId) ? undefined : SEES_OTHERS;

/** Those that tell of a conversation: of each queue and user that has, or had, a part in it. */
export function topicsOf({ medium, participants }: Conversation): ReadonlySet<string> {
    const ids = participants.flatMap(({ queueId, userId }) => [
        ...(queueId === undefined ? [] : [`v2.routing.queues.${queueId}.conversations.messages`]),
        ...(userId === undefined ? [] : [`v2.users.${userId}.conversations.messages`])
    ]);
    return new Set(medium === 'message' ? ids : []);
}
