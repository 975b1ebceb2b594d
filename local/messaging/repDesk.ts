/** What reps do in their conversations, told by platform event as Salesforce tells it; and what they see of them. */
import { randomUUID } from 'node:crypto';
import { isActive } from '../org/interactionService/state.ts';
import type { Conversation, Session } from '../org/interactionService/state.ts';
import type { LocalOrg } from '../org/org.ts';
import type { OrgUser } from '../org/orgTypes.ts';
import type { MessagingOrg } from './messagingOrg.ts';
import {
    messageEvent,
    participantEvent,
    routingEvent,
    sessionEndedEvent,
    typingEvent,
    workEvent
} from './repEvents.ts';
import type { Place, Written } from './repEvents.ts';
import { repView } from './repView.ts';
import type { RepConversation, RepMessage } from './repView.ts';

export interface RepDesk {
    writes(rep: OrgUser, conversation: string, written: Written): void;
    types(rep: OrgUser, conversation: string, isTyping: boolean): void;
    /** The rep takes the conversation; who had it before has it no more. */
    accepts(rep: OrgUser, conversation: string): void;
    handsTo(conversation: string, userId: string): void;
    ends(rep: OrgUser, conversation: string): void;
    view(): RepConversation[];
    close(): void;
}

/** Asked for a conversation that there is not, or that is over. */
export class NoConversation extends Error {}

const LOOK_MS = 100;

export function createRepDesk(org: Pick<MessagingOrg, 'publish' | 'service'>, users: LocalOrg['users']): RepDesk {
    const { conversations } = org.service;
    const written: RepMessage[] = [];
    const asked = new Set<string>();
    const rep = (userId: string): OrgUser | undefined =>
        users().find(({ id }) => id.slice(0, 15) === userId.slice(0, 15));

    function conversationOf(id: string): Conversation {
        const found = conversations.find((one) => one.id === id);
        if (found === undefined) throw new NoConversation(`There is no conversation ${id}.`);
        return found;
    }
    const placeIn = ({ channelAddress, customer, id }: Conversation): Place => ({
        conversation: id,
        channelAddress,
        customer
    });
    const placeOf = (id: string): Place => placeIn(conversationOf(id));
    function sessionOf(id: string): Session {
        const session = conversationOf(id).sessions.at(-1);
        if (session === undefined || session.status === 'Ended') throw new NoConversation('The conversation is over.');
        return session;
    }

    /** Salesforce asks for somebody as soon as a session begins: also before a rep is quicker than the next look. */
    function askForReps(): void {
        for (const conversation of conversations) {
            const { status, workItemId } = conversation.sessions.at(-1) ?? {};
            if (status !== 'Waiting' || workItemId === undefined || asked.has(workItemId)) continue;
            asked.add(workItemId);
            org.publish(routingEvent(placeIn(conversation), 'Initial', null));
        }
    }
    const looking = setInterval(askForReps, LOOK_MS);

    function leave(place: Place, session: Session, workType: 'Closed' | 'Transferred', but = ''): void {
        for (const work of session.work.filter((one) => one.status === 'Opened' && one.id !== but)) {
            work.status = 'Closed';
            org.publish(workEvent(place, { workId: work.id, workItemId: session.workItemId }, workType));
            const leaving = rep(work.userId);
            if (leaving !== undefined) org.publish(participantEvent(place, leaving, 'remove'));
        }
    }

    return {
        writes(by, conversation, message): void {
            const id = randomUUID();
            org.publish(messageEvent(placeOf(conversation), by, id, message));
            written.push({ ...message, id, conversation, at: Date.now() });
        },
        types(by, conversation, isTyping): void {
            org.publish(typingEvent(placeOf(conversation), by, isTyping));
        },
        accepts(by, conversation): void {
            askForReps();
            const [place, session] = [placeOf(conversation), sessionOf(conversation)];
            const assigned = session.work.find((one) => isActive(one) && rep(one.userId)?.id === by.id);
            if (assigned?.status === 'Opened') return;
            const work = assigned ?? { id: newWorkId(), userId: by.id, status: 'Opened' };
            work.status = 'Opened';
            if (assigned === undefined) session.work.push(work);
            session.status = 'Active';
            delete session.pendingRouting;
            org.publish(participantEvent(place, by, 'add'));
            org.publish(workEvent(place, { workId: work.id, workItemId: session.workItemId }, 'Accepted'));
            leave(place, session, 'Transferred', work.id);
        },
        handsTo(conversation, userId): void {
            sessionOf(conversation);
            org.publish(routingEvent(placeOf(conversation), 'Transfer', userId));
        },
        ends(_by, conversation): void {
            const [place, session] = [placeOf(conversation), sessionOf(conversation)];
            leave(place, session, 'Closed');
            session.status = 'Ended';
            org.publish(sessionEndedEvent(place, session.workItemId));
        },
        view: () =>
            repView({
                conversations,
                accepted: org.service.accepted,
                written,
                labelOf: (userId) => rep(userId)?.label ?? 'somebody else'
            }),
        close: () => clearInterval(looking)
    };
}

let works = 0;
/** Looks like that of an AgentWork, with 15 characters. */
const newWorkId = (): string => `0BzLc${String((works += 1)).padStart(10, '0')}`;
