import { ATTRIBUTES, attributesOf } from 'c/interactionAttributes';
import type { Interaction, InteractionType } from 'c/interactions';
import { ALL, VENDOR_TABLE } from './vendorTable.ts';
import type { VendorRow } from './vendorTable.ts';

const ended = (facts: Partial<Interaction>): Interaction => ({
    id: 'c1c1c1c1-0000-4000-8000-000000000001',
    segment: 1,
    version: 1,
    complete: true,
    state: 'disconnected',
    type: 'call',
    connected: false,
    disconnected: true,
    done: true,
    handled: true,
    firstSeenAt: '2026-03-02T09:00:00.000Z',
    lastSeenAt: '2026-03-02T09:00:30.000Z',
    ...facts
});

/** The name under which an admin maps the row: a family has the name that the customer gave. */
const mappedName = ({ name, told }: VendorRow): string =>
    name.includes('{')
        ? `Participant.${Object.keys(told.participantData ?? {})[0]?.replace('Participant.', '')}`
        : name;

it('the catalogue has the rows of the vendor table in its order and no other', () => {
    expect(ATTRIBUTES.map(({ name }) => name)).toEqual(VENDOR_TABLE.map(({ name }) => name));
});

it.each(VENDOR_TABLE)('the admin reads of $name that it is a $dataType and on which interactions it is', (row) => {
    const described = ATTRIBUTES.find(({ name }) => name === row.name);
    expect(described?.dataType).toBe(row.dataType);
    expect(described?.interactionTypes).toEqual(row.types.length === ALL.length ? 'all' : row.types);
    expect(described?.meaning).toMatch(/^[A-Z].*\.$/);
});

const having = VENDOR_TABLE.flatMap((row) => row.types.map((type) => [row.name, type, row] as const));

it.each(having)('%s of a %s is there once it is told, with its data type', (_name, type, row) => {
    const value = attributesOf(ended({ ...row.told, type }))[mappedName(row)];
    expect(value).toBe(row.value);
    expect(typeof value).toBe(row.dataType);
});

const always = ['Call.ConversationId', 'Call.State'];
const untold = VENDOR_TABLE.filter(({ name }) => !always.includes(name)).flatMap((row) =>
    row.types.map((type) => [row.name, type, row] as const)
);

it.each(untold)('%s of a %s is absent while nobody told it', (_name, type, row) => {
    expect(attributesOf(ended({ type }))).not.toHaveProperty([mappedName(row)]);
});

const foreign = VENDOR_TABLE.filter(({ name }) => !name.includes('{')).flatMap((row) =>
    ALL.filter((type) => !row.types.includes(type)).map((type) => [row.name, type, row] as const)
);

it.each(foreign)('%s never comes with a %s, even when something told it', (_name, type, row) => {
    expect(attributesOf(ended({ ...row.told, type }))).not.toHaveProperty([row.name]);
});

it('a value that is set in the chat widget is there under its name', () => {
    const chat = ended({ type: 'chat', participantData: { 'context.orderNumber': 'A-1' } });
    expect(attributesOf(chat)).toHaveProperty(['Participant.context.orderNumber'], 'A-1');
});

describe('the notes of the table on messages', () => {
    const message = (kind: string | undefined, facts: Partial<Interaction> = {}): Interaction =>
        ended({
            type: 'message',
            displayAddress: '+61491570006',
            remoteName: 'Edna Frank',
            participantData: {
                ...(kind === undefined ? {} : { 'Message.Type': kind }),
                'Message.Username': 'ednaf',
                'Message.Userid': 'U77',
                'Salesforce.ExternalRoutedWorkItem': '0BzAB00000CdEfG'
            },
            ...facts
        });
    const read = (kind: string | undefined, name: string): unknown => attributesOf(message(kind))[name];

    it.each([
        ['sms', '+61491570006'],
        ['webmessaging', 'Guest'],
        ['WebMessaging', 'Guest'],
        ['whatsapp', 'Edna Frank'],
        ['facebook', 'Edna Frank'],
        [undefined, 'Edna Frank']
    ])('the remote name of the kind %s is %s', (kind, name) => {
        expect(read(kind, 'Call.RemoteName')).toBe(name);
    });

    it('the remote name of a text message without address is the one that was carried', () => {
        const { displayAddress: _, ...sms } = message('sms');
        expect(attributesOf(sms)['Call.RemoteName']).toBe('Edna Frank');
    });

    it.each([
        ['twitter', 'ednaf'],
        ['facebook', undefined],
        ['line', undefined],
        ['sms', undefined],
        ['whatsapp', undefined],
        ['webmessaging', undefined]
    ])('the user name of the kind %s is %s', (kind, name) => {
        expect(read(kind, 'Message.Username')).toBe(name);
    });

    it.each([
        ['facebook', 'U77'],
        ['line', 'U77'],
        ['twitter', 'U77'],
        ['webmessaging', 'U77'],
        ['whatsapp', 'U77'],
        ['sms', undefined]
    ])('the user id of the kind %s is %s', (kind, id) => {
        expect(read(kind, 'Message.Userid')).toBe(id);
    });

    it.each([
        ['sms', '+61491570006'],
        ['WhatsApp', '+61491570006'],
        ['facebook', undefined],
        ['line', undefined],
        ['twitter', undefined],
        ['webmessaging', undefined],
        [undefined, '+61491570006']
    ])('the display address of the kind %s is %s', (kind, address) => {
        expect(read(kind, 'Salesforce.DisplayAddress')).toBe(address);
    });

    it.each([
        ['open', '0BzAB00000CdEfG'],
        [undefined, '0BzAB00000CdEfG'],
        ['sms', undefined],
        ['webmessaging', undefined]
    ])('the work item of the kind %s is %s', (kind, item) => {
        expect(read(kind, 'Salesforce.ExternalRoutedWorkItem')).toBe(item);
    });

    it('a message from Guest is known as web messaging where the phone does not tell the kind', () => {
        const guest = attributesOf(message(undefined, { remoteName: 'Guest', participantData: {} }));
        expect(guest).not.toHaveProperty(['Salesforce.DisplayAddress']);
        expect(guest).not.toHaveProperty(['Message.Type']);
    });

    it.each(ALL.filter((type) => type !== 'message'))('a %s has no kind of message, whatever was set', (type) => {
        const attributes = attributesOf(message('webmessaging', { type: type as InteractionType }));
        expect(attributes['Call.RemoteName']).toBe('Edna Frank');
    });
});

describe('what an Architect flow or an agent sets', () => {
    it('before the interaction leaves the queue is there while it still rings', () => {
        const ringing = ended({
            state: 'alerting',
            disconnected: false,
            done: false,
            handled: false,
            participantData: { Contract: '7781' }
        });
        expect(attributesOf(ringing)).toHaveProperty(['Participant.Contract'], '7781');
    });

    it('after the disconnection is there too', () => {
        expect(attributesOf(ended({ participantData: { Contract: '7782' } }))).toHaveProperty(
            ['Participant.Contract'],
            '7782'
        );
    });
});
