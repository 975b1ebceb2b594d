import type { ClientEvent, ClientEventType, InteractionCategory } from 'c/clientEventCodec';
import type { EventRow, EventText } from './types.ts';

type CategoryOf<T extends ClientEventType> = Extract<ClientEvent, { type: T; category: string }>['category'];
type WithCategories = Extract<ClientEvent, { category: string }>['type'];

const BODY = ['id', 'interaction', 'previous', 'inferred', 'oddFields'];
const interaction = (when: string, note: string, evidence: EventText['evidence'] = 'documented'): EventText => ({
    when,
    carries: BODY,
    note,
    evidence
});

/** Each record has one entry for each category of the type, no more: the types hold it. */
const INTERACTION: Readonly<Record<InteractionCategory, EventText>> = {
    add: interaction(
        'a conversation is new, or is told again after the page was loaded anew',
        'look at its state, not at the word'
    ),
    change: interaction(
        'something may have changed',
        'many say nothing new; `previous` is not reliably what was before'
    ),
    connect: interaction('answered', 'a consult leg comes as plain `connect` too'),
    disconnect: interaction('ended', 'wrap-up is open while `isDone` is false'),
    acw: interaction('wrap-up is complete', 'carries `disposition` and its seconds', 'seen'),
    deallocate: interaction('it leaves the client', 'known of the embeddable framework only', 'seen'),
    blindTransfer: interaction('passed on', 'mostly the id alone', 'seen'),
    consultTransfer: interaction('a consultation has begun', 'mostly the id alone; the type may be missing', 'seen'),
    completeConsultTransfer: interaction(
        'the consultation became a transfer',
        'mostly the id alone; the type may be missing',
        'seen'
    )
};

const USER_ACTION: Readonly<Record<CategoryOf<'UserAction'>, EventText>> = {
    status: {
        when: "the agent's status changed",
        carries: ['status', 'id', 'subStatus'],
        note: 'upper case in every recording, such as `ON_QUEUE`',
        evidence: 'seen'
    },
    routingStatus: {
        when: 'calls are offered, or no longer',
        carries: ['routingStatus'],
        note: 'such as `IDLE`, `OFF_QUEUE`',
        evidence: 'seen'
    },
    station: {
        when: 'a station was chosen or left',
        carries: ['data'],
        note: 'a station is a phone; agents without calls may never have one, so it tells nothing about being logged in',
        evidence: 'seen'
    },
    login: { when: 'logged in', carries: ['data'], note: 'no public source shows the data', evidence: 'seen' },
    logout: {
        when: 'logged out',
        carries: ['data'],
        note: 'may come several times; no public source shows the data',
        evidence: 'seen'
    },
    view: {
        when: 'the agent opened another view of the phone',
        carries: ['view'],
        note: 'known of the embeddable framework only',
        evidence: 'seen'
    }
};

const NOTIFICATION: Readonly<Record<CategoryOf<'Notification'>, EventText>> = {
    conversationTranscription: {
        when: 'something was said in a transcribed call',
        carries: ['id', 'eventTime', 'ended', 'utterances'],
        note: 'the same utterance may come again',
        evidence: 'seen'
    },
    chatUpdate: {
        when: 'a chat got a message',
        carries: ['messages'],
        note: 'the whole list each time, newest last; it does not say of which conversation',
        evidence: 'seen'
    },
    messageUpdate: {
        when: 'a messaging conversation got a message',
        carries: ['messages'],
        note: 'the whole list each time, newest last; it does not say of which conversation',
        evidence: 'seen'
    },
    interactionSelection: {
        when: 'the agent looks at another conversation in the phone',
        carries: ['interactionId'],
        note: 'without an id nothing is selected',
        evidence: 'seen'
    }
};

const ALONE: Readonly<Record<Exclude<ClientEventType, WithCategories>, EventText>> = {
    InitialSetup: {
        when: 'the phone has started',
        carries: [],
        note: 'may have been before you listen',
        evidence: 'seen'
    },
    ActionEcho: {
        when: 'somebody on the page published an action',
        carries: ['action', 'id', 'state', 'data'],
        note: 'one channel serves both directions; it proves nothing',
        evidence: 'seen'
    },
    Unknown: {
        when: 'a message is not understood',
        carries: ['reason', 'raw'],
        note: 'made here; the message itself is passed through',
        evidence: 'inferred'
    }
};

const rows = (type: string, texts: Readonly<Record<string, EventText>>): EventRow[] =>
    Object.entries(texts).map(([category, text]) => ({ type, category, ...text }));
const alone = (type: keyof typeof ALONE): EventRow => ({ type, ...ALONE[type] });

/** Every event that `c/clientEvents` gives. Source: "Events in Salesforce", help.mypurecloud.com, and public code. */
export const EVENTS: readonly EventRow[] = [
    alone('InitialSetup'),
    ...rows('Interaction', INTERACTION),
    ...rows('UserAction', USER_ACTION),
    ...rows('Notification', NOTIFICATION),
    alone('ActionEcho'),
    alone('Unknown')
];
