import { ends } from './progress.ts';
import { isAfter } from './quiet.ts';
import type { Interaction, InteractionFacts } from './types.ts';

/** Who is at the other end, and who called whom. They stay while the agent has one connection. */
const OTHER_SIDE = ['internal', 'direction', 'phone', 'ani', 'displayAddress'] as const;

/**
 * True when a message describes the agent's connection to the colleague who is consulted, not the one to the customer.
 * Both have the conversation's id, and the consult's `connect` is an ordinary one; it may come before the message that
 * a consult has begun. The customer's connection is the earlier of the two.
 */
export function isAboutConsult(known: Interaction, facts: InteractionFacts): boolean {
    if (!known.connected && !known.disconnected) return false;
    // A callback rings inbound and then calls out, an answered email goes out: only a call stays what it is.
    if (!known.consulting && known.type !== 'call') return false;
    const timed = known.connectedTime !== undefined && facts.connectedTime !== undefined;
    if (timed && !isAfter(facts.connectedTime, known.connectedTime, 0)) return false;
    if (turned(known, facts)) return true;
    // What is over may come back from a colleague, who is internal.
    if (becomesInternal(known, facts)) return known.connected || ends(facts);
    // Where no time tells them apart, an end is rather believed than a call shown that is over.
    const believed = ends(facts) && !timed;
    return known.consulting === true && !believed && OTHER_SIDE.some((name) => differs(known, facts, name));
}

/** An inbound conversation becomes outbound: this is the agent's call to somebody else. */
function turned(known: Interaction, facts: InteractionFacts): boolean {
    return known.direction === 'inbound' && facts.direction === 'outbound';
}

function becomesInternal(known: Interaction, facts: InteractionFacts): boolean {
    return known.internal === false && facts.internal === true;
}

/** Both are told, and they are not the same. */
function differs(known: Interaction, facts: InteractionFacts, name: keyof InteractionFacts): boolean {
    return known[name] !== undefined && facts[name] !== undefined && known[name] !== facts[name];
}
