import fc from 'fast-check';
import {
    asCallRecords,
    builtInRules,
    checkRules,
    explainFields,
    mapAttributes,
    OPEN_CALL_FIELDS
} from '../attributeMapping.ts';
import type { FieldDescription, FieldDescriptions, MappingRule } from '../attributeMapping.ts';

function field(name: string): FieldDescription {
    return { name, label: name, dataType: 'String', createable: true, updateable: true };
}

function described(names: readonly string[]): FieldDescriptions {
    return Object.fromEntries(names.map((name) => [name, field(name)]));
}

function rule(name: string): MappingRule {
    return {
        id: name,
        attribute: 'Call.QueueName',
        field: name,
        active: true,
        interactionTypes: 'all',
        order: 1,
        overwrite: 'always',
        source: 'record'
    };
}

const FIELDS = asCallRecords(described(['Queue__c', 'Description', 'CallResolution', 'CallType', 'ActivityId']));

it('an admin reads of each rule whether a page may fill its field of Voice Call', () => {
    const rules = ['Queue__c', 'callresolution', 'CallType', 'ActivityId', 'Subject'].map(rule);
    const open = { kind: 'openField', names: ['CallResolution', 'Description'] };
    expect(checkRules(rules, FIELDS).map(({ allowed, code, field: name }) => [name, code, allowed])).toEqual([
        ['CallType', 'fieldNotWriteable', open],
        ['ActivityId', 'fieldNotWriteable', open],
        ['Subject', 'unknownField', { kind: 'seenField' }]
    ]);
});

it('without any rule the notes go to Description, and no wrap-up code anywhere', () => {
    const attributes = { 'Salesforce.InteractionLogNotes': 'Hello', 'Salesforce.WrapUpCode': 'Sale' };
    const { patch, problems } = mapAttributes(attributes, builtInRules('VoiceCall'), FIELDS, 'call');
    expect([patch, problems]).toEqual([{ Description: 'Hello' }, []]);
});

it('a Voice Call has nothing by itself', () => {
    const explained = explainFields([], builtInRules('VoiceCall'), FIELDS, []);
    expect([...new Set(explained.map(({ field: name, origin }) => `${name} ${origin}`))]).toEqual([
        'Description builtIn'
    ]);
});

it('whatever an org has, no value is ever mapped to a field that pages may not change', () => {
    const names = fc.uniqueArray(
        fc.constantFrom('Queue__c', 'ns__Wrap__c', 'Type', 'CallType', 'Description', 'Id', 'OwnerId')
    );
    fc.assert(
        fc.property(names, (some) => {
            const { patch } = mapAttributes(
                { 'Call.QueueName': 'Sales' },
                some.map(rule),
                asCallRecords(described(some)),
                'call'
            );
            return Object.keys(patch).every((name) => /__c$/.test(name) || OPEN_CALL_FIELDS.includes(name));
        })
    );
});
