import { changedFields } from './changes.ts';
import { merge } from './facts.ts';
import { ends, livesOn } from './progress.ts';
import type { Interaction, InteractionFacts, Ledger } from './types.ts';

/**
 * True when facts that call an ended interaction live are a late message about it, and not the conversation coming
 * back to the agent (A to B to A): they name the same connection, or one that began before the end.
 */
export function isAboutEnded(ended: Interaction, facts: InteractionFacts): boolean {
    const { connectedTime } = facts;
    if (connectedTime === undefined) return false;
    if (connectedTime === ended.connectedTime) return true;
    return ended.endTime !== undefined && Date.parse(connectedTime) <= Date.parse(ended.endTime);
}

/**
 * The earlier segment that an ending belongs to, when it is not the current one: the wrap-up of the first segment may
 * be completed while the second one rings.
 */
export function segmentSpokenOf(
    ledger: Ledger,
    current: Interaction,
    facts: InteractionFacts
): Interaction | undefined {
    const { connectedTime } = facts;
    if (!ends(facts) || (connectedTime !== undefined && connectedTime === current.connectedTime)) return undefined;
    const segments = ledger.earlier.filter(({ id }) => id === current.id);
    if (connectedTime !== undefined) return segments.filter((s) => s.connectedTime === connectedTime).at(-1);
    // A wrap-up cannot be complete for what is still going on.
    if (!facts.done || current.disconnected) return undefined;
    const spokenOf = segments.filter((s) => !s.done).at(-1) ?? segments.filter((s) => says(s, facts)).at(-1);
    return spokenOf && isNamedBy(facts, current, spokenOf) ? undefined : spokenOf;
}

/** True when the facts hold what only the one has and not the other: a second ring that is missed while the first part's wrap-up is open. */
function isNamedBy({ participantId, queueName }: InteractionFacts, one: Interaction, other: Interaction): boolean {
    if (participantId !== undefined)
        return participantId === one.participantId && participantId !== other.participantId;
    return queueName !== undefined && queueName === one.queueName && queueName !== other.queueName;
}

/** True when the segment says all of it already: the message is a repetition. */
function says(segment: Interaction, facts: InteractionFacts): boolean {
    return changedFields(segment, merge(segment, facts)).length === 0;
}

/**
 * The agent has a new participant id each time. Participant data that still holds the one of an earlier segment tells
 * nothing about this one.
 */
export function withoutFormerPart(ledger: Ledger, current: Interaction, facts: InteractionFacts): InteractionFacts {
    const { participantId, ...others } = facts;
    if (participantId === undefined) return facts;
    const former = ledger.earlier.some(
        (segment) => segment.id === current.id && segment.participantId === participantId
    );
    const comesBack = current.disconnected && livesOn(facts) && !isAboutEnded(current, facts);
    return former || (comesBack && current.participantId === participantId) ? others : facts;
}
