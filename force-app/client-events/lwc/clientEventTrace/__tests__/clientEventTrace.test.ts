import { createRecorder, readTrace, redactForSupport, writeTrace } from 'c/clientEventTrace';
import type { SupportMessage } from 'c/clientEventTrace';
import { decodeClientEvent } from 'c/clientEventCodec';
import { TRACES } from './traces.ts';

const CALL = 'c1c1c1c1-0000-4000-8000-000000000001';

describe('a developer who reads a trace', () => {
    it.each([
        ['no JSON', 'hello', { problem: 'notJson' }],
        ['an object', '{}', { problem: 'notAList' }],
        ['an empty list', '[]', { problem: 'empty' }],
        ['an entry that is no object', '[{"atMs":0,"message":1},7]', { problem: 'noObject', entry: 2 }],
        ['a missing time', '[{"message":1}]', { problem: 'noTime', entry: 1 }],
        ['a time that is text', '[{"atMs":"soon","message":1}]', { problem: 'badTime', entry: 1 }],
        ['a time before the beginning', '[{"atMs":-1,"message":1}]', { problem: 'badTime', entry: 1 }],
        [
            'a time that goes back',
            '[{"atMs":5,"message":1},{"atMs":4,"message":1}]',
            { problem: 'backInTime', entry: 2 }
        ],
        ['a missing message', '[{"atMs":0}]', { problem: 'noMessage', entry: 1 }]
    ])('is told what is wrong with %s', (_what, text, problem) => {
        expect(readTrace(text)).toEqual(problem);
    });

    it.each(TRACES)('gets %s back as it was written', (_name, entries) => {
        expect(readTrace(writeTrace(entries))).toEqual({ entries });
    });
});

describe('a developer who records', () => {
    it('gets the time from the first message on', () => {
        let now = 1000;
        const recorder = createRecorder(() => now);
        recorder.note({ type: 'InitialSetup' });
        now = 1250.4;
        recorder.note(null);
        expect(recorder.entries()).toEqual([
            { atMs: 0, message: { type: 'InitialSetup' } },
            { atMs: 250, message: null }
        ]);
    });

    it('gets a trace that never goes back, although the clock did', () => {
        let now = 1000;
        const recorder = createRecorder(() => now);
        recorder.note(1);
        now = 400;
        recorder.note(2);
        expect(recorder.entries().map(({ atMs }) => atMs)).toEqual([0, 0]);
    });

    it('gets the message as it was, although somebody changes it later', () => {
        const message = { data: { state: 'HELD' } };
        const recorder = createRecorder(() => 0);
        recorder.note(message);
        message.data.state = 'CONNECTED';
        expect(recorder.entries()[0]?.message).toEqual({ data: { state: 'HELD' } });
    });

    it('gets the newest when there are too many, and how many were let go', () => {
        let now = 0;
        const recorder = createRecorder(() => (now += 10), 2);
        recorder.note(1);
        recorder.note(2);
        recorder.note(3);
        expect(recorder.entries()).toEqual([
            { atMs: 0, message: 2 },
            { atMs: 10, message: 3 }
        ]);
        expect(recorder.dropped()).toBe(1);
    });

    it('gets null for a message that cannot be copied', () => {
        const loop: Record<string, unknown> = {};
        loop.self = loop;
        const recorder = createRecorder(() => 0);
        recorder.note(loop);
        recorder.note(undefined);
        expect(recorder.entries().map(({ message }) => message)).toEqual([null, null]);
    });
});

describe('a developer who copies messages for support', () => {
    const heard = (message: unknown, at = '2026-03-02T09:00:00.000Z'): SupportMessage => ({
        receivedAt: at,
        from: 'phone',
        message,
        event: decodeClientEvent(message, at)
    });

    it('copies words of the contract, members and a number for the conversation', () => {
        const data = {
            id: CALL,
            state: 'HELD',
            name: 'Edna Frank',
            direction: 'Inbound',
            attributes: { secret: 'x', 'Participant.y': 1 }
        };
        const text = redactForSupport([
            heard({ type: 'InitialSetup' }),
            heard({ type: 'Interaction', category: 'change', data: { new: data } }, '2026-03-02T09:00:01.500Z')
        ]);
        expect(text.split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([
            { afterMs: 0, from: 'phone', type: 'InitialSetup', members: ['type'] },
            {
                afterMs: 1500,
                from: 'phone',
                type: 'Interaction',
                category: 'change',
                state: 'HELD',
                direction: 'Inbound',
                conversation: 1,
                members: ['type', 'category', 'data', 'new', 'id', 'state', 'name', 'direction', 'attributes'],
                otherMembers: 2
            }
        ]);
    });

    it('copies why a message was not understood, without the word that it quotes', () => {
        expect(redactForSupport([heard({ type: 'Interaction', category: 'Smithers', data: {} })])).toContain(
            String.raw`"reason":"Interaction category \"…\" is not known"`
        );
    });

    it.each(TRACES)('copies no value of %s', (_name, entries) => {
        const text = redactForSupport(entries.map(({ message }) => heard(message)));
        expect(text.replaceAll(/of \d+ characters/g, '')).not.toMatch(
            /\d{5}|[0-9a-f]{8}-|@|Claims|Salesforce Voice|Default Wrap-up/
        );
        expect(text.split('\n')).toHaveLength(entries.length);
    });
});
