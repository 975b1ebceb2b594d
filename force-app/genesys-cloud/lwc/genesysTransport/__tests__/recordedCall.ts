/**
 * One inbound call as it was recorded in public (April 2024, Salesforce Classic console), told in the channel's
 * messages: 19 of 23 are changes and 14 of those change nothing. Ids, numbers and names are invented.
 */
type Fields = Readonly<Record<string, unknown>>;

const RINGING: Fields = {
    id: 'c1c1c1c1-0000-4000-8000-000000000001',
    phone: 'tel:+61491570006',
    name: 'Mobile Number, Australia',
    isConnected: false,
    isDisconnected: false,
    isDone: false,
    state: 'ALERTING',
    isCallback: false,
    isDialer: false,
    isChat: false,
    isEmail: false,
    isMessage: false,
    isVoicemail: false,
    remoteName: 'Mobile Number, Australia',
    recordingState: 'active',
    securePause: false,
    displayAddress: '+61491570006',
    queueName: 'Service',
    ani: '+61491570006',
    calledNumber: '+61370101234',
    totalIvrDurationSeconds: 7,
    direction: 'Inbound',
    isInternal: false
};
const OFFERED = { ...RINGING, startTime: '2024-04-09T04:19:30.967Z' };
const ANSWERED = { ...OFFERED, state: 'CONNECTED', isConnected: true, connectedTime: '2024-04-09T04:19:42.719Z' };
const TALKING = { ...ANSWERED, totalAcdDurationSeconds: 4 };
const HELD = { ...TALKING, state: 'HELD' };
const NOT_RECORDED = { ...TALKING, recordingState: 'none' };
const ENDED = {
    ...NOT_RECORDED,
    state: 'DISCONNECTED',
    isConnected: false,
    isDisconnected: true,
    endTime: '2024-04-09T04:19:55.095Z',
    interactionDurationSeconds: 12
};
const WRAPPED_UP = { ...ENDED, isDone: true, disposition: 'Default Wrap-up Code', dispositionDurationSeconds: 3 };

const change = (from: Fields, to: Fields): object => ({
    type: 'Interaction',
    category: 'change',
    data: { old: from, new: to }
});
const unchanged = (times: number, now: Fields): object[] => Array.from({ length: times }, () => change(now, now));
const message = (category: string, data: Fields): object => ({ type: 'Interaction', category, data });

export const RECORDED_CALL: readonly object[] = [
    message('add', RINGING),
    ...unchanged(2, OFFERED),
    change(OFFERED, ANSWERED),
    message('connect', ANSWERED),
    ...unchanged(4, ANSWERED),
    ...unchanged(7, TALKING),
    change(TALKING, HELD),
    ...unchanged(1, HELD),
    change(HELD, TALKING),
    change(TALKING, NOT_RECORDED),
    change(NOT_RECORDED, TALKING),
    message('disconnect', ENDED),
    message('acw', WRAPPED_UP)
];
