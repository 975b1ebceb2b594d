import { interactionsOfVoiceTrace } from 'c/voiceTransport';

const BEGAN = Date.parse('2026-01-15T09:00:00.000Z');
const DETAIL = { callId: 'call-1', callType: 'Inbound', participant: '+14155550101' };
const entry = (atMs: number, type: string, detail: object = DETAIL): object => ({ atMs, message: { type, detail } });

describe('a recorded trace', () => {
    it('has its calls as they stood at the end, with the times of the trace', () => {
        const trace = [
            entry(0, 'callstarted'),
            entry(4_000, 'callconnected'),
            entry(9_000, 'callended'),
            entry(20_000, 'callstarted', { ...DETAIL, callId: 'call-2' })
        ];
        expect(interactionsOfVoiceTrace(JSON.stringify(trace), BEGAN)).toMatchObject({
            interactions: [
                {
                    id: 'call-1',
                    state: 'disconnected',
                    connectedTime: '2026-01-15T09:00:04.000Z',
                    endTime: '2026-01-15T09:00:09.000Z',
                    handled: true
                },
                { id: 'call-2', state: 'alerting' }
            ]
        });
    });

    it('is read through messages that nobody understands, and a mark at its beginning', () => {
        const trace = [entry(0, 'hangup'), { atMs: 1, message: 'odd' }, { atMs: 2, message: null }];
        expect(interactionsOfVoiceTrace(`\uFEFF${JSON.stringify(trace)}`, BEGAN)).toEqual({ interactions: [] });
    });

    it.each([
        ['no JSON', 'hello'],
        ['no list', '{}'],
        ['an empty list', '[]']
    ])('is a list: not %s', (_what, text) => {
        expect(interactionsOfVoiceTrace(text, BEGAN)).toEqual({ problem: 'noList' });
    });

    it.each([
        ['no object', 7],
        ['nothing', null],
        ['no message', { atMs: 5 }],
        ['no time', { message: {} }],
        ['a time that is no number', { atMs: 'soon', message: {} }],
        ['a time that goes back', { atMs: 4, message: {} }],
        ['a time beyond every calendar', { atMs: 1e300, message: {} }]
    ])('has entries in order of time; the wrong one is named: %s', (_what, wrong) => {
        const text = JSON.stringify([entry(5, 'callstarted'), wrong]);
        expect(interactionsOfVoiceTrace(text, BEGAN)).toEqual({ problem: 'badEntry', entry: 2 });
    });

    it('does not begin before it began', () => {
        const text = JSON.stringify([{ atMs: -1, message: {} }]);
        expect(interactionsOfVoiceTrace(text, BEGAN)).toEqual({ problem: 'badEntry', entry: 1 });
    });
});
