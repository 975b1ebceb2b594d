/** The conversations with which the local Platform API begins. Their ids are the same on every machine. */
import type { Centre } from './centre.ts';
import type { Attachment, Conversation, Medium } from './conversation.ts';
import { DIGITAL_QUEUES, INTEGRATIONS, USERS, fixedId } from './directory.ts';
import { NATIVE_PROVIDER, arrive } from './newEmails.ts';
import { opening } from './outboundMessages.ts';
import { join, joinAsAgent, openConversation } from './participants.ts';
import type { Opening } from './participants.ts';
import { keepReceived } from './textMessages.ts';

const idsOf = (name: string) =>
    ({
        id: fixedId(`conversation:${name}`),
        customer: fixedId(`customer:${name}`),
        customerCommunication: fixedId(`customer-communication:${name}`),
        agent: fixedId(`agent:${name}`),
        agentCommunication: fixedId(`agent-communication:${name}`)
    }) as const;

/** Ids of each seeded conversation, of its customer's and its agent's part and of their legs. */
export const SEEDED = {
    email: idsOf('email'),
    externalEmail: idsOf('external-email'),
    sms: idsOf('sms'),
    open: idsOf('open'),
    web: idsOf('web'),
    social: idsOf('social'),
    video: idsOf('video'),
    cobrowse: idsOf('cobrowse'),
    internalMessage: idsOf('internal-message')
} as const;

type SeededName = keyof typeof SEEDED;

const EDNA = { name: 'Edna Okafor', email: 'edna@customer.example' };
const INVOICE: Attachment = {
    attachmentId: fixedId('attachment:invoice'),
    name: 'invoice.pdf',
    contentType: 'application/pdf',
    contentLength: 48_211,
    inlineImage: false
};

export function seed(centre: Centre): void {
    const email = begin(
        centre,
        'email',
        { medium: 'email', provider: NATIVE_PROVIDER, subject: 'Two charges' },
        EDNA.email
    );
    arrive(
        centre,
        email,
        { fromAddress: EDNA.email, fromName: EDNA.name, queueId: queue().id },
        {
            textBody: 'Hello, my card was charged twice. The invoice is attached. Edna',
            htmlBody: '<p>Hello,</p><p>my card was charged <b>twice</b>. The invoice is attached.</p><p>Edna</p>',
            attachments: [INVOICE],
            cc: [{ email: 'books@customer.example' }]
        }
    );
    begin(centre, 'externalEmail', { medium: 'email', provider: 'Shop Desk', subject: 'Where is it?' }, EDNA.email);

    const [sms, , open, web] = INTEGRATIONS;
    if (sms) says(centre, begin(centre, 'sms', opening(sms, '+61491570006'), '+61491570006'), 'Is my parcel late?');
    if (open) says(centre, begin(centre, 'open', opening(open, 'edna-77'), 'edna-77'), 'Hi, can I pay by card?');
    if (web) says(centre, begin(centre, 'web', opening(web, 'visitor-12'), 'visitor-12'), 'Do you ship to Cork?');
    const social = { ...opening(open ?? integration(), 'edna.posts'), medium: 'social' } as const;
    says(centre, begin(centre, 'social', social, 'edna.posts'), 'Your shop never answers!');

    begin(centre, 'video', { medium: 'video', provider: 'PureCloud Video' });
    begin(centre, 'cobrowse', { medium: 'cobrowse', provider: 'PureCloud Cobrowse' });
    begin(centre, 'internalMessage', { medium: 'internalMessage', provider: 'PureCloud' });
}

/** The customer and the first user, connected. */
function begin(centre: Centre, name: SeededName, more: Opening, address?: string): Conversation {
    const ids = SEEDED[name];
    const conversation = openConversation(centre, { ...more, id: ids.id });
    join(centre, conversation, {
        purpose: 'customer',
        direction: 'inbound',
        id: ids.customer,
        communicationId: ids.customerCommunication,
        name: EDNA.name,
        ...(address === undefined ? {} : { address })
    });
    const [user] = USERS;
    if (user === undefined) return conversation;
    joinAsAgent(centre, conversation, {
        userId: user.id,
        direction: 'inbound',
        id: ids.agent,
        communicationId: ids.agentCommunication,
        ...(HAS_QUEUE.includes(more.medium) ? { queueId: queue().id } : {})
    });
    return conversation;
}

const HAS_QUEUE: readonly Medium[] = ['email', 'message', 'social', 'video'];

function queue(): (typeof DIGITAL_QUEUES)[number] {
    const [one] = DIGITAL_QUEUES;
    if (one === undefined) throw new Error('The directory has no queue.');
    return one;
}

function integration(): (typeof INTEGRATIONS)[number] {
    const [one] = INTEGRATIONS;
    if (one === undefined) throw new Error('The directory has no integration.');
    return one;
}

/** What a customer writes where a conversation of messages is going on. */
export const says = (centre: Centre, conversation: Conversation, text: string): string =>
    keepReceived(centre, conversation, { type: 'Text', text, content: [] }).id;
