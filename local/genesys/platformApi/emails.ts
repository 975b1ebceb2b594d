import { mustBeUser } from './access.ts';
import type { Body } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import { isAgent, isLive } from './conversation.ts';
import type { Conversation, Mail } from './conversation.ts';
import { MAIL_SIZE_LIMIT } from './directory.ts';
import { draftOf } from './drafts.ts';
import { known } from './known.ts';
import { flagIn, listing } from './listing.ts';
import { activeOf, conversationOf } from './lookUp.ts';
import { EMAIL_MESSAGE, mailIn, shownMail, shownPreview, shownReply } from './mails.ts';
import { join, joinAsAgent } from './participants.ts';
import { ROOT, empty, ok } from './routes.ts';
import type { Call, Route } from './routes.ts';
import { conversationUri, shownConversation } from './shown.ts';
import { badRequest, notFound } from './vendorError.ts';

const ONE = '/emails/{conversationId}';

export function emailRoutes(centre: Centre): Route[] {
    const found = (call: Call): Conversation => conversationOf(centre, call, 'email');
    return [
        {
            method: 'GET',
            path: '/emails',
            needs: { as: 'user' },
            run: ({ caller }) =>
                ok(
                    listing(
                        activeOf(centre, 'email', caller.userId).map((one) => shownConversation(centre, one)),
                        `${ROOT}/emails`
                    )
                )
        },
        { method: 'GET', path: ONE, run: (call) => ok(shownConversation(centre, found(call))) },
        {
            method: 'GET',
            path: `${ONE}/settings`,
            run(call) {
                found(call);
                return ok({ sendingSizeLimit: MAIL_SIZE_LIMIT });
            }
        },
        {
            method: 'GET',
            path: `${ONE}/messages`,
            run(call) {
                const conversation = found(call);
                const all = flagIn(call.query, 'includeAgentlessStitchedMessages');
                const mails = conversation.mails.filter(({ agentless }) => all || !agentless);
                const previews = mails.map((mail) => shownPreview(conversation, mail));
                return ok(listing(previews, `${conversationUri(conversation)}/messages`));
            }
        },
        {
            method: 'GET',
            path: `${ONE}/messages/{messageId}`,
            run(call) {
                const conversation = found(call);
                const id = call.id('messageId');
                const mail = conversation.mails.find((one) => one.id === id);
                if (mail === undefined) throw notFound('message', id);
                return ok(shownMail(conversation, mail));
            }
        },
        {
            method: 'POST',
            path: `${ONE}/messages`,
            needs: { any: ['conversation:email:send'] },
            body: EMAIL_MESSAGE,
            run(call) {
                const conversation = found(call);
                return ok(shownReply(sent(centre, conversation, call.body)));
            }
        },
        {
            method: 'POST',
            path: `${ONE}/reconnect`,
            needs: { any: ['conversation:communication:reconnect'], as: 'user' },
            run(call) {
                reconnect(centre, found(call), mustBeUser(call.caller));
                return empty;
            }
        }
    ];
}

/** The draft's attachments go with it, and the draft is gone. */
function sent(centre: Centre, conversation: Conversation, body: Body): Mail {
    const { attachments } = draftOf(centre, conversation);
    const mail: Mail = { ...mailIn(body, attachments), id: centre.newId(), time: centre.time() };
    conversation.mails.push(mail);
    delete conversation.draft;
    const to = [...mail.to, ...(mail.cc ?? []), ...(mail.bcc ?? [])].map(({ email = '' }) => email);
    centre.state.deliveries.push({
        by: 'email',
        to,
        conversationId: conversation.id,
        text: mail.textBody,
        attachments: mail.attachments.map(({ name }) => name),
        agentless: false,
        time: centre.time(),
        ...known({ subject: mail.subject })
    });
    return mail;
}

function reconnect(centre: Centre, conversation: Conversation, userId: string): void {
    const { participants } = conversation;
    if (participants.some(isLive)) throw badRequest('Somebody is still connected to the conversation.');
    const before = participants.findLast((one) => isAgent(one) && one.userId === userId);
    if (before === undefined) throw badRequest('The user had no part in the conversation.');
    const customer = participants.findLast(({ purpose }) => purpose === 'customer');
    if (customer === undefined) throw badRequest('The conversation has no customer.');
    const { name, address, communication } = customer;
    const { direction } = communication;
    const { queueId } = before;
    join(centre, conversation, { purpose: 'customer', direction, ...known({ name, address }) });
    joinAsAgent(centre, conversation, { userId, direction, ...known({ queueId }) });
}
