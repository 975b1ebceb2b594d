import type { InteractionFacts } from 'c/interactions';

export const RINGING: InteractionFacts = {
    state: 'alerting',
    type: 'call',
    direction: 'inbound',
    connected: false,
    disconnected: false,
    done: false,
    ani: '+61491570006',
    queueName: 'Sales'
};

export const TALKING: InteractionFacts = {
    ...RINGING,
    state: 'connected',
    connected: true,
    connectedTime: '2026-01-15T09:00:00.000Z'
};

export const ENDED: InteractionFacts = {
    ...TALKING,
    state: 'disconnected',
    connected: false,
    disconnected: true,
    durationSeconds: 12
};
