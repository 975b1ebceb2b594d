import type { Centre, Delivery, State, Typing } from './centre.ts';
import { emptyState } from './centre.ts';
import type { NotificationsControl } from '../notifications/notifications.ts';
import type { OpenWebhooksControl } from '../openMessaging/openWebhooks.ts';
import type { Attachment, Conversation, TextMessage } from './conversation.ts';
import { DIGITAL_QUEUES, INTEGRATIONS } from './directory.ts';
import type { Integration } from './directory.ts';
import { arrive, NATIVE_PROVIDER } from './newEmails.ts';
import { customerSends } from './customerFiles.ts';
import { customerReads, customerTypes } from './customerSide.ts';
import type { CustomerFile } from './customerFiles.ts';
import type { Faults } from './faults.ts';
import { known } from './known.ts';
import type { OAuth } from './oauth.ts';
import { begun } from './openInbound.ts';
import { openConversation } from './participants.ts';
import type { Quota } from './quota.ts';
import { says, seed } from './seed.ts';

/** What happens around the API and no client of it can do: for tests, and for the demo's drawer. */
export interface Control {
    readonly faults: Pick<Faults, 'next' | 'clear'>;
    readonly notifications: NotificationsControl;
    /** Where open messaging integrations tell what goes out. */
    readonly openWebhooks: OpenWebhooksControl;
    /** A customer goes on with a conversation, by mail or by message. The id of what was written. */
    customerWrites(conversationId: string, text: string): string;
    /** A customer sends a file by message. `at` is this server's address. The id of the message. */
    customerSends(conversationId: string, file: CustomerFile): string;
    /** A customer begins or ends to type: told where the channel tells it, else nothing. */
    customerTypes(conversationId: string, isTyping: boolean): void;
    /** A customer reads all that went out to them: told where the channel tells it, else nothing. */
    customerReads(conversationId: string): void;
    /** A customer mails for the first time. The id of the conversation. */
    customerMails(mail: CustomerMail): string;
    /** A customer writes for the first time. The id of the conversation. */
    customerTexts(message: { from: string; text: string; by?: Integration['messengerType']; name?: string }): string;
    /** What reached customers, oldest first. */
    received(): readonly Delivery[];
    typing(): readonly Typing[];
    conversation(id: string): Conversation;
    conversations(): readonly Conversation[];
    /** What was written in a conversation of messages, by both sides, oldest first. */
    messages(conversationId: string): readonly TextMessage[];
    setRequestsPerMinute(count: number): void;
    /** Every token that was given out is refused from now on. */
    endTokens(): void;
    /** As it was in the beginning; tokens and the quota stay. */
    reset(): void;
}

export interface CustomerMail {
    readonly from: string;
    readonly name?: string;
    readonly subject: string;
    readonly text: string;
    readonly html?: string;
    readonly attachments?: readonly Omit<Attachment, 'attachmentId'>[];
    /** The first queue by default. */
    readonly queueId?: string;
}

export interface Parts {
    readonly centre: Centre;
    readonly faults: Faults;
    readonly quota: Quota;
    readonly oauth: OAuth;
    readonly notifications: NotificationsControl;
    readonly openWebhooks: OpenWebhooksControl;
}

export function createControl({ centre, faults, notifications, openWebhooks, quota, oauth }: Parts): Control {
    const { state } = centre;
    const conversation = (id: string): Conversation => {
        const found = state.conversations.find((one) => one.id === id);
        if (found === undefined) throw new TypeError(`There is no conversation ${id}.`);
        return found;
    };
    return {
        faults,
        notifications,
        openWebhooks,
        customerWrites(conversationId, text) {
            const it = conversation(conversationId);
            return it.medium === 'email'
                ? arrive(centre, it, {}, { ...sender(it), textBody: text }).id
                : says(centre, it, text);
        },
        customerSends: (conversationId, file) => customerSends(centre, conversation(conversationId), file),
        customerTypes: (conversationId, isTyping) => customerTypes(centre, conversation(conversationId), isTyping),
        customerReads: (conversationId) => customerReads(centre, conversation(conversationId)),
        customerMails({ from, name, subject, text, html, attachments = [], queueId = DIGITAL_QUEUES[0]?.id }) {
            const it = openConversation(centre, { medium: 'email', provider: NATIVE_PROVIDER, subject });
            const held = attachments.map((one) => ({ ...one, attachmentId: centre.newId() }));
            const more = { textBody: text, attachments: held, ...known({ htmlBody: html }) };
            arrive(centre, it, known({ fromAddress: from, fromName: name, subject, queueId }), more);
            return it.id;
        },
        customerTexts({ from, text, by = 'open', name = from }) {
            const integration = INTEGRATIONS.find(({ messengerType }) => messengerType === by);
            if (integration === undefined) throw new TypeError(`There is no integration of ${by}.`);
            const it = begun(centre, integration, from, name);
            says(centre, it, text);
            return it.id;
        },
        received: () => [...state.deliveries],
        typing: () => [...state.typing],
        conversation,
        conversations: () => [...state.conversations],
        messages: (id) => state.messages.filter(({ conversationId }) => conversationId === id),
        setRequestsPerMinute(count) {
            quota.perMinute = count;
        },
        endTokens: () => oauth.endTokens(),
        reset() {
            for (const name of Object.keys(emptyState()) as (keyof State)[]) state[name].splice(0);
            faults.clear();
            seed(centre);
        }
    };
}

function sender({ participants }: Conversation): { from: { email?: string; name?: string } } {
    const { name, address } = participants.findLast(({ purpose }) => purpose === 'customer') ?? {};
    return { from: known({ email: address, name }) };
}
