import type { Interaction } from 'c/interactions';
import { toldValue } from './told.ts';

/** The values of Message.Type in the vendor's table. An open message has another one, or none. */
const KINDS = ['facebook', 'line', 'sms', 'twitter', 'whatsapp', 'webmessaging'] as const;

type MessageKind = (typeof KINDS)[number];

/** What the vendor's table says that messages of one kind have and those of another kind do not. */
const HAVING: Readonly<Record<string, readonly MessageKind[]>> = {
    'Salesforce.DisplayAddress': ['sms', 'whatsapp'],
    'Salesforce.ExternalRoutedWorkItem': [],
    'Message.Username': ['twitter'],
    'Message.Userid': ['facebook', 'line', 'twitter', 'webmessaging', 'whatsapp']
};

/**
 * Undefined for what is no message, and for a message whose kind is not told: the phone seldom tells it. By the vendor's
 * table only web messaging has the remote name Guest.
 */
export function messageKind(interaction: Interaction): MessageKind | undefined {
    if (interaction.type !== 'message') return undefined;
    const told = toldValue('Message.Type', interaction) ?? (interaction.remoteName === 'Guest' ? 'webmessaging' : '');
    const word = String(told).trim().toLowerCase();
    return KINDS.find((kind) => kind === word);
}

/** False when the interaction is a message of a kind that never has this attribute. */
export function kindHas(name: string, interaction: Interaction): boolean {
    const kinds = Object.hasOwn(HAVING, name) ? HAVING[name] : undefined;
    const kind = kinds && messageKind(interaction);
    return kind === undefined || kinds?.includes(kind) === true;
}
