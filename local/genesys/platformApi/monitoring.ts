import { mustBeUser } from './access.ts';
import type { Centre } from './centre.ts';
import { isLive } from './conversation.ts';
import { conversationOf, participantOf } from './lookUp.ts';
import { joinAsAgent } from './participants.ts';
import { accepted } from './routes.ts';
import type { Route } from './routes.ts';
import { badRequest } from './vendorError.ts';

/** The logged-in user listens in. */
export function monitorRoute(centre: Centre): Route {
    return {
        method: 'POST',
        path: '/messages/{conversationId}/participants/{participantId}/monitor',
        needs: { any: ['conversation:message:monitor'] },
        run(call) {
            const conversation = conversationOf(centre, call, 'message');
            const participant = participantOf(call, conversation);
            const userId = mustBeUser(call.caller);
            if (!isLive(participant)) throw badRequest('The participant has left the conversation.');
            if (conversation.participants.some((one) => one.userId === userId && isLive(one)))
                throw badRequest('The user takes part in the conversation.');
            const { direction } = participant.communication;
            joinAsAgent(centre, conversation, { userId, direction, monitoredParticipantId: participant.id });
            return accepted;
        }
    };
}
