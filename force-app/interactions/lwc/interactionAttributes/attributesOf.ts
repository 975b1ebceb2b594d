import type { Interaction } from 'c/interactions';
import { ATTRIBUTES } from './catalogue.ts';
import { CARRIED } from './carried.ts';
import { attributeValue, participantName } from './readingOrder.ts';
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
    if (interactionTypes !== 'all' && !interactionTypes.includes(interaction.type)) return false;
    return name !== 'Salesforce.DisplayAddress' || hasAddress(interaction);
}

/** Of the messages only SMS and WhatsApp have an address; the kind of a message is seldom known. */
function hasAddress(interaction: Interaction): boolean {
    if (interaction.type !== 'message') return true;
    const kind = setValue('Message.Type', interaction);
    return kind === undefined || /^(sms|whatsapp)$/i.test(String(kind));
}

/**
 * What the messages carry comes only from them: participant data belongs to the whole conversation and may hold what
 * another agent's page wrote there.
 */
function valueOf(name: string, interaction: Interaction): AttributeValue | undefined {
    return Object.hasOwn(CARRIED, name) ? CARRIED[name]?.(interaction) : setValue(name, interaction);
}

function setValue(name: string, interaction: Interaction): AttributeValue | undefined {
    const { known = {}, participantData = {}, participantId, segment } = interaction;
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

function participantEntries({ participantData = {} }: Interaction): [string, AttributeValue][] {
    const entries = Object.entries(participantData).filter(([key]) => !NAMES.has(key));
    // Written in full wins over the same name without its prefix, as in the reading order.
    const bare = entries.filter(([key]) => participantName(key) !== key);
    const full = entries.filter(([key]) => participantName(key) === key);
    return [...bare, ...full].map(([key, value]) => [participantName(key), value]);
}
