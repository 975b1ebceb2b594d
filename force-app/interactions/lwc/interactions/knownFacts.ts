import type { InteractionFacts } from './types.ts';

/** Only what is known: absent, never undefined. */
export function knownFacts(facts: {
    [Name in keyof InteractionFacts]: InteractionFacts[Name] | undefined;
}): InteractionFacts {
    return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
