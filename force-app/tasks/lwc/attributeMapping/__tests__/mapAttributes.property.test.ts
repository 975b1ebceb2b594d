import fc from 'fast-check';
import { ATTRIBUTES } from 'c/interactionAttributes';
import { DEFAULT_RULES, effectiveRules, mapAttributes } from '../attributeMapping.ts';
import type { FieldDescription, MappingRule, TaskPatch } from '../attributeMapping.ts';
import { accepts, isWhole } from './acceptance.ts';
import { fieldsOf, field as sampleField } from './sampleRules.ts';

type Given = string | number | boolean | null;
type Fields = Readonly<Record<string, FieldDescription>>;

const NAMES = ATTRIBUTES.map((attribute) => attribute.name).filter((name) => !name.includes('{'));
const TYPES = ['call', 'callback', 'outboundDialing', 'chat', 'email', 'message', 'voicemail'] as const;
const DATA_TYPES = [
    'String',
    'TextArea',
    'ComboBox',
    'EncryptedString',
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
    'Address',
    'Time'
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
/** As participant data comes from flows, chat widgets and other pages. */
const carriedName = fc.oneof(
    { weight: 3, arbitrary: attributeName },
    { weight: 2, arbitrary: fc.constantFrom('participant.one', 'Participant.ONE', 'Participant.flow.One', 'x.One') }
);
const attributes = fc.dictionary(carriedName, value, { maxKeys: 6, noNullPrototype: true });

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
/**
 * What is told under the name: exactly so, or for participant data under any name below `Participant.` that ends in it,
 * whatever the case (T12).
 */
function toldOf(known: Readonly<Record<string, Given>>, attribute: string): Given[] {
    if (Object.hasOwn(known, attribute)) return [known[attribute] ?? null];
    const [, bare] = /^participant\.(.+)$/i.exec(attribute) ?? [];
    return Object.entries(known)
        .filter(
            ([name]) =>
                bare && /^participant\./i.test(name) && `.${name}`.toLowerCase().endsWith(`.${bare}`.toLowerCase())
        )
        .map(([, one]) => one);
}

/** Whether some value that is told under the rule's attribute stands whole in its field. */
function isSaved(
    known: Readonly<Record<string, Given>>,
    { attribute, field }: MappingRule,
    described: Fields,
    patch: TaskPatch
): boolean {
    const one = Object.values(described).find(({ name }) => isSame(name, field));
    const saved = one && Object.entries(patch).find(([name]) => name === one.name);
    return (
        saved !== undefined &&
        toldOf(known, attribute).some((given) => isWhole(one as FieldDescription, given, saved[1]))
    );
}

const applies = (rule: MappingRule, type: (typeof TYPES)[number]): boolean =>
    rule.active && (rule.interactionTypes === 'all' || rule.interactionTypes.includes(type));

const timeZone = fc.constantFrom('UTC', 'Pacific/Auckland', 'America/St_Johns', 'Nowhere/Atlantis');

it('whatever comes, only writeable fields get values, and only values that they accept', () => {
    fc.assert(
        fc.property(attributes, rules, fields, interactionType, timeZone, (known, mapping, described, type, zone) => {
            const { patch, onlyWhenEmpty } = mapAttributes(known, mapping, described, type, { timeZone: zone });
            for (const [name, saved] of Object.entries(patch)) {
                const field = Object.entries(described).find(([key]) => key === name)?.[1];
                expect(field?.updateable).toBe(true);
                expect(name).not.toBe('OwnerId');
                const asked = mapping.filter(
                    (rule) =>
                        applies(rule, type) && isSame(rule.field, name) && toldOf(known, rule.attribute).length > 0
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
        fc.property(attributes, rules, fields, interactionType, timeZone, (known, mapping, described, type, zone) => {
            const { patch, problems } = mapAttributes(known, mapping, described, type, { timeZone: zone });
            const named = new Set(problems.map((one) => one.rule));
            const untold = mapping
                .filter((rule) => applies(rule, type) && toldOf(known, rule.attribute).length > 0)
                .filter((rule) => !named.has(rule.id) && !isSaved(known, rule, described, patch));
            expect(untold).toEqual([]);
        }),
        { numRuns: 5000 }
    );
});

it('whatever the admin maps, notes and wrap-up are saved whole, named, or have another rule that is', () => {
    const agents = fc.dictionary(fc.constantFrom(...DEFAULT_RULES.map(({ attribute }) => attribute)), value, {
        noNullPrototype: true
    });
    const others = rules.map((all) =>
        all.map((rule, index) => ({
            ...rule,
            ...(index % 2 === 0 ? { field: DEFAULT_RULES[index % 4 === 0 ? 0 : 1]?.field ?? '' } : {}),
            ...(index % 3 === 0 ? { attribute: DEFAULT_RULES[index % 2]?.attribute ?? '' } : {})
        }))
    );
    const described = fieldsOf(
        sampleField('Description', 'TextArea', { length: 20 }),
        sampleField('CallDisposition', 'String', { length: 20 }),
        sampleField('A__c', 'String', { length: 40 })
    );
    fc.assert(
        fc.property(attributes, agents, others, interactionType, (some, typed, mapping, type) => {
            const known = { ...some, ...typed };
            const all = effectiveRules(mapping, DEFAULT_RULES);
            const { patch, problems } = mapAttributes(known, all, described, type);
            const named = new Set(problems.map((one) => one.rule));
            const isTold = (rule: MappingRule): boolean => named.has(rule.id) || isSaved(known, rule, described, patch);
            const lost = all
                .filter((rule) => applies(rule, type) && Object.hasOwn(known, rule.attribute))
                .filter(
                    (rule) => !all.some((one) => one.attribute === rule.attribute && applies(one, type) && isTold(one))
                );
            expect(lost).toEqual([]);
        }),
        { numRuns: 2000 }
    );
});

it('an org that describes nothing gets every attribute of a rule, or it is named', () => {
    fc.assert(
        fc.property(attributes, rules, interactionType, (known, mapping, type) => {
            const { patch, problems } = mapAttributes(known, mapping, undefined, type);
            const named = new Set(problems.map((one) => one.rule));
            const untold = mapping
                .filter((rule) => applies(rule, type) && !named.has(rule.id))
                .filter((rule) => toldOf(known, rule.attribute).length > 0)
                .filter(({ attribute, field }) => {
                    const saved = Object.entries(patch).find(([name]) => isSame(name, field));
                    // Standard fields are the same in every org and are fitted.
                    return (
                        !saved ||
                        (field.endsWith('__c') && !toldOf(known, attribute).some((one) => Object.is(one, saved[1])))
                    );
                });
            expect(untold).toEqual([]);
        }),
        { numRuns: 2000 }
    );
});

it('whatever comes, two rules never fill one field without the admin reading it', () => {
    fc.assert(
        fc.property(attributes, rules, fields, interactionType, (known, mapping, described, type) => {
            const { problems } = mapAttributes(known, mapping, described, type);
            const named = new Set(problems.filter(({ code }) => code !== 'textCut').map((one) => one.rule));
            const saving = mapping.filter(
                (rule) => applies(rule, type) && toldOf(known, rule.attribute).length > 0 && !named.has(rule.id)
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
                const given = toldOf(known, cut.attribute).map((one) =>
                    Buffer.from(String(one), 'utf8').toString('utf8')
                );
                expect(given.some((one) => one.startsWith(saved.slice(0, -1)))).toBe(true);
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

it('whatever comes, a problem has counts and names of the admin’s and the org’s alone: its words are labels', () => {
    fc.assert(
        fc.property(attributes, rules, fields, interactionType, (told, mapping, described, type) => {
            const { problems } = mapAttributes(told, mapping, described, type);
            const ours = [...mapping.map(({ id }) => id), ...NAMES];
            const theirs = Object.values(described).flatMap(({ dataType, referenceTo = [] }) => [
                dataType,
                ...referenceTo
            ]);
            const known = new Set([...ours, ...theirs, 'Contact', 'Lead']);
            const details = problems.flatMap(({ given, allowed }) => [...(given ? [given] : []), allowed]);
            const odd = details.filter(({ kind, ...more }) => {
                const { count = 0, names = [], ...rest } = more as { count?: number; names?: string[] };
                const isNamed = Number.isSafeInteger(count) && names.every((name) => known.has(name));
                return !/^[a-zA-Z]+$/.test(kind) || !isNamed || Object.keys(rest).length > 0;
            });
            expect(odd).toEqual([]);
        }),
        { numRuns: 2000 }
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
