import { ATTRIBUTES } from 'c/interactionAttributes';
import type { AttributeDescription, AttributeValue } from 'c/interactionAttributes';
import type { InteractionType } from 'c/interactions';

/** What an attribute's values are, finer than the vendor's table says it. */
export type AttributeKind = 'text' | 'number' | 'flag' | 'time';

const TIMES = new Set(['Interaction.StartTime', 'Salesforce.ConnectedTime', 'Salesforce.DisconnectedTime']);
/** Characters that values commonly have, where that is not the common length of a name. */
const LENGTHS: Readonly<Record<string, number>> = {
    'Call.Ani': 20,
    'Call.CalledNumber': 20,
    'Salesforce.DisplayAddress': 20,
    'Call.ConversationId': 36,
    'Salesforce.ParticipantId': 36,
    'Call.State': 12,
    'Salesforce.WrapUpCode': 40,
    'Salesforce.InteractionLogNotes': 2000
};
const COMMON_LENGTH = 60;

/** The catalogue's row for a name, `Participant.` names by their family; undefined when there is none, as for `{ColumnName}`. */
export function descriptionOf(attribute: string): AttributeDescription | undefined {
    const families = ATTRIBUTES.filter(({ name }) => name.startsWith('Participant.{'));
    return (
        ATTRIBUTES.find((row) => row.name === attribute && !families.includes(row)) ??
        (/^participant\.[^{]/i.test(attribute) && families[0]
            ? { ...families[0], name: attribute, interactionTypes: typesOfBoth(families) }
            : undefined)
    );
}

function typesOfBoth(families: readonly AttributeDescription[]): InteractionType[] {
    return [
        ...new Set(
            families.flatMap(({ interactionTypes }) => (interactionTypes === 'all' ? [] : [...interactionTypes]))
        )
    ];
}

export function kindOfAttribute(attribute: string): AttributeKind {
    if (TIMES.has(attribute)) return 'time';
    const type = descriptionOf(attribute)?.dataType;
    return type === 'number' ? 'number' : type === 'boolean' ? 'flag' : 'text';
}

/** A value as long and of the kind as the attribute commonly has, to try a field with. */
export function sampleOf(attribute: string): Exclude<AttributeValue, null> {
    switch (kindOfAttribute(attribute)) {
        case 'time':
            return '2026-11-21T09:30:00.000Z';
        case 'number':
            return 90;
        case 'flag':
            return true;
        default:
            return 'x'.repeat(LENGTHS[attribute] ?? COMMON_LENGTH);
    }
}
