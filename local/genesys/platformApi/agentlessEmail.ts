import { object, objects, required, text, textOf, word } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import type { Conversation } from './conversation.ts';
import { DIGITAL_QUEUES } from './directory.ts';
import { NATIVE_PROVIDER } from './newEmails.ts';
import { known } from './known.ts';
import { addressOf, addressesOf, mustBeMailAddress } from './mails.ts';
import { endAll, join, openConversation } from './participants.ts';
import { ROOT, ok } from './routes.ts';
import type { Route } from './routes.ts';
import { invalidValue, notFound } from './vendorError.ts';

/** A program mails without an agent. */
export function agentlessEmailRoute(centre: Centre): Route {
    return {
        method: 'POST',
        path: '/emails/agentless',
        needs: { any: ['conversation:email:create', 'conversation:agentlessEmail:send'] },
        body: {
            senderType: required(word('Outbound', 'Inbound', 'Integration')),
            conversationId: text,
            fromAddress: required(object({ email: required(text), name: text })),
            toAddresses: required(objects({ email: required(text), name: text })),
            replyToAddress: object({ email: text, name: text }),
            subject: text,
            textBody: text,
            htmlBody: text
        },
        run({ body }) {
            const to = addressesOf(body, 'toAddresses');
            if (to.length > 1) throw invalidValue('toAddresses', 'The field {fieldName} takes one recipient.');
            const from = addressOf(body, 'fromAddress');
            mustBeMailAddress(from.email, 'fromAddress.email');
            if (!DIGITAL_QUEUES.some(({ email }) => email === from.email))
                throw invalidValue('fromAddress', 'The field {fieldName} must be an address of this Genesys Cloud.');
            const replyTo = body['replyToAddress'] ? addressOf(body, 'replyToAddress') : undefined;
            const subject = textOf(body, 'subject');
            const given = textOf(body, 'conversationId');
            const conversation = given === undefined ? opened(centre, to[0]?.email, subject) : existing(centre, given);
            const id = centre.newId();
            const time = centre.time();
            const textBody = textOf(body, 'textBody') ?? '';
            conversation.mails.push({
                id,
                to,
                from,
                textBody,
                attachments: [],
                historyIncluded: false,
                time,
                agentless: true,
                ...known({ replyTo, subject, htmlBody: textOf(body, 'htmlBody') })
            });
            centre.state.deliveries.push({
                by: 'email',
                to: to.map(({ email = '' }) => email),
                conversationId: conversation.id,
                text: textBody,
                agentless: true,
                time,
                ...known({ subject })
            });
            return ok({
                id,
                conversationId: conversation.id,
                senderType: textOf(body, 'senderType'),
                fromAddress: from,
                toAddresses: to,
                dateCreated: time,
                selfUri: `${ROOT}/emails/${conversation.id}/messages/${id}`,
                ...known({ replyToAddress: replyTo, subject })
            });
        }
    };
}

/** Over as soon as it has begun. */
function opened(centre: Centre, address: string | undefined, subject: string | undefined): Conversation {
    const opening = { medium: 'email', provider: NATIVE_PROVIDER, ...known({ subject }) } as const;
    const conversation = openConversation(centre, opening);
    join(centre, conversation, { purpose: 'customer', direction: 'outbound', ...known({ name: address, address }) });
    join(centre, conversation, { purpose: 'api', direction: 'outbound' });
    endAll(centre, conversation, 'system');
    return conversation;
}

function existing({ state }: Centre, id: string): Conversation {
    const found = state.conversations.find((one) => one.id === id && one.medium === 'email');
    if (found === undefined) throw notFound('conversation', id);
    return found;
}
