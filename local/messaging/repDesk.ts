/** What reps do in their conversations, told by platform event as Salesforce tells it; and what they see of them. */
import { randomUUID } from 'node:crypto';
import type { LocalOrg } from '../org/org.ts';
import type { OrgUser } from '../org/orgTypes.ts';
import type { MessagingOrg } from './messagingOrg.ts';
import { messageEvent, sessionEndedEvent, transferEvent, typingEvent } from './repEvents.ts';
import type { Place, Written } from './repEvents.ts';
import { repView } from './repView.ts';
import type { RepConversation, RepMessage } from './repView.ts';

export interface RepDesk {
    writes(rep: OrgUser, conversation: string, written: Written): void;
    types(rep: OrgUser, conversation: string, isTyping: boolean): void;
    handsTo(conversation: string, userId: string): void;
    ends(rep: OrgUser, conversation: string): void;
    view(): RepConversation[];
}

/** Asked for a conversation that there is not. */
export class NoConversation extends Error {}

export function createRepDesk(org: MessagingOrg, users: LocalOrg['users']): RepDesk {
    const written: RepMessage[] = [];
    const labelOf = (userId: string): string =>
        users().find(({ id }) => id.slice(0, 15) === userId.slice(0, 15))?.label ?? 'somebody else';

    function conversationOf(id: string): (typeof org.service.conversations)[number] {
        const found = org.service.conversations.find((one) => one.id === id);
        if (found === undefined) throw new NoConversation(`There is no conversation ${id}.`);
        return found;
    }
    function placeOf(id: string): Place {
        const { channelAddress, customer } = conversationOf(id);
        return { conversation: id, channelAddress, customer };
    }

    return {
        writes(rep, conversation, message): void {
            const id = randomUUID();
            org.publish(messageEvent(placeOf(conversation), rep, id, message));
            written.push({ ...message, id, conversation, at: Date.now() });
        },
        types(rep, conversation, isTyping): void {
            org.publish(typingEvent(placeOf(conversation), rep, isTyping));
        },
        handsTo(conversation, userId): void {
            org.publish(transferEvent(placeOf(conversation), userId));
        },
        ends(rep, conversation): void {
            const session = conversationOf(conversation).sessions.at(-1);
            if (session === undefined || session.status === 'Ended') return;
            org.publish(sessionEndedEvent(placeOf(conversation), rep, session.workItemId, Date.now()));
            session.status = 'Ended';
        },
        view: () =>
            repView({ conversations: org.service.conversations, accepted: org.service.accepted, written, labelOf })
    };
}
