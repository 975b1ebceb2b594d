import type { InteractionType } from 'c/interactions';

export type AttributeValue = string | number | boolean | null;

/** By attribute name. What is not known is absent: never `''`, never `0`. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/**
 * `carried`: the client event carries it. `derived`: computed from what it carries. `participantData`: only when
 * somebody set it as participant data. `notOnThisChannel`: the vendor names it, this channel never carries it.
 */
export type Availability = 'carried' | 'derived' | 'participantData' | 'notOnThisChannel';

export interface AttributeDescription {
    /** `Call.Ani`, or a family such as `Participant.{ColumnName}`. */
    readonly name: string;
    readonly interactionTypes: 'all' | readonly InteractionType[];
    readonly dataType: 'string' | 'number' | 'boolean';
    /** One sentence for an admin. */
    readonly meaning: string;
    readonly availability: Availability;
}
