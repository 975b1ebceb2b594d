import { executeMutation } from 'lightning/graphql';
import { CALL, createTestEngine, describedFields, told } from '../../../../../test/ports/testEngine.ts';
import type { TestEngine } from '../../../../../test/ports/testEngine.ts';
import { taskInput, taskRefused } from '../../../../../test/ports/testTasks.ts';

const UNLISTED =
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Result: bad value for restricted picklist field: [Result__c]';

/** An org whose picklist Result__c has no value `Maybe`. No API tells a page that it is restricted. */
function orgWithRestrictedResult(): TestEngine {
    const engine = createTestEngine();
    engine.fields.now = describedFields({ Result__c: 'Picklist' });
    jest.mocked(executeMutation).mockImplementation((mutation) =>
        taskInput(mutation).Task.Result__c === 'Maybe'
            ? Promise.resolve(taskRefused(UNLISTED))
            : engine.tasks.mutate(mutation)
    );
    return engine;
}

it('a value that a restricted picklist lacks is asked for once in a call, named, and costs no other field', async () => {
    const { clock, open, onlyTask, sent } = orgWithRestrictedResult();
    const sync = open();
    for (const queue of ['Sales', 'Support', 'Returns']) {
        sync.submit(CALL, told({ Queue__c: queue, Result__c: 'Maybe' }));
        await clock.pass(15_000);
    }
    expect(onlyTask()).toMatchObject({ Queue__c: 'Returns' });
    expect(sent().filter(({ Result__c }) => Result__c === 'Maybe')).toHaveLength(1);
    expect(sync.state(CALL)?.unsaved).toEqual([
        { field: 'Result__c', code: 'refused', reason: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' }
    ]);
});

it('the next value is written: it may be one that the list has', async () => {
    const { clock, open, onlyTask } = orgWithRestrictedResult();
    const sync = open();
    for (const result of ['Maybe', 'Sale']) {
        sync.submit(CALL, told({ Queue__c: 'Sales', Result__c: result }));
        await clock.pass(15_000);
    }
    expect(onlyTask()).toMatchObject({ Queue__c: 'Sales', Result__c: 'Sale' });
    expect(sync.state(CALL)?.unsaved).toEqual([]);
});

it('a value that was refused stays named to the agent although the browser’s data were cleared and another tab saved since', async () => {
    const { clock, open, storage } = orgWithRestrictedResult();
    const [first, second] = [open(), open()];
    first.submit(CALL, told({ Queue__c: 'Sales', Result__c: 'Maybe' }));
    await clock.pass(15_000);
    await clock.pass(1);
    storage.entries.clear();
    second.submit(CALL, told({ Queue__c: 'Support' }));
    await clock.pass(15_000);
    first.submit(CALL, told({ Description: 'Wants a quote' }, { urgency: 'detail' }));
    expect(first.state(CALL)?.unsaved).toMatchObject([{ field: 'Result__c', code: 'refused' }]);
});
