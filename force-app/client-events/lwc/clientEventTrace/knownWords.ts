import { ACTIONS, EVENTS } from 'c/clientEventCatalogue';

const PRESENCES = [
    'ON_QUEUE',
    'AVAILABLE',
    'BREAK',
    'MEAL',
    'TRAINING',
    'MEETING',
    'BUSY',
    'AWAY',
    'OFF_QUEUE',
    'OUT_OF_OFFICE',
    'OFFLINE',
    'IDLE',
    'INTERACTING',
    'COMMUNICATING',
    'NOT_RESPONDING'
];
/** What a phone says where there is no number. */
const NO_NUMBER = ['unavailable', 'anonymous', '0anonymous', 'restricted', 'unknown', 'internal'];
const TYPES = [...EVENTS.map(({ type }) => type), 'UserActions', ...ACTIONS.map(({ publishes }) => publishes)];
const CATEGORIES = [
    ...EVENTS.flatMap(({ category }) => category ?? []),
    'ConsultCall',
    'CompleteConsultCall',
    'completeConsultCall'
];

/** The words of the contract that a shared trace keeps, by the member that may hold them, in lower case. */
const WORDS: Readonly<Record<string, readonly string[]>> = lowered({
    type: [...TYPES, 'contact', 'account', 'lead', 'case', 'opportunity'],
    category: CATEGORIES,
    categories: CATEGORIES,
    action: ACTIONS.map(({ builder }) => builder),
    state: ['ALERTING', 'CONNECTED', 'HELD', 'DISCONNECTED', 'CONTACTING', 'DIALING'],
    direction: ['Inbound', 'Outbound'],
    recordingState: ['active', 'none', 'paused'],
    transferTargetType: ['userId', 'queueId', 'address'],
    channel: ['EXTERNAL', 'INTERNAL'],
    role: ['customer', 'agent', 'acd', 'ivr', 'system'],
    status: [...PRESENCES, 'SESSION_ENDED'],
    /** A status may be named where its id belongs. */
    id: PRESENCES,
    /** UserAction routingStatus and view hold a bare word. */
    data: [...PRESENCES, 'CallLog'],
    disposition: ['ININ-WRAP-UP-TIMEOUT'],
    phone: NO_NUMBER,
    ani: NO_NUMBER,
    displayAddress: NO_NUMBER,
    calledNumber: NO_NUMBER
});

/** Every word of the list, whatever member holds it: an invented text is none of them. */
export const ALL_WORDS: ReadonlySet<string> = new Set(Object.values(WORDS).flat());

export function isKnownWord(member: string, text: string): boolean {
    return Object.hasOwn(WORDS, member) && (WORDS[member] ?? []).includes(text.toLowerCase());
}

/** Members of a message that hold members of the contract in turn. Inside any other nothing is known. */
export const CONTAINERS: ReadonlySet<string> = new Set([
    'data',
    'new',
    'old',
    'participantContext',
    'secureSessionContext',
    'transcripts',
    'alternatives',
    'words',
    'messages',
    'categories'
]);

/** Ids stay distinguishable whatever they look like. `data` may be a bare one. */
export const IDS: ReadonlySet<string> = new Set([
    'id',
    'data',
    'interactionId',
    'conversationId',
    'flowId',
    'utteranceId',
    'userId'
]);

/** Numbers that say how long or how sure, not who. */
export const MEASURES: ReadonlySet<string> = new Set([
    'totalIvrDurationSeconds',
    'totalAcdDurationSeconds',
    'interactionDurationSeconds',
    'dispositionDurationSeconds',
    'confidence'
]);

export const FLAGS: ReadonlySet<string> = new Set([
    'isConnected',
    'isDisconnected',
    'isDone',
    'isInternal',
    'isCallback',
    'isDialer',
    'isChat',
    'isEmail',
    'isMessage',
    'isVoicemail',
    'securePause',
    'disconnect'
]);

/** The remaining members of the contract, whose values are never kept. */
const OTHER_MEMBERS = [
    'phone',
    'displayAddress',
    'ani',
    'calledNumber',
    'name',
    'remoteName',
    'queueName',
    'startTime',
    'connectedTime',
    'endTime',
    'disposition',
    'attributes',
    'transferTarget',
    'userData',
    'transcript',
    'word',
    'eventTime',
    'sub_status',
    'body',
    'text',
    'Interaction.Url',
    'Salesforce.ParticipantId'
];

/** Names of members that stay as they are. */
export const MEMBERS: ReadonlySet<string> = new Set([
    ...Object.keys(WORDS),
    ...CONTAINERS,
    ...IDS,
    ...MEASURES,
    ...FLAGS,
    ...OTHER_MEMBERS
]);

function lowered(words: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> {
    return Object.fromEntries(
        Object.entries(words).map(([key, list]) => [key, list.map((word) => word.toLowerCase())])
    );
}
