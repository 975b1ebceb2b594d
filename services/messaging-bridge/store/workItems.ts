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

/**
 * Deletes those that were named longer ago, `most` of them at a time: not of a conversation that is linked, in which a rep
 * is, or of which a routing is kept.
 */
export async function forgetWorkItems(
    statements: Statements,
    olderMs: number,
    most: number
): Promise<{ conversation: string }[]> {
    return statements.query(
        `delete from bridge_work_items where conversation in (
             select conversation from bridge_work_items items
             where changed_at < statement_timestamp() - $1 * interval '1 millisecond'
                 and not exists (select from bridge_links links where links.conversation = items.conversation)
                 and not exists (select from bridge_reps_there there where there.conversation = items.conversation)
                 and not exists (select from bridge_entries where lane = 'routing:' || items.conversation)
             limit $2 for update of items skip locked
         ) returning conversation`,
        [olderMs, most]
    );
}
