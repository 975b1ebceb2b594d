import { asCallRecords, OPEN_CALL_FIELDS } from 'c/attributeMapping';
import { adviseRules, fieldSources, newRuleFindings, preview, suggestions, whyEmpty } from 'c/mappingAdvice';
import type { MappingPicture } from 'c/mappingAdvice';
import { CALL, READING, field, rule } from '../../../../../test/samples/mappingPicture.ts';

const FIELDS = [
    field('Queue__c', 'String', { label: 'Queue', length: 255 }),
    field('Free_Wrap_Up_Code__c', 'String', { length: 255 }),
    field('Description', 'TextArea', { length: 32_000 }),
    field('CallResolution', 'String', { length: 255 }),
    field('CallType', 'Picklist'),
    field('ActivityId', 'Reference')
];
const QUEUE = rule('Call.QueueName', 'Queue__c');
const CLOSED = rule('Call.State', 'CallType');
const OF_TASK = rule('Call.RemoteName', 'Subject');
const ONLY_TASK = rule('Call.RemoteName', 'Description', { id: 'Mine', target: 'Task', active: false });

function picture(...rules: MappingPicture['rules']): MappingPicture {
    const fields = asCallRecords(Object.fromEntries(FIELDS.map((one) => [one.name, one])));
    return { rules, unusable: [], target: 'VoiceCall', fields, settings: { mode: 'own', logMissed: true } };
}

describe('an admin whose calls are saved on Voice Call', () => {
    it('reads of each rule whether its field takes anything, and of the built-in one for the notes', () => {
        const advice = adviseRules(picture(QUEUE, CLOSED, OF_TASK));
        expect(advice.map(({ findings, id }) => [id, findings.map(({ code }) => code)])).toEqual([
            ['Queue__c', ['works']],
            ['CallType', ['closedField']],
            ['Subject', ['unknownField']],
            ['default:Description', ['works']]
        ]);
        expect(newRuleFindings(CLOSED, picture())).toMatchObject([{ words: [{ names: OPEN_CALL_FIELDS }] }]);
    });

    it('reads of a rule for Task alone so, and nothing that it would do or lack on Voice Call', () => {
        const advice = adviseRules({ ...picture(QUEUE), others: [ONLY_TASK] });
        expect(
            advice.map(({ field: name, findings, level }) => [name, level, findings.map(({ code }) => code)])
        ).toEqual([
            ['Queue__c', 'good', ['works']],
            ['Description', 'good', ['works']],
            ['Task.Description', 'note', ['onlyTask']]
        ]);
        const lacking = rule('Call.RemoteName', 'Subject', { target: 'Task' });
        expect(newRuleFindings(lacking, picture()).map(({ code, level }) => [level, code])).toEqual([
            ['note', 'onlyTask']
        ]);
        expect(newRuleFindings({ ...lacking, target: 'VoiceCall' }, picture())[0]?.code).toBe('unknownField');
    });

    it('sees nothing that only a new Task has by itself', () => {
        const rows = preview({ ...CALL, notes: 'Hello' }, picture(QUEUE), READING);
        expect(rows.map(({ field: name, outcome }) => [name, outcome])).toEqual([
            ['Description', 'written'],
            ['Queue__c', 'written']
        ]);
        expect(fieldSources(picture(QUEUE)).map(({ field: name }) => name)).toEqual(['Description', 'Queue__c']);
    });

    it.each([
        ['CallType', 'closed'],
        ['Subject', 'notSeen'],
        ['Queue__c', 'writes'],
        ['CallResolution', 'noRule']
    ])('reads why %s is empty: %s', (name, reason) => {
        expect(whyEmpty(name, picture(QUEUE, CLOSED, OF_TASK), CALL, READING).reason).toBe(reason);
    });

    it('reads that nothing is written of a missed call, whatever is set', () => {
        const missed = { ...CALL, handled: false, connected: false };
        expect(whyEmpty('Queue__c', picture(QUEUE), missed, READING).reason).toBe('neverConnected');
    });

    it('is offered custom fields of Voice Call alone', () => {
        expect(suggestions(picture(QUEUE)).fields.map(({ field: name }) => name)).toEqual(['Free_Wrap_Up_Code__c']);
        const wrapUp = suggestions(picture(QUEUE)).attributes.find(
            ({ attribute }) => attribute === 'Salesforce.WrapUpCode'
        );
        expect(wrapUp?.fields[0]?.field).toBe('Free_Wrap_Up_Code__c');
    });
});
