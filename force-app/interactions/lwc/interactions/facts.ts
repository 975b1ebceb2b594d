import { ends, livesOn, progress } from './progress.ts';
import type { Interaction, InteractionFacts } from './types.ts';

type PlainFact = Exclude<
    keyof InteractionFacts,
    'state' | 'connected' | 'disconnected' | 'done' | 'known' | 'participantData'
>;

const PLAIN_FACTS: Readonly<Record<PlainFact, true>> = {
    type: true,
    direction: true,
    internal: true,
    phone: true,
    displayAddress: true,
    ani: true,
    calledNumber: true,
    name: true,
    remoteName: true,
    queueName: true,
    recordingState: true,
    securePause: true,
    startTime: true,
    connectedTime: true,
    endTime: true,
    ivrSeconds: true,
    acdSeconds: true,
    durationSeconds: true,
    wrapUpCode: true,
    wrapUpSeconds: true,
    participantId: true,
    part: true
};

/** What is known, overlaid by what a message carried. What it did not carry stays. */
export function merge(known: Interaction, facts: InteractionFacts): Interaction {
    const plain = plainFacts(known, facts);
    // An offer that arrives behind the answer is late, not a step back.
    const late = known.connected && !ends(facts) && (facts.state === 'alerting' || facts.state === 'dialing');
    if (late) return { ...known, ...(known.complete ? fillIn(known, facts) : { ...plain, ...overlaid(known, facts) }) };
    return { ...known, ...plain, ...overlaid(known, facts), ...progress(known, facts) };
}

/** Of a late message about what has ended: what is not known yet, and that the agent was connected. */
export function fillInEnded(known: Interaction, facts: InteractionFacts): Partial<Interaction> {
    const answered = facts.connected === true || facts.state === 'connected' || facts.state === 'held';
    return { ...fillIn(known, facts), handled: known.handled || answered };
}

/** Of a late message only what is not known yet. */
function fillIn(known: Interaction, facts: InteractionFacts): Partial<Interaction> {
    const plain = Object.fromEntries(
        Object.entries(plainFacts(known, facts)).filter(([name]) => known[name as PlainFact] === undefined)
    );
    return { ...plain, ...overlaid(facts, known) };
}

/** What was told of its length while it goes on is the time so far. */
function plainFacts(known: Interaction, facts: InteractionFacts): Partial<Interaction> {
    const isSoFar = livesOn(facts) || !(known.disconnected || ends(facts));
    return Object.fromEntries(
        Object.entries(facts).filter(
            ([name, value]) =>
                Object.hasOwn(PLAIN_FACTS, name) && value !== undefined && !(isSoFar && name === 'durationSeconds')
        )
    );
}

function overlaid(
    below: InteractionFacts,
    above: InteractionFacts
): Pick<InteractionFacts, 'known' | 'participantData'> {
    return {
        ...(below.known || above.known ? { known: { ...below.known, ...above.known } } : {}),
        ...(below.participantData || above.participantData
            ? { participantData: { ...below.participantData, ...above.participantData } }
            : {})
    };
}
