import { MESSAGE, outLane } from '../delivery/messageEntry.ts';
import type { MessageBody } from '../delivery/messageEntry.ts';
import { choicesOf, typedChoice } from '../outbound/outbound.ts';
import type { Statements } from '../store/database.ts';
import { lastBodies, lastDelivered } from '../store/entries.ts';
import { conversationLinkedTo } from '../store/links.ts';
import type { CustomerChoice, CustomerSaid } from './customerMessage.ts';

const MOST_LOOKED_AT = 50;

/**
 * What the customer said, with Salesforce's id of the message that a choice answers. A choice that the channel itself
 * carries answers the last message of the conversation that had this option, and stays as it is where no such message is
 * kept any more. A text that names an option is a choice where the last thing that was written to the customer is that list.
 */
export async function withAnswered(statements: Statements, said: CustomerSaid): Promise<CustomerSaid> {
    const { choice, files = [], text } = said.content;
    const isTyped = choice === undefined && text !== undefined && files.length === 0;
    if (choice === undefined ? !isTyped : choice.inReplyTo !== undefined) return said;
    const conversation = await conversationLinkedTo(statements, said.genesysConversationId);
    if (conversation === undefined) return said;
    const lane = outLane(conversation);
    const chosen = choice === undefined ? await typed(statements, lane, said) : await tapped(statements, lane, choice);
    return chosen === undefined ? said : { ...said, content: { ...said.content, choice: chosen } };
}

async function tapped(statements: Statements, lane: string, choice: CustomerChoice): Promise<CustomerChoice> {
    const messages = await lastBodies(statements, lane, MESSAGE, MOST_LOOKED_AT);
    const answered = (messages as MessageBody[]).find(({ content }) =>
        choicesOf(content).some(({ optionIdentifier }) => optionIdentifier === choice.optionIdentifier)
    );
    const inReplyTo = answered && idOf(answered);
    return inReplyTo === undefined ? choice : { ...choice, inReplyTo };
}

/** `2` after another question is a number and no option: only the list that was sent last, and before this was written. */
async function typed(
    statements: Statements,
    lane: string,
    { at, content: { text = '' } }: CustomerSaid
): Promise<CustomerChoice | undefined> {
    const last = await lastDelivered(statements, lane, MESSAGE);
    if (last === undefined || at < last.leftAt) return undefined;
    const asked = last.body as MessageBody;
    const named = typedChoice(text, asked.content);
    const inReplyTo = idOf(asked);
    if (named === undefined || inReplyTo === undefined) return undefined;
    return { optionIdentifier: named.optionIdentifier, title: named.title, inReplyTo };
}

const idOf = ({ identifier, messageId }: MessageBody): string | undefined => messageId ?? identifier;
