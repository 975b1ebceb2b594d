import { counted, flag, number, oneOf, ownWord, ownWords, time, uuid, within } from './allowList.ts';
import type { AllowList, Shown } from './allowList.ts';

const STATUSES = ['ON_QUEUE', 'AVAILABLE', 'BREAK', 'MEAL', 'TRAINING', 'MEETING', 'BUSY', 'AWAY', 'OFF_QUEUE'].concat([
    'OUT_OF_OFFICE',
    'IDLE',
    'OFFLINE'
]);

/** A reason quotes the one word that is not known. Categories begin with a small letter; what does not may be a name. */
const withoutNames: Shown = (reason) => String(reason).replaceAll(/"(?![a-z][A-Za-z]{0,29}")[^"]*"/g, '"…"');

const FIELDS: AllowList = {
    type: ownWord,
    category: ownWord,
    oddFields: ownWords,
    receivedAt: time,
    inferred: flag,
    ended: flag,
    id: uuid,
    interactionId: uuid,
    action: oneOf(
        'SUBSCRIBE',
        'USER.UPDATESTATUS',
        'INTERACTION.UPDATESTATE',
        'INTERACTION.ADDCUSTOMATTRIBUTES',
        'INTERACTION.ADDASSOCIATION'
    ),
    state: oneOf(
        ...['ALERTING', 'CONNECTED', 'HELD', 'DISCONNECTED', 'CONTACTING', 'DIALING'],
        // An echoed action has the word that was asked for.
        ...['PICKUP', 'DISCONNECT', 'HOLD', 'MUTE', 'SECUREPAUSE', 'BLINDTRANSFER', 'CONSULTTRANSFER'],
        ...['CONCLUDETRANSFER', 'SECURESESSION']
    ),
    direction: oneOf('INBOUND', 'OUTBOUND'),
    isConnected: flag,
    isDisconnected: flag,
    isDone: flag,
    isInternal: flag,
    isCallback: flag,
    isDialer: flag,
    isChat: flag,
    isEmail: flag,
    isMessage: flag,
    isVoicemail: flag,
    securePause: flag,
    recordingState: oneOf('ACTIVE', 'NONE', 'PAUSED'),
    startTime: time,
    connectedTime: time,
    endTime: time,
    eventTime: time,
    totalIvrDurationSeconds: number,
    totalAcdDurationSeconds: number,
    interactionDurationSeconds: number,
    dispositionDurationSeconds: number,
    status: oneOf(...STATUSES),
    routingStatus: oneOf(...STATUSES, 'INTERACTING', 'COMMUNICATING', 'NOT_RESPONDING'),
    reason: withoutNames,
    utterances: counted,
    messages: counted
};

/** Of a client event of Genesys Cloud. */
export const CLIENT_EVENT: AllowList = { ...FIELDS, interaction: within(FIELDS), previous: within(FIELDS) };
