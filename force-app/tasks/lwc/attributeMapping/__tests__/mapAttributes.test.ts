import { checkRules, DEFAULT_RULES, effectiveRules, mapAttributes } from '../attributeMapping.ts';
import type { Mapped, MappingRule } from '../attributeMapping.ts';
import { field, fieldsOf, rule } from './sampleRules.ts';

const FIELDS = fieldsOf(
    field('Queue__c', 'String', { length: 10 }),
    field('Seconds__c', 'Double', { precision: 8, scale: 0 }),
    field('Locked__c', 'String', { updateable: false }),
    field('Description', 'TextArea', { length: 32_000 }),
    field('OwnerId', 'Reference'),
    field('CallObject', 'String', { length: 255 })
);

const codes = (mapped: Mapped): string[] => mapped.problems.map((one) => `${one.rule}: ${one.code}`);

const map = (attributes: Record<string, string | number | boolean | null>, ...rules: MappingRule[]): Mapped =>
    mapAttributes(attributes, rules, FIELDS, 'call');

it('the agent gets each mapped value into its field', () => {
    const mapped = map(
        { 'Call.QueueName': 'Sales', 'Interaction.TotalIvrTime': 30 },
        rule('Call.QueueName', 'Queue__c'),
        rule('Interaction.TotalIvrTime', 'Seconds__c')
    );
    expect(mapped).toEqual({
        patch: { Queue__c: 'Sales', Seconds__c: 30 },
        problems: [],
        onlyWhenEmpty: [],
        cutOff: [],
        builtIn: []
    });
});

it('an attribute that is not known yet gives no value and no complaint', () => {
    expect(map({}, rule('Call.QueueName', 'Queue__c'), rule('Call.Ani', 'Missing__c'))).toEqual({
        patch: {},
        problems: [],
        onlyWhenEmpty: [],
        cutOff: [],
        builtIn: []
    });
});

it('the admin may use participant data under a name of their own', () => {
    const mapped = map({ 'Participant.Order Number': 'A-1' }, rule('Participant.Order Number', 'Queue__c'));
    expect(mapped.patch).toEqual({ Queue__c: 'A-1' });
});

it('one attribute may fill two fields', () => {
    const mapped = map(
        { 'Call.QueueName': 'Sales' },
        rule('Call.QueueName', 'Queue__c'),
        rule('Call.QueueName', 'Description')
    );
    expect(mapped.patch).toEqual({ Queue__c: 'Sales', Description: 'Sales' });
});

it('the admin reads the unknown attribute of a rule and the nearest known one, and the other rules work', () => {
    const mapped = map(
        { 'Call.QueueName': 'Sales' },
        rule('call.queuename', 'Seconds__c'),
        rule('Call.Colour', 'Description'),
        rule('Participant.', 'Other__c'),
        rule('Call.QueueName', 'Queue__c')
    );
    expect(mapped.patch).toEqual({ Queue__c: 'Sales' });
    expect(codes(mapped)).toEqual([
        'Description: unknownAttribute',
        'Other__c: unknownAttribute',
        'Seconds__c: unknownAttribute'
    ]);
    expect(mapped.problems[2]).toEqual({
        code: 'unknownAttribute',
        rule: 'Seconds__c',
        attribute: 'call.queuename',
        field: 'Seconds__c',
        allowed: { kind: 'spelling', names: ['Call.QueueName'] }
    });
    expect(mapped.problems[0]?.allowed).toEqual({ kind: 'knownAttribute' });
});

it.each(['Participant.{ColumnName}', 'participant.{customfieldname}'])(
    'the admin who copied the pattern %s reads that it is not an attribute',
    (pattern) => {
        expect(codes(map({}, rule(pattern, 'Queue__c')))).toEqual(['Queue__c: unknownAttribute']);
    }
);

it('a field that the user does not see is named, and the rest is saved', () => {
    const mapped = map(
        { 'Call.QueueName': 'Sales', 'Call.Ani': '+61491570006' },
        rule('Call.Ani', 'Missing__c'),
        rule('Call.QueueName', 'Queue__c')
    );
    expect(mapped.patch).toEqual({ Queue__c: 'Sales' });
    expect(mapped.problems).toEqual([
        {
            code: 'unknownField',
            rule: 'Missing__c',
            attribute: 'Call.Ani',
            field: 'Missing__c',
            allowed: { kind: 'seenField' }
        }
    ]);
});

it('a field that the user may not edit is named, and not sent', () => {
    const mapped = map({ 'Call.QueueName': 'Sales' }, rule('Call.QueueName', 'Locked__c'));
    expect(mapped.patch).toEqual({});
    expect(codes(mapped)).toEqual(['Locked__c: fieldNotWriteable']);
    expect(mapped.problems[0]?.allowed).toEqual({ kind: 'editableField' });
});

it.each([
    ...['Id', 'OwnerId', 'CallObject', 'SwitchboardKey__c', 'SwitchboardUnsaved__c', 'TaskSubtype', 'RecordTypeId'],
    ...['AccountId', 'IsClosed', 'IsArchived', 'IsDeleted', 'IsHighPriority', 'CompletedDateTime', 'IsRecurrence'],
    ...['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp', 'WhoCount', 'WhatCount']
])('no attribute may decide %s, even where the org would let it', (name) => {
    const attributes = { 'Participant.Owner': '005AB00000CdEfG' };
    for (const fields of [FIELDS, undefined]) {
        const mapped = mapAttributes(attributes, [rule('Participant.Owner', name)], fields, 'call');
        expect(mapped.patch).toEqual({});
        expect(codes(mapped)).toEqual([`${name}: fieldNotWriteable`]);
    }
});

it.each([
    'RecurrenceInterval',
    'recurrenceregeneratedtype',
    'ownerid',
    'acme__SwitchboardKey__c',
    'acme__switchboardunsaved__c'
])('the spelling %s opens no reserved field', (name) => {
    const mapped = mapAttributes({ 'Call.QueueName': 'x' }, [rule('Call.QueueName', name)], undefined, 'call');
    expect(codes(mapped)).toEqual([`${name}: fieldNotWriteable`]);
});

it.each(['', '1st__c', 'Queue Name', 'Queue__c){Id}', '__proto__'])(
    'the field name %p reaches no query, even when the org does not describe Task',
    (name) => {
        const mapped = mapAttributes({ 'Call.QueueName': 'x' }, [rule('Call.QueueName', name)], undefined, 'call');
        expect(mapped.patch).toEqual({});
        expect(mapped.problems.map((one) => one.code)).toEqual(['unknownField']);
    }
);

it.each(['constructor', 'toString', 'hasOwnProperty'])(
    'the field name %s finds nothing that is not a field',
    (name) => {
        expect(codes(map({ 'Call.QueueName': 'x' }, rule('Call.QueueName', name)))).toEqual([`${name}: unknownField`]);
    }
);

it('the admin may type a field name in any case', () => {
    expect(map({ 'Call.QueueName': 'Sales' }, rule('Call.QueueName', 'queue__C')).patch).toEqual({ Queue__c: 'Sales' });
});

it('a value that does not fit is named without telling it, and the rest is saved', () => {
    const mapped = map(
        { 'Interaction.TotalIvrTime': 'soon', 'Call.QueueName': 'Sales' },
        rule('Interaction.TotalIvrTime', 'Seconds__c'),
        rule('Call.QueueName', 'Queue__c')
    );
    expect(mapped.patch).toEqual({ Queue__c: 'Sales' });
    expect(mapped.problems[0]).toMatchObject({ code: 'valueDoesNotFit', given: { kind: 'text', count: 4 } });
    expect(JSON.stringify(mapped.problems)).not.toContain('soon');
});

it.each([
    [null, { kind: 'nothing' }],
    ['', { kind: 'emptyText' }],
    ['👋👋', { kind: 'text', count: 2 }],
    [12, { kind: 'number' }],
    [true, { kind: 'flag' }]
])('of the value %p that does not fit the admin is told the kind', (value, given) => {
    const fields = fieldsOf(field('Id__c', 'Reference', { required: true }));
    const mapped = mapAttributes({ 'Call.QueueName': value }, [rule('Call.QueueName', 'Id__c')], fields, 'call');
    expect(mapped.problems[0]?.given).toEqual(given);
});

it('a text that is too long is saved as far as it fits, and the cut is named', () => {
    const mapped = map({ 'Call.QueueName': 'Sales and Service' }, rule('Call.QueueName', 'Queue__c'));
    expect(mapped.patch).toEqual({ Queue__c: 'Sales and…' });
    expect(mapped.problems).toEqual([
        expect.objectContaining({
            code: 'textCut',
            given: { kind: 'text', count: 17 },
            allowed: { kind: 'characters', count: 10 }
        })
    ]);
    expect(mapped.cutOff).toEqual(['Call.QueueName']);
});

it('a text that one field cuts and another takes whole has lost nothing', () => {
    const mapped = map(
        { 'Call.QueueName': 'Sales and Service' },
        rule('Call.QueueName', 'Queue__c'),
        rule('Call.QueueName', 'Description')
    );
    expect(codes(mapped)).toEqual([expect.stringContaining('textCut')]);
    expect(mapped.cutOff).toEqual([]);
});

describe('a transcript', () => {
    const transcript = (attribute: string, length: number, fields: typeof FIELDS | undefined, target: string): Mapped =>
        mapAttributes({ [attribute]: 'x'.repeat(length) }, [rule(attribute, target)], fields, 'chat');

    it.each(['Chat.Transcript', 'Interaction.Transcript'])(
        'of %s is not half-saved, and that is named',
        (attribute) => {
            const mapped = transcript(attribute, 11, FIELDS, 'Queue__c');
            expect(mapped.patch).toEqual({});
            expect(mapped.problems).toEqual([
                expect.objectContaining({
                    code: 'valueDoesNotFit',
                    attribute,
                    given: { kind: 'text', count: 11 },
                    allowed: { kind: 'transcript', count: 10 }
                })
            ]);
        }
    );

    it('that fits is saved whole', () => {
        expect(transcript('Chat.Transcript', 10, FIELDS, 'Queue__c').patch).toEqual({ Queue__c: 'x'.repeat(10) });
    });

    it.each([
        [131_072, []],
        [131_073, ['valueDoesNotFit']]
    ])('of %d characters leads to %j in a field whose limit nobody tells', (length, expected) => {
        for (const fields of [fieldsOf(field('Long__c', 'TextArea')), undefined]) {
            const mapped = transcript('Chat.Transcript', length, fields, 'Long__c');
            expect(mapped.problems.map(({ code }) => code)).toEqual(expected);
            for (const { allowed } of mapped.problems) expect(allowed).toEqual({ kind: 'transcript', count: 131_072 });
            expect(Object.keys(mapped.patch)).toHaveLength(1 - expected.length);
        }
    });

    it('that is a record id goes into a look-up', () => {
        const fields = fieldsOf(field('Transcript__c', 'Reference'));
        const rules = [rule('Chat.Transcript', 'Transcript__c')];
        const mapped = mapAttributes({ 'Chat.Transcript': '570AB00000CdEfG' }, rules, fields, 'chat');
        expect(mapped.patch).toEqual({ Transcript__c: '570AB00000CdEfG' });
    });
});

it.each(['participant.order number', 'Participant.flow.Order Number', 'Participant.ORDER NUMBER'])(
    'participant data that came as %s is found (T12)',
    (name) => {
        expect(map({ [name]: 'A-1' }, rule('Participant.Order Number', 'Queue__c')).patch).toEqual({ Queue__c: 'A-1' });
    }
);

it('the admin may write the prefix of participant data in any case', () => {
    expect(map({ 'Participant.tier': 'gold' }, rule('participant.tier', 'Queue__c')).patch).toEqual({
        Queue__c: 'gold'
    });
});

it('nothing clears a field', () => {
    expect(map({ 'Call.QueueName': null }, rule('Call.QueueName', 'Queue__c')).patch).toEqual({ Queue__c: null });
});

it('of two rules for one field the lower order is used and the other is named', () => {
    const mapped = map(
        { 'Call.QueueName': 'Sales', 'Call.State': 'HELD' },
        rule('Call.State', 'Queue__c', { id: 'Second', order: 20 }),
        rule('Call.QueueName', 'queue__c', { id: 'First', order: 10 })
    );
    expect(mapped.patch).toEqual({ Queue__c: 'Sales' });
    expect(codes(mapped)).toEqual(['Second: ruleShadowed']);
    expect(mapped.problems[0]?.allowed).toEqual({ kind: 'oneRule', names: ['First'] });
});

it('of two rules with the same order the one whose name comes first is used', () => {
    const mapped = map(
        { 'Call.QueueName': 'Sales', 'Call.State': 'HELD' },
        rule('Call.State', 'Queue__c', { id: 'B' }),
        rule('Call.QueueName', 'Queue__c', { id: 'A' })
    );
    expect(mapped.patch).toEqual({ Queue__c: 'Sales' });
    expect(codes(mapped)).toEqual(['B: ruleShadowed']);
});

it('a rule steps in for another whose attribute is not known, and nobody is bothered', () => {
    const mapped = map(
        { 'Call.State': 'HELD' },
        rule('Call.QueueName', 'Queue__c', { id: 'First', order: 10 }),
        rule('Call.State', 'Queue__c', { id: 'Second', order: 20 })
    );
    expect(mapped).toEqual({ patch: { Queue__c: 'HELD' }, problems: [], onlyWhenEmpty: [], cutOff: [], builtIn: [] });
});

it('a rule applies to its interaction types and to no other', () => {
    const emails = rule('Call.QueueName', 'Queue__c', { interactionTypes: ['email', 'chat'] });
    expect(map({ 'Call.QueueName': 'Sales' }, emails).patch).toEqual({});
    expect(mapAttributes({ 'Call.QueueName': 'Sales' }, [emails], FIELDS, 'email').patch).toEqual({
        Queue__c: 'Sales'
    });
});

it('an inactive rule does nothing', () => {
    expect(map({ 'Call.QueueName': 'Sales' }, rule('Call.QueueName', 'Queue__c', { active: false })).patch).toEqual({});
});

it('the writer learns which values give way to what is there', () => {
    const mapped = map(
        { 'Call.QueueName': 'Sales' },
        rule('Call.QueueName', 'Queue__c', { overwrite: 'onlyWhenEmpty' })
    );
    expect(mapped.onlyWhenEmpty).toEqual(['Queue__c']);
});

it('an org that does not describe Task gets the values as they are', () => {
    const text = 'x'.repeat(300);
    const mapped = mapAttributes({ 'Call.QueueName': text }, [rule('Call.QueueName', 'Queue__c')], undefined, 'call');
    expect(mapped).toEqual({ patch: { Queue__c: text }, problems: [], onlyWhenEmpty: [], cutOff: [], builtIn: [] });
});

it.each([
    ['Subject', 'x'.repeat(256), `${'x'.repeat(254)}…`, ['textCut']],
    ['CallType', 'inbound', 'Inbound', []],
    ['CallType', 'Sideways', undefined, ['notInPicklist']],
    ['CallDurationInSeconds', '12', 12, []],
    ['ActivityDate', '2026-11-20T23:30:00Z', '2026-11-20', []],
    ['Status', null, undefined, ['valueDoesNotFit']],
    ['WhoId', '001AB00000CdEfG', undefined, ['valueDoesNotFit']]
])('an org that does not describe Task still has the standard field %s', (name, given, expected, problems) => {
    const mapped = mapAttributes({ 'Call.QueueName': given }, [rule('Call.QueueName', name)], undefined, 'call');
    expect(mapped.patch).toEqual(expected === undefined ? {} : { [name]: expected });
    expect(mapped.problems.map(({ code }) => code)).toEqual(problems);
});

it('rules that were used before follow what the org says of the fields now', () => {
    const rules = [rule('Call.QueueName', 'Queue__c')];
    const attributes = { 'Call.QueueName': 'Sales and Service' };
    const saved = (fields: typeof FIELDS | undefined): Mapped => mapAttributes(attributes, rules, fields, 'call');
    expect(saved(FIELDS).patch).toEqual({ Queue__c: 'Sales and…' });
    expect(saved(fieldsOf(field('Queue__c', 'String', { length: 80 }))).patch).toEqual({
        Queue__c: 'Sales and Service'
    });
    expect(codes(saved(fieldsOf(field('Queue__c', 'String', { updateable: false }))))).toEqual([
        'Queue__c: fieldNotWriteable'
    ]);
    expect(saved(undefined).patch).toEqual({ Queue__c: 'Sales and Service' });
    expect(saved(FIELDS).patch).toEqual({ Queue__c: 'Sales and…' });
});

it('a date falls on the day of the given time zone', () => {
    const fields = fieldsOf(field('Day__c', 'Date'));
    const rules = [rule('Salesforce.ConnectedTime', 'Day__c')];
    const attributes = { 'Salesforce.ConnectedTime': '2026-11-20T23:30:00Z' };
    expect(mapAttributes(attributes, rules, fields, 'call').patch).toEqual({ Day__c: '2026-11-20' });
    expect(mapAttributes(attributes, rules, fields, 'call', { timeZone: 'Asia/Tokyo' }).patch).toEqual({
        Day__c: '2026-11-21'
    });
});

describe('without any rule of the admin', () => {
    it('the notes and the wrap-up of the agent are kept up', () => {
        const attributes = { 'Salesforce.InteractionLogNotes': 'Called back', 'Salesforce.WrapUpCode': 'Sale' };
        const mapped = mapAttributes(attributes, effectiveRules([], DEFAULT_RULES), undefined, 'call');
        expect(mapped.patch).toEqual({ Description: 'Called back', CallDisposition: 'Sale' });
    });

    const NOTED = { 'Salesforce.InteractionLogNotes': 'Called', 'Call.QueueName': 'Sales' };
    const COMMENTS_TAKEN = rule('Call.QueueName', 'description', { id: 'Mine', order: 900 });

    it('notes whose place a record takes are named, because nothing else saves them', () => {
        const mapped = mapAttributes(NOTED, effectiveRules([COMMENTS_TAKEN], DEFAULT_RULES), FIELDS, 'call');
        expect(mapped.patch).toEqual({ Description: 'Sales' });
        expect(mapped.problems).toEqual([
            expect.objectContaining({ code: 'ruleShadowed', attribute: 'Salesforce.InteractionLogNotes' })
        ]);
    });

    it('notes whose place a record takes are no problem where another record saves them', () => {
        const elsewhere = rule('Salesforce.InteractionLogNotes', 'Queue__c');
        const mapped = mapAttributes(NOTED, effectiveRules([COMMENTS_TAKEN, elsewhere], DEFAULT_RULES), FIELDS, 'call');
        expect(mapped.patch).toEqual({ Description: 'Sales', Queue__c: 'Called' });
        expect(mapped.problems).toEqual([]);
    });

    it('says which fields a built-in rule fills', () => {
        const mapped = mapAttributes(NOTED, effectiveRules([], DEFAULT_RULES), FIELDS, 'call');
        expect(mapped.builtIn).toEqual(['Description']);
    });

    it('a record for one interaction type leaves the default to the others', () => {
        const record = rule('Call.QueueName', 'Description', { interactionTypes: ['email'] });
        const attributes = { 'Salesforce.InteractionLogNotes': 'Called back', 'Call.QueueName': 'Sales' };
        const mapped = mapAttributes(attributes, effectiveRules([record], DEFAULT_RULES), FIELDS, 'call');
        expect(mapped.patch).toEqual({ Description: 'Called back' });
    });

    it('an inactive record switches a default off', () => {
        const record = rule('Call.QueueName', 'Description', { active: false });
        const attributes = { 'Salesforce.InteractionLogNotes': 'Called back' };
        const mapped = mapAttributes(attributes, effectiveRules([record], DEFAULT_RULES), FIELDS, 'call');
        expect(mapped.patch).toEqual({});
    });
});

it('the admin learns what is wrong with the rules before the first call', () => {
    const rules = [
        rule('Call.Colour', 'Queue__c'),
        rule('Call.QueueName', 'Missing__c'),
        rule('Call.QueueName', 'Locked__c'),
        rule('Call.QueueName', 'Queue__c', { id: 'Good' }),
        rule('Call.Colour', 'Missing__c', { id: 'Off', active: false })
    ];
    expect(checkRules(rules, FIELDS).map((one) => `${one.rule}: ${one.code}`)).toEqual([
        'Queue__c: unknownAttribute',
        'Missing__c: unknownField',
        'Locked__c: fieldNotWriteable'
    ]);
});
