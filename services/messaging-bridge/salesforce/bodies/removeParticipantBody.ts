import { text } from './allowed.ts';
import { MOST_CONVERSATION } from './people.ts';
import type { Participant } from './people.ts';

/** Takes one participant out of the conversation; Salesforce takes no more in one call. */
export const removeParticipantBody = (conversation: string, participant: Participant) => ({
    conversationIdentifier: text('conversation', conversation, MOST_CONVERSATION),
    operation: 'Remove' as const,
    participants: [participant] as const
});
