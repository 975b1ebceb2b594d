import type { GenesysClient, Operation } from '@switchboard/genesys-api';
import { Members } from '../outbound/members.ts';

const inBody = (name: string, type: 'string' | 'array' | 'object') =>
    ({
        name,
        in: 'body',
        type,
        required: true,
        description: 'As the query of conversation details has it'
    }) as const;

const QUERY: Operation = {
    name: 'post_analytics_conversations_details_query',
    method: 'POST',
    path: '/api/v2/analytics/conversations/details/query',
    params: [
        inBody('interval', 'string'),
        inBody('order', 'string'),
        inBody('orderBy', 'string'),
        inBody('paging', 'object'),
        inBody('segmentFilters', 'array')
    ],
    permissions: { mode: 'any', names: ['analytics:conversationDetail:view'] },
    bodyModel: 'ConversationQuery',
    returns: 'AnalyticsConversationQueryResponse'
};

const PAGE_SIZE = 100;
const MOST_PAGES = 100;

/**
 * Ids of the conversations of messages that began in one of these queues, whether they have ended or not. It is the only
 * list that a client without a user has; what began a moment ago may lack. Throws GenesysError.
 */
export async function begunBetween(
    client: GenesysClient,
    {
        from,
        queueIds,
        signal,
        to
    }: {
        readonly queueIds: readonly string[];
        /** Milliseconds since 1970, as Genesys Cloud tells the time. */
        readonly from: number;
        readonly to: number;
        readonly signal: AbortSignal;
    }
): Promise<string[]> {
    const found: string[] = [];
    const predicates = queueIds.map((value) => ({ dimension: 'queueId', operator: 'matches', value }));
    for (let pageNumber = 1; pageNumber <= MOST_PAGES; pageNumber += 1) {
        const asked = {
            interval: `${new Date(from).toISOString()}/${new Date(to).toISOString()}`,
            order: 'asc',
            orderBy: 'conversationStart',
            paging: { pageSize: PAGE_SIZE, pageNumber },
            segmentFilters: [{ type: 'or', predicates }]
        };
        const answer = new Members((await client.call(QUERY, asked, { signal })).data, '', []);
        const page = answer.objects('conversations');
        for (const conversation of page) {
            const id = conversation.id('conversationId');
            if (id !== undefined && isOfMessages(conversation)) found.push(id);
        }
        if (page.length < PAGE_SIZE) break;
    }
    return found;
}

const isOfMessages = (conversation: Members): boolean => {
    const media = conversation
        .objects('participants')
        .flatMap((participant) => participant.objects('sessions').map((session) => session.id('mediaType')));
    return media.length === 0 || media.includes('message');
};
