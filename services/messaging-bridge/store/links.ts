import type { Statements } from './database.ts';

/** What all links tell. */
interface Common {
    /** How the customer is reached: it says how long one text may be. */
    readonly messenger: 'sms' | 'other';
    /** What the channel calls the customer. May be a phone number: never for a log. */
    readonly customer: string;
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
             integration = excluded.integration, changed_at = clock_timestamp()`,
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
        `select topology, messenger, customer, genesys_conversation, integration,
             case when heard.conversation is null then links.communication else heard.communication end as communication
         from bridge_links links left join bridge_heard heard on heard.conversation = genesys_conversation
         where links.conversation = $1`,
        [conversation]
    );
    return row && linkIn(row);
}

function linkIn(row: LinkRow): Link | undefined {
    const { topology, messenger, customer, genesys_conversation: there, communication, integration } = row;
    const common = { messenger, customer };
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
