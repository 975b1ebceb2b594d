import fc from 'fast-check';
import { defaultFields } from '../attributeMapping.ts';
import type { DefaultFacts } from '../attributeMapping.ts';
import { accepts } from './acceptance.ts';
import { field, fieldsOf } from './sampleRules.ts';

const CALL: DefaultFacts['interaction'] = {
    id: '7a1e6b0c-0000-4000-8000-000000000001',
    segment: 1,
    version: 3,
    complete: true,
    state: 'disconnected',
    type: 'call',
    direction: 'inbound',
    connected: false,
    disconnected: true,
    done: true,
    handled: true,
    connectedTime: '2015-08-10T15:55:17.000Z',
    firstSeenAt: '2015-08-10T15:55:01.000Z',
    lastSeenAt: '2015-08-10T15:58:00.000Z'
};

const FACTS: DefaultFacts = {
    interaction: CALL,
    attributes: { 'Salesforce.CallDuration': 91, 'Salesforce.WrapUpCode': 'Sale' },
    whoId: '003AB00000CdEfG',
    whatId: '001AB00000CdEfG',
    locale: 'en-US',
    timeZone: 'America/Los_Angeles'
};

const about = (interaction: Partial<DefaultFacts['interaction']>, more: Partial<DefaultFacts> = {}) =>
    defaultFields({ ...FACTS, ...more, interaction: { ...CALL, ...interaction } });

it('the agent finds every default field of a finished call', () => {
    expect(about({ notes: 'Wants a quote' })).toEqual({
        Subject: 'Call 8/10/2015, 8:55:17 AM',
        Type: 'Call',
        TaskSubtype: 'Call',
        Status: 'Completed',
        ActivityDate: '2015-08-10',
        CallObject: CALL.id,
        CallType: 'Inbound',
        CallDurationInSeconds: 91,
        CallDisposition: 'Sale',
        Description: 'Wants a quote',
        WhoId: '003AB00000CdEfG',
        WhatId: '001AB00000CdEfG'
    });
});

it('what is not known is absent, never empty', () => {
    const { interaction, locale, timeZone } = FACTS;
    const { direction: _direction, ...unknown } = interaction;
    const fields = defaultFields({ interaction: unknown, attributes: {}, locale, timeZone });
    expect(Object.keys(fields).sort()).toEqual(
        ['ActivityDate', 'CallObject', 'Status', 'Subject', 'TaskSubtype', 'Type'].sort()
    );
});

it.each([
    ['call', {}, 'Call'],
    ['callback', {}, 'Call'],
    ['outboundDialing', {}, 'Call'],
    ['chat', {}, 'Chat'],
    ['email', {}, 'Email'],
    ['voicemail', {}, 'Voicemail'],
    ['message', {}, 'Message'],
    ['message', { 'Message.Type': 'sms' }, 'Message'],
    ['message', { 'Message.Type': 'webmessaging' }, 'Chat'],
    ['message', { 'Message.Type': 'WebMessaging' }, 'Chat'],
    ['email', { 'Message.Type': 'webmessaging' }, 'Email']
] as const)('an interaction of type %s with %p is a %s', (type, attributes, expected) => {
    const fields = about({ type }, { attributes });
    expect(fields['Type']).toBe(expected);
    expect(fields['Subject']).toBe(`${expected} 8/10/2015, 8:55:17 AM`);
});

it('a message from Guest is a chat where the phone does not tell its kind, since only web messaging is named so', () => {
    expect(about({ type: 'message', remoteName: 'Guest' })['Type']).toBe('Chat');
    expect(about({ type: 'message', remoteName: 'Edna Frank' })['Type']).toBe('Message');
});

it('what the phone tells of the kind goes before the name Guest', () => {
    const facts = { type: 'message', remoteName: 'Guest' } as const;
    expect(about(facts, { attributes: { 'Message.Type': 'sms' } })['Type']).toBe('Message');
});

it.each([
    ['en-GB', 'Call 10/08/2015, 08:55:17'],
    ['de-DE', 'Call 10.8.2015, 08:55:17'],
    ['ja-JP', 'Call 2015/8/10 8:55:17']
])('the date and time of the subject are as the browser writes them in %s', (locale, subject) => {
    expect(about({}, { locale })['Subject']).toBe(subject);
});

it.each([
    [{ direction: 'inbound' }, 'Inbound'],
    [{ direction: 'outbound' }, 'Outbound'],
    [{ direction: 'outbound', internal: true }, 'Internal'],
    [{ direction: 'inbound', internal: false }, 'Inbound']
] as const)('the direction of %p is %s', (facts, expected) => {
    expect(about(facts)['CallType']).toBe(expected);
});

it('the subject speaks the language of the agent, and the type stays what reports know', () => {
    const words = { call: 'Anruf', chat: 'Chat', email: 'E-Mail', voicemail: 'Mailbox', message: 'Nachricht' };
    const fields = about({}, { words, locale: 'de-DE', timeZone: 'Europe/Berlin' });
    expect(fields['Subject']).toBe('Anruf 10.8.2015, 17:55:17');
    expect(fields['Type']).toBe('Call');
});

it('the day is the day of the agent, not of Greenwich', () => {
    expect(about({ connectedTime: '2026-11-20T23:30:00Z' }, { timeZone: 'Australia/Sydney' })['ActivityDate']).toBe(
        '2026-11-21'
    );
});

it('the subject of a call that was never connected tells when it was first seen', () => {
    const { connectedTime: _connectedTime, ...missed } = CALL;
    expect(defaultFields({ ...FACTS, interaction: missed })['Subject']).toBe('Call 8/10/2015, 8:55:01 AM');
});

it('a time that cannot be read leaves the subject without one', () => {
    const fields = about({ connectedTime: 'soon', startTime: '', firstSeenAt: 'now' });
    expect(fields['Subject']).toBe('Call');
    expect(fields).not.toHaveProperty('ActivityDate');
});

it('an unknown locale and time zone do not stop the Task', () => {
    const fields = about({}, { locale: 'xx_!!', timeZone: 'Nowhere/Atlantis' });
    expect(fields['Subject']).toBe('Call 8/10/2015, 3:55:17 PM');
});

it('a lead has no Related To, since the platform refuses both', () => {
    const fields = about({}, { whoId: '00QAB00000CdEfG' });
    expect(fields['WhoId']).toBe('00QAB00000CdEfG');
    expect(fields).not.toHaveProperty('WhatId');
});

it('what the agent typed comes before the notes of the phone', () => {
    const attributes = { 'Salesforce.InteractionLogNotes': 'from the phone' };
    expect(about({}, { attributes })['Description']).toBe('from the phone');
    expect(about({ notes: 'typed here' }, { attributes })['Description']).toBe('typed here');
});

it('long notes, a long wrap-up and a long duration still fit', () => {
    const attributes = { 'Salesforce.WrapUpCode': 'w'.repeat(300), 'Salesforce.CallDuration': 1e12 };
    const fields = about({ notes: 'n'.repeat(40_000) }, { attributes });
    expect(fields['CallDisposition']).toHaveLength(255);
    expect(fields['Description']).toHaveLength(32_000);
    expect(fields['CallDurationInSeconds']).toBe(99_999_999);
});

it('half a second more or less makes a whole second', () => {
    expect(about({}, { attributes: { 'Salesforce.CallDuration': 90.6 } })['CallDurationInSeconds']).toBe(91);
});

it('no time is zero, whatever sign the browser gives it', () => {
    expect(about({}, { attributes: { 'Salesforce.CallDuration': -0 } })['CallDurationInSeconds']).toBe(0);
});

it.each([-1, NaN, '91', true, null])('a duration of %p is not a duration', (value) => {
    expect(about({}, { attributes: { 'Salesforce.CallDuration': value } })).not.toHaveProperty('CallDurationInSeconds');
});

it('whatever the phone says, the Task keeps its interaction, and no lead gets a Related To', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '2026-11-20T23:30:00Z', 'UTC', 'en-US'));
    const id = fc.constantFrom(undefined, '00QAB00000CdEfG', '003AB00000CdEfG', '001AB00000CdEfG');
    fc.assert(
        fc.property(text, text, text, text, id, id, (connectedTime, notes, locale, timeZone, whoId, whatId) => {
            const fields = defaultFields({
                interaction: { ...CALL, connectedTime, notes },
                attributes: {},
                locale,
                timeZone,
                ...(whoId === undefined ? {} : { whoId }),
                ...(whatId === undefined ? {} : { whatId })
            });
            expect(fields['CallObject']).toBe(CALL.id);
            expect(String(fields['Subject']).startsWith('Call')).toBe(true);
            expect(Object.values(fields)).not.toContain(undefined);
            expect(String(fields['WhoId']).startsWith('00Q') && 'WhatId' in fields).toBe(false);
        })
    );
});

it('whatever the phone says, each default field has a value that it accepts', () => {
    const accepting = fieldsOf(
        field('Subject', 'ComboBox', { length: 255 }),
        field('Type', 'Picklist', { length: 255 }),
        field('TaskSubtype', 'Picklist', { length: 40 }),
        field('Status', 'Picklist', { length: 255 }),
        field('ActivityDate', 'Date'),
        field('CallObject', 'String', { length: 255 }),
        field('CallType', 'Picklist', { picklistValues: ['Inbound', 'Internal', 'Outbound'] }),
        field('CallDurationInSeconds', 'Int', { precision: 8 }),
        field('CallDisposition', 'String', { length: 255 }),
        field('Description', 'TextArea', { length: 32_000 })
    );
    const text = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('\ud83d', 'n'.repeat(32_001), '2026-11-20T23:30:00Z')
    );
    const value = fc.oneof(text, fc.double(), fc.boolean(), fc.constant(null));
    const interaction = fc.record({
        ...Object.fromEntries(
            ['connectedTime', 'startTime', 'firstSeenAt', 'notes', 'remoteName'].map((name) => [name, text])
        ),
        id: fc.string({ minLength: 1, maxLength: 300 }),
        direction: fc.constantFrom('inbound' as const, 'outbound' as const),
        internal: fc.boolean(),
        type: fc.constantFrom('call' as const, 'message' as const, 'email' as const, 'voicemail' as const)
    });
    const attributes = fc.dictionary(
        fc.constantFrom(
            'Salesforce.CallDuration',
            'Salesforce.WrapUpCode',
            'Salesforce.InteractionLogNotes',
            'Message.Type'
        ),
        value,
        { noNullPrototype: true }
    );
    fc.assert(
        fc.property(interaction, attributes, fc.constantFrom('UTC', 'Asia/Kolkata'), (facts, known, timeZone) => {
            const given = about(facts as Partial<DefaultFacts['interaction']>, { attributes: known, timeZone });
            const { WhoId: _who, WhatId: _what, ...others } = given;
            const refused = Object.entries(others).filter(([name, one]) => {
                const target = accepting[name];
                return target === undefined || !accepts(target, one);
            });
            expect(refused).toEqual([]);
        }),
        { numRuns: 500 }
    );
});
