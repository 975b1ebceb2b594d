import { required, text, textOf, texts, textsOf } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import { known } from './known.ts';
import { mustBeSendable } from './media.ts';
import { writeTo, writingAgent } from './messages.ts';
import { ok } from './routes.ts';
import type { Route } from './routes.ts';
import { mustFit, shownMessage } from './textMessages.ts';
import { badRequest, missingField, notFound } from './vendorError.ts';

/** A reply in public to what the customer posted. */
export function socialMessageRoute(centre: Centre): Route {
    return {
        method: 'POST',
        path: '/messages/{conversationId}/communications/{communicationId}/socialmedia/messages',
        needs: { any: ['conversation:socialmedia:create'] },
        body: { inReplyToMessageId: required(text), textBody: text, mediaIds: texts },
        run(call) {
            const { conversation, messaging, agent } = writingAgent(centre, call);
            if (conversation.medium !== 'social') throw badRequest('The conversation is not on social media.');
            const inReplyTo = textOf(call.body, 'inReplyToMessageId') ?? '';
            const post = centre.state.messages.find(
                (one) => one.id === inReplyTo && one.conversationId === conversation.id
            );
            if (post === undefined) throw notFound('message', inReplyTo);
            const [written, mediaIds] = [textOf(call.body, 'textBody'), textsOf(call.body, 'mediaIds')];
            if (written === undefined && mediaIds.length === 0) throw missingField('textBody');
            mustFit(messaging.messengerType, written);
            mustBeSendable(centre, agent.communication.id, mediaIds);
            const content = { mediaIds, ...known({ text: written }) };
            return ok(shownMessage(writeTo(centre, conversation, messaging, agent, content, inReplyTo)));
        }
    };
}
