import { applyEvent, emptyLedger } from 'c/interactions';
import type { Applied, Interaction, InteractionEvent, InteractionFacts, Ledger } from 'c/interactions';

export const CALL = 'c1c1c1c1-0000-4000-8000-000000000001';
export const CONNECTED_AT = '2026-03-02T09:00:10.000Z';
export const ENDED_AT = '2026-03-02T09:05:10.000Z';

let second = 0;
// A story goes on soon after what was told before it began: silence is a story of its own.
beforeEach(() => {
    second = 10;
});
/** Each event a second later than the one before. */
export const at = (): string => new Date(Date.UTC(2026, 2, 2, 9, 0, second++)).toISOString();

export const described = (facts: InteractionFacts, id = CALL): InteractionEvent => ({
    kind: 'described',
    at: at(),
    id,
    facts
});
export const mentioned = (facts: InteractionFacts, id = CALL): InteractionEvent => ({
    kind: 'mentioned',
    at: at(),
    id,
    facts
});
export const noted = (notes: string, id = CALL): InteractionEvent => ({ kind: 'noted', at: at(), id, notes });
export const phoneStarted = (id = CALL): InteractionEvent => ({ kind: 'phoneStarted', at: at(), id });
export const dismissed = (id = CALL): InteractionEvent => ({ kind: 'dismissed', at: at(), id });
export const left = (id = CALL): InteractionEvent => ({ kind: 'left', at: at(), id });
export const transferred = (transfer: 'blind' | 'consult' | 'consultCompleted', id = CALL): InteractionEvent => ({
    kind: 'transferred',
    at: at(),
    id,
    transfer
});

export const RINGING: InteractionFacts = {
    state: 'alerting',
    connected: false,
    disconnected: false,
    done: false,
    type: 'call',
    direction: 'inbound',
    ani: '+61491570006',
    queueName: 'Service'
};
export const TALKING: InteractionFacts = {
    ...RINGING,
    state: 'connected',
    connected: true,
    connectedTime: CONNECTED_AT
};
export const HELD: InteractionFacts = { ...TALKING, state: 'held' };
export const ENDED: InteractionFacts = {
    ...TALKING,
    state: 'disconnected',
    connected: false,
    disconnected: true,
    endTime: ENDED_AT
};
export const WRAPPED_UP: InteractionFacts = { ...ENDED, done: true, wrapUpCode: 'Sold', wrapUpSeconds: 9 };

/** The same event, told at another time. */
export const later = (event: InteractionEvent, time: string): InteractionEvent => ({ ...event, at: time });

export function tell(events: readonly InteractionEvent[], ledger: Ledger = emptyLedger()): Applied {
    return events.reduce<Applied>((applied, event) => applyEvent(applied.ledger, event), { ledger, changes: [] });
}

/** The interaction at the end of the story. */
export function ending(...events: readonly InteractionEvent[]): Interaction {
    const { ledger } = tell(events);
    const interaction = ledger.interactions[CALL];
    if (!interaction) throw new Error('The story leaves no interaction.');
    return interaction;
}
