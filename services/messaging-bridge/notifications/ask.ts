import { GenesysError } from '@switchboard/genesys-api';
import type { GenesysClient, Operation } from '@switchboard/genesys-api';
import { operation as named } from '../genesys/callOnce.ts';
import { GET_CONVERSATION } from './operations.ts';

/** Questions about conversations of messages. Each is undefined where there is no such thing, and throws GenesysError. */
export interface Asking {
    /** MessageConversation: its participants, and their messages without a text. */
    shown(conversationId: string): Promise<unknown>;
    /** Conversation: its participants with their communications. */
    whole(conversationId: string): Promise<unknown>;
    /** MessageData: what a message says. */
    message(conversationId: string, messageId: string): Promise<unknown>;
}

export function createAsking(client: GenesysClient, signal: AbortSignal): Asking {
    async function ask(operation: Operation, given: Readonly<Record<string, string>>): Promise<unknown> {
        try {
            return (await client.call(operation, given, { signal })).data;
        } catch (error) {
            if (error instanceof GenesysError && error.facts.status === 404) return undefined;
            throw error;
        }
    }
    return {
        shown: (conversationId) => ask(named('get_message'), { conversationId }),
        whole: (conversationId) => ask(GET_CONVERSATION, { conversationId }),
        message: (conversationId, messageId) => ask(named('get_message_message'), { conversationId, messageId })
    };
}
