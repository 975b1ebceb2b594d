import type { Statements } from './database.ts';

/** A message of Genesys Cloud that was told to Salesforce, where Genesys Cloud is the far side. */
export interface ToldMessage {
    /** Of Genesys Cloud. */
    readonly messageId: string;
    /** Channel address identifier in Salesforce. */
    readonly channelAddress: string;
    /** The name there of this end of the conversation. */
    readonly farEnd: string;
}

/** Keeps which message an entry in Salesforce tells. */
export async function keepTold(
    statements: Statements,
    entry: string,
    { channelAddress, farEnd, messageId }: ToldMessage
): Promise<void> {
    await statements.query(
        `insert into bridge_told (entry, message, channel_address, far_end) values ($1, $2, $3, $4)
         on conflict (entry) do nothing`,
        [entry, messageId, channelAddress, farEnd]
    );
}

/** The message that an entry in Salesforce tells; undefined where none is known. */
export async function toldBy(statements: Statements, entry: string): Promise<ToldMessage | undefined> {
    const [row] = await statements.query<{ message: string; channel_address: string; far_end: string }>(
        'select message, channel_address, far_end from bridge_told where entry = $1',
        [entry]
    );
    return row && { messageId: row.message, channelAddress: row.channel_address, farEnd: row.far_end };
}

/** Deletes what was told longer ago. Gives how many rows. */
export async function forgetTold(statements: Statements, olderMs: number, most: number): Promise<number> {
    const rows = await statements.query(
        `delete from bridge_told where entry in (
             select entry from bridge_told where at < clock_timestamp() - $1 * interval '1 millisecond' limit $2
         ) returning entry`,
        [olderMs, most]
    );
    return rows.length;
}
