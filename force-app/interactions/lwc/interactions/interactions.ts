/**
 * The vendor-neutral heart: what the agent is doing now, told by a sequence of events.
 * Pure: the same events always give the same ledger.
 */
export { applyEvent } from './applyEvent.ts';
export { emptyLedger } from './ledger.ts';
export { knownFacts } from './knownFacts.ts';
export { quietSince } from './quiet.ts';
export type {
    Applied,
    Direction,
    Interaction,
    InteractionEvent,
    InteractionFacts,
    InteractionState,
    InteractionType,
    Ledger,
    ParticipantValue
} from './types.ts';
