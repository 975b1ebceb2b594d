import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changesIn, editableFields } from './editableFields.ts';

const LABELS = new Map([
    ['Subject', 'Subject'],
    ['CallDurationInSeconds', 'Call Duration'],
    ['Queue__c', 'Queue'],
    ['Seconds__c', 'Seconds']
]);
const TASK = {
    Id: '00T000000000001AAA',
    Subject: 'Call',
    CallDurationInSeconds: 12,
    Queue__c: null,
    Seconds__c: 3.5,
    Flag__c: true,
    Hidden__c: 'secret'
};
const FIELDS = editableFields(TASK, LABELS);
const changed = (...typed: [string, string][]): unknown => changesIn(FIELDS, new Map(typed));

describe('a person who edits a Task', () => {
    test('is offered its own fields that they may see', () => {
        const names = FIELDS.map(({ name }) => name);
        assert.ok(names.includes('Queue__c') && names.includes('Subject'));
        assert.equal(names.includes('Hidden__c'), false);
    });

    test('saves only what they changed', () => {
        assert.deepEqual(changed(['Subject', 'Call'], ['Queue__c', 'Claims']), { Queue__c: 'Claims' });
    });

    test('clears a field by emptying it', () => {
        assert.deepEqual(changed(['Subject', '']), { Subject: null });
    });

    test('saves a number as a number', () => {
        assert.deepEqual(changed(['CallDurationInSeconds', '15'], ['Seconds__c', '4.5']), {
            CallDurationInSeconds: 15,
            Seconds__c: 4.5
        });
    });

    test('is told by the org, not by the form, that a text is no number', () => {
        assert.deepEqual(changed(['CallDurationInSeconds', 'long']), { CallDurationInSeconds: 'long' });
    });
});
