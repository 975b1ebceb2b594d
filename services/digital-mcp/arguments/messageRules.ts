import { badArgument } from './checkArguments.ts';
import type { Given } from './checkArguments.ts';
import type { CallError } from '../calling/callError.ts';
import type { DigitalTool } from '../tools/tools.ts';

/** Limits that Genesys Cloud names in its texts and would refuse only after the call. */

const SMS_LENGTH = 765;
const TEXT_LENGTH = 2_000;
const E164 = /^\+[1-9]\d{1,14}$/;

type Rule = (given: Given) => CallError | undefined;

const isGiven = (given: Given, name: string): boolean => given[name] !== undefined;

/** In characters as a person counts them. */
const lengthOf = (text: string): number => [...text].length;

const notLonger =
    (field: string, most: number, what: string): Rule =>
    (given) => {
        const value = given[field];
        if (typeof value !== 'string' || lengthOf(value) <= most) return undefined;
        return badArgument(field, `${lengthOf(value)} characters long`, `at most ${most} in ${what}`);
    };

const onlyOneOf =
    (...fields: readonly string[]): Rule =>
    (given) => {
        const there = fields.filter((field) => isGiven(given, field));
        const [, second] = there;
        return second === undefined
            ? undefined
            : badArgument(second, `given beside ${there[0]}`, `only one of ${fields.join(' and ')}`);
    };

const agentless: Rule = (given) => {
    const messenger = String(given['toAddressMessengerType']).toLowerCase();
    if (messenger === 'sms') {
        for (const field of ['fromAddress', 'toAddress']) {
            if (!E164.test(String(given[field])))
                return badArgument(field, 'no number in E.164', 'a number like +13175555555');
        }
        if (given['textBody'] === undefined || given['textBody'] === '')
            return badArgument('textBody', 'missing', 'a text: an SMS needs one');
        return notLonger('textBody', SMS_LENGTH, 'an SMS')(given);
    }
    if (messenger === 'whatsapp' && /^\+/.test(String(given['toAddress']))) {
        return badArgument(
            'toAddress',
            'a number with a plus',
            'a WhatsApp id: the digits of the number without the plus'
        );
    }
    return notLonger('textBody', TEXT_LENGTH, 'a message')(given);
};

/** An empty text, one media, or one template: the API takes one of them in a request, although a text is required. */
const oneContent: Rule = (given) => {
    const media = given['mediaIds'];
    const count = Array.isArray(media) ? media.length : 0;
    if (count > 1) return badArgument('mediaIds', `${count} ids`, 'one id in a message; send one message for each');
    const hasText = typeof given['textBody'] === 'string' && given['textBody'].trim() !== '';
    const kinds = [hasText, count > 0, isGiven(given, 'messagingTemplate')].filter(Boolean).length;
    if (kinds > 1) {
        return badArgument(
            'textBody',
            'given beside a media id or a template',
            'one of a text, one media id and one template in a message; for the others give textBody as an empty text'
        );
    }
    return kinds === 0 ? badArgument('textBody', 'empty', 'a text, or one media id, or one template') : undefined;
};

const fileName: Rule = (given) => {
    const name = String(given['fileName']);
    const allowed =
        'a name without whitespace and without \\ { ^ } % ` ] " > [ ~ < # |, that neither begins with a dot nor ends with a slash';
    return /[\s\\{^}%`\]">[~<#|]/.test(name) || name.startsWith('.') || name.endsWith('/') || name === ''
        ? badArgument('fileName', 'no name that Genesys Cloud takes', allowed)
        : undefined;
};

const oneRecipient: Rule = (given) => {
    const to = given['toAddresses'];
    return Array.isArray(to) && to.length !== 1
        ? badArgument('toAddresses', `${to.length} recipients`, 'exactly one: an agentless email has one recipient')
        : undefined;
};

const noReservedProvider: Rule = (given) =>
    String(given['provider']).trim().toLowerCase() === 'purecloud email' && given['direction'] !== 'OUTBOUND'
        ? badArgument('provider', 'reserved', 'the name of the provider that the email came from, not PureCloud Email')
        : undefined;

const outbound: Rule = (given) =>
    String(given['toAddressMessengerType']).toLowerCase() === 'sms' && !E164.test(String(given['toAddress']))
        ? badArgument('toAddress', 'no number in E.164', 'a number like +13175555555')
        : undefined;

const RULES: Readonly<Record<string, readonly Rule[]>> = {
    post_message_communication_messages: [oneContent, notLonger('textBody', TEXT_LENGTH, 'a message, 765 in an SMS')],
    post_message_communication_socialmedia_messages: [notLonger('textBody', TEXT_LENGTH, 'a message')],
    post_messages: [outbound],
    post_messages_agentless: [agentless],
    post_message_communication_messages_media_uploads: [fileName],
    upload_media: [fileName, onlyOneOf('content', 'file')],
    post_emails_agentless: [oneRecipient],
    post_emails: [onlyOneOf('queueId', 'flowId'), noReservedProvider],
    post_email_inboundmessages: [onlyOneOf('queueId', 'flowId'), noReservedProvider]
};

/** Throws CallError with the field's name before anything is sent. */
export function checkMessageRules({ shortName }: DigitalTool, given: Given): void {
    for (const rule of RULES[shortName] ?? []) {
        const found = rule(given);
        if (found !== undefined) throw found;
    }
}
