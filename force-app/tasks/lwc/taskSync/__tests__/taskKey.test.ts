import type { Interaction } from 'c/interactions';
import { missedKeyOf, onCallRecord, targetOf, taskKeyOf } from 'c/taskSync';

const ADA = '005000000000001AAA';
const CALL: Interaction = {
    id: 'call-1',
    segment: 1,
    version: 1,
    complete: true,
    state: 'connected',
    type: 'call',
    connected: true,
    disconnected: false,
    done: false,
    handled: true,
    connectedTime: '2026-01-15T10:00:00.5+01:00',
    firstSeenAt: '2026-01-15T08:59:50.000Z',
    lastSeenAt: '2026-01-15T09:00:00.000Z'
};

it('a call that was never connected to the agent has no Task', () => {
    expect(taskKeyOf({ ...CALL, handled: false }, ADA)).toBeUndefined();
});

it('one instant gives one key, however it is spelt', () => {
    expect(taskKeyOf(CALL, ADA)?.id).toBe(`call-1:${ADA}:2026-01-15T09:00:00.500Z`);
    expect(taskKeyOf({ ...CALL, connectedTime: '2026-01-15T09:00:00.500Z' }, ADA)).toEqual(taskKeyOf(CALL, ADA));
});

it('a live call whose connected time is not known yet has no key, so that it never has two', () => {
    const { connectedTime: _unknown, ...call } = CALL;
    expect(taskKeyOf(call, ADA)).toBeUndefined();
    expect(taskKeyOf({ ...CALL, connectedTime: 'soon' }, ADA)).toBeUndefined();
});

it('a call that ended without a connected time still gets its Task', () => {
    const { connectedTime: _unknown, ...call } = { ...CALL, disconnected: true };
    expect(taskKeyOf(call, ADA)?.id).toBe(`call-1:${ADA}:2026-01-15T08:59:50.000Z`);
    expect(taskKeyOf({ ...call, participantId: 'p-1' }, ADA)?.id).toBe(`call-1:${ADA}:p-1`);
});

it('a participant id that comes later changes nothing', () => {
    expect(taskKeyOf({ ...CALL, participantId: 'p-1' }, ADA)).toEqual(taskKeyOf(CALL, ADA));
});

it('two agents never share a key, even when the second still hears the participant id of the first', () => {
    const call = { ...CALL, participantId: 'p-1' };
    expect(taskKeyOf(call, ADA)?.id).not.toBe(taskKeyOf(call, '005000000000002AAA')?.id);
});

it('a call whose id is the agent’s own leg has one key in every tab, whatever time each heard, and before any is known', () => {
    const leg = { ...CALL, part: 'leg' };
    const { connectedTime: _unknown, ...early } = leg;
    const ids = [leg, early, { ...leg, connectedTime: '2026-01-15T09:00:07.000Z' }].map(
        (one) => taskKeyOf(one, ADA)?.id
    );
    expect(ids).toEqual(Array(3).fill(`call-1:${ADA}:leg`));
    expect(taskKeyOf(early, ADA)?.connectedTime).toBe('2026-01-15T08:59:50.000Z');
    expect(taskKeyOf({ ...leg, handled: false }, ADA)).toBeUndefined();
});

it('a call that comes back to the agent is another handling', () => {
    const back = { ...CALL, segment: 2, connectedTime: '2026-01-15T09:20:00.000Z' };
    expect(taskKeyOf(back, ADA)?.id).not.toBe(taskKeyOf(CALL, ADA)?.id);
});

describe('a conversation that was never connected to the agent', () => {
    const missed: Interaction = { ...CALL, handled: false, connected: false, disconnected: true };

    it('has one Task of its own, however often it rings', () => {
        const key = missedKeyOf(missed, ADA);
        expect(key).toEqual({
            id: `call-1:${ADA}:missed`,
            conversationId: 'call-1',
            userId: ADA,
            connectedTime: '2026-01-15T08:59:50.000Z'
        });
        expect(missedKeyOf({ ...missed, segment: 2, firstSeenAt: '2026-01-15T09:05:00.000Z' }, ADA)?.id).toBe(key?.id);
    });

    it('has none while it still rings, and none once it was connected', () => {
        expect(missedKeyOf({ ...missed, disconnected: false }, ADA)).toBeUndefined();
        expect(missedKeyOf({ ...missed, handled: true }, ADA)).toBeUndefined();
    });

    it('has none where nobody knows when it rang, and takes its beginning where that alone is known', () => {
        const unheard = { ...missed, firstSeenAt: 'some day' };
        expect(missedKeyOf(unheard, ADA)).toBeUndefined();
        const known = missedKeyOf({ ...unheard, startTime: '2026-01-15T08:59:00Z' }, ADA);
        expect(known?.connectedTime).toBe('2026-01-15T08:59:00.000Z');
    });
});

it('what is kept for a Voice Call is told from what is kept for a Task by its key alone', () => {
    const onTask = taskKeyOf(CALL, ADA);
    const kept = onTask && onCallRecord(onTask);
    expect(kept).toEqual({ ...onTask, id: `${onTask?.id}:voiceCall` });
    expect([onTask, kept].map((key) => targetOf(key?.id ?? ''))).toEqual(['Task', 'VoiceCall']);
});
