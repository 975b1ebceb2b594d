import fc from 'fast-check';
import { ATTRIBUTES } from 'c/interactionAttributes';
import { mapAttributes } from '../attributeMapping.ts';
import type { FieldDescription, MappingRule } from '../attributeMapping.ts';
import { accepts, isWhole } from './acceptance.ts';
import { fieldsOf, field as sampleField } from './sampleRules.ts';

const NAMES = ATTRIBUTES.map((attribute) => attribute.name).filter((name) => !name.includes('{'));
const TYPES = ['call', 'callback', 'outboundDialing', 'chat', 'email', 'message', 'voicemail'] as const;
const DATA_TYPES = [
    'String',
    'TextArea',
    'Phone',
    'Email',
    'Url',
    'Int',
    'Double',
    'Currency',
    'Percent',
    'Boolean',
    'Date',
    'DateTime',
    'Picklist',
    'MultiPicklist',
    'Reference',
    'Address'
];
const FIELD_NAMES = ['A__c', 'B__c', 'C__c', 'Subject', 'Status', 'OwnerId', 'constructor'];

const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ maxLength: 60 }),
    fc.double(),
    fc.integer().map(String),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom('true', 'Sale', 'sale;No Sale', '2026-11-21', 'edna@example.com', '003AB00000CdEfG', ''),
    fc.constantFrom('1.005', '-0', '001AB00000CdEfG', ' TRUE ', '2026-03-02T09:00:00+13:00', '2026-03-02T09:00:00')
);
const attributeName = fc.oneof(
    fc.constantFrom(...NAMES.slice(0, 6)),
    fc.constantFrom('Participant.One', 'Participant.__proto__', 'Chat.Transcript', 'Interaction.Transcript')
);
const attributes = fc.dictionary(attributeName, value, { maxKeys: 6, noNullPrototype: true });

const description = (name: string): fc.Arbitrary<FieldDescription> =>
    fc.record(
        {
            name: fc.constant(name),
            label: fc.constant(name),
            dataType: fc.constantFrom(...DATA_TYPES),
            createable: fc.boolean(),
            updateable: fc.boolean(),
            length: fc.integer({ min: 1, max: 40 }),
            precision: fc.integer({ min: 1, max: 18 }),
            scale: fc.integer({ min: 0, max: 4 }),
            picklistValues: fc.constant(['Sale', 'No Sale']),
            required: fc.boolean(),
            referenceTo: fc.constantFrom(['Contact', 'Lead'], ['Account', 'Case'])
        },
        { requiredKeys: ['name', 'label', 'dataType', 'createable', 'updateable'] }
    );
const fields = fc
    .subarray(FIELD_NAMES)
    .chain((names) => fc.tuple(...names.map(description)))
    .map((all) => Object.fromEntries(all.map((one) => [one.name, one])));

const oneRule = fc.record({
    attribute: fc.oneof({ weight: 5, arbitrary: attributeName }, { weight: 1, arbitrary: fc.string() }),
    field: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...FIELD_NAMES, 'a__C') },
        { weight: 1, arbitrary: fc.string() }
    ),
    active: fc.boolean(),
    interactionTypes: fc.oneof(fc.constant('all' as const), fc.subarray([...TYPES])),
    order: fc.integer({ min: 0, max: 3 }),
    overwrite: fc.constantFrom('always' as const, 'onlyWhenEmpty' as const),
    source: fc.constant('record' as const)
});
const rules: fc.Arbitrary<MappingRule[]> = fc
    .array(oneRule, { maxLength: 8 })
    .map((all) => all.map((rule, index) => ({ ...rule, id: `Rule_${index}` })));
const interactionType = fc.constantFrom(...TYPES);

/** A module of strict code throws when it changes something frozen. */
function frozen<T>(value: T): T {
    if (typeof value === 'object' && value !== null) {
        Object.values(value).forEach(frozen);
        Object.freeze(value);
    }
    return value;
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
const sample: MappingRule = {
    id: 'Rule',
    attribute: 'Call.QueueName',
    field: 'Subject',
    active: true,
    interactionTypes: 'all',
    order: 1,
    overwrite: 'always',
    source: 'record'
};
const applies = (rule: MappingRule, type: (typeof TYPES)[number]): boolean =>
    rule.active && (rule.interactionTypes === 'all' || rule.interactionTypes.includes(type));

it('whatever comes, only writeable fields get values, and only values that they accept', () => {
    fc.assert(
        fc.property(attributes, rules, fields, interactionType, (known, mapping, described, type) => {
            const { patch, onlyWhenEmpty } = mapAttributes(known, mapping, described, type);
            for (const [name, saved] of Object.entries(patch)) {
                const field = Object.entries(described).find(([key]) => key === name)?.[1];
                expect(field?.updateable).toBe(true);
                expect(name).not.toBe('OwnerId');
                const asked = mapping.filter(
                    (rule) => applies(rule, type) && isSame(rule.field, name) && Object.hasOwn(known, rule.attribute)
                );
                expect(asked.length).toBeGreaterThan(0);
                expect({ field, saved, accepted: field !== undefined && accepts(field, saved) }).toMatchObject({
                    accepted: true
                });
            }
            expect(Object.keys(patch)).toEqual(expect.arrayContaining([...onlyWhenEmpty]));
        }),
        { numRuns: 2000 }
    );
});

it('whatever comes, every attribute of a rule is saved whole or named', () => {
    fc.assert(
        fc.property(attributes, rules, fields, interactionType, (known, mapping, described, type) => {
            const { patch, problems } = mapAttributes(known, mapping, described, type);
            const named = new Set(problems.map((one) => one.rule));
            const untold = mapping
                .filter((rule) => applies(rule, type) && Object.hasOwn(known, rule.attribute) && !named.has(rule.id))
                .filter((rule) => {
                    const field = Object.values(described).find((one) => isSame(one.name, rule.field));
                    const saved = field && Object.entries(patch).find(([name]) => name === field.name);
                    return !field || !saved || !isWhole(field, known[rule.attribute] ?? null, saved[1]);
                });
            expect(untold).toEqual([]);
        }),
        { numRuns: 5000 }
    );
});

it('whatever comes, two rules never fill one field without the admin reading it', () => {
    fc.assert(
        fc.property(attributes, rules, fields, interactionType, (known, mapping, described, type) => {
            const { problems } = mapAttributes(known, mapping, described, type);
            const named = new Set(problems.filter(({ code }) => code !== 'textCut').map((one) => one.rule));
            const saving = mapping.filter(
                (rule) => applies(rule, type) && Object.hasOwn(known, rule.attribute) && !named.has(rule.id)
            );
            const names = saving.map((rule) => rule.field.toLowerCase());
            expect(names).toEqual([...new Set(names)]);
        })
    );
});

it('whatever comes, a text that was cut is the beginning of what was given, and a transcript is never cut', () => {
    fc.assert(
        fc.property(attributes, rules, fields, interactionType, (known, mapping, described, type) => {
            const { patch, problems } = mapAttributes(known, mapping, described, type);
            for (const cut of problems.filter(({ code }) => code === 'textCut')) {
                expect(cut.attribute).not.toMatch(/Transcript/);
                const saved = String(Object.entries(patch).find(([name]) => isSame(name, cut.field))?.[1]);
                expect(saved.endsWith('…')).toBe(true);
                const given = Buffer.from(String(known[cut.attribute]), 'utf8').toString('utf8');
                expect(given.startsWith(saved.slice(0, -1))).toBe(true);
            }
        }),
        { numRuns: 2000 }
    );
});

it('an org that describes nothing still gets only values that its standard fields accept', () => {
    const standard = fieldsOf(
        sampleField('Subject', 'ComboBox', { length: 255 }),
        sampleField('CallDisposition', 'String', { length: 255 }),
        sampleField('CallDurationInSeconds', 'Int', { precision: 8 }),
        sampleField('CallType', 'Picklist', { picklistValues: ['Inbound', 'Internal', 'Outbound'] }),
        sampleField('Status', 'Picklist', { length: 255 }),
        sampleField('ActivityDate', 'Date'),
        sampleField('WhoId', 'Reference', { referenceTo: ['Contact', 'Lead'] })
    );
    const long = fc.string({ minLength: 250, maxLength: 300 });
    const one = fc.oneof(value, long, fc.constantFrom('inbound', 123456789, '99999999'));
    fc.assert(
        fc.property(one, fc.constantFrom(...Object.values(standard)), (given, field) => {
            const rule = { ...sample, field: field.name };
            const { patch, problems } = mapAttributes({ 'Call.QueueName': given }, [rule], undefined, 'call');
            const saved = Object.entries(patch).map(([, one]) => one);
            expect(saved.every((one) => accepts(field, one))).toBe(true);
            const whole = saved.length === 1 && saved.every((one) => isWhole(field, given, one));
            expect(whole || problems.length === 1).toBe(true);
        }),
        { numRuns: 3000 }
    );
});

it('whatever comes, a problem says nothing that a customer said', () => {
    const secret = fc.string({ minLength: 8, maxLength: 60 }).map((text) => `secret ${text} secret`);
    fc.assert(
        fc.property(secret, rules, fields, interactionType, (text, mapping, described, type) => {
            const known = Object.fromEntries([...NAMES.slice(0, 6), 'Participant.One'].map((name) => [name, text]));
            const { problems } = mapAttributes(known, mapping, described, type);
            expect(JSON.stringify(problems)).not.toContain(JSON.stringify(text).slice(1, -1));
        })
    );
});

it('the order in which the rules arrive does not matter', () => {
    fc.assert(
        fc.property(attributes, rules, fields, interactionType, (known, mapping, described, type) => {
            const reversed = [...mapping].reverse();
            expect(mapAttributes(known, reversed, described, type)).toEqual(
                mapAttributes(known, mapping, described, type)
            );
        })
    );
});

it('nothing that is given is changed', () => {
    fc.assert(
        fc.property(attributes, rules, fields, interactionType, (known, mapping, described, type) => {
            expect(() => mapAttributes(frozen(known), frozen(mapping), frozen(described), type)).not.toThrow();
        })
    );
});

it('an org that does not describe Task never makes the mapping throw', () => {
    fc.assert(
        fc.property(attributes, rules, interactionType, (known, mapping, type) => {
            const { patch } = mapAttributes(known, mapping, undefined, type);
            expect(Object.values(patch).every((saved) => saved === null || typeof saved !== 'object')).toBe(true);
        })
    );
});
