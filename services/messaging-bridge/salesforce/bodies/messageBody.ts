import { entryInteraction } from './interactionBody.ts';
import type { FromCustomer } from './interactionBody.ts';
import { repeatableId } from './repeatableId.ts';

/** A text of the customer. A blank one throws a RangeError: Salesforce has no use for it. */
export function messageBody(from: FromCustomer, given: string) {
    if (given.trim() === '') throw new RangeError('text must not be blank');
    return message(from, {
        messageType: 'StaticContentMessage' as const,
        staticContent: { formatType: 'Text' as const, text: given }
    });
}

/** Which of the options of an earlier message the customer took. */
export interface Choice {
    /** The id of the message with the options, as Salesforce sent it. */
    readonly inReplyTo: string;
    readonly options: readonly { readonly optionIdentifier: string; readonly title?: string }[];
}

/** Throws a RangeError where no option was taken. */
export function choiceBody(from: FromCustomer, { inReplyTo, options }: Choice) {
    if (options.length === 0) throw new RangeError('options must name at least one option');
    return message(from, {
        messageType: 'ChoicesResponseMessage' as const,
        inReplyToMessageId: inReplyTo,
        choicesResponse: {
            formatType: 'Selections' as const,
            selectedOptions: options.map(({ optionIdentifier, title }) => ({
                optionIdentifier,
                ...(title === undefined ? {} : { optionTitle: { itemType: 'TitleItem' as const, title } })
            }))
        }
    });
}

/** The entry and its message have one id: two are refused (10060). */
function message<Content extends object>(from: FromCustomer, content: Content) {
    const id = repeatableId('message', from.genesysId);
    return entryInteraction(from, { id, entryType: 'Message' as const, abstractMessage: { id, ...content } });
}
