import { applyEvent, emptyLedger } from 'c/interactions';
import {
    CALL,
    CONNECTED_AT,
    described,
    ENDED,
    ending,
    HELD,
    left,
    mentioned,
    noted,
    RINGING,
    TALKING,
    tell,
    transferred,
    WRAPPED_UP
} from './story.ts';

describe('how long it took', () => {
    it('is as told with the end', () => {
        expect(ending(described(TALKING), described({ ...ENDED, durationSeconds: 300 })).durationSeconds).toBe(300);
    });

    it('is as told after the end', () => {
        expect(ending(described(ENDED), described({ durationSeconds: 300 })).durationSeconds).toBe(300);
    });

    it.each([
        ['while it went on', [described({ ...TALKING, durationSeconds: 3 }), described(ENDED)]],
        ['by a late message of when it went on', [described(ENDED), described({ ...TALKING, durationSeconds: 3 })]],
        ['as it began', [described({ ...RINGING, durationSeconds: 0 }), described(ENDED)]]
    ])('is not what was told %s: that was the time so far', (_when, events) => {
        expect(ending(...events)).not.toHaveProperty('durationSeconds');
    });
});

describe('one call', () => {
    it('rings for the agent', () => {
        expect(ending(described(RINGING))).toMatchObject({
            id: CALL,
            segment: 1,
            version: 1,
            complete: true,
            state: 'alerting',
            handled: false
        });
    });

    it('is handled once the agent is connected', () => {
        expect(ending(described(RINGING), described(TALKING))).toMatchObject({
            state: 'connected',
            connected: true,
            handled: true,
            connectedTime: CONNECTED_AT
        });
    });

    it('stays handled when it ends', () => {
        expect(ending(described(TALKING), described(ENDED))).toMatchObject({
            state: 'disconnected',
            connected: false,
            disconnected: true,
            handled: true
        });
    });

    it('is not handled when the agent let it ring', () => {
        expect(ending(described(RINGING), described({ ...RINGING, ...{ state: 'disconnected' } })).handled).toBe(false);
    });

    it('is not handled by a connected time that it had while it rang', () => {
        const ringing = { ...RINGING, connectedTime: CONNECTED_AT };
        expect(ending(described(ringing), described(ENDED)).handled).toBe(false);
    });

    it('keeps its wrap-up open while it is disconnected and not done (T20)', () => {
        expect(ending(described(TALKING), described(ENDED))).toMatchObject({ disconnected: true, done: false });
    });

    it('is done when the wrap-up is complete', () => {
        expect(ending(described(TALKING), described(ENDED), described(WRAPPED_UP))).toMatchObject({
            done: true,
            wrapUpCode: 'Sold',
            wrapUpSeconds: 9
        });
    });

    it('stays done when the disconnect arrives behind the wrap-up', () => {
        expect(ending(described(TALKING), described(WRAPPED_UP), described(ENDED)).done).toBe(true);
    });

    it('is held and retrieved', () => {
        const { ledger } = tell([described(TALKING), described(HELD)]);
        expect(ledger.interactions[CALL]).toMatchObject({ state: 'held', connected: true });
        expect(tell([described(TALKING)], ledger).interaction?.state).toBe('connected');
    });
});

describe('what a message leaves out', () => {
    it('stays as it was known', () => {
        const { queueName, ani } = ending(described(RINGING), described({ state: 'connected' }));
        expect({ queueName, ani }).toEqual({ queueName: 'Service', ani: '+61491570006' });
    });

    it('takes the value of the last message that carried it', () => {
        expect(
            ending(described({ ...TALKING, acdSeconds: 4 }), described({ acdSeconds: 9 }), described({ ivrSeconds: 7 }))
        ).toMatchObject({ acdSeconds: 9, ivrSeconds: 7 });
    });

    it('is never filled with a guess', () => {
        const interaction = ending(described({ state: 'alerting' }));
        expect(Object.keys(interaction)).not.toContain('queueName');
        expect(Object.keys(interaction)).not.toContain('acdSeconds');
    });

    it('keeps each participant data value that a later message does not repeat (T12)', () => {
        const events = [
            described({ ...TALKING, participantData: { 'Participant.tier': 'gold', 'Participant.case': '7' } }),
            described({ participantData: { 'Participant.case': null } })
        ];
        expect(ending(...events).participantData).toEqual({ 'Participant.tier': 'gold', 'Participant.case': null });
    });

    it.each([
        [{ connected: true }, 'connected'],
        [{ disconnected: true }, 'disconnected'],
        [{ done: true }, 'disconnected'],
        [{ connected: false, disconnected: false }, 'alerting'],
        [{ connected: false, disconnected: false, direction: 'outbound' }, 'dialing']
    ] as const)('tells the state by other fields: %j is %s', (facts, state) => {
        expect(ending(described(facts)).state).toBe(state);
    });

    it('stays held when only the flag says connected, because a held call is connected too', () => {
        expect(ending(described(HELD), described({ connected: true })).state).toBe('held');
    });

    it('sets the flags by the state', () => {
        expect(ending(described({ state: 'held' }))).toMatchObject({ connected: true, disconnected: false });
    });
});

describe('a message that changes nothing (T8)', () => {
    it('gives no changes and the same ledger', () => {
        const { ledger } = tell([described(TALKING)]);
        const again = applyEvent(ledger, described(TALKING));
        expect(again.changes).toEqual([]);
        expect(again.ledger).toBe(ledger);
    });

    it('is found by looking into participant data', () => {
        const facts = { ...TALKING, participantData: { 'Participant.tier': 'gold' } };
        const { ledger } = tell([described(facts)]);
        const again = applyEvent(ledger, described({ ...facts, participantData: { 'Participant.tier': 'gold' } }));
        expect(again.ledger).toBe(ledger);
    });

    it('differs from one that adds a value to participant data', () => {
        const { ledger } = tell([described({ ...TALKING, participantData: { 'Participant.tier': 'gold' } })]);
        const applied = applyEvent(ledger, described({ participantData: { 'Participant.case': '7' } }));
        expect(applied.changes).toEqual(['participantData']);
    });

    it('differs from one that changes a single value, which is named', () => {
        const { ledger } = tell([described({ ...TALKING, recordingState: 'active' })]);
        const applied = applyEvent(ledger, described({ ...TALKING, recordingState: 'none' }));
        expect(applied.changes).toEqual(['recordingState']);
        expect(applied.interaction?.version).toBe(2);
    });
});

describe('messages out of order', () => {
    it('a late offer does not make a connected call ring again', () => {
        expect(ending(described(TALKING), described(RINGING)).state).toBe('connected');
    });

    it('a late offer still tells what was not known', () => {
        expect(ending(mentioned({ connected: true }), described({ ...RINGING, type: 'chat' }))).toMatchObject({
            state: 'connected',
            type: 'chat',
            queueName: 'Service',
            complete: true
        });
    });

    it('an offer that says it is over is over', () => {
        expect(ending(described(TALKING), described({ state: 'alerting', disconnected: true })).state).toBe(
            'disconnected'
        );
    });

    it('a late change of the same connection does not bring an ended call back', () => {
        const { ledger } = tell([described(TALKING), described(ENDED)]);
        const late = applyEvent(ledger, described({ ...HELD, calledNumber: '+61370101234' }));
        expect(late.interaction).toMatchObject({ segment: 1, state: 'disconnected', calledNumber: '+61370101234' });
    });

    it('a late change of the same connection is known by it when the end has no time', () => {
        const story = [described(TALKING), mentioned({ disconnected: true }), described(HELD)];
        expect(ending(...story)).toMatchObject({ segment: 1, disconnected: true });
    });

    it('a late change that began before the end does not bring it back', () => {
        const { connectedTime: _, ...untimed } = ENDED;
        expect(ending(described(RINGING), described(untimed), described(TALKING))).toMatchObject({
            segment: 1,
            disconnected: true
        });
    });

    it('an answer that arrives behind the end still makes the call handled', () => {
        const events = [described(RINGING), mentioned({ disconnected: true }), mentioned({ connected: true })];
        expect(ending(...events)).toMatchObject({ handled: true, disconnected: true });
    });
});

describe('a page that was reloaded (T19)', () => {
    it('finds the call connected by the replayed add', () => {
        expect(ending(described(HELD))).toMatchObject({ state: 'held', handled: true, segment: 1 });
    });

    it('in wrap-up finds the call handled by its connected time', () => {
        expect(ending(described(ENDED))).toMatchObject({ handled: true, disconnected: true, done: false });
    });

    it('does not see a change when the add is replayed to a page that was not reloaded', () => {
        const { ledger } = tell([described(HELD)]);
        expect(applyEvent(ledger, described(HELD)).ledger).toBe(ledger);
    });
});

describe('messages that carry only an id (T6)', () => {
    it('answer a ringing call', () => {
        expect(ending(described(RINGING), mentioned({ connected: true }))).toMatchObject({
            state: 'connected',
            handled: true,
            queueName: 'Service'
        });
    });

    it('begin an incomplete interaction when nothing else is known', () => {
        expect(ending(mentioned({ connected: true }))).toMatchObject({ complete: false, handled: true });
    });

    it('complete it when it is described', () => {
        const { ledger } = tell([mentioned({ connected: true })]);
        expect(applyEvent(ledger, described(TALKING)).changes).toContain('complete');
    });

    it('show nothing when they only say that something unknown is over', () => {
        expect(tell([mentioned({ disconnected: true })])).toEqual({ ledger: emptyLedger(), changes: [] });
    });

    it('show nothing when they say nothing about something unknown', () => {
        expect(tell([mentioned({})]).interaction).toBeUndefined();
    });

    it('end the call', () => {
        expect(ending(described(TALKING), mentioned({ disconnected: true })).disconnected).toBe(true);
    });

    it('do not bring an ended call back by a late connect', () => {
        const events = [described(TALKING), described(ENDED), mentioned({ connected: true })];
        expect(ending(...events)).toMatchObject({ segment: 1, disconnected: true });
    });
});

describe('transfers', () => {
    it('a blind transfer is remembered, and the disconnect ends it for the agent', () => {
        expect(ending(described(TALKING), transferred('blind'), described(ENDED))).toMatchObject({
            transferred: 'blind',
            disconnected: true,
            handled: true
        });
    });

    it('of an unknown interaction show nothing', () => {
        expect(tell([transferred('blind')]).interaction).toBeUndefined();
    });
});

describe('a call that comes back to the agent', () => {
    const LATER = '2026-03-02T10:00:00.000Z';
    const again = { ...TALKING, connectedTime: LATER };

    it('is a second segment that starts afresh', () => {
        const back = ending(
            described({ ...TALKING, wrapUpCode: 'Sold' }),
            noted('first'),
            described(ENDED),
            described(RINGING)
        );
        expect(back).toMatchObject({ segment: 2, state: 'alerting', handled: false, disconnected: false });
        expect(back.wrapUpCode).toBeUndefined();
        expect(back.notes).toBeUndefined();
        expect(back.connectedTime).toBeUndefined();
    });

    it('rises in version, so that it is seen as changed', () => {
        const { ledger } = tell([described(TALKING), described(ENDED)]);
        const before = ledger.interactions[CALL]?.version ?? 0;
        expect(applyEvent(ledger, described(again)).interaction?.version).toBeGreaterThan(before);
    });

    it('is also seen when its first message says connected, later than the first end', () => {
        expect(ending(described(TALKING), described(ENDED), described(again)).segment).toBe(2);
    });

    it('is also seen when the offer carries only the id', () => {
        expect(ending(described(TALKING), described(ENDED), mentioned({ state: 'alerting' })).segment).toBe(2);
    });

    it('lets the first wrap-up be completed while the second part is going on', () => {
        const { ledger } = tell([described(TALKING), described(ENDED), described(again)]);
        const wrappedUp = applyEvent(ledger, described(WRAPPED_UP));
        expect(wrappedUp.interaction).toMatchObject({ segment: 1, wrapUpCode: 'Sold', done: true });
        expect(wrappedUp.ledger.interactions[CALL]).toMatchObject({ segment: 2, state: 'connected' });
    });

    it('takes a wrap-up that names only the id for the first part while the second is live', () => {
        const { ledger } = tell([described(TALKING), described(ENDED), described(again)]);
        const applied = applyEvent(ledger, mentioned({ disconnected: true, done: true }));
        expect(applied.interaction).toMatchObject({ segment: 1, done: true });
        expect(applied.ledger.interactions[CALL]?.state).toBe('connected');
    });

    it('takes a wrap-up that names only the id for the second part once that has ended', () => {
        const over = { ...ENDED, connectedTime: LATER };
        const { ledger } = tell([described(TALKING), described(ENDED), described(again), described(over)]);
        const applied = applyEvent(ledger, mentioned({ disconnected: true, done: true }));
        expect(applied.interaction).toMatchObject({ segment: 2, done: true });
    });

    it('a second ring that is missed under another queue ends itself, not the first part whose wrap-up is open', () => {
        const { connectedTime: _never, ...unanswered } = WRAPPED_UP;
        const rings = described({ ...RINGING, queueName: 'Complaints' });
        const { ledger } = tell([described(TALKING), described(ENDED), rings]);
        const missed = applyEvent(ledger, described({ ...unanswered, queueName: 'Complaints' }));
        expect(missed.interaction).toMatchObject({ segment: 2, disconnected: true, handled: false });
        expect(missed.ledger.earlier[0]).toMatchObject({ segment: 1, done: false, queueName: 'Service' });
    });

    it('does not take the participant id of the first part for the second', () => {
        const part = { participantId: 'part-1' };
        const story = [described({ ...TALKING, ...part }), described(ENDED), described({ ...RINGING, ...part })];
        expect(ending(...story).participantId).toBeUndefined();
        expect(ending(...story, described({ ...again, ...part })).participantId).toBeUndefined();
        expect(ending(...story, described({ ...again, participantId: 'part-2' })).participantId).toBe('part-2');
    });
});

describe('what the agent and the phone do besides', () => {
    it('notes are kept with the interaction, also after it ended', () => {
        expect(ending(described(TALKING), described(ENDED), noted('call back on Monday')).notes).toBe(
            'call back on Monday'
        );
    });

    it('notes outlive every later message', () => {
        expect(ending(described(TALKING), noted('angry'), described(WRAPPED_UP)).notes).toBe('angry');
    });

    it('an interaction that leaves the phone is over and done', () => {
        expect(ending(described(TALKING), left())).toMatchObject({ state: 'disconnected', done: true, handled: true });
    });
});

describe('the memory', () => {
    const endedCalls = (count: number): ReturnType<typeof tell> =>
        tell(Array.from({ length: count }, (_, i) => described(ENDED, `call-${i}`)));

    it('keeps the newest twenty ended interactions', () => {
        const { ledger } = endedCalls(25);
        expect(ledger.order).toEqual(Array.from({ length: 20 }, (_, i) => `call-${i + 5}`));
        expect(Object.keys(ledger.interactions)).toHaveLength(20);
    });

    it('never drops a live one', () => {
        const { ledger } = tell([described(TALKING)]);
        const full = tell(
            Array.from({ length: 30 }, (_, i) => described(ENDED, `call-${i}`)),
            ledger
        );
        expect(full.ledger.interactions[CALL]?.state).toBe('connected');
    });

    it('takes an id for an id, even one that every object inherits', () => {
        const { ledger, interaction } = tell([described(TALKING, '__proto__'), described(TALKING, 'constructor')]);
        expect(interaction?.id).toBe('constructor');
        expect(ledger.order).toEqual(['__proto__', 'constructor']);
        expect(applyEvent(ledger, described(TALKING, '__proto__')).ledger).toBe(ledger);
    });

    it('is plain data that can be stored and read again', () => {
        const { ledger } = tell([described(TALKING), noted('hello')]);
        expect(JSON.parse(JSON.stringify(ledger))).toEqual(ledger);
    });
});
