import path from 'node:path';
import { readSecret } from '@switchboard/genesys-api';
import * as z from 'zod';
import type { Database } from '../../store/database.ts';
import { FolderInUse } from '../../store/folderLock.ts';
import { onceFree } from '../../store/onceFree.ts';
import { openPostgres } from '../../store/postgres.ts';
import { openStore } from '../../store/store.ts';
import { assertTables } from '../../store/tables.ts';
import { CommandRefused } from '../commands/command.ts';
import type { Report } from '../commands/command.ts';
import { runCommand } from '../commands/commands.ts';
import type { CommandName } from '../commands/commands.ts';
import type { BridgeConfiguration } from '../configuration.ts';
import type { Place } from '../place.ts';
import { topicOf } from '../salesforceOf.ts';
import { readControlFile } from './controlFile.ts';
import type { ControlPlace } from './controlFile.ts';
import { COMMAND_PATH } from './controlServer.ts';

const report = z.object({ data: z.record(z.string(), z.unknown()), text: z.string() });
const refusal = z.object({ error: z.string() });
const ANSWERS_MS = 60_000;
/** A bridge that has the folder takes commands once it has started. */
const STARTS_WITHIN_MS = 20_000;

/**
 * Has a command done: with PostgreSQL here; with the embedded database by the bridge that has its folder, and here
 * where no bridge has it. Throws CommandRefused, DatabaseFault, FolderInUse, and Error where the bridge does not answer.
 */
export async function askBridge(
    { database: kept, salesforce }: BridgeConfiguration,
    { env, folder }: Place,
    name: CommandName,
    input: object,
    startsWithinMs = STARTS_WITHIN_MS
): Promise<Report> {
    const topic = topicOf(salesforce);
    if ('postgres' in kept) {
        const database = openPostgres(readSecret(kept.postgres, env, folder), 2);
        return closing(database, async () => {
            await assertTables(database);
            return runCommand({ database, topic }, name, input);
        });
    }
    const data = path.resolve(folder, kept.folder);
    try {
        return await onceFree(async () => {
            const place = readControlFile(data);
            const told = place && (await askAt(place, name, input));
            if (told !== undefined) return told;
            const database = await openStore({ folder: data });
            return closing(database, () => runCommand({ database, topic }, name, input));
        }, startsWithinMs);
    } catch (error) {
        if (!(error instanceof FolderInUse)) throw error;
        throw new Error(`${error.message} It does not take commands: wait until it has started, or look at its log.`, {
            cause: error
        });
    }
}

async function closing<T>(database: Database, work: () => Promise<T>): Promise<T> {
    try {
        return await work();
    } finally {
        await database.close();
    }
}

/** Undefined where nobody listens: the file is that of a bridge that was killed. */
async function askAt({ token, url }: ControlPlace, name: string, input: object): Promise<Report | undefined> {
    let response: Response;
    try {
        response = await fetch(`${url}${COMMAND_PATH}`, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: JSON.stringify({ command: name, input }),
            signal: AbortSignal.timeout(ANSWERS_MS)
        });
    } catch (error) {
        if (isNobodyThere(error)) return undefined;
        throw new Error('The bridge that has the folder does not answer. Look at its log.', { cause: error });
    }
    const body: unknown = await response.json().catch(() => undefined);
    const told = report.safeParse(body);
    if (response.ok && told.success) return told.data;
    const refused = refusal.safeParse(body);
    // Another program may have the port by now.
    if (response.status === 401 || !refused.success) return undefined;
    throw response.status === 422 ? new CommandRefused(refused.data.error) : new Error(refused.data.error);
}

function isNobodyThere(error: unknown): boolean {
    const cause = error instanceof Error ? error.cause : undefined;
    return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}
