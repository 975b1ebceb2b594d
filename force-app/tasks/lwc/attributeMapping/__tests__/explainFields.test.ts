import { DEFAULT_FIELDS, DEFAULT_RULES, defaultFields, explainFields, INTERACTION_TYPES } from '../attributeMapping.ts';
import type { ExplainedField, FieldDescriptions, MappingRule } from '../attributeMapping.ts';
import { field, fieldsOf, rule } from './sampleRules.ts';

function of(name: string, records: readonly MappingRule[], type = 'call', fields?: FieldDescriptions): ExplainedField {
    const found = explainFields(records, DEFAULT_RULES, fields).find(
        (one) => one.field === name && one.interactionType === type
    );
    if (!found) throw new Error(`${name} of a ${type} is not explained`);
    return found;
}

const standing = (explained: ExplainedField): string[] =>
    explained.rules.map(({ rule: { id }, stands, by }) =>
        by === undefined ? `${id} ${stands}` : `${id} ${stands} ${by}`
    );

it('the admin reads which record fills a field', () => {
    const queue = rule('Call.QueueName', 'Queue__c');
    expect(of('Queue__c', [queue])).toEqual({
        field: 'Queue__c',
        interactionType: 'call',
        inForce: queue,
        origin: 'record',
        rules: [{ rule: queue, stands: 'inForce' }]
    });
});

it('the admin reads which rule is built in', () => {
    const explained = of('Description', []);
    expect(explained.origin).toBe('builtIn');
    expect(standing(explained)).toEqual(['default:Description inForce']);
});

it('the admin reads that a record takes the place of a built-in rule', () => {
    const explained = of('Description', [rule('Call.QueueName', 'Description', { id: 'Mine' })]);
    expect(explained.origin).toBe('record');
    expect(standing(explained)).toEqual(['Mine inForce', 'default:Description replaced Mine']);
});

it('the admin reads which record switches a built-in rule off, for every interaction type', () => {
    const off = rule('Call.QueueName', 'CallDisposition', { id: 'Off', active: false, interactionTypes: ['email'] });
    expect(standing(of('CallDisposition', [off]))).toEqual(['default:CallDisposition switchedOff Off']);
    const email = of('CallDisposition', [off], 'email');
    expect(email.inForce).toBeUndefined();
    expect(standing(email)).toEqual(['Off switchedOff', 'default:CallDisposition switchedOff Off']);
});

it('an inactive record does not switch another record off', () => {
    const explained = of('Queue__c', [
        rule('Call.State', 'Queue__c', { id: 'Off', active: false, order: 1 }),
        rule('Call.QueueName', 'Queue__c', { id: 'On', order: 2 })
    ]);
    expect(standing(explained)).toEqual(['Off switchedOff', 'On inForce']);
});

it('the admin reads which rule stands in for which, by their order', () => {
    const explained = of('Queue__c', [
        rule('Call.State', 'Queue__c', { id: 'Second', order: 20 }),
        rule('Call.QueueName', 'Queue__c', { id: 'First', order: 10 })
    ]);
    expect(standing(explained)).toEqual(['First inForce', 'Second standsIn First']);
});

it('of two rules with the same order the one whose name comes first is in force', () => {
    const explained = of('Queue__c', [
        rule('Call.State', 'Queue__c', { id: 'B' }),
        rule('Call.QueueName', 'Queue__c', { id: 'A' })
    ]);
    expect(standing(explained)).toEqual(['A inForce', 'B standsIn A']);
});

it('rules that spell one field differently are about one field, in the spelling of the org', () => {
    const records = [rule('Call.QueueName', 'queue__C', { id: 'A' }), rule('Call.State', 'QUEUE__c', { id: 'B' })];
    const explained = of('Queue__c', records, 'call', fieldsOf(field('Queue__c', 'String')));
    expect(standing(explained)).toEqual(['A inForce', 'B standsIn A']);
});

it('a rule for other interaction types says nothing about this one', () => {
    const emails = rule('Call.QueueName', 'Queue__c', { interactionTypes: ['email'] });
    expect(of('Queue__c', [emails])).toMatchObject({ origin: 'nothing', rules: [] });
    expect(of('Queue__c', [emails], 'email').origin).toBe('record');
});

it('a rule whose attribute does not exist gives way to the next', () => {
    const explained = of('Queue__c', [
        rule('Call.Colour', 'Queue__c', { id: 'Odd', order: 1 }),
        rule('Call.QueueName', 'Queue__c', { id: 'Good', order: 2 })
    ]);
    expect(standing(explained)).toEqual(['Odd unknownAttribute', 'Good inForce']);
});

it('a field that every Task has by itself is told apart from one that nothing fills', () => {
    expect(of('Subject', []).origin).toBe('defaultField');
    const off = rule('Call.QueueName', 'Queue__c', { active: false });
    expect(of('Queue__c', [off]).origin).toBe('nothing');
});

it('every field and interaction type is explained once', () => {
    const records = [rule('Call.QueueName', 'Queue__c'), rule('Call.State', 'queue__c', { id: 'B' })];
    const names = explainFields(records, DEFAULT_RULES).map((one) => `${one.field} ${one.interactionType}`);
    expect(names).toHaveLength(new Set(names).size);
    expect(names).toHaveLength((DEFAULT_FIELDS.length + 1) * INTERACTION_TYPES.length);
});

it('the names of the fields that every Task has are those that the default fields give', () => {
    const given = defaultFields({
        interaction: {
            id: 'c1',
            segment: 1,
            version: 1,
            complete: true,
            state: 'disconnected',
            type: 'call',
            direction: 'inbound',
            connected: false,
            disconnected: true,
            done: true,
            handled: true,
            connectedTime: '2026-03-02T09:00:00.000Z',
            firstSeenAt: '2026-03-02T09:00:00.000Z',
            lastSeenAt: '2026-03-02T09:00:30.000Z',
            notes: 'call back'
        },
        attributes: { 'Salesforce.CallDuration': 12, 'Salesforce.WrapUpCode': 'Sold' },
        whoId: '003AB00000CdEfG',
        whatId: '001AB00000CdEfG',
        locale: 'en-US',
        timeZone: 'UTC'
    });
    expect(Object.keys(given)).toEqual(DEFAULT_FIELDS);
});
