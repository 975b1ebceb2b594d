import { ATTRIBUTES, attributesOf, attributeValue } from 'c/interactionAttributes';
import type { Interaction, InteractionType } from 'c/interactions';

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

/**
 * The vendor's table: "Synchronize interaction attributes with Salesforce activity records", help.mypurecloud.com.
 * Name, data type, interaction types (* is all; email's cell is lost on the page). The row of participant data that a
 * chat widget sets has no name there.
 */
const TABLE: readonly (readonly [string, 'string' | 'number' | 'boolean', string])[] = [
    ['Call.Ani', 'string', 'call callback'],
    ['Call.CalledNumber', 'string', 'call callback'],
    ['Call.ConversationId', 'string', '*'],
    ['Call.Internal', 'boolean', 'call'],
    ['Call.QueueName', 'string', '*'],
    ['Call.RemoteName', 'string', '*'],
    ['Call.State', 'string', '*'],
    ['Call.UUIData', 'string', 'call callback outboundDialing'],
    ['Chat.Transcript', 'string', 'chat'],
    ['Email.Subject', 'string', 'email'],
    ['Interaction.ParticipantPurpose', 'string', '*'],
    ['Interaction.StartTime', 'string', '*'],
    ['Interaction.TotalAcdTime', 'number', '*'],
    ['Interaction.TotalIvrTime', 'number', '*'],
    ['Interaction.Transcript', 'string', 'chat message'],
    ['Interaction.Url', 'string', '*'],
    ['Message.Type', 'string', 'message'],
    ['Message.Username', 'string', 'message'],
    ['Message.Userid', 'string', 'message'],
    ['OutboundDialing.ContactId', 'string', 'outboundDialing'],
    ['OutboundDialing.ContactListId', 'string', 'outboundDialing'],
    ['OutboundDialing.CampaignId', 'string', 'outboundDialing'],
    ['Participant.{ColumnName}', 'string', 'outboundDialing'],
    ['Participant.{CustomFieldName}', 'string', 'call callback email message voicemail chat'],
    ['Salesforce.AfterCallTime', 'number', '*'],
    ['Salesforce.CallDuration', 'number', '*'],
    ['Salesforce.ConnectedTime', 'string', '*'],
    ['Salesforce.DisconnectedTime', 'string', '*'],
    ['Salesforce.DisplayAddress', 'string', 'call callback outboundDialing email message voicemail'],
    ['Salesforce.ExternalRoutedWorkItem', 'string', 'message'],
    ['Salesforce.InteractionLogNotes', 'string', '*'],
    ['Salesforce.ParticipantId', 'string', '*'],
    ['Salesforce.WrapUpCode', 'string', '*']
];
const TYPES: readonly InteractionType[] = [
    'call',
    'callback',
    'outboundDialing',
    'chat',
    'email',
    'message',
    'voicemail'
];

describe('the catalogue', () => {
    it('has the rows of the vendor table and no other', () => {
        expect(ATTRIBUTES.map(({ name }) => name)).toEqual(TABLE.map(([name]) => name));
    });

    it.each(TABLE)('%s is a %s of: %s', (name, dataType, types) => {
        const row = ATTRIBUTES.find((each) => each.name === name);
        expect(row?.dataType).toBe(dataType);
        expect(row?.interactionTypes).toEqual(types === '*' ? 'all' : types.split(' '));
        expect(row?.meaning).toMatch(/^[A-Z].*\.$/);
    });
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
        ['Salesforce.CallDuration', { durationSeconds: 12 }, 12],
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

describe('the duration', () => {
    const times = { connectedTime: '2026-03-02T09:00:00.000Z', endTime: '2026-03-02T09:00:12.376Z' };

    it('follows from the times once the call is over, in whole seconds', () => {
        const ended = interaction({ ...times, state: 'disconnected', disconnected: true });
        expect(attributesOf(ended)['Salesforce.CallDuration']).toBe(12);
    });

    it('is as carried where it is carried', () => {
        const ended = interaction({ ...times, disconnected: true, durationSeconds: 13 });
        expect(attributesOf(ended)['Salesforce.CallDuration']).toBe(13);
    });

    it.each<[string, Partial<Interaction>]>([
        ['while the call goes on', times],
        ['when the end is not known', { disconnected: true, connectedTime: times.connectedTime }],
        ['when a time is no time', { ...times, disconnected: true, endTime: 'soon' }],
        [
            'when the end is before the beginning',
            { disconnected: true, connectedTime: times.endTime, endTime: times.connectedTime }
        ]
    ])('is absent %s', (_, facts) => {
        expect(attributesOf(interaction(facts))).not.toHaveProperty(['Salesforce.CallDuration']);
    });
});

describe('the kind of interaction', () => {
    const everything: Partial<Interaction> = {
        ani: '1',
        calledNumber: '2',
        internal: true,
        displayAddress: '3',
        participantData: Object.fromEntries(
            ATTRIBUTES.filter(({ name }) => !name.includes('{')).map(({ name }) => [name, 'set'])
        )
    };

    it.each(TYPES)('%s has no attribute that belongs to other kinds only', (type) => {
        const names = Object.keys(attributesOf(interaction({ ...everything, type })));
        const foreign = TABLE.filter(([, , types]) => types !== '*' && !types.split(' ').includes(type));
        expect(names.filter((name) => foreign.some(([other]) => other === name))).toEqual([]);
    });

    it('a chat has no Call.Ani even when the message carried one', () => {
        expect(attributesOf(interaction({ ...everything, type: 'chat' }))).not.toHaveProperty(['Call.Ani']);
    });

    it.each([
        ['sms', '3'],
        ['WhatsApp', '3'],
        ['facebook', undefined]
    ])('a %s message has the display address %s', (kind, address) => {
        const message = interaction({
            type: 'message',
            displayAddress: '3',
            participantData: { 'Message.Type': kind }
        });
        expect(attributesOf(message)['Salesforce.DisplayAddress']).toBe(address);
    });
});

it('a message of a kind that is not known has the display address that it carried', () => {
    const message = interaction({ type: 'message', displayAddress: '3' });
    expect(attributesOf(message)['Salesforce.DisplayAddress']).toBe('3');
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
