import type { GenesysChannelLink } from '../store/links.ts';
import { Members } from '../outbound/members.ts';
import { callOnce } from './callOnce.ts';
import { findMessage, saysTheSame } from './readBack.ts';
import type { TextPart } from './messageParts.ts';
import type { Genesys, Way } from './topologies.ts';

/**
 * Genesys Cloud owns the channel: a text is sent on the agent's communication there. The API takes no key by which two
 * sends are one, so what nobody knows is read back: a message that went out of this conversation since then, with the
 * same text, and not another one's. Which communication sent it is not shown; should an agent have written the very same
 * text in Genesys Cloud in these seconds, theirs is taken for ours.
 */
export function channelTexts({ client, clock }: Genesys): Way<GenesysChannelLink, TextPart> {
    return {
        async send({ link: { conversationId, communicationId }, part, ...sending }) {
            if (communicationId === undefined)
                return { kind: 'refused', reason: 'no agent is connected to the conversation in Genesys Cloud' };
            const given = { conversationId, communicationId, textBody: part.text };
            return callOnce(client, 'post_message_communication_messages', given, sending, ({ data }) =>
                new Members(data, '', []).id('id')
            );
        },
        find: ({ link: { conversationId }, part, signal }, startedAgoMs, claimed) =>
            findMessage(
                { client, clock, conversationId, isOutbound: true, startedAgoMs, claimed, signal },
                ({ direction, text }) => direction === 'outbound' && saysTheSame(text, part.text)
            )
    };
}
