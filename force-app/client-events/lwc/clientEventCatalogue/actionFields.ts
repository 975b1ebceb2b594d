import type { ActionField } from './types.ts';

export const INTERACTION_ID: ActionField = {
    path: 'id',
    kind: 'text',
    required: true,
    note: 'the conversation',
    evidence: 'documented'
};

export const WANTED: ActionField = {
    path: 'wanted',
    kind: 'choice',
    required: false,
    allowed: ['on', 'off', 'toggle'],
    local: true,
    note: 'the state you want; where it is known to hold already nothing is sent. Without it: on',
    evidence: 'inferred'
};

export const TRANSFER: readonly ActionField[] = [
    INTERACTION_ID,
    {
        path: 'participantContext.transferTargetType',
        kind: 'choice',
        required: true,
        allowed: ['userId', 'queueId', 'address'],
        note: '`address` is a phone number or a flow. Public code shows only `address` in use',
        evidence: 'documented'
    },
    {
        path: 'participantContext.transferTarget',
        kind: 'text',
        required: true,
        note: 'the id of a user or queue, `flowAddress(flow)`, or a phone number as it is',
        evidence: 'documented'
    }
];

export const SECURE_SESSION: readonly ActionField[] = [
    INTERACTION_ID,
    {
        path: 'secureSessionContext.flowId',
        kind: 'text',
        required: true,
        note: 'the secure flow',
        evidence: 'documented'
    },
    {
        path: 'secureSessionContext.userData',
        kind: 'text',
        required: true,
        note: 'becomes `Flow.InvocationData`; may be empty. No card or other secure data: a likely card number is refused',
        evidence: 'documented'
    },
    {
        path: 'secureSessionContext.disconnect',
        kind: 'flag',
        required: false,
        note: "ends the agent's part once the secure flow has begun",
        evidence: 'documented'
    },
    {
        path: 'notACardNumber',
        kind: 'flag',
        required: false,
        local: true,
        note: 'you say that what looks like a card number is none',
        evidence: 'inferred'
    }
];

export const ATTRIBUTES: readonly ActionField[] = [
    INTERACTION_ID,
    {
        path: 'attributes',
        kind: 'pairs',
        required: true,
        note: 'names without `Participant.`, which the phone adds; texts. Numbers, true, false and null are in use too',
        evidence: 'documented'
    }
];

export const STATUS: readonly ActionField[] = [
    {
        path: 'id',
        kind: 'text',
        required: true,
        note: 'the id of the status; names such as `Break` and constants such as `BREAK` are in use too',
        evidence: 'documented'
    }
];

export const SUBSCRIBE: readonly ActionField[] = [
    {
        path: 'type',
        kind: 'choice',
        required: true,
        allowed: ['Interaction', 'UserAction', 'Notification'],
        note: 'public code asks for `Notification` and `Interaction`',
        evidence: 'seen'
    },
    {
        path: 'categories',
        kind: 'list',
        required: true,
        note: 'at least one; the categories are in the table of events',
        evidence: 'seen'
    },
    {
        path: 'spelling',
        kind: 'choice',
        required: false,
        allowed: ['PureCloud.Subscribe', 'PureCloud.subscribe'],
        local: true,
        note: 'both are in use; without it the first',
        evidence: 'seen'
    }
];

export const ASSOCIATION: readonly ActionField[] = [
    { path: 'interactionId', kind: 'text', required: true, note: 'the conversation', evidence: 'seen' },
    { path: 'id', kind: 'text', required: true, note: 'the Salesforce record', evidence: 'seen' },
    { path: 'type', kind: 'text', required: true, note: 'such as `contact`', evidence: 'seen' },
    { path: 'text', kind: 'text', required: true, note: 'what the agent reads', evidence: 'seen' }
];
