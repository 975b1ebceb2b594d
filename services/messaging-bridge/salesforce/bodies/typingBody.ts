import { moment } from './allowed.ts';
import { entryInteraction } from './interactionBody.ts';
import type { FromCustomer } from './interactionBody.ts';
import { repeatableId } from './repeatableId.ts';

/** The customer began to type, or stopped. */
export function typingBody(from: FromCustomer, isTyping: boolean) {
    const entryType = isTyping ? ('TypingStartedIndicator' as const) : ('TypingStoppedIndicator' as const);
    return entryInteraction(from, {
        id: repeatableId(entryType, from.genesysId),
        entryType,
        timestamp: moment('at', from.at)
    });
}
