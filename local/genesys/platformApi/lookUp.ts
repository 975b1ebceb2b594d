import { mustTakePart } from './access.ts';
import type { Centre } from './centre.ts';
import { isLive } from './conversation.ts';
import type { Conversation, Medium, Participant } from './conversation.ts';
import type { Call } from './routes.ts';
import { notFound } from './vendorError.ts';

/** Social media are served by the message paths too. */
const SERVED: Readonly<Record<Medium, readonly Medium[]>> = {
    email: ['email'],
    message: ['message', 'social'],
    social: ['social'],
    video: ['video'],
    cobrowse: ['cobrowse'],
    internalMessage: ['internalMessage']
};

/** The conversation of the path, where the caller may have it. Throws VendorError. */
export function conversationOf(centre: Centre, call: Call, medium: Medium): Conversation {
    const id = call.id('conversationId');
    const found = centre.state.conversations.find((one) => one.id === id && SERVED[medium].includes(one.medium));
    if (found === undefined) throw notFound('conversation', id);
    if (call.onlyParticipants) mustTakePart(call.caller, found);
    return found;
}

export function participantOf(call: Call, { participants }: Conversation): Participant {
    const id = call.id('participantId');
    const found = participants.find((one) => one.id === id);
    if (found === undefined) throw notFound('participant', id);
    return found;
}

/** Whose leg it is; of the participant in the path, where there is one. */
export function communicationOf(call: Call, participants: readonly Participant[]): Participant {
    const id = call.id('communicationId');
    const found = participants.find(({ communication }) => communication.id === id);
    if (found === undefined) throw notFound('communication', id);
    return found;
}

/** The conversations in which this user is. */
export function activeOf({ state }: Centre, medium: Medium, userId: string | undefined): readonly Conversation[] {
    return state.conversations.filter(
        (one) => one.medium === medium && one.participants.some((other) => other.userId === userId && isLive(other))
    );
}
