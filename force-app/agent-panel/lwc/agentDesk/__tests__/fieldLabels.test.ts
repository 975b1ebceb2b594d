import { fieldLabelsOf } from '../fieldLabels.ts';

describe('the words for Task fields', () => {
    it("the agent reads the org's own label of a field", () => {
        const field = { name: 'Queue__c', label: 'Queue', dataType: 'String', createable: true, updateable: true };
        expect(fieldLabelsOf({ Queue__c: field })).toEqual({ Queue__c: 'Queue' });
    });

    it('an org that does not describe Task gives no labels', () => {
        expect(fieldLabelsOf(undefined)).toEqual({});
    });
});
