import type { Interaction } from 'c/interactions';
import { attributeValue } from './readingOrder.ts';
import type { AttributeValue } from './types.ts';

/** An attribute that no message carries: what the transport knows, else what somebody set as participant data. */
export function toldValue(name: string, interaction: Interaction): AttributeValue | undefined {
    const value = read(name, interaction);
    // Empty text under a name of the table says that nothing is known; only null clears.
    return value === '' ? undefined : value;
}

function read(
    name: string,
    { known = {}, participantData = {}, participantId, segment }: Interaction
): AttributeValue | undefined {
    if (name === 'Salesforce.ParticipantId') {
        // Participant data may still hold the id of the agent's earlier part.
        return participantId ?? (segment > 1 ? undefined : attributeValue(participantData, name));
    }
    if (Object.hasOwn(known, name)) return known[name];
    return (
        attributeValue(participantData, name) ??
        (name === 'Call.UUIData' ? attributeValue(participantData, 'UUIData') : undefined)
    );
}
