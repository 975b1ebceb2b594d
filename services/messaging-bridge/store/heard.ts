import type { Statements } from './database.ts';

/** A conversation of Genesys Cloud, as it was heard last. */
export interface Heard {
    /** Channel address identifier in Salesforce: that of the queue by which the customer came first. */
    readonly channelAddress: string;
    /** The agent who is connected, and the communication on which that agent writes. */
    readonly agent?: { readonly participantId: string; readonly communicationId: string };
    readonly hasEnded: boolean;
}

interface HeardRow extends Readonly<Record<string, unknown>> {
    readonly channel_address: string;
    readonly participant: string | null;
    readonly communication: string | null;
    readonly has_ended: boolean;
}

/** Undefined for a conversation that was never heard of. */
export async function heardOf(statements: Statements, conversation: string): Promise<Heard | undefined> {
    const [row] = await statements.query<HeardRow>(
        `select channel_address, participant, communication, ended_at is not null as has_ended
         from bridge_heard where conversation = $1`,
        [conversation]
    );
    if (row === undefined) return undefined;
    const { channel_address: channelAddress, communication, has_ended: hasEnded, participant } = row;
    const agent =
        participant === null || communication === null
            ? {}
            : { agent: { participantId: participant, communicationId: communication } };
    return { channelAddress, hasEnded, ...agent };
}

/** Keeps what was heard of a conversation, instead of what was kept before. */
export async function setHeard(
    statements: Statements,
    conversation: string,
    { agent, channelAddress, hasEnded }: Heard
): Promise<void> {
    await statements.query(
        `insert into bridge_heard (conversation, channel_address, participant, communication, ended_at)
         values ($1, $2, $3, $4, case when $5 then clock_timestamp() end)
         on conflict (conversation) do update set
             participant = excluded.participant, communication = excluded.communication,
             ended_at = case when $5 then coalesce(bridge_heard.ended_at, clock_timestamp()) end,
             changed_at = clock_timestamp()`,
        [conversation, channelAddress, agent?.participantId ?? null, agent?.communicationId ?? null, hasEnded]
    );
}

/** Those that go on, as far as anybody knows: heard of, or linked by hand. What changed last comes first. */
export async function openConversations(statements: Statements): Promise<string[]> {
    const rows = await statements.query<{ conversation: string }>(
        `select conversation, changed_at from bridge_heard where ended_at is null
         union all
         select genesys_conversation, changed_at from bridge_links
         where topology = 'genesysChannel' and genesys_conversation is not null
             and not exists (select from bridge_heard where conversation = genesys_conversation)
         order by 2 desc`
    );
    return [...new Set(rows.map(({ conversation }) => conversation))];
}

/** Which of these things have never been taken, in their order. */
export async function unseen(statements: Statements, keys: readonly string[]): Promise<string[]> {
    if (keys.length === 0) return [];
    const rows = await statements.query<{ key: string }>(
        `select given.key from jsonb_array_elements_text($1::text::jsonb) with ordinality as given (key, place)
         where not exists (select from bridge_seen where bridge_seen.key = given.key) order by place`,
        [JSON.stringify(keys)]
    );
    return rows.map(({ key }) => key);
}

/** Something that nothing is to be done about has been looked at. */
export async function markSeen(statements: Statements, key: string): Promise<void> {
    await statements.query('insert into bridge_seen (key) values ($1) on conflict do nothing', [key]);
}

/**
 * Deletes conversations that ended longer ago, `most` of them at a time: not one that is still linked, which would be
 * asked about as if it went on.
 */
export async function forgetHeard(
    statements: Statements,
    olderMs: number,
    most: number
): Promise<{ conversation: string }[]> {
    return statements.query(
        `delete from bridge_heard where conversation in (
             select conversation from bridge_heard heard
             where ended_at < clock_timestamp() - $1 * interval '1 millisecond'
                 and not exists (select from bridge_links where genesys_conversation = heard.conversation)
             limit $2
         ) returning conversation`,
        [olderMs, most]
    );
}

/** Which of these conversations have never been heard of, in their order. */
export async function unheard(statements: Statements, conversations: readonly string[]): Promise<string[]> {
    if (conversations.length === 0) return [];
    const rows = await statements.query<{ id: string }>(
        `select given.id from jsonb_array_elements_text($1::text::jsonb) with ordinality as given (id, place)
         where not exists (select from bridge_heard where conversation = given.id) order by place`,
        [JSON.stringify(conversations)]
    );
    return rows.map(({ id }) => id);
}
