import { attributesOf, attributeValue, participantValue } from 'c/interactionAttributes';
import { applyEvent, emptyLedger } from 'c/interactions';
import type { Interaction, InteractionEvent } from 'c/interactions';

const interaction = (facts: Partial<Interaction> = {}): Interaction => ({
    id: 'c1c1c1c1-0000-4000-8000-000000000001',
    segment: 1,
    version: 1,
    complete: true,
    state: 'connected',
    type: 'call',
    connected: true,
    disconnected: false,
    done: false,
    handled: true,
    firstSeenAt: '2026-03-02T09:00:00.000Z',
    lastSeenAt: '2026-03-02T09:00:00.000Z',
    ...facts
});

describe('what the messages carry', () => {
    it.each<[string, Partial<Interaction>, string | number | boolean]>([
        ['Call.Ani', { ani: 'anonymous' }, 'anonymous'],
        ['Call.CalledNumber', { calledNumber: '+61370101234' }, '+61370101234'],
        ['Call.ConversationId', {}, 'c1c1c1c1-0000-4000-8000-000000000001'],
        ['Call.Internal', { internal: false }, false],
        ['Call.QueueName', { queueName: 'Service' }, 'Service'],
        ['Call.RemoteName', { remoteName: 'Mobile Number, Australia' }, 'Mobile Number, Australia'],
        ['Interaction.StartTime', { startTime: '2026-03-02T08:59:00.000Z' }, '2026-03-02T08:59:00.000Z'],
        ['Interaction.TotalAcdTime', { acdSeconds: 4 }, 4],
        ['Interaction.TotalIvrTime', { ivrSeconds: 0 }, 0],
        ['Salesforce.AfterCallTime', { wrapUpSeconds: 17 }, 17],
        ['Salesforce.ConnectedTime', { connectedTime: '2026-03-02T09:00:00.000Z' }, '2026-03-02T09:00:00.000Z'],
        ['Salesforce.DisconnectedTime', { endTime: '2026-03-02T09:05:00.000Z' }, '2026-03-02T09:05:00.000Z'],
        ['Salesforce.DisplayAddress', { displayAddress: '+61491570006' }, '+61491570006'],
        ['Salesforce.InteractionLogNotes', { notes: 'call back' }, 'call back'],
        ['Salesforce.ParticipantId', { participantId: 'part-1' }, 'part-1'],
        ['Salesforce.WrapUpCode', { wrapUpCode: 'Sold' }, 'Sold']
    ])('%s is read from %j', (name, facts, value) => {
        expect(attributesOf(interaction(facts))[name]).toBe(value);
    });

    it.each([
        ['alerting', 'ALERTING'],
        ['dialing', 'CONTACTING'],
        ['connected', 'CONNECTED'],
        ['held', 'HELD'],
        ['disconnected', 'DISCONNECTED']
    ] as const)('a call that is %s has the Call.State %s', (state, word) => {
        expect(attributesOf(interaction({ state }))['Call.State']).toBe(word);
    });

    it('is absent where it is not known', () => {
        expect(Object.keys(attributesOf(interaction()))).toEqual(['Call.ConversationId', 'Call.State']);
    });
});

describe('what was carried and cannot be', () => {
    it.each<[string, Partial<Interaction>]>([
        ['Interaction.TotalAcdTime', { acdSeconds: -1 }],
        ['Interaction.TotalIvrTime', { ivrSeconds: NaN }],
        ['Salesforce.AfterCallTime', { wrapUpSeconds: Infinity }],
        ['Salesforce.CallDuration', { durationSeconds: -12, disconnected: true }],
        ['Call.QueueName', { queueName: '' }],
        ['Call.RemoteName', { remoteName: '  ' }],
        ['Call.Ani', { ani: '' }],
        ['Salesforce.ConnectedTime', { connectedTime: '' }],
        ['Salesforce.WrapUpCode', { wrapUpCode: '' }],
        ['Interaction.Url', { participantData: { 'Interaction.Url': '' } }]
    ])('is absent: %s of %j', (name, facts) => {
        expect(attributesOf(interaction(facts))).not.toHaveProperty([name]);
    });

    it.each<[string, Partial<Interaction>]>([
        ['Interaction.TotalAcdTime', { acdSeconds: 0 }],
        ['Salesforce.AfterCallTime', { wrapUpSeconds: 0 }],
        ['Salesforce.CallDuration', { durationSeconds: 0, disconnected: true }]
    ])('is not a duration of zero: %s of %j', (name, facts) => {
        expect(attributesOf(interaction(facts))[name]).toBe(0);
    });
});

describe('the duration', () => {
    const times = { connectedTime: '2026-03-02T09:00:00.000Z', endTime: '2026-03-02T09:00:12.376Z' };
    const of = (facts: Partial<Interaction>): unknown =>
        attributesOf(interaction({ disconnected: true, ...facts }))['Salesforce.CallDuration'];

    it('follows from the times once the call is over, in whole seconds', () => {
        expect(of(times)).toBe(12);
    });

    it('is as carried where it is carried', () => {
        expect(of({ ...times, durationSeconds: 13 })).toBe(13);
    });

    it('follows from the times where what was carried cannot be', () => {
        expect(of({ ...times, durationSeconds: -1 })).toBe(12);
    });

    it('of a call that was ended as it was connected is zero', () => {
        expect(of({ ...times, endTime: times.connectedTime })).toBe(0);
    });

    it('of a call that the agent transferred ends there, however long the next agent talks', () => {
        const told = { id: 'c1', at: times.endTime };
        const talking = { state: 'connected', connected: true, disconnected: false } as const;
        const over = { state: 'disconnected', connected: false, disconnected: true } as const;
        const { connectedTime } = times;
        const events: InteractionEvent[] = [
            { ...told, kind: 'described', facts: { ...talking, connectedTime } },
            { ...told, kind: 'transferred', transfer: 'blind' },
            { ...told, kind: 'described', facts: { ...over, ...times } },
            { ...told, kind: 'described', facts: { ...talking, connectedTime, durationSeconds: 95 } }
        ];
        const { interactions } = events.reduce((ledger, event) => applyEvent(ledger, event).ledger, emptyLedger());
        expect(attributesOf(interactions.c1 as Interaction)['Salesforce.CallDuration']).toBe(12);
    });

    it('of two times that both leave out their zone follows from them', () => {
        expect(of({ connectedTime: '2026-03-02T09:00:00', endTime: '2026-03-02T09:00:05' })).toBe(5);
    });

    it('is right over the change to summer time', () => {
        expect(of({ connectedTime: '2026-03-29T01:59:30', endTime: '2026-03-29T03:00:30' })).toBe(3660);
        expect(of({ connectedTime: '2026-03-29T01:59:30+01:00', endTime: '2026-03-29T03:00:30+02:00' })).toBe(60);
    });

    it('reads no time without zone by the clock of the computer, which changes to summer time', () => {
        const read = jest.spyOn(Date, 'parse');
        of({ connectedTime: '2026-03-29T01:59:30', endTime: ' 2026-03-29T03:00:30 ' });
        expect(read.mock.calls).toEqual([['2026-03-29T03:00:30Z'], ['2026-03-29T01:59:30Z']]);
        read.mockRestore();
    });

    it.each<[string, Partial<Interaction>]>([
        ['while the call goes on', { ...times, disconnected: false, durationSeconds: 5 }],
        ['when the end is not known', { connectedTime: times.connectedTime }],
        ['when the beginning is not known', { endTime: times.endTime }],
        ['when a time is no time', { ...times, endTime: 'soon' }],
        ['when clocks differ so that the end is first', { connectedTime: times.endTime, endTime: times.connectedTime }],
        ['when only one of the times names its zone', { ...times, endTime: '2026-03-02T09:00:12' }]
    ])('is absent %s', (_, facts) => {
        expect(of(facts)).toBeUndefined();
    });
});

describe('participant data (T12)', () => {
    const of = (participantData: Interaction['participantData'], facts: Partial<Interaction> = {}): object =>
        attributesOf(interaction({ participantData, ...facts }));

    it.each([
        ['Participant.tier', 'Participant.tier'],
        ['participant.tier', 'Participant.tier'],
        ['tier', 'Participant.tier'],
        ['flow.tier', 'Participant.flow.tier']
    ])('%s is offered as %s', (key, name) => {
        expect(of({ [key]: 'gold' })).toHaveProperty([name], 'gold');
    });

    it('the name in full wins over the same name without prefix', () => {
        expect(of({ 'Participant.uuiData': 'full', uuiData: 'bare' })).toHaveProperty(['Participant.uuiData'], 'full');
        expect(of({ uuiData: 'bare', 'Participant.uuiData': 'full' })).toHaveProperty(['Participant.uuiData'], 'full');
    });

    it.each(['text', true, 0, null])('%p arrives as it is', (value) => {
        expect(of({ 'Participant.x': value })).toHaveProperty(['Participant.x'], value);
    });

    it.each(['Interaction.Url', 'Salesforce.ParticipantId', 'Interaction.ParticipantPurpose'])(
        '%s is read from it, with and without prefix',
        (name) => {
            expect(of({ [name]: 'set' })).toHaveProperty([name], 'set');
            expect(of({ [`Participant.${name}`]: 'set' })).toHaveProperty([name], 'set');
        }
    );

    it('an attribute of the table is not offered a second time below Participant', () => {
        expect(of({ 'Interaction.Url': 'set' })).not.toHaveProperty(['Participant.Interaction.Url']);
    });

    it('user-to-user information is found under the name that the phone gives it', () => {
        expect(of({ uuiData: '0a0b' })).toHaveProperty(['Call.UUIData'], '0a0b');
    });

    it("what another agent's page wrote there does not pass for this agent's wrap-up", () => {
        expect(of({ 'Participant.Salesforce.WrapUpCode': 'Sold' })).not.toHaveProperty(['Salesforce.WrapUpCode']);
    });

    it('does not give the participant id of the first part to a call that came back', () => {
        expect(of({ 'Salesforce.ParticipantId': 'part-1' }, { segment: 2 })).not.toHaveProperty([
            'Salesforce.ParticipantId'
        ]);
    });

    it('a key that every object inherits is a key like any other', () => {
        const attributes = of(JSON.parse('{"__proto__":"x"}') as Record<string, string>);
        expect(attributes).toHaveProperty(['Participant.__proto__'], 'x');
    });

    it('what a transport knows under the name of the table comes first', () => {
        const email = interaction({
            type: 'email',
            known: { 'Email.Subject': 'known' },
            participantData: { 'Email.Subject': 'set' }
        });
        expect(attributesOf(email)['Email.Subject']).toBe('known');
    });
});

describe('notes', () => {
    it('that were typed and deleted are known to be empty', () => {
        expect(attributesOf(interaction({ notes: '' }))['Salesforce.InteractionLogNotes']).toBeNull();
    });

    it('that were never typed are absent', () => {
        expect(attributesOf(interaction())).not.toHaveProperty(['Salesforce.InteractionLogNotes']);
    });
});

describe('looking an attribute up by name (T12)', () => {
    it.each([
        ['the exact name', { 'a.b': 1, 'A.B': 2, 'Participant.a.b': 3, 'x.a.b': 4 }, 1],
        ['the exact name in another case', { 'A.B': 2, 'Participant.a.b': 3, 'x.a.b': 4 }, 2],
        ['the name below Participant', { 'participant.A.b': 5, 'Participant.a.b': 3, 'x.a.b': 4 }, 3],
        ['the name below Participant in another case', { 'x.a.b': 4, 'participant.A.b': 5 }, 5],
        ['a name that ends in it', { 'x.A.b': 6, 'x.a.b': 4 }, 4],
        ['a name that ends in it in another case', { 'xa.b': 0, 'x.A.b': 6 }, 6],
        ['nothing', { 'xa.b': 0, 'a.b.c': 1 }, undefined]
    ])('finds %s', (_, attributes, value) => {
        expect(attributeValue(attributes as Record<string, number>, 'a.b')).toBe(value);
    });

    it('does not find what every object inherits', () => {
        expect(attributeValue({}, 'toString')).toBeUndefined();
    });

    it('gives back false, 0 and null as they are', () => {
        expect([
            attributeValue({ a: false }, 'a'),
            attributeValue({ a: 0 }, 'a'),
            attributeValue({ a: null }, 'a')
        ]).toEqual([false, 0, null]);
    });
});

describe('participant data under the name that an admin mapped (T12)', () => {
    it.each([['Participant.tier'], ['participant.Tier'], ['Participant.flow.tier'], ['Participant.Flow.TIER']])(
        'is found as %s',
        (key) => {
            expect(participantValue({ [key]: 'gold' }, 'Participant.tier')).toBe('gold');
        }
    );

    it('is the one with the exact name where there are several', () => {
        const data = { 'Participant.flow.tier': 'flow', 'Participant.TIER': 'upper', 'Participant.tier': 'exact' };
        expect(participantValue(data, 'Participant.tier')).toBe('exact');
    });

    it('is never an attribute of the table that ends alike', () => {
        expect(participantValue({ 'Call.State': 'HELD' }, 'Participant.State')).toBeUndefined();
    });

    it('is never one whose name only ends in the same letters', () => {
        expect(participantValue({ 'Participant.frontier': 'x' }, 'Participant.tier')).toBeUndefined();
    });

    it.each([false, 0, null, ''])('gives back %p as it is', (value) => {
        expect(participantValue({ 'Participant.flow.x': value }, 'Participant.x')).toBe(value);
    });
});
