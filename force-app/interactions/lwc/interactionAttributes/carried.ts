import type { Interaction, InteractionState } from 'c/interactions';
import { seconds, text } from './asCarried.ts';
import { callDuration } from './callDuration.ts';
import { messageKind } from './messageKinds.ts';
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
    'Call.Ani': ({ ani }) => text(ani),
    'Call.CalledNumber': ({ calledNumber }) => text(calledNumber),
    'Call.ConversationId': ({ id }) => id,
    'Call.Internal': ({ internal }) => internal,
    'Call.QueueName': ({ queueName }) => text(queueName),
    'Call.RemoteName': remoteName,
    'Call.State': ({ state }) => STATE_WORDS[state],
    'Interaction.StartTime': ({ startTime }) => text(startTime),
    'Interaction.TotalAcdTime': ({ acdSeconds }) => seconds(acdSeconds),
    'Interaction.TotalIvrTime': ({ ivrSeconds }) => seconds(ivrSeconds),
    'Salesforce.AfterCallTime': ({ wrapUpSeconds }) => seconds(wrapUpSeconds),
    'Salesforce.CallDuration': callDuration,
    'Salesforce.ConnectedTime': ({ connectedTime }) => text(connectedTime),
    'Salesforce.DisconnectedTime': ({ endTime }) => text(endTime),
    'Salesforce.DisplayAddress': ({ displayAddress }) => text(displayAddress),
    // Typed and then deleted is known to be empty: null clears the field.
    'Salesforce.InteractionLogNotes': ({ notes }) => (notes === '' ? null : notes),
    'Salesforce.WrapUpCode': ({ wrapUpCode }) => text(wrapUpCode)
};

/** As the table says: of a text message its display address, of web messaging always Guest. */
function remoteName(interaction: Interaction): string | undefined {
    const carried = text(interaction.remoteName);
    switch (messageKind(interaction)) {
        case 'sms':
            return text(interaction.displayAddress) ?? carried;
        case 'webmessaging':
            return 'Guest';
        default:
            return carried;
    }
}
