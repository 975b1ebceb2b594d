import { storableJson } from '../delivery/storable.ts';
import type { Interaction, ParticipantChanged } from '../outbound/outbound.ts';
import type { NewEntry } from '../store/batches.ts';
import type { Said } from './requestedRouting.ts';
import { routingLane } from './requestedRouting.ts';
import type { Change } from './repsThere.ts';

/** What Salesforce tells of the reps of a conversation, and what follows at Genesys Cloud: in its order, by itself. */
export const agentsLane = (conversation: string): string => `agents:${conversation}`;

export const PRESENCE = 'presence';
export const SESSION_ENDED = 'sessionEnded';
export const WORK_RESULT = 'workResult';

/** The body of an entry of kind `presence`. JSON. */
export interface Presence extends Change {
    readonly conversation: string;
    readonly conversationIdentifier?: string;
}

/** The body of an entry of kind `sessionEnded`: nobody of Salesforce's serves the customer any more. JSON. */
export interface SessionEnded {
    readonly conversation: string;
    /** Of Salesforce: 0Mw…. */
    readonly sessionId?: string;
    /** This rep has closed the work: it is over where no other rep is there. */
    readonly closedBy?: string;
}

/** The body of an entry of kind `workResult`. JSON. */
export interface WorkResult {
    readonly conversation: string;
    readonly conversationIdentifier: string;
    readonly workType: string;
    readonly workId: string;
    readonly routingType?: string;
}

type Taken = readonly NewEntry[] | { readonly drop: string };

/** Reps joined or left; of anybody else nothing follows. */
export function presenceEntry({ conversationIdentifier, entry }: Interaction, said: Said): Taken {
    if (entry.entryType !== 'ParticipantChanged') return { drop: entry.entryType };
    const [joined, left] = [repsIn(entry, 'add'), repsIn(entry, 'remove')];
    if (joined.length + left.length === 0) return { drop: entry.entryType };
    const identifier = conversationIdentifier === undefined ? {} : { conversationIdentifier };
    const body: Presence = { conversation: said.conversation, joined, left, ...identifier };
    return [entryOf(said, PRESENCE, agentsLane(said.conversation), body)];
}

const repsIn = ({ entries }: ParticipantChanged, operation: 'add' | 'remove'): string[] =>
    entries.flatMap(({ operation: given, participant }) =>
        given === operation && participant?.role === 'Agent' && participant.subject !== undefined
            ? [participant.subject]
            : []
    );

/** A session of Salesforce is over. */
export function sessionEndedEntry({ entry }: Interaction, said: Said): Taken {
    if (entry.entryType !== 'SessionStatusChanged') return { drop: entry.entryType };
    if (entry.sessionStatus !== 'Ended') return { drop: `SessionStatusChanged to something else than Ended` };
    const { sessionId } = entry;
    const body: SessionEnded = { conversation: said.conversation, ...(sessionId === undefined ? {} : { sessionId }) };
    return [entryOf(said, SESSION_ENDED, agentsLane(said.conversation), body)];
}

/** What became of a rep's work. */
export function workResultEntry({ conversationIdentifier, entry }: Interaction, said: Said): Taken {
    if (entry.entryType !== 'RoutingWorkResult' || entry.workId === undefined || conversationIdentifier === undefined)
        return { drop: entry.entryType };
    const { routingType, workId, workType } = entry;
    const { conversation } = said;
    const type = routingType === undefined ? {} : { routingType };
    const body: WorkResult = { conversation, conversationIdentifier, workType, workId, ...type };
    return [entryOf(said, WORK_RESULT, routingLane(conversation), body)];
}

const entryOf = ({ createdAt, key }: Said, kind: string, lane: string, body: object): NewEntry => ({
    lane,
    key,
    kind,
    body: storableJson(body),
    createdAt
});
