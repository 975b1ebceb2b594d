import type { FieldDescriptions, FieldValue } from 'c/attributeMapping';
import { ReadError, rowsOf } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import type { Neighbours, TaskKey } from 'c/taskSync';
import { LINKS } from './linkedRecords.ts';
import { KEY_FIELD, saveErrorOf } from './taskFaults.ts';
import { tasksOfHandling } from './taskQueries.ts';
import { UNSAVED_FIELD } from './unsavedList.ts';

/** A Task as the org has it now. */
export interface FoundTask {
    readonly taskId: string;
    readonly values: Readonly<Record<string, FieldValue>>;
}

/** The Tasks of one handling, as far as the org tells. */
export interface Found {
    readonly task: FoundTask | undefined;
    /** Others that nobody else owns, oldest first. */
    readonly doubles: readonly FoundTask[];
    /** The Task that was asked for by its id carries the key of another handling. */
    readonly isAnothers: boolean;
}

export interface LookUp {
    /** Fields whose present values are wanted. */
    readonly fields: readonly string[];
    /** True where the org keeps the key of a Task. */
    readonly withKey: boolean;
    readonly taskId?: string | undefined;
    readonly neighbours?: Neighbours | undefined;
}

/** The phone may log a moment before we hear of the connection, and clocks differ. */
const BEFORE_CONNECTED_MS = 30_000;

/** A Task that the phone logs so long after the end is still of this handling. */
const AFTER_END_MS = 15 * 60_000;

export interface TaskLookUp {
    /** Rejects with SaveError. `task` is the one that is ours by key, by id, or the first made since the connection. */
    find(key: TaskKey, lookUp: LookUp): Promise<Found>;
}

/** One look at the Tasks of a handling, by conversation or not. Rejects with ReadError. */
export async function tasksFound(
    reader: OrgReader,
    key: Omit<TaskKey, 'connectedTime'>,
    { fields, withKey, taskId }: LookUp,
    conversation: boolean
): Promise<FoundTask[]> {
    const by = { conversation, key: withKey, id: taskId !== undefined };
    const data = await reader.query(tasksOfHandling(fields, by), {
        ...(conversation ? { conversation: key.conversationId, user: key.userId } : {}),
        ...(withKey ? { key: key.id } : {}),
        ...(taskId === undefined ? {} : { task: taskId })
    });
    return rowsOf(data, 'Task').flatMap(({ Id, ...values }) =>
        typeof Id === 'string' ? [{ taskId: Id, values: values as Readonly<Record<string, FieldValue>> }] : []
    );
}

/** Asks the org which Tasks a handling has; by key alone where an org cannot be asked by conversation. */
export function createTaskLookUp(reader: OrgReader): TaskLookUp {
    let asksByConversation = true;

    async function rows(key: TaskKey, lookUp: LookUp): Promise<FoundTask[]> {
        if (!asksByConversation && lookUp.withKey) {
            return tasksFound(reader, key, lookUp, false);
        }
        try {
            return await tasksFound(reader, key, lookUp, true);
        } catch (error) {
            if (!(error instanceof ReadError) || error.failure !== 'refused' || !lookUp.withKey) {
                throw error;
            }
            const byKey = await tasksFound(reader, key, lookUp, false);
            asksByConversation = false;
            return byKey;
        }
    }

    return {
        async find(key, lookUp): Promise<Found> {
            try {
                return choose(key, await rows(key, lookUp), lookUp);
            } catch (error) {
                throw saveErrorOf(error);
            }
        }
    };
}

/**
 * An earlier or later handling of the same conversation (A -> B -> A) keeps its own Task: one with another key, one that
 * this user's pages gave to another handling, one made before the connection or after the next one is never taken.
 */
function choose(key: TaskKey, rows: readonly FoundTask[], { taskId, neighbours }: LookUp): Found {
    const connected = Date.parse(key.connectedTime);
    // Salesforce keeps whole seconds: a Task of the second in which the next handling connected is that one's.
    const next = neighbours?.before === undefined ? Infinity : wholeSecond(Date.parse(neighbours.before));
    const awaited = neighbours?.awaitedSince === undefined ? Infinity : Date.parse(neighbours.awaitedSince);
    // This browser's clock may be slow; the end is never before the connection.
    const ended = neighbours?.endedAt === undefined ? Infinity : Math.max(connected, Date.parse(neighbours.endedAt));
    const keyOf = (row: FoundTask): FieldValue => row.values[KEY_FIELD] ?? null;
    const isKnown = (row: FoundTask): boolean =>
        taskId !== undefined && row.taskId.slice(0, 15) === taskId.slice(0, 15);
    const open = rows.filter((row) => keyOf(row) === null || keyOf(row) === key.id);
    const free = open
        .filter((row) => keyOf(row) === null && neighbours?.taken.includes(row.taskId) !== true)
        .map((row) => ({ row, created: Date.parse(String(row.values.CreatedDate)) }))
        .filter(({ created }) => created >= connected - BEFORE_CONNECTED_MS && created < next);
    const since = free.find(({ created }) => created >= connected - 1_000) ?? free.at(-1);
    const task = open.find((row) => keyOf(row) === key.id) ?? open.find(isKnown) ?? since?.row;
    const doubles = free
        .filter(({ row }) => row !== task)
        .filter(({ created }) => created >= connected - 1_000 && created <= ended + AFTER_END_MS)
        .filter(({ created }) => created < Math.min(next, awaited) - BEFORE_CONNECTED_MS)
        .map(({ row }) => row);
    // A row with our key and one that we knew by id are both ours.
    const known = open.filter((row) => row !== task && isKnown(row) && !doubles.includes(row));
    return {
        task,
        doubles: task === undefined ? [] : [...known, ...doubles],
        isAnothers: rows.some((row) => isKnown(row) && !open.includes(row))
    };
}

function wholeSecond(ms: number): number {
    return Math.floor(ms / 1_000) * 1_000;
}

/** What is asked of a Task about to be written, beside `names`, as far as the org describes it; by key where it has one. */
export function lookUpFor(names: readonly string[], fields: FieldDescriptions): Pick<LookUp, 'fields' | 'withKey'> {
    return {
        fields: readable([...names, ...LINKS, UNSAVED_FIELD], fields),
        withKey: fields?.[KEY_FIELD] !== undefined
    };
}

/** Fields that this user may read, of those that are wanted: one that nobody knows could fail the whole look-up. */
export function readable(names: readonly string[], fields: FieldDescriptions): string[] {
    return fields === undefined ? [] : names.filter((name) => Object.hasOwn(fields, name));
}
