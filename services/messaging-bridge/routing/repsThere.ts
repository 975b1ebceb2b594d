import type { Statements } from '../store/database.ts';

/** Who joined or left a conversation of Salesforce, by user id. */
export interface Change {
    readonly joined: readonly string[];
    readonly left: readonly string[];
}

/** Keeps who is in a conversation; whoever is there already is there once. Gives who is there now. */
export async function changeReps(
    statements: Statements,
    conversation: string,
    { joined, left }: Change
): Promise<readonly string[]> {
    for (const userId of joined)
        await statements.query(
            'insert into bridge_reps_there (conversation, user_id) values ($1, $2) on conflict do nothing',
            [conversation, named(userId)]
        );
    for (const userId of left)
        await statements.query('delete from bridge_reps_there where conversation = $1 and user_id = $2', [
            conversation,
            named(userId)
        ]);
    return repsThere(statements, conversation);
}

/** The first 15 characters of each one's user id. */
export async function repsThere(statements: Statements, conversation: string): Promise<readonly string[]> {
    const rows = await statements.query<{ user_id: string }>(
        'select user_id from bridge_reps_there where conversation = $1 order by user_id',
        [conversation]
    );
    return rows.map(({ user_id: userId }) => userId);
}

/** Nobody is in a conversation that is over. */
export async function forgetReps(statements: Statements, conversation: string): Promise<void> {
    await statements.query('delete from bridge_reps_there where conversation = $1', [conversation]);
}

/** An id with 18 characters names the same user as its first 15. */
export const named = (userId: string): string => userId.slice(0, 15);
