import { effectiveRules, DEFAULT_RULES, mapAttributes } from 'c/attributeMapping';
import type { MappingRule } from 'c/attributeMapping';
import { ATTRIBUTES, attributesOf } from 'c/interactionAttributes';
import { preview, whyEmpty } from 'c/mappingAdvice';
import type { EmptyReason, MappingPicture } from 'c/mappingAdvice';
import fc from 'fast-check';
import { CALL, READING, field, picture, rule } from '../../../../../test/samples/mappingPicture.ts';

const queue = rule('Call.QueueName', 'Queue__c');
const QUEUE = field('Queue__c', 'String', { label: 'Queue', length: 255 });
const seed = Date.now() & 0xffffff;

describe('an admin who looks at a preview', () => {
    const rowOf = (name: string, rows: ReturnType<typeof preview>): unknown => rows.find((row) => row.field === name);

    it('reads field, value and rule', () => {
        expect(rowOf('Queue__c', preview(CALL, picture([queue], QUEUE), READING))).toEqual({
            field: 'Queue__c',
            fieldLabel: 'Queue',
            attribute: 'Call.QueueName',
            rule: 'Queue__c',
            outcome: 'written',
            value: 'Customer Care',
            onlyWhenEmpty: false
        });
    });

    it('reads that a value is cut, does not fit, is not known, or may not be written', () => {
        const rules = [
            rule('Call.QueueName', 'Short__c'),
            rule('Call.QueueName', 'Number__c', { id: 'N' }),
            rule('Call.RemoteName', 'Other__c'),
            rule('Call.QueueName', 'Closed__c', { id: 'C' })
        ];
        const fields = [
            field('Short__c', 'String', { length: 5 }),
            field('Number__c', 'Double'),
            field('Other__c', 'String'),
            field('Closed__c', 'String', { updateable: false })
        ];
        const rows = preview(CALL, picture(rules, ...fields), READING);
        expect(rowOf('Short__c', rows)).toMatchObject({ outcome: 'cut', value: 'Cust…' });
        expect(rowOf('Number__c', rows)).toMatchObject({ outcome: 'refused', problem: 'valueDoesNotFit' });
        expect(rowOf('Other__c', rows)).toMatchObject({ outcome: 'notKnown' });
        expect(rowOf('Closed__c', rows)).toMatchObject({ outcome: 'refused', problem: 'fieldNotWriteable' });
    });

    it('reads which of two rules has the value', () => {
        const first = rule('Call.RemoteName', 'Queue__c', { id: 'First', order: 1 });
        const third = rule('Call.State', 'Queue__c', { id: 'Third', order: 300 });
        const rows = preview(CALL, picture([first, queue, third], QUEUE), READING);
        expect(rows.filter((row) => row.field === 'Queue__c').map(({ rule: id, outcome }) => [id, outcome])).toEqual([
            ['First', 'notKnown'],
            ['Queue__c', 'written'],
            ['Third', 'otherRule']
        ]);
    });

    it('sees nothing of rules for other interaction types', () => {
        const chats = { ...queue, interactionTypes: ['chat' as const] };
        expect(rowOf('Queue__c', preview(CALL, picture([chats], QUEUE), READING))).toBeUndefined();
    });

    it('reads that a record takes the place of what is then not saved', () => {
        const rows = preview(CALL, picture([rule('Call.QueueName', 'CallDisposition', { id: 'Mine' })]), READING);
        const result = rows.filter((row) => row.field === 'CallDisposition');
        expect(result.map(({ rule: id, outcome }) => [id, outcome])).toEqual([
            ['Mine', 'written'],
            ['default:CallDisposition', 'otherRule']
        ]);
    });

    it('reads what every Task has by itself', () => {
        const rows = preview(CALL, picture([], QUEUE), READING);
        expect(rowOf('CallObject', rows)).toMatchObject({ outcome: 'byItself', value: CALL.id });
        expect(rowOf('CallDisposition', rows)).toMatchObject({ outcome: 'written', rule: 'default:CallDisposition' });
    });

    it('reads what no Task has by itself because they may not set or see it', () => {
        const { fields = {}, ...others } = picture([]);
        const { Type: _hidden, ...seen } = fields;
        const shown = { ...others, fields: { ...seen, Subject: field('Subject', 'ComboBox', { createable: false }) } };
        const rows = preview(CALL, shown, READING);
        expect(rowOf('Subject', rows)).toMatchObject({ outcome: 'refused', problem: 'fieldNotWriteable' });
        expect(rowOf('Type', rows)).toMatchObject({ outcome: 'refused', problem: 'unknownField' });
        expect(rows.filter(({ outcome }) => outcome === 'refused').map(({ value }) => value)).toEqual([
            undefined,
            undefined
        ]);
        expect(rowOf('TaskSubtype', rows)).toMatchObject({ outcome: 'byItself', value: 'Call' });
        expect(rowOf('Type', preview(CALL, { ...shown, fields: undefined }, READING))).toMatchObject({
            outcome: 'byItself'
        });
    });

    it(`never sees a value that would not be written, and misses none (seed ${seed})`, () => {
        const names = ['Queue__c', 'Short__c', 'Number__c', 'Closed__c', 'CallDisposition', 'Missing__c'];
        const fields = [
            QUEUE,
            field('Short__c', 'String', { length: 3 }),
            field('Number__c', 'Double', { precision: 4, scale: 0 }),
            field('Closed__c', 'String', { updateable: false })
        ];
        const anyRule: fc.Arbitrary<Omit<MappingRule, 'id'>> = fc.record({
            attribute: fc.constantFrom('Participant.Plan', 'Call.Nothing', ...ATTRIBUTES.map(({ name }) => name)),
            field: fc.constantFrom(...names, 'queue__C'),
            active: fc.boolean(),
            interactionTypes: fc.constantFrom('all' as const, ['call' as const], ['email' as const]),
            order: fc.integer({ min: 0, max: 5 }),
            overwrite: fc.constantFrom('always' as const, 'onlyWhenEmpty' as const),
            source: fc.constant('record' as const)
        });
        const interactions = fc.constantFrom(CALL, { ...CALL, participantData: { Plan: 'Gold' }, notes: '' });
        fc.assert(
            fc.property(fc.array(anyRule, { maxLength: 8 }), interactions, (drawn, interaction) => {
                const rules = drawn.map((one, index) => ({ ...one, id: `R${index}` }));
                const shown = picture(rules, ...fields);
                const { patch } = mapAttributes(
                    attributesOf(interaction),
                    effectiveRules(rules, DEFAULT_RULES),
                    shown.fields,
                    interaction.type
                );
                const rows = preview(interaction, shown, READING).filter(
                    ({ outcome }) => outcome === 'written' || outcome === 'cut'
                );
                expect(Object.fromEntries(rows.map(({ field: name, value }) => [name, value]))).toEqual(patch);
            }),
            { seed, numRuns: 500 }
        );
    });
});

describe('an admin who asks why a field is empty', () => {
    const why = (rules: readonly MappingRule[], fields = [QUEUE], interaction = CALL): ReturnType<typeof whyEmpty> =>
        whyEmpty('Queue__c', picture(rules, ...fields), interaction, READING);

    it('reads that it is filled where a flow set what the phone does not send', () => {
        const email = { ...CALL, type: 'email' as const, participantData: { 'Email.Subject': 'Order 5' } };
        expect(why([{ ...queue, attribute: 'Email.Subject' }], [QUEUE], email)).toMatchObject({
            reason: 'writes',
            value: 'Order 5'
        });
    });

    it.each([
        ['noRule', []],
        ['switchedOff', [{ ...queue, active: false }]],
        ['otherTypes', [{ ...queue, interactionTypes: ['email' as const] }]],
        ['unknownAttribute', [{ ...queue, attribute: 'Call.Colour' }]],
        ['notOnChannel', [{ ...queue, attribute: 'Email.Subject' }]],
        ['notKnown', [{ ...queue, attribute: 'Call.RemoteName' }]],
        ['notSetAsParticipantData', [{ ...queue, attribute: 'Participant.Plan' }]],
        ['onlyWhenEmpty', [{ ...queue, overwrite: 'onlyWhenEmpty' as const }]],
        ['writes', [queue]]
    ])('reads %s', (reason, rules) => {
        expect(why(rules).reason).toBe(reason);
    });

    it.each([
        ['notSeen', [], 'notSeen'],
        ['mayNotEdit', [{ ...QUEUE, updateable: false }], 'mayNotEdit'],
        ['doesNotFit', [field('Queue__c', 'Double')], 'mayEdit']
    ])('reads %s because of the field', (reason, fields, permission) => {
        expect(why([queue], fields)).toMatchObject({ reason, permission, rule: { id: 'Queue__c' } });
    });

    it('reads that Call Type has no such value', () => {
        const toCallType = [{ ...queue, field: 'CallType' }];
        const shown = picture(toCallType, field('CallType', 'Picklist'));
        expect(whyEmpty('CallType', shown, CALL, READING)).toMatchObject({ reason: 'notInPicklist' });
    });

    it('reads that notes which were deleted clear the field', () => {
        const notes = rule('Salesforce.InteractionLogNotes', 'Queue__c');
        expect(why([notes], [QUEUE], { ...CALL, notes: '' }).reason).toBe('clears');
    });

    it('reads that the rule is in order before an interaction is chosen', () => {
        expect(whyEmpty('Queue__c', picture([queue], QUEUE), undefined, READING)).toMatchObject({
            reason: 'noInteraction',
            permission: 'mayEdit'
        });
    });

    describe('of an interaction that was not connected', () => {
        const missed = { ...CALL, handled: false, connected: false };
        const of = (settings: MappingPicture['settings'], interaction = missed): EmptyReason =>
            whyEmpty('Queue__c', { ...picture([queue], QUEUE), ...(settings && { settings }) }, interaction, READING)
                .reason;

        it('reads that it has no Task, though there is a value', () => {
            expect(of({ mode: 'own', logMissed: false })).toBe('neverConnected');
        });

        it('reads that it has none where the phone writes the Tasks', () => {
            expect(of({ mode: 'phone', logMissed: true })).toBe('neverConnected');
        });

        it('reads that the field is filled where the settings give it a Task', () => {
            expect(of({ mode: 'own', logMissed: true })).toBe('writes');
        });

        it('is told nothing of a Task where the settings cannot be read', () => {
            expect(of(undefined)).toBe('writes');
        });

        it('reads that it has none yet while it rings', () => {
            expect(of({ mode: 'own', logMissed: true }, { ...missed, disconnected: false })).toBe('notConnectedYet');
        });

        it('reads what is wrong with the rule first', () => {
            const shown = { ...picture([queue]), settings: { mode: 'own', logMissed: false } as const };
            expect(whyEmpty('Queue__c', shown, missed, READING).reason).toBe('notSeen');
        });
    });

    it('reads that a field fills by itself, also one that can be set on a new Task only', () => {
        expect(whyEmpty('Subject', picture([]), CALL, READING)).toMatchObject({ reason: 'byItself' });
        expect(whyEmpty('TaskSubtype', picture([]), CALL, READING)).toMatchObject({ reason: 'byItself' });
    });

    it.each([
        ['are for other interaction types', { interactionTypes: ['email' as const] }],
        ['are switched off', { active: false }]
    ])('reads that a field fills by itself whose rules %s', (_what, more) => {
        const shown = picture([rule('Call.QueueName', 'Subject', more)]);
        const answer = whyEmpty('Subject', shown, CALL, READING);
        expect(answer).toMatchObject({ reason: 'byItself', value: expect.stringMatching(/^Call /) as unknown });
        expect(answer.rule).toBeUndefined();
        expect(preview(CALL, shown, READING).find((row) => row.field === 'Subject')).toMatchObject({
            outcome: 'byItself',
            value: answer.value
        });
    });

    it('reads which name to correct also where the field fills by itself meanwhile', () => {
        const shown = picture([rule('Call.Colour', 'Subject')]);
        expect(whyEmpty('Subject', shown, CALL, READING)).toMatchObject({
            reason: 'unknownAttribute',
            rule: { attribute: 'Call.Colour' }
        });
    });

    it('reads which access keeps a field empty that would fill by itself', () => {
        const { fields = {}, ...others } = picture([]);
        const { Type: _hidden, ...seen } = fields;
        const closed = field('Subject', 'ComboBox', { createable: false, updateable: false });
        const shown = { ...others, fields: { ...seen, Subject: closed } };
        expect(whyEmpty('Subject', shown, CALL, READING)).toMatchObject({ reason: 'mayNotEdit' });
        expect(whyEmpty('Type', shown, undefined, READING)).toMatchObject({ reason: 'notSeen', permission: 'notSeen' });
        expect(whyEmpty('Type', { ...shown, fields: undefined }, CALL, READING)).toMatchObject({ reason: 'byItself' });
    });

    it('reads the value that the interaction has', () => {
        expect(why([queue]).value).toBe('Customer Care');
    });

    it('is told so where the org does not describe Task', () => {
        const blind = { rules: [queue], unusable: [], fields: undefined };
        expect(whyEmpty('Queue__c', blind, CALL, READING)).toMatchObject({
            permission: 'notDescribed',
            reason: 'writes'
        });
    });
});
