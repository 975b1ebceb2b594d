import type { StateAction } from 'c/clientEventCodec';
import { ASSOCIATION, ATTRIBUTES, INTERACTION_ID, SECURE_SESSION, STATUS, SUBSCRIBE } from './actionFields.ts';
import { TRANSFER, WANTED } from './actionFields.ts';
import type { ActionField, ActionRow } from './types.ts';

type StateText = Pick<ActionRow, 'fields' | 'note' | 'provable' | 'toggles'>;
const ID: readonly ActionField[] = [INTERACTION_ID];

/** One for each state, no more: the type holds it. */
const STATES: Readonly<Record<StateAction, StateText>> = {
    pickup: { fields: ID, toggles: false, provable: true, note: 'answers' },
    disconnect: { fields: ID, toggles: false, provable: true, note: 'ends the conversation for the agent' },
    hold: {
        fields: [INTERACTION_ID, WANTED],
        toggles: true,
        provable: true,
        note: 'holds; the same word retrieves, there is no other'
    },
    mute: {
        fields: ID,
        toggles: true,
        provable: false,
        note: 'mutes or unmutes. No message tells whether a call is muted'
    },
    securePause: {
        fields: [INTERACTION_ID, WANTED],
        toggles: true,
        provable: true,
        note: 'pauses the recording or goes on with it'
    },
    blindTransfer: { fields: TRANSFER, toggles: false, provable: true, note: 'passes the conversation on at once' },
    consultTransfer: {
        fields: TRANSFER,
        toggles: false,
        provable: true,
        note: 'asks somebody first, while the customer waits'
    },
    concludeTransfer: { fields: ID, toggles: false, provable: true, note: 'completes a consult transfer' },
    secureSession: {
        fields: SECURE_SESSION,
        toggles: false,
        provable: false,
        note: 'hands the caller to a secure flow'
    }
};

/** Every action that `c/clientEvents` builds. Source: "Events in Salesforce", help.mypurecloud.com, and public code. */
export const ACTIONS: readonly ActionRow[] = [
    ...Object.entries(STATES).map(([builder, text]): ActionRow => ({
        builder,
        publishes: 'PureCloud.Interaction.updateState',
        ...text,
        experimental: false,
        evidence: 'documented'
    })),
    {
        builder: 'addCustomAttributes',
        publishes: 'PureCloud.Interaction.addCustomAttributes',
        fields: ATTRIBUTES,
        toggles: false,
        provable: false,
        experimental: false,
        note: 'sets participant data; it comes back with the prefix `Participant.`',
        evidence: 'documented'
    },
    {
        builder: 'updateStatus',
        publishes: 'PureCloud.User.updateStatus',
        fields: STATUS,
        toggles: false,
        provable: true,
        experimental: false,
        note: "sets the agent's own status",
        evidence: 'documented'
    },
    {
        builder: 'subscribeTo',
        publishes: 'PureCloud.Subscribe',
        fields: SUBSCRIBE,
        toggles: false,
        provable: false,
        experimental: false,
        note: 'asks for events; the connection sends it for interactions by itself. There is no way to take it back',
        evidence: 'seen'
    },
    {
        builder: 'addAssociation',
        publishes: 'PureCloud.Interaction.addAssociation',
        fields: ASSOCIATION,
        toggles: false,
        provable: false,
        experimental: true,
        note: 'links a record to the conversation. Only an example that the vendor never released shows it',
        evidence: 'seen'
    }
];
