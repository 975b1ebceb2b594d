import type { Answers } from '../answers.ts';
import { orgProfile, redacted, supportText } from '../handOut.ts';

const AT = '2026-11-21T08:00:00.000Z';
const ANSWERS: Answers = {
    mapping: { outcome: 'works', meaning: 'fine' },
    key: { outcome: 'works', meaning: 'there', profile: { 'unique-key': 'accepted' } },
    recordApi: { outcome: 'fact', meaning: 'takes it', profile: { 'task-ui-api': 'works' } },
    lookUp: 'asking',
    recordWrite: {
        outcome: 'fact',
        meaning: 'does not take it',
        said: 'INVALID_TYPE on 00T000000000001AAA of ada@example.com',
        profile: { 'task-ui-api': 'refused' }
    },
    remove: { outcome: 'refused', meaning: 'left', leftTaskIds: ['00T000000000001AAA'] }
};

describe('copy for support', () => {
    it('support reads each answered question with the words of the org', () => {
        expect(JSON.parse(supportText(ANSWERS, AT))).toMatchObject({
            askedAt: AT,
            answers: [
                { question: 'mapping', outcome: 'works' },
                { question: 'recordApi', outcome: 'fact' },
                { question: 'key', outcome: 'works' },
                { question: 'recordWrite', outcome: 'fact', said: 'INVALID_TYPE on … of …' },
                { question: 'remove', outcome: 'refused', testTasksLeft: 1 }
            ]
        });
    });

    it('support gets no id of a record and no address', () => {
        const text = supportText(ANSWERS, AT);
        expect(text).not.toContain('00T000000000001AAA');
        expect(text).not.toContain('example.com');
    });

    it.each([
        ['id of 15 characters', 'on 00T000000000001 now', 'on … now'],
        ['id of 18 characters', 'on 00T000000000001AAA', 'on …'],
        ['address', 'by <ada.agent@example.com>', 'by …'],
        ['error code', 'FIELD_CUSTOM_VALIDATION_EXCEPTION: no', 'FIELD_CUSTOM_VALIDATION_EXCEPTION: no'],
        ['name of a field', "field 'SwitchboardUnsaved__c'", "field 'SwitchboardUnsaved__c'"],
        ['long word', 'internationalisation', 'internationalisation']
    ])('an %s is left out or kept as it should be', (_what, said, expected) => {
        expect(redacted(said)).toBe(expected);
    });
});

describe('export as org profile', () => {
    it('a developer gets what was proven, with the day, under the names of the profiles', () => {
        expect(JSON.parse(orgProfile(ANSWERS, AT))).toEqual([
            {
                id: 'task-ui-api',
                question: 'Changing a Task through the record API',
                evidence: 'proven',
                date: '2026-11-21',
                answer: 'refused'
            },
            {
                id: 'unique-key',
                question: 'The field for the key of a Task',
                evidence: 'proven',
                date: '2026-11-21',
                answer: 'accepted'
            }
        ]);
    });

    it('what was not asked is not in it', () => {
        expect(JSON.parse(orgProfile({}, AT))).toEqual([]);
    });
});
