/** Mails in the words of the API, and out of them. */
import { object, objects, objectsOf, objectOf, required, text, textOf, time, whole, flag, word } from './bodyShape.ts';
import type { Body, Rule, Shape } from './bodyShape.ts';
import type { Attachment, Conversation, EmailAddress, Mail } from './conversation.ts';
import { MAIL_SIZE_LIMIT } from './directory.ts';
import { known } from './known.ts';
import { ROOT } from './routes.ts';
import { badRequest, invalidValue } from './vendorError.ts';

const address: Rule = object({ email: text, name: text });
const addresses: Rule = objects({ email: required(text), name: text });

/** EmailMessage */
export const EMAIL_MESSAGE: Shape = {
    to: required(addresses),
    cc: addresses,
    bcc: addresses,
    from: required(address),
    replyTo: address,
    subject: text,
    attachments: objects({ attachmentId: text, name: text }),
    textBody: { kind: 'text' },
    htmlBody: text,
    time,
    historyIncluded: flag,
    state: word('Created', 'Ready', 'Edited'),
    draftType: word('Reply', 'ReplyAll', 'Forward'),
    emailSizeBytes: whole,
    maxEmailSizeBytes: whole
};

const MAIL_ADDRESS = /^[^\s@]+@[^\s@]+$/;

export function addressesOf(body: Body, name: string): readonly EmailAddress[] {
    return objectsOf(body, name).map((one) => {
        mustBeMailAddress(textOf(one, 'email'), name);
        return known({ email: textOf(one, 'email'), name: textOf(one, 'name') });
    });
}

export function addressOf(body: Body, name: string): EmailAddress {
    const one = objectOf(body, name);
    return known({ email: textOf(one, 'email'), name: textOf(one, 'name') });
}

/** Throws VendorError. */
export function mustBeMailAddress(given: string | undefined, field: string): void {
    if (given !== undefined && !MAIL_ADDRESS.test(given))
        throw invalidValue(field, 'The field {fieldName} must be an email address.');
}

/** An EmailMessage that came in a body; of its attachments those of `held` that it names, all where it names none. */
export function mailIn(body: Body, held: readonly Attachment[]): Omit<Mail, 'id' | 'state'> {
    if (typeof body['textBody'] !== 'string') throw invalidValue('textBody', 'The field {fieldName} must be a text.');
    const from = addressOf(body, 'from');
    mustBeMailAddress(from.email, 'from.email');
    const replyTo = body['replyTo'] ? addressOf(body, 'replyTo') : undefined;
    const mail = {
        to: addressesOf(body, 'to'),
        from,
        textBody: body['textBody'],
        attachments: Array.isArray(body['attachments']) ? attachmentsIn(body, held) : held,
        historyIncluded: body['historyIncluded'] === true,
        ...known({
            cc: body['cc'] ? addressesOf(body, 'cc') : undefined,
            bcc: body['bcc'] ? addressesOf(body, 'bcc') : undefined,
            replyTo,
            subject: textOf(body, 'subject'),
            htmlBody: textOf(body, 'htmlBody'),
            draftType: textOf(body, 'draftType')
        })
    };
    if (sizeOf(mail) > MAIL_SIZE_LIMIT) throw badRequest(`The email is larger than ${MAIL_SIZE_LIMIT} bytes.`);
    return mail;
}

/** Those of `held` that the body names by their ids. Throws VendorError for one that is not there. */
export function attachmentsIn(body: Body, held: readonly Attachment[]): readonly Attachment[] {
    return objectsOf(body, 'attachments').map((one) => {
        const found = held.find(({ attachmentId }) => attachmentId === textOf(one, 'attachmentId'));
        if (found === undefined)
            throw invalidValue('attachments', 'The field {fieldName} names an attachment that is not there.');
        return found;
    });
}

function sizeOf({ textBody, htmlBody = '', attachments }: Pick<Mail, 'textBody' | 'htmlBody' | 'attachments'>): number {
    const held = attachments.reduce((sum, { contentLength }) => sum + contentLength, 0);
    return Buffer.byteLength(textBody) + Buffer.byteLength(htmlBody) + held;
}

/** EmailMessage */
export function shownMail(conversation: Conversation, mail: Mail): unknown {
    const { agentless: _, ...rest } = mail;
    const place = mail.state === undefined ? mail.id : 'draft';
    return {
        ...rest,
        emailSizeBytes: sizeOf(mail),
        maxEmailSizeBytes: MAIL_SIZE_LIMIT,
        selfUri: `${ROOT}/emails/${conversation.id}/messages/${place}`
    };
}

/** EmailMessagePreview: without HTML, and of the text the beginning. */
export function shownPreview(conversation: Conversation, mail: Mail): unknown {
    const { textBody, htmlBody: _, ...rest } = shownMail(conversation, mail) as Mail;
    return { ...rest, textBodyPreview: textBody.slice(0, 128) };
}

/** EmailMessageReply */
export function shownReply(mail: Mail): unknown {
    const { id: _, draftType: __, agentless: ___, ...rest } = mail;
    return { ...rest, emailSizeBytes: sizeOf(mail), maxEmailSizeBytes: MAIL_SIZE_LIMIT };
}
