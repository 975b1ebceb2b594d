import { createGenesysTransport } from 'c/genesysTransport';
import { attributesOf } from 'c/interactionAttributes';
import { applyEvent, emptyLedger } from 'c/interactions';
import type { InteractionEvent } from 'c/interactions';
import { CALL, fakeConnection, NOW } from './fakeConnection.ts';
import { RECORDED_CALL } from './recordedCall.ts';

const heardBy = (...messages: readonly object[]): InteractionEvent[] => {
    const connection = fakeConnection();
    const heard: InteractionEvent[] = [];
    createGenesysTransport(connection, () => NOW).events((event) => heard.push(event));
    messages.forEach((message) => connection.says(message));
    return heard;
};
const event = (category: string, data: unknown): object => ({ type: 'Interaction', category, data });
const factsOf = (data: object, category = 'change'): object => {
    const [first] = heardBy(event(category, { id: CALL, ...data }));
    return first && 'facts' in first ? first.facts : {};
};

describe('what the phone says reaches the panel', () => {
    it('in the words of every vendor', () => {
        const data = {
            id: CALL,
            state: 'HELD',
            isConnected: true,
            isDisconnected: false,
            isDone: false,
            direction: 'Inbound',
            isInternal: true,
            isCallback: false,
            phone: 'tel:+61491570006',
            totalIvrDurationSeconds: 7,
            totalAcdDurationSeconds: 4,
            interactionDurationSeconds: 12,
            disposition: 'Sold',
            dispositionDurationSeconds: 3,
            attributes: { 'Participant.tier': 'gold' }
        };
        expect(heardBy(event('change', { new: data }))).toEqual([
            {
                kind: 'described',
                at: NOW,
                id: CALL,
                facts: {
                    state: 'held',
                    connected: true,
                    disconnected: false,
                    done: false,
                    direction: 'inbound',
                    internal: true,
                    type: 'call',
                    phone: '+61491570006',
                    ivrSeconds: 7,
                    acdSeconds: 4,
                    durationSeconds: 12,
                    wrapUpCode: 'Sold',
                    wrapUpSeconds: 3,
                    participantData: { 'Participant.tier': 'gold' }
                }
            }
        ]);
    });

    it.each([
        ['ALERTING', 'alerting'],
        ['CONTACTING', 'dialing'],
        ['DIALING', 'dialing'],
        ['connected', 'connected'],
        ['DISCONNECTED', 'disconnected'],
        ['DANCING', undefined],
        ['constructor', undefined]
    ])('state %s as %s', (word, state) => {
        expect(factsOf({ state: word, ani: '1' })).toEqual(state ? { state, ani: '1' } : { ani: '1' });
    });

    it.each([
        [{ isChat: true }, 'chat'],
        [{ isEmail: true }, 'email'],
        [{ isMessage: true, isChat: false }, 'message'],
        [{ isCallback: true }, 'callback'],
        [{ isCallback: true, isVoicemail: true }, 'voicemail'],
        [{ isDialer: true }, 'outboundDialing'],
        [{ isChat: false, isEmail: false }, 'call']
    ])('%j as %s', (flags, type) => {
        expect(factsOf(flags)).toEqual({ type });
    });

    it.each([
        ['connect', { connected: true }],
        ['disconnect', { disconnected: true }],
        ['acw', { disconnected: true, done: true }],
        ['add', { state: 'alerting' }],
        ['change', {}]
    ])('%s with nothing but an id (T6)', (category, facts) => {
        expect(heardBy(event(category, CALL))).toEqual([{ kind: 'mentioned', at: NOW, id: CALL, facts }]);
    });

    it('acw whose body leaves out the state is the end all the same', () => {
        expect(factsOf({ disposition: 'Sold' }, 'acw')).toEqual({ disconnected: true, done: true, wrapUpCode: 'Sold' });
    });

    it('acw whose body does not say done is done all the same (T20)', () => {
        expect(factsOf({ state: 'DISCONNECTED' }, 'acw')).toMatchObject({ state: 'disconnected', done: true });
    });

    it('a replayed add says what its body says, not that it rings (T19)', () => {
        expect(factsOf({ isConnected: true }, 'add')).toEqual({ connected: true });
    });

    it.each([
        ['blindTransfer', { kind: 'transferred', transfer: 'blind' }],
        ['consultTransfer', { kind: 'transferred', transfer: 'consult' }],
        ['completeConsultTransfer', { kind: 'transferred', transfer: 'consultCompleted' }],
        ['deallocate', { kind: 'left' }]
    ])('%s', (category, expected) => {
        expect(heardBy(event(category, CALL))).toEqual([
            { kind: 'mentioned', at: NOW, id: CALL, facts: {} },
            { ...expected, at: NOW, id: CALL }
        ]);
    });

    it.each([
        'Salesforce.ParticipantId',
        'Participant.Salesforce.ParticipantId',
        'participant.salesforce.participantid'
    ])('the participant id, spelled %s (T12)', (name) => {
        expect(factsOf({ attributes: { [name]: 'part-1' } })).toMatchObject({ participantId: 'part-1' });
    });

    it('nothing of actions, statuses and messages that are not understood (T22)', () => {
        const noise = [
            { type: 'PureCloud.Interaction.updateState', data: { id: CALL, action: 'hold' } },
            { type: 'UserAction', category: 'status', data: { status: 'BREAK' } },
            { type: 'Riddle' }
        ];
        expect(heardBy(...noise)).toEqual([]);
    });
});

describe('a panel that listens late', () => {
    const LIVE = { interaction: { id: CALL, state: 'HELD', isConnected: true }, complete: true };

    it('is told what was going on already', async () => {
        const connection = fakeConnection();
        connection.live = [LIVE, { interaction: { id: 'other', isConnected: true }, complete: false }];
        const heard: InteractionEvent[] = [];
        createGenesysTransport(connection, () => NOW).events((one) => heard.push(one));
        expect(heard).toEqual([]);
        await Promise.resolve();
        expect(heard).toEqual([
            { kind: 'described', at: NOW, id: CALL, facts: { state: 'held', connected: true } },
            { kind: 'mentioned', at: NOW, id: 'other', facts: { connected: true } }
        ]);
    });

    it('is told before the first new event, and once', async () => {
        const connection = fakeConnection();
        connection.live = [LIVE];
        const heard: string[] = [];
        createGenesysTransport(connection).events(({ kind, id }) => heard.push(`${kind} ${id}`));
        connection.interaction('connect', 'other');
        await Promise.resolve();
        expect(heard).toEqual([`described ${CALL}`, 'mentioned other']);
    });

    it('is told that the phone started anew while something was going on, behind what that was (T19)', () => {
        const connection = fakeConnection();
        connection.live = [LIVE];
        const heard: InteractionEvent[] = [];
        createGenesysTransport(connection, () => NOW).events((one) => heard.push(one));
        connection.says({ type: 'InitialSetup' });
        expect(heard.map(({ kind, id }) => `${kind} ${id}`)).toEqual([`described ${CALL}`, `phoneStarted ${CALL}`]);
        expect(heard[1]?.at).toBe(NOW);
    });

    it('hears nothing of the phone starting when nothing is going on', () => {
        expect(heardBy({ type: 'InitialSetup' })).toEqual([]);
    });

    it('is told nothing when it has left already', async () => {
        const connection = fakeConnection();
        connection.live = [LIVE];
        const heard: unknown[] = [];
        const off = createGenesysTransport(connection).events((one) => heard.push(one));
        off();
        connection.interaction('connect', CALL);
        connection.says({ type: 'InitialSetup' });
        await Promise.resolve();
        expect(heard).toEqual([]);
    });
});

describe('the diagnostics', () => {
    it('count, and tell their listener when something was not understood', () => {
        const connection = fakeConnection();
        const transport = createGenesysTransport(connection);
        let told = 0;
        const off = transport.onDiagnostics(() => told++);
        connection.interaction('connect', CALL);
        expect(told).toBe(0);
        connection.says({ type: 'Riddle' });
        connection.interaction('add', { id: CALL, isDone: 'perhaps' });
        expect(told).toBe(2);
        off();
        connection.says({ type: 'Riddle' });
        expect(told).toBe(2);
        const reason = 'type "Riddle" is not known';
        expect(transport.diagnostics()).toEqual({ received: 4, unknown: 2, reasons: [reason, reason] });
    });
});

describe('a recorded call', () => {
    const steps = heardBy(...RECORDED_CALL).reduce<{ ledger: ReturnType<typeof emptyLedger>; changes: string[][] }>(
        ({ ledger, changes }, one) => {
            const applied = applyEvent(ledger, one);
            return { ledger: applied.ledger, changes: [...changes, [...applied.changes]] };
        },
        { ledger: emptyLedger(), changes: [] }
    );

    it('has 23 messages of which 10 change something (T8)', () => {
        // Two of the "equal" changes carry something new: the start time and the time in the queue (T8).
        expect(steps.changes).toHaveLength(23);
        expect(steps.changes.filter((changes) => changes.length > 0)).toHaveLength(10);
        expect(steps.changes[1]).toEqual(['startTime']);
    });

    it('leaves one handled interaction with the last value of every attribute that it carried', () => {
        const interaction = steps.ledger.interactions[CALL];
        expect(interaction).toMatchObject({ handled: true, done: true, segment: 1, complete: true });
        expect(interaction && attributesOf(interaction)).toEqual({
            'Call.Ani': '+61491570006',
            'Call.CalledNumber': '+61370101234',
            'Call.ConversationId': CALL,
            'Call.Internal': false,
            'Call.QueueName': 'Service',
            'Call.RemoteName': 'Mobile Number, Australia',
            'Call.State': 'DISCONNECTED',
            'Interaction.StartTime': '2024-04-09T04:19:30.967Z',
            'Interaction.TotalAcdTime': 4,
            'Interaction.TotalIvrTime': 7,
            'Salesforce.AfterCallTime': 3,
            'Salesforce.CallDuration': 12,
            'Salesforce.ConnectedTime': '2024-04-09T04:19:42.719Z',
            'Salesforce.DisconnectedTime': '2024-04-09T04:19:55.095Z',
            'Salesforce.DisplayAddress': '+61491570006',
            'Salesforce.WrapUpCode': 'Default Wrap-up Code'
        });
    });
});
