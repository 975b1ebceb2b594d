import { Unplanned } from '../delivery/sender.ts';
import type { FromCustomer } from '../salesforce/bodies/interactionBody.ts';
import { choiceBody, messageBody } from '../salesforce/bodies/messageBody.ts';
import type { CustomerChoice, CustomerFile, CustomerSaid } from './customerMessage.ts';

/** One call of POST /interactions, as it is stored: Salesforce takes one interaction, and one file, at a time. */
export type CustomerPart = { readonly genesysId: string } & (
    { readonly text: string } | { readonly choice: Required<CustomerChoice> } | { readonly file: CustomerFile }
);

/** A message as the calls that it takes: what was said, then each file. Throws Unplanned where there is nothing. */
export function partsIn({ content, messageId }: CustomerSaid): CustomerPart[] {
    const { choice, files = [], text } = content;
    const parts: CustomerPart[] = [];
    const said = text?.trim() ? text : choice?.title;
    if (choice?.inReplyTo !== undefined)
        parts.push({ genesysId: messageId, choice: { ...choice, inReplyTo: choice.inReplyTo } });
    else if (said?.trim()) parts.push({ genesysId: messageId, text: said });
    for (const [at, file] of files.entries()) parts.push({ genesysId: `${messageId}/${at + 1}`, file });
    if (parts.length === 0) throw new Unplanned({ kind: 'refused', reason: 'there is nothing in it' });
    return parts;
}

/** Of a part that is no file. Throws a RangeError for what Salesforce would refuse. */
export function bodyOf(from: FromCustomer, part: Exclude<CustomerPart, { readonly file: CustomerFile }>): object {
    if ('text' in part) return messageBody(from, part.text);
    const { inReplyTo, optionIdentifier, title } = part.choice;
    return choiceBody(from, { inReplyTo, options: [{ optionIdentifier, title }] });
}
