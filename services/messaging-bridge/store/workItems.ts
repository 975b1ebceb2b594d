import type { Statements } from './database.ts';

/**
 * Keeps the work item that an answer of POST /interactions named last for a conversation of Salesforce, instead of the
 * one before: a session that has ended is followed by another one with a work item of its own. 15 characters or 18.
 */
export async function setWorkItem(statements: Statements, conversation: string, workItemId: string): Promise<void> {
    await statements.query(
        `insert into bridge_work_items (conversation, work_item_id) values ($1, $2)
         on conflict (conversation) do update set
             work_item_id = excluded.work_item_id, changed_at = clock_timestamp()
         where bridge_work_items.work_item_id <> excluded.work_item_id`,
        [conversation, workItemId]
    );
}

/** What routing is about in a conversation; undefined where no answer has named it. */
export async function workItemOf(statements: Statements, conversation: string): Promise<string | undefined> {
    const [row] = await statements.query<{ work_item_id: string }>(
        'select work_item_id from bridge_work_items where conversation = $1',
        [conversation]
    );
    return row?.work_item_id;
}
