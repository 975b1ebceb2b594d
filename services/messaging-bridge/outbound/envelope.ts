import type { Participant } from './participant.ts';
import type { Problem } from './problem.ts';

/** What every event tells, whatever it is about. */
export interface Envelope {
    /** What tells a repetition: the entry's identifier, or the routing's event id. Absent: use the id of the event. */
    readonly key?: string;
    /**
     * The conversation that this belongs to; order holds within it. The conversation's identifier; where there is
     * none, the channel address with a digest of the recipient, so that no name or number stands in it.
     */
    readonly conversation: string;
    /** What the Interaction Service calls the conversation; the older wrappings do not tell it. */
    readonly conversationIdentifier?: string;
    readonly channelAddress?: string;
    readonly recipient?: Participant;
    /** When Salesforce published the event, in milliseconds since 1970. */
    readonly createdAt?: number;
    /** What is not as documented, though the event could be kept. */
    readonly problems: readonly Problem[];
}
