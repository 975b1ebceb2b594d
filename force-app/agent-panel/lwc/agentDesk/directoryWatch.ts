import { ReadError, rowsOf, STATUSES_QUERY, STATUSES_TYPE, TARGETS_QUERY, TARGETS_TYPE } from 'c/orgReader';
import type { OrgReader, QueryDocument, Row } from 'c/orgReader';
import type { Clock } from 'c/taskSync';
import { provesAccess, readStatuses, readTargets } from './directoryRows.ts';
import type { Directory } from './types.ts';

/** An org that cannot be asked is asked again soon; a permission may come at any time. In milliseconds. */
const OFFLINE_MS = 10_000;
const NO_ACCESS_MS = 60_000;

const NOTHING: Directory = { targets: [], secureFlows: [], statuses: [], problems: [], state: 'unknown' };

export interface DirectoryWatch {
    directory(): Directory;
    /** Asks now, unless all of it was read already. */
    ask(): void;
    close(): void;
}

/** Reads the names that the admin gave, and goes on asking until they are read. A failed read is not an empty one. */
export function watchDirectory(reader: OrgReader, clock: Clock, onAnswer: () => void): DirectoryWatch {
    let directory = NOTHING;
    let asking = false;
    let closed = false;
    let cancel: (() => void) | undefined;

    function later(ms: number): void {
        cancel?.();
        if (!closed) {
            cancel = clock.after(ms, askNow);
        }
    }

    async function ask(): Promise<void> {
        if (asking || closed || directory.state === 'read') {
            return;
        }
        asking = true;
        try {
            directory = await readDirectory(reader);
            if (directory.state === 'noAccess') {
                later(NO_ACCESS_MS);
            }
        } catch (error) {
            if (!(error instanceof ReadError)) {
                throw error;
            }
            later(OFFLINE_MS);
        } finally {
            asking = false;
            if (!closed) {
                onAnswer();
            }
        }
    }

    function askNow(): void {
        void ask();
    }

    return {
        directory: () => directory,
        ask: askNow,
        close(): void {
            closed = true;
            cancel?.();
        }
    };
}

/** What may be read is there although the other part may not. Rejects when the org cannot be asked now. */
async function readDirectory(reader: OrgReader): Promise<Directory> {
    const targets = await readable(reader, TARGETS_QUERY, TARGETS_TYPE);
    const statuses = await readable(reader, STATUSES_QUERY, STATUSES_TYPE);
    const named = readTargets(targets ?? []);
    const offered = readStatuses(statuses ?? []);
    return {
        ...named,
        ...offered,
        problems: [...named.problems, ...offered.problems],
        state: targets === undefined || statuses === undefined ? 'noAccess' : 'read'
    };
}

/** Undefined when this user may not read the type: the org does not know it, or gives not even the shipped row. */
async function readable(reader: OrgReader, query: QueryDocument, type: string): Promise<readonly Row[] | undefined> {
    try {
        const rows = rowsOf(await reader.query(query), type);
        return provesAccess(rows) ? rows : undefined;
    } catch (error) {
        if (error instanceof ReadError && error.failure === 'refused') {
            return undefined;
        }
        throw error;
    }
}
