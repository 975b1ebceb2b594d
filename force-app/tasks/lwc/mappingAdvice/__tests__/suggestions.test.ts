import { ATTRIBUTES } from 'c/interactionAttributes';
import { suggestions } from 'c/mappingAdvice';
import { likeness } from '../suggestions.ts';
import { field, picture, rule } from '../../../../../test/samples/mappingPicture.ts';

describe('an admin who looks for what is not mapped yet', () => {
    const QUEUE = field('Support_Queue__c', 'String', { label: 'Support Queue', length: 100 });
    const SECONDS = field('IVR_Seconds__c', 'Double', { label: 'IVR Seconds', precision: 8, scale: 0 });

    it('sees the attributes that arrive first, and none that never arrives', () => {
        const { attributes } = suggestions(picture([]));
        const kinds = attributes.map(({ availability }) => availability);
        const order = ['carried', 'derived', 'participantData'];
        expect(kinds).toEqual([...kinds].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
        const never = ATTRIBUTES.filter(({ availability }) => availability === 'notOnThisChannel');
        expect(attributes.filter(({ attribute }) => never.some(({ name }) => name === attribute))).toEqual([]);
    });

    it('sees no attribute that a rule uses, built in or not, but one whose rule is switched off', () => {
        const rules = [rule('Call.QueueName', 'A__c'), rule('Call.Ani', 'B__c', { active: false })];
        const names = suggestions(picture(rules)).attributes.map(({ attribute }) => attribute);
        expect(names).not.toContain('Call.QueueName');
        expect(names).not.toContain('Salesforce.WrapUpCode');
        expect(names).toContain('Call.Ani');
    });

    it('is offered the field whose name says so', () => {
        const { attributes } = suggestions(picture([], QUEUE, SECONDS));
        const fits = Object.fromEntries(attributes.map((one) => [one.attribute, one.fields.map((fit) => fit.field)]));
        expect(fits['Call.QueueName']).toEqual(['Support_Queue__c']);
        expect(fits['Interaction.TotalIvrTime']).toEqual(['IVR_Seconds__c']);
    });

    it('is offered no field that could never take the value', () => {
        const { attributes } = suggestions(picture([], field('Connected_Time__c', 'Boolean')));
        expect(attributes.find(({ attribute }) => attribute === 'Salesforce.ConnectedTime')?.fields).toEqual([]);
    });

    it('sees the custom fields that nothing fills and that they may edit', () => {
        const fields = [
            QUEUE,
            SECONDS,
            field('Locked__c', 'String', { updateable: false }),
            field('SwitchboardKey__c', 'String')
        ];
        const { fields: free } = suggestions(picture([rule('Call.QueueName', 'support_queue__C')], ...fields));
        expect(free).toEqual([
            { field: 'IVR_Seconds__c', fieldLabel: 'IVR Seconds', attributes: ['Interaction.TotalIvrTime'] }
        ]);
    });

    it('is offered for a field what fills another one already, after what fills none', () => {
        const called = field('Called_Number__c', 'Phone', { label: 'Called Number' });
        const { fields } = suggestions(picture([rule('Call.CalledNumber', 'A__c')], QUEUE, called));
        expect(fields.find((one) => one.field === 'Called_Number__c')?.attributes[0]).toBe('Call.CalledNumber');
        const second = suggestions(picture([rule('Call.QueueName', 'A__c')], QUEUE));
        expect(second.fields[0]?.attributes).toContain('Call.QueueName');
    });

    it('is offered nothing by words that stand in every name', () => {
        expect(likeness('Call.QueueName', { name: 'Call_Name__c', label: 'Call Name' })).toBe(0);
    });
});
