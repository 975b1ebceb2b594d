import type { Statements } from './database.ts';

/** What all links tell. */
interface Common {
    /** How the customer is reached: it says how long one text may be. */
    readonly messenger: 'sms' | 'other';
    /** What the channel calls the customer. May be a phone number: never for a log. */
    readonly customer: string;
    /** Salesforce has said that the conversation is over there, and nothing was said in it since. */
    readonly hasEnded?: true;
}

/** The customer is on a channel of Genesys Cloud, and an agent's communication there writes to them. */
export interface GenesysChannelLink extends Common {
    readonly topology: 'genesysChannel';
    /** Of Genesys Cloud. */
    readonly conversationId: string;
    /** The agent's leg; undefined until an agent is connected. */
    readonly communicationId?: string;
}

/** Genesys Cloud is the far side: what the rep writes comes in there as a customer's open message. */
export interface OpenMessagingLink extends Common {
    readonly topology: 'openMessaging';
    readonly integrationId: string;
    /** Of Genesys Cloud; undefined until a message has told it. */
    readonly conversationId?: string;
}

/** Where a conversation of Salesforce goes on at Genesys Cloud. */
export type Link = GenesysChannelLink | OpenMessagingLink;

interface LinkRow extends Readonly<Record<string, unknown>> {
    readonly topology: Link['topology'];
    readonly messenger: Link['messenger'];
    readonly customer: string;
    readonly genesys_conversation: string | null;
    readonly communication: string | null;
    readonly integration: string | null;
    readonly has_ended: boolean;
}

/** Keeps where a conversation of Salesforce goes on, instead of what was kept for it before. */
export async function setLink(statements: Statements, conversation: string, link: Link): Promise<void> {
    await statements.query(
        `insert into bridge_links
             (conversation, topology, messenger, customer, genesys_conversation, communication, integration)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (conversation) do update set
             topology = excluded.topology, messenger = excluded.messenger, customer = excluded.customer,
             genesys_conversation = excluded.genesys_conversation, communication = excluded.communication,
             integration = excluded.integration, changed_at = clock_timestamp(), ended_at = null`,
        [
            conversation,
            link.topology,
            link.messenger,
            link.customer,
            link.conversationId ?? null,
            link.topology === 'genesysChannel' ? (link.communicationId ?? null) : null,
            link.topology === 'openMessaging' ? link.integrationId : null
        ]
    );
}

/**
 * Where a conversation of Salesforce goes on; undefined where nothing is kept for it. Which agent's leg it is tells what
 * was heard of it last, where something was.
 */
export async function linkOf(statements: Statements, conversation: string): Promise<Link | undefined> {
    const [row] = await statements.query<LinkRow>(
        `select topology, messenger, customer, genesys_conversation, integration, links.ended_at is not null as has_ended,
             case when heard.conversation is null then links.communication else heard.communication end as communication
         from bridge_links links left join bridge_heard heard on heard.conversation = genesys_conversation
         where links.conversation = $1`,
        [conversation]
    );
    return row && linkIn(row);
}

function linkIn(row: LinkRow): Link | undefined {
    const { topology, messenger, customer, genesys_conversation: there, communication, integration } = row;
    const common = { messenger, customer, ...(row.has_ended ? { hasEnded: true as const } : {}) };
    if (topology === 'genesysChannel') {
        const leg = communication === null ? {} : { communicationId: communication };
        return there === null ? undefined : { ...common, topology, conversationId: there, ...leg };
    }
    const known = there === null ? {} : { conversationId: there };
    return integration === null ? undefined : { ...common, topology, integrationId: integration, ...known };
}

/** The conversation of Salesforce that goes on there; the one that was linked last, should there be several. */
export async function conversationLinkedTo(
    statements: Statements,
    genesysConversationId: string
): Promise<string | undefined> {
    const [row] = await statements.query<{ conversation: string }>(
        `select conversation from bridge_links where genesys_conversation = $1 order by changed_at desc limit 1`,
        [genesysConversationId]
    );
    return row?.conversation;
}

/** An open message has told in which conversation of Genesys Cloud it came. */
export async function learnGenesysConversation(
    statements: Statements,
    conversation: string,
    genesysConversationId: string
): Promise<void> {
    await statements.query(
        `update bridge_links set genesys_conversation = $2, changed_at = clock_timestamp()
         where conversation = $1 and topology = 'openMessaging' and genesys_conversation is distinct from $2`,
        [conversation, genesysConversationId]
    );
}

/** Salesforce says that a conversation is over there. The link stays until it is forgotten. */
export async function endLink(statements: Statements, conversation: string): Promise<void> {
    await statements.query('update bridge_links set ended_at = clock_timestamp() where conversation = $1', [
        conversation
    ]);
}

/** Something is said in a conversation that was over. */
export async function goOn(statements: Statements, conversation: string): Promise<void> {
    await statements.query('update bridge_links set ended_at = null where conversation = $1', [conversation]);
}

/**
 * Deletes links of conversations that ended longer ago, `most` of them at a time: not of one that goes on at Genesys
 * Cloud, in which a rep is, or of which a message is kept.
 */
export async function forgetLinks(
    statements: Statements,
    olderMs: number,
    most: number
): Promise<{ conversation: string }[]> {
    return statements.query(
        `delete from bridge_links where conversation in (
             select links.conversation
             from bridge_links links left join bridge_heard heard on heard.conversation = genesys_conversation
             where case when heard.conversation is null then links.ended_at else heard.ended_at end
                     < statement_timestamp() - $1 * interval '1 millisecond'
                 and not exists (select from bridge_reps_there there where there.conversation = links.conversation)
                 and not exists (select from bridge_entries where lane = 'out:' || links.conversation)
             limit $2 for update of links skip locked
         ) returning conversation`,
        [olderMs, most]
    );
}
