import type { Interaction, InteractionFacts, InteractionState } from './types.ts';

type Progress = Pick<Interaction, 'state' | 'connected' | 'disconnected' | 'done' | 'handled'>;

/** True when the facts say that the interaction is over for the agent, whichever field says so. */
export function ends(facts: InteractionFacts): boolean {
    return facts.disconnected === true || facts.done === true || facts.state === 'disconnected';
}

/** True when the facts say that the interaction is going on. Facts about something else say neither. */
export function livesOn(facts: InteractionFacts): boolean {
    return !ends(facts) && (facts.state !== undefined || facts.connected === true || facts.disconnected === false);
}

/** State, flags and "was handled" after the facts; what one field leaves out is read from the others. */
export function progress(known: Interaction, facts: InteractionFacts): Progress {
    const disconnected = known.disconnected || ends(facts);
    const state = disconnected ? 'disconnected' : (facts.state ?? stateFromFlags(known, facts));
    const connected = state === 'connected' || state === 'held';
    return {
        state,
        connected,
        disconnected,
        done: known.done || facts.done === true,
        handled: known.handled || connected || wasConnectedBefore(known, facts)
    };
}

function stateFromFlags(known: Interaction, facts: InteractionFacts): InteractionState {
    if (facts.connected === true) return known.state === 'held' ? 'held' : 'connected';
    if (facts.connected === false && known.connected) return known.state;
    if (known.state === 'alerting' && facts.direction === 'outbound' && facts.connected === false) return 'dialing';
    return known.state;
}

/** After a reload in wrap-up only the connected time tells that the agent had the conversation. */
function wasConnectedBefore(known: Interaction, facts: InteractionFacts): boolean {
    const told = facts.connectedTime;
    return ends(facts) && told !== undefined && told !== known.connectedTime;
}
