import { createGenesysTransport, PANEL_SUBSCRIPTIONS } from 'c/genesysTransport';
import type { AgentPresencePort, Utterance } from 'c/agentDesk';
import { CALL, fakeConnection, NOW } from './fakeConnection.ts';
import type { FakeConnection } from './fakeConnection.ts';

const userAction = (category: string, data: unknown): object => ({ type: 'UserAction', category, data });
const notification = (category: string, data: unknown): object => ({ type: 'Notification', category, data });

describe('what the panel asks the phone for', () => {
    it('are interactions, the agent and the words, each with its categories', () => {
        expect(PANEL_SUBSCRIPTIONS.map(({ type, data }) => [type, data.type])).toEqual([
            ['PureCloud.Subscribe', 'Interaction'],
            ['PureCloud.Subscribe', 'UserAction'],
            ['PureCloud.Subscribe', 'Notification']
        ]);
        for (const { data } of PANEL_SUBSCRIPTIONS) expect(data.categories).not.toEqual([]);
        expect(PANEL_SUBSCRIPTIONS[2]?.data.categories).toEqual(['conversationTranscription', 'interactionSelection']);
    });
});

describe("the agent's status", () => {
    const listening = (): { connection: FakeConnection; agent: AgentPresencePort } => {
        const connection = fakeConnection();
        const { agent } = createGenesysTransport(connection);
        if (!agent) throw new Error('The phone tells the status.');
        return { connection, agent };
    };
    const after = (...messages: object[]): object => {
        const { connection, agent } = listening();
        messages.forEach((message) => connection.says(message));
        return agent.read();
    };
    const ON_QUEUE = userAction('status', { status: 'ON_QUEUE', id: 'status-1' });
    const IDLE = userAction('routingStatus', 'IDLE');

    it('is not known before the phone tells it (W14)', () => {
        expect(after()).toEqual({});
    });

    it('is what the phone told, also before anybody asked', () => {
        expect(after(ON_QUEUE, IDLE)).toEqual({ status: 'ON_QUEUE', statusId: 'status-1', routingStatus: 'IDLE' });
    });

    it('does not keep the text of the status before', () => {
        const meeting = userAction('status', { status: 'MEETING', id: 'status-2', sub_status: 'with Ada' });
        expect(after(meeting)).toMatchObject({ subStatus: 'with Ada' });
        expect(after(meeting, ON_QUEUE)).toEqual({ status: 'ON_QUEUE', statusId: 'status-1' });
    });

    it('is not known any more when the agent has logged out', () => {
        expect(after(ON_QUEUE, IDLE, userAction('logout', {}))).toEqual({});
    });

    it.each([
        ['station', { id: 'station-1' }],
        ['login', {}]
    ])('is not told by %s', (category, data) => {
        expect(after(ON_QUEUE, userAction(category, data))).toEqual({ status: 'ON_QUEUE', statusId: 'status-1' });
    });

    it('is told to the panel when it changes, and only then', () => {
        const { connection, agent } = listening();
        let told = 0;
        const off = agent.onChange(() => told++);
        connection.says(ON_QUEUE);
        connection.says(ON_QUEUE);
        connection.says(userAction('logout', {}));
        connection.says(userAction('logout', {}));
        expect(told).toBe(2);
        off();
        connection.says(ON_QUEUE);
        expect(told).toBe(2);
    });

    it.each(['6a3af858-942f-489d-9700-5f9bcdcdae9b', 'Break', 'BREAK'])(
        'is set as the admin wrote it: %s (T5)',
        async (status) => {
            const { connection, agent } = listening();
            expect(await agent.setStatus(status)).toBe('confirmed');
            expect(connection.sent).toEqual([{ type: 'PureCloud.User.updateStatus', data: { id: status } }]);
        }
    );

    it('that is empty is refused', async () => {
        const { connection, agent } = listening();
        await expect(agent.setStatus(' ')).rejects.toMatchObject({ name: 'RefusedCommand' });
        expect(connection.sent).toEqual([]);
    });

    it('is unconfirmed when it could not be sent (T16)', async () => {
        const { connection, agent } = listening();
        connection.failure = new Error('closed');
        expect(await agent.setStatus('BREAK')).toBe('unconfirmed');
    });
});

describe('what is selected in the phone', () => {
    it('is told with its id, and without one when nothing is', () => {
        const connection = fakeConnection();
        const selected: string[] = [];
        const off = createGenesysTransport(connection).onSelection?.((id) => selected.push(id ?? 'nothing'));
        connection.says(notification('interactionSelection', { interactionId: CALL }));
        connection.says(notification('interactionSelection', {}));
        connection.says(notification('chatUpdate', { messages: [{ role: 'customer', body: 'Hello?' }] }));
        off?.();
        connection.says(notification('interactionSelection', { interactionId: CALL }));
        expect(selected).toEqual([CALL, 'nothing']);
    });
});

describe('what was told to an earlier panel on the page', () => {
    const before = {
        presence: {},
        selected: CALL,
        transcripts: { [CALL]: [{ id: 'u1', text: 'Hello?', at: '2026-03-02T09:01:00.000Z' }] }
    };

    it('is told again, soon, and the phone speaks louder', async () => {
        const connection = fakeConnection();
        const selected: string[] = [];
        createGenesysTransport(connection, undefined, before).onSelection?.((id) => selected.push(id ?? 'nothing'));
        connection.says(notification('interactionSelection', {}));
        await Promise.resolve();
        expect(selected).toEqual(['nothing']);
    });

    it('is not told to who listens no more', async () => {
        const heard: string[] = [];
        const transport = createGenesysTransport(fakeConnection(), undefined, before);
        transport.onSelection?.((id) => heard.push(id ?? 'nothing'))();
        transport.onUtterance?.((id) => heard.push(id))();
        await Promise.resolve();
        expect(heard).toEqual([]);
    });
});

describe('what is said', () => {
    const said = (channel: string, transcript: string, utteranceId?: string): object => ({
        ...(utteranceId === undefined ? {} : { utteranceId }),
        channel,
        alternatives: [{ transcript, words: [] }]
    });
    const transcription = (transcripts: readonly object[], eventTime?: string): object =>
        notification('conversationTranscription', { id: CALL, transcripts, ...(eventTime ? { eventTime } : {}) });
    const heard = (...messages: readonly object[]): readonly Utterance[] => {
        const connection = fakeConnection();
        const all: Utterance[] = [];
        createGenesysTransport(connection).onUtterance?.((id, utterances) => {
            expect(id).toBe(CALL);
            all.push(...utterances);
        });
        messages.forEach((message) => connection.says(message));
        return all;
    };
    const AT = '2026-03-02T09:01:00.000Z';

    it('is told with who said it and when', () => {
        const message = transcription([said('EXTERNAL', 'Hello?', 'u1'), said('INTERNAL', 'Good morning.', 'u2')], AT);
        expect(heard(message)).toEqual([
            { id: 'u1', speaker: 'customer', text: 'Hello?', at: AT },
            { id: 'u2', speaker: 'agent', text: 'Good morning.', at: AT }
        ]);
    });

    it('is every part of the message, not only the first (W17)', () => {
        expect(heard(transcription([said('EXTERNAL', 'One', '1'), said('EXTERNAL', 'Two', '2')], AT))).toHaveLength(2);
    });

    it('has no speaker where the phone names neither side', () => {
        const [first] = heard(transcription([said('SUPERVISOR', 'Psst', 'u1')], AT));
        expect(first).not.toHaveProperty('speaker');
    });

    it('has the time when it came where the phone tells none', () => {
        expect(heard(transcription([said('EXTERNAL', 'Hello?', 'u1')]))[0]?.at).toBe(NOW);
    });

    it('has the same id when it comes again, also where the phone gives none (W17)', () => {
        const message = transcription([said('EXTERNAL', 'Yes.'), said('EXTERNAL', 'Yes.')], AT);
        const [first, second, again] = heard(message, message);
        expect(again?.id).toBe(first?.id);
        expect(second?.id).not.toBe(first?.id);
    });

    it('has another id when somebody else says the same, or at another time', () => {
        const ids = heard(
            transcription([said('EXTERNAL', 'Yes.'), said('INTERNAL', 'Yes.')], AT),
            transcription([said('EXTERNAL', 'Yes.')], NOW)
        ).map(({ id }) => id);
        expect(new Set(ids).size).toBe(3);
    });

    it('is nothing when the transcription ends', () => {
        const over = notification('conversationTranscription', { id: CALL, status: 'SESSION_ENDED' });
        expect(heard(over)).toEqual([]);
    });
});
