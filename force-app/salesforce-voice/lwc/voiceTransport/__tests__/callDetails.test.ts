import type { SideMessage } from 'c/agentDesk';
import { createCallDetails } from '../callDetails.ts';
import type { VoiceCall } from '../voiceCall.ts';

const call = (id: string, more: Partial<VoiceCall> = {}): VoiceCall => ({
    id,
    state: 'connected',
    parties: [],
    ...more
});
const note = (id: string): SideMessage => ({
    id,
    kind: 'note',
    from: 'agent',
    text: id,
    at: '2026-01-15T09:00:00.000Z'
});

describe('what is kept beside calls', () => {
    it('is of the twenty that were spoken of last', () => {
        const details = createCallDetails();
        for (let one = 1; one <= 20; one += 1) details.call(call(`call-${one}`));
        details.call(call('call-1', { muted: true }));
        details.call(call('call-21'));
        expect(['call-1', 'call-2', 'call-3'].map((id) => details.of(id) !== undefined)).toEqual([true, false, true]);
        expect(details.kept().size).toBe(20);
    });

    it('is the newest two hundred messages of each', () => {
        const details = createCallDetails();
        for (let one = 1; one <= 201; one += 1) details.message('call-1', note(`note:${one}`));
        const ids = details.of('call-1')?.messages.map(({ id }) => id);
        expect([ids?.length, ids?.[0], ids?.at(-1)]).toEqual([200, 'note:2', 'note:201']);
    });

    it('is nothing of a call of which only the line was told', () => {
        const details = createCallDetails();
        expect(details.line({ type: 'audiostats', callId: 'call-1', input: { jitterBufferMillis: 5 } })).toBe(false);
        expect(details.of('call-1')).toBeUndefined();
        expect(details.kept().size).toBe(0);
    });

    it('is handed on whole, and is no news when it is told again', () => {
        const first = createCallDetails();
        first.call(call('call-1', { own: '+14155550101' }));
        first.message('call-2', note('note:1'));
        const next = createCallDetails(first.kept());
        expect([next.of('call-1'), next.of('call-2')]).toEqual([first.of('call-1'), first.of('call-2')]);
        expect(next.of('call-2')?.messages).toHaveLength(1);
        expect(next.call(call('call-1', { own: '+14155550101' }))).toBe(false);
        expect(next.message('call-2', note('note:1'))).toBe(false);
    });
});
