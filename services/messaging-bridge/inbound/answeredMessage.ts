import { outLane } from '../delivery/messageEntry.ts';
import type { MessageBody } from '../delivery/messageEntry.ts';
import { choicesOf } from '../outbound/outbound.ts';
import type { Statements } from '../store/database.ts';
import { lastBodies } from '../store/entries.ts';
import { conversationLinkedTo } from '../store/links.ts';
import type { CustomerSaid } from './customerMessage.ts';

const MOST_LOOKED_AT = 50;

/**
 * What the customer said, with Salesforce's id of the message that a choice answers: the last one of the conversation that
 * had this option. As it is where no such message is kept any more.
 */
export async function withAnswered(statements: Statements, said: CustomerSaid): Promise<CustomerSaid> {
    const { choice } = said.content;
    if (choice === undefined || choice.inReplyTo !== undefined) return said;
    const conversation = await conversationLinkedTo(statements, said.genesysConversationId);
    if (conversation === undefined) return said;
    const messages = await lastBodies(statements, outLane(conversation), 'message', MOST_LOOKED_AT);
    const answered = (messages as MessageBody[]).find(({ content }) =>
        choicesOf(content).some(({ optionIdentifier }) => optionIdentifier === choice.optionIdentifier)
    );
    const inReplyTo = answered?.messageId ?? answered?.identifier;
    return inReplyTo === undefined ? said : { ...said, content: { ...said.content, choice: { ...choice, inReplyTo } } };
}
