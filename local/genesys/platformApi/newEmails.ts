/** How emails come to be: opened for somebody outside, by an agent, or arriving. */
import { required, text, textMap, textMapOf, textOf, texts, whole, word } from './bodyShape.ts';
import type { Body, Shape } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import { isLive } from './conversation.ts';
import type { Conversation, Mail } from './conversation.ts';
import { known } from './known.ts';
import { conversationOf } from './lookUp.ts';
import { mustBeMailAddress } from './mails.ts';
import { enterQueue, join, joinAsAgent, openConversation } from './participants.ts';
import { ok } from './routes.ts';
import type { Call, Route } from './routes.ts';
import { shownConversation } from './shown.ts';
import { routingOf } from './targets.ts';
import { badRequest, invalidValue, missingField } from './vendorError.ts';

/** The vendor's own mail: what others send in may not call itself so. */
export const NATIVE_PROVIDER = 'PureCloud Email';

const INBOUND: Shape = {
    queueId: text,
    flowId: text,
    provider: required(text),
    skillIds: texts,
    languageId: text,
    priority: whole,
    attributes: textMap,
    toAddress: text,
    toName: text,
    fromAddress: text,
    fromName: text,
    subject: text
};

const CREATE: Shape = {
    ...INBOUND,
    direction: word('OUTBOUND', 'INBOUND'),
    htmlBody: text,
    textBody: text,
    externalContactId: text,
    utilizationLabel: text,
    skillExpression: text
};

export function newEmailRoutes(centre: Centre): Route[] {
    return [
        {
            method: 'POST',
            path: '/emails',
            needs: { any: ['conversation:email:create'] },
            body: CREATE,
            run: (call) => ok(shownConversation(centre, created(centre, call)))
        },
        {
            method: 'POST',
            path: '/emails/{conversationId}/inboundmessages',
            body: INBOUND,
            run(call) {
                const conversation = conversationOf(centre, call, 'email');
                if (conversation.provider === NATIVE_PROVIDER)
                    throw badRequest('The conversation is native: mail reaches it by mail.');
                const provider = externalProvider(call.body);
                if (provider !== conversation.provider)
                    throw invalidValue('provider', 'The field {fieldName} must be that of the conversation.');
                arrive(centre, conversation, call.body);
                return ok(shownConversation(centre, conversation));
            }
        }
    ];
}

function created(centre: Centre, { body, caller }: Call): Conversation {
    mustBeMailAddress(textOf(body, 'toAddress'), 'toAddress');
    mustBeMailAddress(textOf(body, 'fromAddress'), 'fromAddress');
    const { queue } = routingOf(body);
    if (textOf(body, 'direction')?.toUpperCase() !== 'OUTBOUND') {
        if (textOf(body, 'externalContactId') !== undefined)
            throw invalidValue('externalContactId', '{fieldName} is for OUTBOUND.');
        const provider = externalProvider(body);
        const conversation = openConversation(centre, {
            medium: 'email',
            provider,
            ...known({ subject: textOf(body, 'subject') })
        });
        arrive(centre, conversation, body);
        return conversation;
    }
    if (queue === undefined) throw missingField('queueId');
    const address = textOf(body, 'toAddress');
    const subject = known({ subject: textOf(body, 'subject') });
    const conversation = openConversation(centre, { medium: 'email', provider: NATIVE_PROVIDER, ...subject });
    const name = textOf(body, 'toName') ?? address;
    const attributes = textMapOf(body, 'attributes');
    join(centre, conversation, { purpose: 'customer', direction: 'outbound', attributes, ...known({ name, address }) });
    const queueId = queue.id;
    if (caller.userId === undefined) enterQueue(centre, conversation, queueId, 'outbound');
    else joinAsAgent(centre, conversation, { userId: caller.userId, queueId, direction: 'outbound' });
    conversation.draft = {
        id: centre.newId(),
        to: address === undefined ? [] : [known({ email: address, name: textOf(body, 'toName') })],
        from: { email: queue.email, name: queue.name },
        textBody: textOf(body, 'textBody') ?? '',
        attachments: [],
        historyIncluded: false,
        state: 'Created',
        ...subject,
        ...known({ htmlBody: textOf(body, 'htmlBody') })
    };
    return conversation;
}

function externalProvider(body: Body): string {
    const provider = textOf(body, 'provider') ?? '';
    if (provider.trim().toLowerCase() === NATIVE_PROVIDER.toLowerCase())
        throw invalidValue('provider', 'The provider of the field {fieldName} is reserved.');
    return provider;
}

/** A mail of the customer's, who is in the conversation again if everybody had left it. */
export function arrive(centre: Centre, conversation: Conversation, body: Body, more: Partial<Mail> = {}): Mail {
    const { queue } = routingOf(body);
    const email = textOf(body, 'fromAddress');
    const name = textOf(body, 'fromName');
    mustBeMailAddress(email, 'fromAddress');
    mustBeMailAddress(textOf(body, 'toAddress'), 'toAddress');
    const mail: Mail = {
        id: centre.newId(),
        from: known({ email, name }),
        to: [known({ email: textOf(body, 'toAddress') ?? queue?.email, name: textOf(body, 'toName') })],
        textBody: '',
        attachments: [],
        historyIncluded: false,
        time: centre.time(),
        ...known({ subject: textOf(body, 'subject') ?? conversation.subject }),
        ...more
    };
    conversation.mails.push(mail);
    const { participants } = conversation;
    const attributes = textMapOf(body, 'attributes');
    const customer = participants.find((one) => one.purpose === 'customer' && isLive(one));
    if (customer === undefined) {
        const { name: before, address } = participants.findLast(({ purpose }) => purpose === 'customer') ?? {};
        const who = known({ name: name ?? before ?? email, address: email ?? address });
        join(centre, conversation, { purpose: 'customer', direction: 'inbound', attributes, ...who });
    } else Object.assign(customer.attributes, attributes);
    const served = participants.some((one) => one.purpose !== 'customer' && isLive(one));
    if (served) return mail;
    const queueId = queue?.id ?? participants.findLast((one) => one.queueId !== undefined)?.queueId;
    if (queueId === undefined) join(centre, conversation, { purpose: 'workflow', direction: 'inbound' });
    else enterQueue(centre, conversation, queueId);
    return mail;
}
