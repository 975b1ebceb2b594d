import fc from 'fast-check';
import { ATTRIBUTES } from 'c/interactionAttributes';
import { mapAttributes } from '../attributeMapping.ts';
import type { FieldDescription, FieldValue, MappingRule } from '../attributeMapping.ts';

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
    fc.constantFrom('true', 'Sale', 'sale;No Sale', '2026-11-21', 'edna@example.com', '003AB00000CdEfG', '')
);
const attributeName = fc.oneof(
    fc.constantFrom(...NAMES.slice(0, 6)),
    fc.constantFrom('Participant.One', 'Participant.__proto__')
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
            restricted: fc.boolean()
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

/** What the platform takes in such a field, said without the product's code. */
function accepts(field: FieldDescription, saved: FieldValue): boolean {
    if (saved === null) {
        return field.dataType !== 'Boolean' && field.name !== 'Status' && field.name !== 'Priority';
    }
    const short = typeof saved === 'string' && saved !== '' && saved.length <= (field.length ?? Infinity);
    switch (field.dataType) {
        case 'String':
        case 'TextArea':
            return short && Buffer.from(String(saved), 'utf8').toString('utf8') === saved;
        case 'Phone':
        case 'Url':
            return short;
        case 'Email':
            return short && String(saved).includes('@');
        case 'Int':
            return typeof saved === 'number' && Number.isInteger(saved);
        case 'Double':
        case 'Currency':
        case 'Percent': {
            const [whole = '', decimals = ''] = Math.abs(Number(saved))
                .toFixed(18)
                .replace(/\.?0+$/, '')
                .split('.');
            const room = (field.precision ?? 18) - (field.scale ?? 0);
            return (
                typeof saved === 'number' &&
                Number.isFinite(saved) &&
                (whole === '0' || whole.length <= room) &&
                (field.scale === undefined || decimals.length <= 18) &&
                (field.scale === undefined || Number(saved.toFixed(field.scale)) === saved)
            );
        }
        case 'Boolean':
            return typeof saved === 'boolean';
        case 'Date':
            return typeof saved === 'string' && new Date(saved).toISOString().slice(0, 10) === saved;
        case 'DateTime':
            return typeof saved === 'string' && new Date(saved).toISOString() === saved;
        case 'Picklist':
        case 'MultiPicklist': {
            const each = String(saved).split(';');
            const parts = field.dataType === 'Picklist' ? [String(saved)] : each;
            return (
                short && (!field.restricted || !field.picklistValues || parts.every((one) => /^(No )?Sale$/.test(one)))
            );
        }
        case 'Reference':
            return typeof saved === 'string' && [15, 18].includes(saved.length);
        default:
            return false;
    }
}

/** A module of strict code throws when it changes something frozen. */
function frozen<T>(value: T): T {
    if (typeof value === 'object' && value !== null) {
        Object.values(value).forEach(frozen);
        Object.freeze(value);
    }
    return value;
}

const applies = (rule: MappingRule, type: (typeof TYPES)[number]): boolean =>
    rule.active && (rule.interactionTypes === 'all' || rule.interactionTypes.includes(type));

it('whatever comes, only writeable fields get values, and only values that they accept', () => {
    fc.assert(
        fc.property(attributes, rules, fields, interactionType, (known, mapping, described, type) => {
            const { patch } = mapAttributes(known, mapping, described, type);
            for (const [name, saved] of Object.entries(patch)) {
                const field = Object.entries(described).find(([key]) => key === name)?.[1];
                expect(field?.updateable).toBe(true);
                expect(name).not.toBe('OwnerId');
                expect({ field, saved, accepted: field !== undefined && accepts(field, saved) }).toMatchObject({
                    accepted: true
                });
            }
        }),
        { numRuns: 2000 }
    );
});

it('whatever comes, every attribute of a rule is saved or named', () => {
    fc.assert(
        fc.property(attributes, rules, fields, interactionType, (known, mapping, described, type) => {
            const { patch, problems } = mapAttributes(known, mapping, described, type);
            const named = new Set(problems.filter((one) => one.code !== 'textCut').map((one) => one.rule));
            const saving = mapping.filter(
                (rule) => applies(rule, type) && Object.hasOwn(known, rule.attribute) && !named.has(rule.id)
            );
            expect(saving.map((rule) => rule.field.toLowerCase()).sort()).toEqual(
                Object.keys(patch)
                    .map((name) => name.toLowerCase())
                    .sort()
            );
        }),
        { numRuns: 2000 }
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
