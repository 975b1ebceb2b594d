import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onBothDatabases } from './databasesForTests.ts';
import { setWorkItem, workItemOf } from './workItems.ts';

onBothDatabases((database) => {
    it('a conversation has the work item that was named last, and no other conversation has it', async () => {
        assert.equal(await workItemOf(database(), 'one'), undefined);
        await setWorkItem(database(), 'one', '0MwRM0000000AbC');
        await setWorkItem(database(), 'two', '0MwRM0000000AbD');
        await setWorkItem(database(), 'one', '0MwRM0000000AbE');
        assert.equal(await workItemOf(database(), 'one'), '0MwRM0000000AbE');
        assert.equal(await workItemOf(database(), 'two'), '0MwRM0000000AbD');
    });

    it('a work item that is named again and again is written once', async () => {
        await setWorkItem(database(), 'one', '0MwRM0000000AbC');
        const [before] = await database().query('select changed_at from bridge_work_items');
        await setWorkItem(database(), 'one', '0MwRM0000000AbC');
        assert.deepEqual((await database().query('select changed_at from bridge_work_items'))[0], before);
    });
});
