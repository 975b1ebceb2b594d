import { messageOf } from '../delivery/messageEntry.ts';
import { Unplanned } from '../delivery/sender.ts';
import { filesIn } from '../files/fileEntries.ts';
import type { Attachment } from '../outbound/outbound.ts';
import { addEntries } from '../store/batches.ts';
import type { Database } from '../store/database.ts';
import { keptForMs } from '../store/entries.ts';
import type { Entry } from '../store/entries.ts';
import { fileOf, giveUpFile } from '../store/files.ts';
import { shortName } from './messageParts.ts';
import type { FileState } from './messageParts.ts';
import { fileNotSent } from './undelivered.ts';

const LOOK_AGAIN_MS = 1_000;

/**
 * What is known of each file of a message when its turn has come. Those that are still being fetched are waited for
 * until `withinMs` after the bridge heard of them; then the message goes without them. The rep is told of each that will
 * not be sent. Throws Unplanned.
 */
export async function plannedFiles(database: Database, entry: Entry, withinMs: number): Promise<FileState[]> {
    const files = filesIn(messageOf(entry).content);
    if (files.length === 0) return [];
    const kept = await Promise.all(files.map((_, number) => fileOf(database, { message: entry.key, number })));
    if (kept.includes(undefined) && (await keptForMs(database, entry)) < withinMs)
        throw new Unplanned({ kind: 'notNow', reason: 'its files are being fetched', waitMs: LOOK_AGAIN_MS });
    return Promise.all(
        files.map(async (file, number) => {
            const { mediaType = 'application/octet-stream', problem } = kept[number] ?? { problem: LATE };
            if (problem === undefined) return { mediaType };
            await giveUp(database, entry, { ...file, number }, problem);
            return { problem };
        })
    );
}

const LATE = 'it could not be fetched in time';

/** The file is not sent, whatever comes, and the rep hears of it: both or neither. */
export async function giveUp(
    database: Database,
    entry: Entry,
    { name, number }: Pick<Attachment, 'name'> & { readonly number: number },
    problem: string
): Promise<void> {
    await database.transaction(async (statements) => {
        await giveUpFile(statements, { message: entry.key, number, lane: entry.lane }, problem);
        await addEntries(statements, [fileNotSent(entry, number, shortName(name), problem)]);
    });
}
