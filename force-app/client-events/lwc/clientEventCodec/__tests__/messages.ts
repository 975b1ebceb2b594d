/**
 * Messages as they are known from the vendor's page "Events in Salesforce" (help.mypurecloud.com) and from public
 * recordings; numbers and ids are invented.
 */
export const CALL = 'c1c1c1c1-0000-4000-8000-000000000001';
export const AT = '2026-03-02T09:00:00.000Z';

export const RINGING = {
    id: CALL,
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
export const CONNECTED = {
    ...RINGING,
    isConnected: true,
    state: 'CONNECTED',
    startTime: '2026-03-02T08:59:48.000Z',
    connectedTime: '2026-03-02T09:00:00.000Z'
};
export const HELD = { ...CONNECTED, state: 'HELD' };
export const DISCONNECTED = {
    ...CONNECTED,
    isConnected: false,
    isDisconnected: true,
    state: 'DISCONNECTED',
    endTime: '2026-03-02T09:00:12.000Z',
    interactionDurationSeconds: 12
};
export const WRAPPED_UP = {
    ...DISCONNECTED,
    isDone: true,
    disposition: 'Default Wrap-up Code',
    dispositionDurationSeconds: 17
};

export const message = (category: string, data: unknown): object => ({ type: 'Interaction', category, data });
