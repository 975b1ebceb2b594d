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

describe('a phone that writes no Tasks, where the settings leave them to the phone', () => {
    const NO_WRITER = { writesTasks: false };

    it('the Task is written as if the settings said own, and the admin reads why', async () => {
        const { answers, clock, open, rows } = testBrowser();
        answers.settings = { DeveloperName: 'Default', Write_Mode__c: 'phone' };
        const { desk, phone } = open(undefined, NO_WRITER);
        phone.describe('c1', TALKING);
        await clock.pass(2_000);
        expect(rows.map(({ CallObject }) => CallObject)).toEqual(['c1']);
        expect(desk.view()).toMatchObject({ savedThrough: 'graphql', leftByPhone: true });
        expect(desk.view().interactions[0]?.save).toMatchObject({ phase: 'saved' });
        expect(desk.view().setupProblem).toBeUndefined();
    });

    it('nothing is said where the settings leave nothing to the phone', async () => {
        const { clock, open } = testBrowser();
        const { desk } = open(undefined, NO_WRITER);
        await clock.settle();
        expect(desk.view().leftByPhone).toBeUndefined();
    });

    it('and nothing where the phone writes them', async () => {
        const { answers, clock, open } = testBrowser();
        answers.settings = { DeveloperName: 'Default', Write_Mode__c: 'phone' };
        const { desk } = open();
        await clock.settle();
        expect(desk.view().leftByPhone).toBeUndefined();
    });

    it('settings that may not be read are no settings, whatever the phone', async () => {
        const { answers, clock, open } = testBrowser();
        answers.settings = 'noAccess';
        const { desk } = open(undefined, NO_WRITER);
        await clock.settle();
        expect(desk.view().setupProblem).toBe('noAccessToSettings');
        expect(desk.view().leftByPhone).toBeUndefined();
    });
});
