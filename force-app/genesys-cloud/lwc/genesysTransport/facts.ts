import { attributeValue } from 'c/interactionAttributes';
import type { ClientInteraction, InteractionCategory } from 'c/clientEvents';
import { knownFacts } from 'c/interactions';
import type { InteractionFacts, InteractionState, InteractionType } from 'c/interactions';

const STATES: Readonly<Record<string, InteractionState>> = {
    ALERTING: 'alerting',
    CONTACTING: 'dialing',
    DIALING: 'dialing',
    CONNECTED: 'connected',
    HELD: 'held',
    DISCONNECTED: 'disconnected',
    TERMINATED: 'disconnected'
};

/** Most telling first: a voicemail may be a callback, too. */
const TYPES: readonly (readonly [keyof ClientInteraction, InteractionType])[] = [
    ['isVoicemail', 'voicemail'],
    ['isEmail', 'email'],
    ['isMessage', 'message'],
    ['isChat', 'chat'],
    ['isCallback', 'callback'],
    ['isDialer', 'outboundDialing']
];

/** What an interaction object says, in the project's own words. */
export function factsOf(interaction: ClientInteraction): InteractionFacts {
    const { attributes } = interaction;
    const participantId = attributes && attributeValue(attributes, 'Salesforce.ParticipantId');
    return knownFacts({
        state: stateOf(interaction.state),
        type: typeOf(interaction),
        direction: interaction.direction === undefined ? undefined : directionOf(interaction.direction),
        internal: interaction.isInternal,
        connected: interaction.isConnected,
        disconnected: interaction.isDisconnected,
        done: interaction.isDone,
        phone: interaction.phone,
        displayAddress: interaction.displayAddress,
        ani: interaction.ani,
        calledNumber: interaction.calledNumber,
        name: interaction.name,
        remoteName: interaction.remoteName,
        queueName: interaction.queueName,
        recordingState: interaction.recordingState,
        securePause: interaction.securePause,
        startTime: interaction.startTime,
        connectedTime: interaction.connectedTime,
        endTime: interaction.endTime,
        ivrSeconds: interaction.totalIvrDurationSeconds,
        acdSeconds: interaction.totalAcdDurationSeconds,
        durationSeconds: interaction.interactionDurationSeconds,
        wrapUpCode: interaction.disposition,
        wrapUpSeconds: interaction.dispositionDurationSeconds,
        participantId: typeof participantId === 'string' && participantId !== '' ? participantId : undefined,
        participantData: attributes
    });
}

/** What a category tells by itself, when the message has no body or a body that leaves it out. */
export function factsOfCategory(category: InteractionCategory): InteractionFacts {
    switch (category) {
        case 'add':
            return { state: 'alerting' };
        case 'connect':
            return { connected: true };
        case 'disconnect':
            return { disconnected: true };
        case 'acw':
            return { disconnected: true, done: true };
        default:
            return {};
    }
}

function stateOf(word: string | undefined): InteractionState | undefined {
    const upper = word?.toUpperCase() ?? '';
    return Object.hasOwn(STATES, upper) ? STATES[upper] : undefined;
}

function directionOf(direction: 'Inbound' | 'Outbound'): 'inbound' | 'outbound' {
    return direction === 'Inbound' ? 'inbound' : 'outbound';
}

/** No flag set means a voice call; no flag carried says nothing. */
function typeOf(interaction: ClientInteraction): InteractionType | undefined {
    const set = TYPES.find(([flag]) => interaction[flag] === true);
    if (set) return set[1];
    return TYPES.some(([flag]) => interaction[flag] === false) ? 'call' : undefined;
}
