import { executeMutation } from 'lightning/graphql';
import { recordApi, recordApiRefusesTasks } from '../../../../../test/ports/recordApi.ts';
import { testBrowser } from './openDesk.ts';
import { TALKING } from './testCalls.ts';

describe('the admin reads by which way Tasks are saved', () => {
    it('nothing is claimed before the org took a Task', () => {
        expect(testBrowser().open().desk.view().savedThrough).toBeUndefined();
    });

    it('GraphQL, where the org takes Tasks so', async () => {
        const { clock, open } = testBrowser();
        const { desk, phone } = open();
        phone.describe('c1', TALKING);
        await clock.pass(2_000);
        expect(desk.view().savedThrough).toBe('graphql');
    });

    it('the record API, where GraphQL refuses Tasks', async () => {
        const { clock, open } = testBrowser();
        jest.mocked(executeMutation).mockResolvedValue({
            errors: [{ message: "Validation error: Unknown type 'TaskCreateInput'" }]
        });
        recordApiRefusesTasks();
        recordApi.create.mockResolvedValue({ id: '00T1', apiName: 'Task', fields: {} });
        const { desk, phone } = open();
        phone.describe('c1', TALKING);
        await clock.pass(2_000);
        expect(desk.view()).toMatchObject({ savedThrough: 'recordApi' });
        expect(desk.view().setupProblem).toBeUndefined();
    });

    it('the phone, where the admin lets it write', async () => {
        const { answers, clock, open } = testBrowser();
        answers.settings = { DeveloperName: 'Default', Write_Mode__c: 'phone' };
        const { desk } = open();
        await clock.settle();
        expect(desk.view().savedThrough).toBe('phone');
    });
});
