import type { FieldValue } from 'c/attributeMapping';
import { rowsOf } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import type { TaskKey } from 'c/taskSync';
import { tasksOfConversation } from './taskQueries.ts';

/** A Task as the org has it now. */
export interface FoundTask {
    readonly taskId: string;
    readonly values: Readonly<Record<string, FieldValue>>;
}

/** The phone may log a moment before we hear of the connection, and clocks differ. */
const BEFORE_CONNECTED_MS = 30_000;

export interface LookUp {
    /** Fields whose present values are wanted. */
    readonly fields: readonly string[];
    /** True where the org keeps the key of a Task. */
    readonly withKey: boolean;
    /** Ids of Tasks that belong to other handlings. */
    readonly taken: readonly string[];
}

/**
 * The Task of this handling: by key where the org keeps it; else the agent's first Task of the conversation made since
 * the connection, so that an earlier handling of the same conversation (A -> B -> A) keeps its own.
 */
export async function findTask(
    reader: OrgReader,
    key: TaskKey,
    { fields, withKey, taken }: LookUp
): Promise<FoundTask | undefined> {
    const variables = {
        conversation: key.conversationId,
        user: key.userId,
        ...(withKey ? { key: key.id } : {})
    };
    const data = await reader.query(tasksOfConversation(fields, withKey), variables);
    const rows = rowsOf(data, 'Task').flatMap(({ Id, ...values }) =>
        typeof Id === 'string' ? [{ taskId: Id, values: values as Readonly<Record<string, FieldValue>> }] : []
    );
    const byKey = rows.find((row) => row.values.SwitchboardKey__c === key.id);
    if (byKey !== undefined) {
        return byKey;
    }
    const connected = Date.parse(key.connectedTime);
    const free = rows
        .filter((row) => !taken.includes(row.taskId))
        .filter((row) => row.values.SwitchboardKey__c === undefined || row.values.SwitchboardKey__c === null)
        .map((row) => ({ row, created: Date.parse(String(row.values.CreatedDate)) }))
        .filter(({ created }) => created >= connected - BEFORE_CONNECTED_MS);
    // Salesforce keeps whole seconds.
    const since = free.find(({ created }) => created >= connected - 1_000);
    return (since ?? free.at(-1))?.row;
}
