import { executeMutation } from 'lightning/graphql';
import { taskRefused } from '../../../../../test/ports/testTasks.ts';
import { CALL, createTestEngine, describedFields, told } from '../../../../../test/ports/testEngine.ts';

const mutate = jest.mocked(executeMutation);
const OVER = { disconnectedAt: '2026-01-15T09:00:00.000Z', wrappedUp: true };

const refusedFor = (message: string) => (): ReturnType<typeof executeMutation> => Promise.resolve(taskRefused(message));
const failedWith = (cause: unknown) => (): ReturnType<typeof executeMutation> => Promise.reject(cause as Error);

describe.each([
    ['somebody else saves the same record', 'rowLocked', refusedFor('UNABLE_TO_LOCK_ROW: unable to obtain access')],
    ['the org has too much to do', 'busy', failedWith({ status: 429, message: 'Too many requests' })],
    ['the org is at its limit', 'busy', refusedFor('REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded')],
    ['the org is not there', 'offline', failedWith({ status: 503, message: 'Down' })],
    ['the network is gone', 'offline', failedWith(new TypeError('Failed to fetch'))]
] as const)('while %s', (_what, failure, answer) => {
    it('the agent reads so, and the Task is made by itself once that is over', async () => {
        const { clock, open, tasks, onlyTask } = createTestEngine();
        mutate.mockImplementation(answer);
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
        await clock.pass(5_000);
        expect(sync.state(CALL)).toMatchObject({ phase: 'notSaved', failure, pending: true });
        mutate.mockImplementation(tasks.mutate);
        await clock.pass(60_000);
        expect(onlyTask()).toMatchObject({ Queue__c: 'Sales' });
        expect(sync.state(CALL)).toMatchObject({ phase: 'saved', pending: false });
        expect(sync.state(CALL)?.failure).toBeUndefined();
    });

    it('a change of a Task that is there is tried by itself too', async () => {
        const { clock, open, tasks, onlyTask } = createTestEngine();
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        mutate.mockImplementation(answer);
        sync.submit(CALL, told({ Queue__c: 'Support' }, OVER));
        await clock.pass(5_000);
        mutate.mockImplementation(tasks.mutate);
        await clock.pass(60_000);
        expect(onlyTask()).toMatchObject({ Queue__c: 'Support' });
    });
});

it('a Task that the org refuses for good is not asked for again by itself', async () => {
    const { clock, open } = createTestEngine();
    mutate.mockImplementation(refusedFor('FIELD_CUSTOM_VALIDATION_EXCEPTION: Choose a result first'));
    open().submit(CALL, told({ Queue__c: 'Sales' }, OVER));
    await clock.pass(600_000);
    expect(mutate).toHaveBeenCalledTimes(1);
});

it('a rule’s own words about a field are told until a later save has the field', async () => {
    const { clock, open, tasks } = createTestEngine();
    const words = 'FIELD_CUSTOM_VALIDATION_EXCEPTION: Write no dates, please (Description)';
    const rule = { data: {}, errors: [{ message: words, extensions: { fields: ['Description'] } }] };
    mutate.mockImplementation((mutation) =>
        JSON.stringify(mutation).includes('12 May') ? Promise.resolve(rule) : tasks.mutate(mutation)
    );
    const sync = open();
    const said = (notes: string, more: object): Promise<void> => {
        sync.submit(CALL, told({ Queue__c: 'Sales', Description: notes, ...more }));
        return clock.pass(2_000);
    };
    await said('Call on 12 May', {});
    await said('Call on 12 May', { Acd__c: 3 });
    expect(sync.state(CALL)).toMatchObject({ phase: 'saved', unsaved: [{ field: 'Description' }] });
    expect(sync.state(CALL)?.detail).toContain('Write no dates, please');
    await said('Call in May', { Acd__c: 3 });
    expect(sync.state(CALL)).toMatchObject({ unsaved: [] });
    expect(sync.state(CALL)).not.toHaveProperty('detail');
});

it('a value that fits no field, and comes when all others are saved, is on the Task’s list of unsaved fields', async () => {
    const { clock, fields, open, onlyTask, sent } = createTestEngine();
    fields.now = describedFields({ SwitchboardUnsaved__c: 'String' });
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(2_000);
    const notMapped = [{ field: 'Acd__c', code: 'notMapped', reason: 'wrongType' }] as const;
    for (let time = 0; time < 3; time += 1) {
        sync.submit(CALL, told({ Queue__c: 'Sales' }, { notMapped }));
        await clock.pass(2_000);
    }
    expect(onlyTask().SwitchboardUnsaved__c).toContain('Acd__c');
    expect(sent()).toHaveLength(2);
    expect(sync.state(CALL)).toMatchObject({ phase: 'saved', pending: false, notMapped });
});

describe('what could not be mapped', () => {
    const notMapped = [{ field: 'Acd__c', code: 'notMapped', reason: 'wrongType' }] as const;

    it('is on the Task’s list although it came while the rest was being saved', async () => {
        const { clock, fields, open, onlyTask, tasks } = createTestEngine();
        fields.now = describedFields({ SwitchboardUnsaved__c: 'String' });
        jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
            await new Promise<void>((resolve) => clock.after(2_000, resolve));
            return tasks.mutate(mutation);
        });
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        sync.submit(CALL, told({ Queue__c: 'Sales' }, { notMapped }));
        await clock.pass(10_000);
        expect(onlyTask().SwitchboardUnsaved__c).toContain('Acd__c');
        expect(sync.state(CALL)).toMatchObject({ phase: 'saved', pending: false, notMapped });
    });

    it('is not forgotten for a tab that cannot read the mapping yet', async () => {
        const { clock, fields, open, onlyTask } = createTestEngine();
        fields.now = describedFields({ SwitchboardUnsaved__c: 'String' });
        open().submit(CALL, told({ Queue__c: 'Sales' }, { notMapped }));
        open().submit(CALL, told(undefined, { notMapped: [] }));
        await clock.pass(5_000);
        expect(onlyTask().SwitchboardUnsaved__c).toContain('Acd__c');
    });

    it('stays on the Task’s list when a tab that knew the call before brings only notes', async () => {
        const { clock, fields, open, onlyTask } = createTestEngine();
        fields.now = describedFields({ SwitchboardUnsaved__c: 'String' });
        const [first, second] = [open(), open()];
        second.submit(CALL, told(undefined, { kept: true }));
        for (const more of [{}, { notMapped }]) {
            first.submit(CALL, told({ Queue__c: 'Sales' }, { ...OVER, ...more }));
            await clock.pass(5_000);
        }
        second.submit(CALL, told({ Description: 'Wants a quote' }, { kept: true, defaults: {} }));
        await clock.pass(5_000);
        expect(onlyTask()).toMatchObject({ Description: 'Wants a quote' });
        expect(onlyTask().SwitchboardUnsaved__c).toContain('Acd__c');
    });
});
