/** Which values may be passed on. Everything else is named under `withheld` and not shown. */
type Allowed = (value: unknown) => boolean;

const oneOf =
    (...words: readonly string[]): Allowed =>
    (value) =>
        typeof value === 'string' && words.includes(value.toUpperCase());
const flag: Allowed = (value) => typeof value === 'boolean';
const number: Allowed = (value) => typeof value === 'number';
const time: Allowed = (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/.test(value);
const uuid: Allowed = (value) =>
    typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
/** Written by the codec. */
const ownWord: Allowed = (value) => typeof value === 'string';
const ownWords: Allowed = (value) => Array.isArray(value);

const STATUSES = ['ON_QUEUE', 'AVAILABLE', 'BREAK', 'MEAL', 'TRAINING', 'MEETING', 'BUSY', 'AWAY', 'OFF_QUEUE'].concat([
    'OUT_OF_OFFICE',
    'IDLE',
    'OFFLINE'
]);

const SHOWN: Readonly<Record<string, Allowed>> = {
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
    routingStatus: oneOf(...STATUSES, 'INTERACTING', 'COMMUNICATING', 'NOT_RESPONDING')
};

/** Looked into: an interaction within the event. */
const WITHIN = ['interaction', 'previous'];
/** How many there are is shown. */
const COUNTED = ['utterances', 'messages'];

/**
 * A decoded event with nothing of a customer: by allow-list, so that a field that is new is not shown. The names of those
 * that were there and are not shown stand under `withheld`.
 */
export function redacted(event: object): object {
    const shown: Record<string, unknown> = {};
    const withheld: string[] = [];
    for (const [name, value] of Object.entries(event)) {
        if (value === undefined) continue;
        if (name === 'reason') {
            shown[name] = withoutNames(String(value));
        } else if (SHOWN[name]?.(value)) {
            shown[name] = value;
        } else if (WITHIN.includes(name) && typeof value === 'object' && value !== null) {
            shown[name] = redacted(value as object);
        } else if (COUNTED.includes(name) && Array.isArray(value)) {
            shown[name] = value.length;
        } else {
            withheld.push(name);
        }
    }
    return withheld.length > 0 ? { ...shown, withheld } : shown;
}

/** A reason quotes the one word that is not known. Categories begin with a small letter; what does not may be a name. */
function withoutNames(reason: string): string {
    return reason.replaceAll(/"(?![a-z][A-Za-z]{0,29}")[^"]*"/g, '"…"');
}
