import { WORK } from './batches.ts';
import type { Statements } from './database.ts';

/** A file of a message: its place among the message's files, from 0. */
export interface FileName {
    /** Key of the message's entry. */
    readonly message: string;
    readonly number: number;
}

/** What became of the fetching of a file: it is here, or never will be, for a reason in words. */
export type Fetched =
    { readonly bytes: Uint8Array; readonly mediaType?: string } | { readonly problem: string; readonly bytes?: never };

export interface KeptFile {
    readonly problem?: string;
    readonly mediaType?: string;
    /** What Genesys Cloud calls it, once its bytes are there, and for which of its communications. */
    readonly uploaded?: { readonly mediaId: string; readonly communicationId: string };
    /** A message with it may have left. */
    readonly isLeaving: boolean;
}

const PIECE = 512 * 1_024;

interface FileRow extends Readonly<Record<string, unknown>> {
    readonly problem: string | null;
    readonly media_type: string | null;
    readonly media: string | null;
    readonly communication: string | null;
    readonly is_leaving: boolean;
}

/**
 * Within a transaction: keeps what became of a file, unless that is kept already, and wakes the message that waits for
 * it in its lane.
 */
export async function keepFile(
    statements: Statements,
    { message, number, lane }: FileName & { readonly lane: string },
    fetched: Fetched
): Promise<void> {
    const { bytes, mediaType, problem } = { mediaType: undefined, problem: undefined, ...fetched };
    const made = await statements.query(
        `insert into bridge_files (message, number, lane, media_type, problem) values ($1, $2, $3, $4, $5)
         on conflict do nothing returning number`,
        [message, number, lane, mediaType ?? null, problem ?? null]
    );
    if (made.length > 0 && bytes !== undefined) await keepBytes(statements, { message, number }, bytes);
    await statements.query(
        `update bridge_lanes set due_at = clock_timestamp()
         where lane = $1 and worker is null and due_at > clock_timestamp()`,
        [lane]
    );
    await statements.query(`notify ${WORK}`);
}

/** What is kept of a file but for its bytes; undefined where nothing is. */
export async function fileOf(statements: Statements, { message, number }: FileName): Promise<KeptFile | undefined> {
    const [row] = await statements.query<FileRow>(
        `select problem, media_type, media, communication, is_leaving from bridge_files
         where message = $1 and number = $2`,
        [message, number]
    );
    if (row === undefined) return undefined;
    const { problem, media_type: mediaType, media: mediaId, communication: communicationId, is_leaving } = row;
    return {
        isLeaving: is_leaving,
        ...(problem === null ? {} : { problem }),
        ...(mediaType === null ? {} : { mediaType }),
        ...(mediaId === null || communicationId === null ? {} : { uploaded: { mediaId, communicationId } })
    };
}

/**
 * As base64 and in pieces: whole, as PGlite writes bytes, one file of 25 MB keeps everything in this process waiting for
 * nine seconds, which is a leader's lease.
 */
async function keepBytes(statements: Statements, { message, number }: FileName, bytes: Uint8Array): Promise<void> {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at * PIECE < whole.length; at += 1)
        await statements.query(
            `insert into bridge_file_pieces (message, number, piece, bytes) values ($1, $2, $3, decode($4, 'base64'))`,
            [message, number, at, whole.subarray(at * PIECE, (at + 1) * PIECE).toString('base64')]
        );
}

/** Undefined where none are kept. */
export async function bytesOf(statements: Statements, { message, number }: FileName): Promise<Uint8Array | undefined> {
    const pieces: Buffer[] = [];
    for (;;) {
        const [row] = await statements.query<{ bytes: string }>(
            `select encode(bytes, 'base64') as bytes from bridge_file_pieces
             where message = $1 and number = $2 and piece = $3`,
            [message, number, pieces.length]
        );
        if (row === undefined) return pieces.length === 0 ? undefined : Buffer.concat(pieces);
        pieces.push(Buffer.from(row.bytes, 'base64'));
    }
}

/** Within a transaction: the file will not be sent, whatever comes. */
export async function giveUpFile(
    statements: Statements,
    { message, number, lane }: FileName & { readonly lane: string },
    problem: string
): Promise<void> {
    await statements.query(
        `insert into bridge_files (message, number, lane, problem) values ($1, $2, $3, $4)
         on conflict (message, number) do update set problem = excluded.problem`,
        [message, number, lane, problem]
    );
    await statements.query('delete from bridge_file_pieces where message = $1 and number = $2', [message, number]);
}

/** Genesys Cloud has the bytes. */
export async function setUploaded(
    statements: Statements,
    { message, number }: FileName,
    { mediaId, communicationId }: NonNullable<KeptFile['uploaded']>
): Promise<void> {
    await statements.query(
        'update bridge_files set media = $3, communication = $4 where message = $1 and number = $2',
        [message, number, mediaId, communicationId]
    );
}

/** Before a message with the file leaves; false once it has certainly not arrived. */
export async function setLeaving(
    statements: Statements,
    { message, number }: FileName,
    isLeaving: boolean
): Promise<void> {
    await statements.query('update bridge_files set is_leaving = $3 where message = $1 and number = $2', [
        message,
        number,
        isLeaving
    ]);
}

/** Whether the message of a file waits, and nothing is kept of the file yet. */
export async function isFileWanted(
    statements: Statements,
    { message, number, lane }: FileName & { readonly lane: string }
): Promise<boolean> {
    const found = await statements.query(
        `select from bridge_entries
         where lane = $3 and key = $1 and state = 'waiting'
             and not exists (select from bridge_files where message = $1 and number = $2)`,
        [message, number, lane]
    );
    return found.length > 0;
}

/** Deletes the files of messages that have ended, some at a time. */
export async function forgetFiles(statements: Statements, most: number): Promise<readonly unknown[]> {
    return statements.query(
        `delete from bridge_files where (message, number) in (
             select message, number from bridge_files as file
             where not exists (
                 select from bridge_entries where lane = file.lane and key = file.message and state = 'waiting'
             ) limit $1
         ) returning message`,
        [most]
    );
}
