import type { Statements } from './database.ts';

/** Keeps whether a customer wants messages on a channel. */
export async function setOptedOut(
    statements: Statements,
    channelAddress: string,
    customer: string,
    isOptedOut: boolean
): Promise<void> {
    await statements.query(
        isOptedOut
            ? `insert into bridge_opted_out (channel_address, customer) values ($1, $2) on conflict do nothing`
            : `delete from bridge_opted_out where channel_address = $1 and customer = $2`,
        [channelAddress, customer]
    );
}

/** Whether a customer has said that no messages are wanted on a channel. */
export async function isOptedOut(statements: Statements, channelAddress: string, customer: string): Promise<boolean> {
    const found = await statements.query('select from bridge_opted_out where channel_address = $1 and customer = $2', [
        channelAddress,
        customer
    ]);
    return found.length > 0;
}
