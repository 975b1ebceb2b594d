import { object, objects, objectOf, required, text, textOf, word } from './bodyShape.ts';
import type { Body, Shape } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import type { Conversation, EmailAddress, Mail } from './conversation.ts';
import { DIGITAL_QUEUES } from './directory.ts';
import { known } from './known.ts';
import { flagIn } from './listing.ts';
import { conversationOf } from './lookUp.ts';
import { EMAIL_MESSAGE, attachmentsIn, mailIn, shownMail } from './mails.ts';
import { servingAgent } from './participants.ts';
import { empty, ok } from './routes.ts';
import type { Call, Route } from './routes.ts';
import { badRequest, notFound } from './vendorError.ts';

/** How quoted history is headed, in the words of the caller's language. */
const TRANSLATION: Shape = {
    from: required(text),
    to: required(text),
    cc: required(text),
    subject: required(text),
    replyPrefix: required(text),
    forwardPrefix: required(text),
    sent: required(text),
    language: required(text),
    timeZone: text
};

const DRAFT = '/emails/{conversationId}/messages/draft';

export function draftRoutes(centre: Centre): Route[] {
    const found = (call: Call): Conversation => conversationOf(centre, call, 'email');
    return [
        {
            method: 'GET',
            path: DRAFT,
            run(call) {
                const conversation = found(call);
                return ok(shownMail(conversation, draftOf(centre, conversation)));
            }
        },
        {
            method: 'PUT',
            path: DRAFT,
            body: EMAIL_MESSAGE,
            run(call) {
                const conversation = found(call);
                const { id, attachments } = draftOf(centre, conversation);
                return kept(conversation, { ...mailIn(call.body, attachments), id, state: 'Edited' });
            }
        },
        {
            method: 'PATCH',
            path: DRAFT,
            body: { draftType: word('Reply', 'ReplyAll', 'Forward'), translate: object(TRANSLATION) },
            bodyOptional: true,
            run(call) {
                const conversation = found(call);
                const [discard, autoFill] = [flagIn(call.query, 'discard'), flagIn(call.query, 'autoFill')];
                let draft = draftOf(centre, conversation);
                if (discard) draft = initialDraft(centre, conversation);
                if (autoFill) draft = filled(conversation, draft, call.body);
                return kept(conversation, draft);
            }
        },
        {
            method: 'DELETE',
            path: `${DRAFT}/attachments/{attachmentId}`,
            run(call) {
                const conversation = found(call);
                const draft = draftOf(centre, conversation);
                const id = call.id('attachmentId');
                const attachments = draft.attachments.filter(({ attachmentId }) => attachmentId !== id);
                if (attachments.length === draft.attachments.length) throw notFound('attachment', id);
                conversation.draft = { ...draft, attachments, state: 'Edited' };
                return empty;
            }
        },
        {
            method: 'POST',
            path: `${DRAFT}/attachments/copy`,
            body: {
                sourceMessage: required(object({ id: required(text) })),
                attachments: required(objects({ attachmentId: required(text) }))
            },
            run(call) {
                const conversation = found(call);
                const draft = draftOf(centre, conversation);
                const id = textOf(objectOf(call.body, 'sourceMessage'), 'id') ?? '';
                const source = conversation.mails.find((one) => one.id === id);
                if (source === undefined) throw notFound('message', id);
                const copies = attachmentsIn(call.body, source.attachments).map((one) => ({
                    ...one,
                    attachmentId: centre.newId()
                }));
                return kept(conversation, {
                    ...draft,
                    attachments: [...draft.attachments, ...copies],
                    state: 'Edited'
                });
            }
        }
    ];
}

function kept(conversation: Conversation, draft: Mail): ReturnType<typeof ok> {
    conversation.draft = draft;
    return ok(shownMail(conversation, draft));
}

/** The reply that somebody is writing. Throws VendorError where nobody could. */
export function draftOf(centre: Centre, conversation: Conversation): Mail {
    if (servingAgent(conversation)?.communication.state !== 'connected')
        throw badRequest('No agent is connected to the email, so there is no draft.');
    conversation.draft ??= initialDraft(centre, conversation);
    return conversation.draft;
}

function initialDraft(centre: Centre, conversation: Conversation): Mail {
    return {
        id: centre.newId(),
        ...recipients(conversation, 'Reply'),
        from: ownAddress(conversation),
        textBody: '',
        attachments: [],
        historyIncluded: false,
        state: 'Created',
        draftType: 'Reply'
    };
}

/** Recipients, subject and the mail that it answers, quoted below what is written so far. */
function filled(conversation: Conversation, draft: Mail, body: Body): Mail {
    const type = textOf(body, 'draftType') ?? draft.draftType ?? 'Reply';
    const words = objectOf(body, 'translate');
    const last = conversation.mails.at(-1);
    const history =
        last === undefined
            ? ''
            : [
                  '',
                  `${textOf(words, 'from') ?? 'From'}: ${last.from.email ?? ''}`,
                  `${textOf(words, 'sent') ?? 'Sent'}: ${last.time ?? ''}`,
                  `${textOf(words, 'subject') ?? 'Subject'}: ${last.subject ?? ''}`,
                  '',
                  last.textBody
              ].join('\n');
    const prefix = type === 'Forward' ? textOf(words, 'forwardPrefix') : textOf(words, 'replyPrefix');
    return {
        ...draft,
        ...recipients(conversation, type, prefix),
        textBody: `${draft.textBody}${history}`,
        historyIncluded: last !== undefined,
        draftType: type,
        state: 'Ready'
    };
}

function recipients(
    { mails, subject }: Conversation,
    type: string,
    prefix = type === 'Forward' ? 'FW:' : 'RE:'
): Pick<Mail, 'to' | 'cc' | 'subject'> {
    const last = mails.findLast(({ agentless }) => !agentless);
    const titled = `${prefix} ${last?.subject ?? subject ?? ''}`.trim();
    if (last === undefined || type === 'Forward') return { to: [], subject: titled };
    const to: EmailAddress[] = [last.replyTo ?? last.from];
    return { to, subject: titled, ...known({ cc: type === 'ReplyAll' ? last.cc : undefined }) };
}

function ownAddress({ participants }: Conversation): EmailAddress {
    const queue = DIGITAL_QUEUES.find(({ id }) => participants.some(({ queueId }) => queueId === id));
    return queue === undefined ? {} : { email: queue.email, name: queue.name };
}
