import fc from 'fast-check';
import { DEFAULT_RULES, effectiveRules, explainFields, mapAttributes } from '../attributeMapping.ts';
import type { MappingRule } from '../attributeMapping.ts';

const ATTRIBUTES = ['Call.QueueName', 'Call.State', 'Participant.One', 'Call.Colour', 'Salesforce.InteractionLogNotes'];
const TYPES = ['call', 'email'] as const;
const records: fc.Arbitrary<MappingRule[]> = fc
    .array(
        fc.record({
            attribute: fc.constantFrom(...ATTRIBUTES),
            field: fc.constantFrom('Queue__c', 'queue__C', 'Description', 'CallDisposition'),
            active: fc.boolean(),
            interactionTypes: fc.oneof(fc.constant('all' as const), fc.subarray([...TYPES])),
            order: fc.integer({ min: 0, max: 2 }),
            overwrite: fc.constant('always' as const),
            source: fc.constant('record' as const)
        }),
        { maxLength: 8 }
    )
    .map((all) => all.map((rule, index) => ({ ...rule, id: `Rule_${index}` })));
const known = fc.uniqueArray(fc.constantFrom(...ATTRIBUTES, 'Salesforce.WrapUpCode'));

it('whatever the rules, the value comes from the first explained rule whose attribute is known', () => {
    fc.assert(
        fc.property(records, known, fc.constantFrom(...TYPES), (mapping, names, type) => {
            const attributes = Object.fromEntries(names.map((name) => [name, name]));
            const { patch } = mapAttributes(attributes, effectiveRules(mapping, DEFAULT_RULES), undefined, type);
            const explained = explainFields(mapping, DEFAULT_RULES).filter(
                (one) => one.interactionType === type && one.origin !== 'defaultField'
            );
            const expected = explained.flatMap(({ field, rules }) => {
                const used = rules.find(
                    ({ rule, stands }) =>
                        ['inForce', 'standsIn', 'replaced'].includes(stands) && names.includes(rule.attribute)
                );
                return used ? [[field.toLowerCase(), used.rule.attribute]] : [];
            });
            const saved = Object.entries(patch).map(([field, value]) => [field.toLowerCase(), value]);
            expect(Object.fromEntries(saved)).toEqual(Object.fromEntries(expected));
        }),
        { numRuns: 2000 }
    );
});

it('whatever the rules, the one in force is the strongest that gives a value', () => {
    fc.assert(
        fc.property(records, (mapping) => {
            for (const { inForce, rules } of explainFields(mapping, DEFAULT_RULES)) {
                const giving = rules.filter(({ stands }) => stands !== 'switchedOff' && stands !== 'unknownAttribute');
                expect(inForce).toBe(giving[0]?.rule);
                expect(giving.filter(({ stands }) => stands === 'inForce')).toHaveLength(inForce ? 1 : 0);
            }
        })
    );
});
