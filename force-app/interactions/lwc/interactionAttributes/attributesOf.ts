import type { Interaction } from 'c/interactions';
import { ATTRIBUTES } from './catalogue.ts';
import { CARRIED } from './carried.ts';
import { kindHas } from './messageKinds.ts';
import { participantName } from './readingOrder.ts';
import { toldValue } from './told.ts';
import type { AttributeDescription, Attributes, AttributeValue } from './types.ts';

const NAMED = ATTRIBUTES.filter(({ name }) => !name.includes('{'));
const NAMES: ReadonlySet<string> = new Set(NAMED.map(({ name }) => name));

/** Everything that is known of the interaction, by attribute name. What is not known has no key. */
export function attributesOf(interaction: Interaction): Attributes {
    const entries = NAMED.filter((row) => appliesTo(row, interaction))
        .map(({ name }) => [name, valueOf(name, interaction)] as const)
        .filter((entry): entry is readonly [string, AttributeValue] => entry[1] !== undefined);
    return Object.fromEntries([...participantEntries(interaction), ...entries]);
}

function appliesTo({ name, interactionTypes }: AttributeDescription, interaction: Interaction): boolean {
    return (interactionTypes === 'all' || interactionTypes.includes(interaction.type)) && kindHas(name, interaction);
}

/**
 * What the messages carry comes only from them: participant data belongs to the whole conversation and may hold what
 * another agent's page wrote there.
 */
function valueOf(name: string, interaction: Interaction): AttributeValue | undefined {
    return Object.hasOwn(CARRIED, name) ? CARRIED[name]?.(interaction) : toldValue(name, interaction);
}

function participantEntries({ participantData = {} }: Interaction): [string, AttributeValue][] {
    const entries = Object.entries(participantData).filter(([key]) => !NAMES.has(key));
    // Written in full wins over the same name without its prefix, as in the reading order.
    const bare = entries.filter(([key]) => participantName(key) !== key);
    const full = entries.filter(([key]) => participantName(key) === key);
    return [...bare, ...full].map(([key, value]) => [participantName(key), value]);
}
