import type { OutboxEntry } from './outbox.ts';
import type { SaverParts } from './saverParts.ts';
import { keepsDefaults } from './taskLine.ts';
import type { TaskLine } from './taskLine.ts';
import type { Neighbours, SaveRequest, TaskSyncSettings } from './types.ts';

/** What one save asks of the org. */
export function requestFor(
    { outbox, written }: Pick<SaverParts, 'outbox' | 'written'>,
    line: TaskLine,
    entry: OutboxEntry,
    { mode }: TaskSyncSettings,
    turn: Pick<SaveRequest, 'mayCreate'> & { readonly isMine: () => boolean }
): SaveRequest {
    const { taskId, remake } = entry;
    const known = remake === true ? undefined : (line.taskId ?? taskId);
    const sent = { ...entry.defaults, ...entry.patch };
    return {
        attributes: entry.attributes ?? {},
        patch: entry.patch,
        onlyWhenEmpty: entry.onlyWhenEmpty ?? [],
        yielding: entry.yielding ?? [],
        defaults: entry.defaults,
        keepDefaults: keepsDefaults(line, mode),
        ...turn,
        ...(known === undefined ? {} : { taskId: known }),
        picked: Object.keys(entry.picked ?? {}),
        alsoUnsaved: [
            ...line.state.unsaved.filter(({ field }) => !Object.hasOwn(sent, field)),
            ...(entry.notMapped ?? [])
        ],
        neighbours: neighboursOf({ outbox, written }, line, entry),
        written: written.during(line.key, line.told, entry.picked)
    };
}

/** Whose the other Tasks of the conversation are, and until when one may be this handling's. */
export function neighboursOf(
    { outbox, written }: Pick<SaverParts, 'outbox' | 'written'>,
    { key }: TaskLine,
    entry: OutboxEntry | undefined
): Neighbours {
    const endedAt = entry?.disconnectedAt;
    const awaitedSince = outbox
        .keys()
        .flatMap((id) => (id.startsWith(`${key.conversationId}:`) ? (outbox.read(id)?.key.connectedTime ?? []) : []))
        .filter((time) => Date.parse(time) > Date.parse(key.connectedTime))
        .sort()[0];
    return {
        ...written.neighboursOf(key),
        ...(awaitedSince === undefined ? {} : { awaitedSince }),
        ...(endedAt === undefined ? {} : { endedAt })
    };
}
