import type { Interaction, InteractionState } from 'c/interactions';
import type { AttributeValue } from './types.ts';

const STATE_WORDS: Readonly<Record<InteractionState, string>> = {
    alerting: 'ALERTING',
    dialing: 'CONTACTING',
    connected: 'CONNECTED',
    held: 'HELD',
    disconnected: 'DISCONNECTED'
};

/** How to read each attribute that the messages carry or that follows from what they carry. */
export const CARRIED: Readonly<Record<string, (interaction: Interaction) => AttributeValue | undefined>> = {
    'Call.Ani': ({ ani }) => ani,
    'Call.CalledNumber': ({ calledNumber }) => calledNumber,
    'Call.ConversationId': ({ id }) => id,
    'Call.Internal': ({ internal }) => internal,
    'Call.QueueName': ({ queueName }) => queueName,
    'Call.RemoteName': ({ remoteName }) => remoteName,
    'Call.State': ({ state }) => STATE_WORDS[state],
    'Interaction.StartTime': ({ startTime }) => startTime,
    'Interaction.TotalAcdTime': ({ acdSeconds }) => acdSeconds,
    'Interaction.TotalIvrTime': ({ ivrSeconds }) => ivrSeconds,
    'Salesforce.AfterCallTime': ({ wrapUpSeconds }) => wrapUpSeconds,
    'Salesforce.CallDuration': callDuration,
    'Salesforce.ConnectedTime': ({ connectedTime }) => connectedTime,
    'Salesforce.DisconnectedTime': ({ endTime }) => endTime,
    'Salesforce.DisplayAddress': ({ displayAddress }) => displayAddress,
    // Typed and then deleted is known to be empty: null clears the field.
    'Salesforce.InteractionLogNotes': ({ notes }) => (notes === '' ? null : notes),
    'Salesforce.WrapUpCode': ({ wrapUpCode }) => wrapUpCode
};

/** Whole seconds, rounded as the vendor rounds: as carried, else from connected to ended once it is over. */
function callDuration({ durationSeconds, disconnected, connectedTime, endTime }: Interaction): number | undefined {
    if (durationSeconds !== undefined) return durationSeconds;
    if (!disconnected || connectedTime === undefined || endTime === undefined) return undefined;
    const seconds = Math.round((Date.parse(endTime) - Date.parse(connectedTime)) / 1000);
    return seconds >= 0 ? seconds : undefined;
}
