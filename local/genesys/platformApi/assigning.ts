import { required, text, textOf } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import { isAgent, isLive } from './conversation.ts';
import { end, joinAsAgent } from './participants.ts';
import { accepted } from './routes.ts';
import type { Route } from './routes.ts';
import { userNamed } from './targets.ts';
import { badRequest, notFound } from './vendorError.ts';

/** Gives what waits in a queue to a user, at whom it rings then. None of the 63 operations on digital conversations. */
export function assignRoute(centre: Centre): Route {
    return {
        method: 'POST',
        path: '/{conversationId}/assign',
        body: { id: required(text) },
        run({ body, id }) {
            const conversationId = id('conversationId');
            const conversation = centre.state.conversations.find((one) => one.id === conversationId);
            if (conversation === undefined) throw notFound('conversation', conversationId);
            const user = userNamed(textOf(body, 'id') ?? '');
            const live = conversation.participants.filter(isLive);
            const queue = live.find(({ purpose }) => purpose === 'acd');
            if (queue?.queueId === undefined) throw badRequest('The conversation waits in no queue.');
            if (live.some(({ userId }) => userId === user.id)) return accepted;
            for (const one of live.filter(isAgent)) end(centre, one, 'other');
            const { queueId } = queue;
            joinAsAgent(centre, conversation, { userId: user.id, queueId, direction: 'inbound', state: 'alerting' });
            return accepted;
        }
    };
}
