import { storableName } from '../delivery/storable.ts';
import type { Channel } from '../genesys/channels.ts';
import { Members } from '../outbound/members.ts';
import type { Statements } from '../store/database.ts';
import { goOn, linkOf, setLink } from '../store/links.ts';
import type { Link } from '../store/links.ts';
import { setWorkItem } from '../store/workItems.ts';
import type { CustomerSaid } from './customerMessage.ts';

/** What an answer of POST /interactions tells: Salesforce's conversation, and the work that is open in it. */
export interface Begun {
    readonly conversation: string;
    readonly workItemId?: string;
}

/** Undefined where the answer names no conversation, such as one that was cut off. */
export function begunIn(body: unknown): Begun | undefined {
    const answer = new Members(body, '', []);
    const conversation = answer.id('conversationIdentifier');
    const workItemId = answer.texts('workItemIds').findLast((id) => /^[0-9A-Za-z]{15}([0-9A-Za-z]{3})?$/.test(id));
    if (conversation === undefined) return undefined;
    return { conversation: storableName(conversation), ...(workItemId === undefined ? {} : { workItemId }) };
}

/** Keeps what an answer told: where Salesforce's conversation goes on at Genesys Cloud, and its work item. */
export async function keepBegun(
    statements: Statements,
    { conversation, workItemId }: Begun,
    said: CustomerSaid,
    channel: Channel | undefined
): Promise<void> {
    if (workItemId !== undefined) await setWorkItem(statements, conversation, workItemId);
    if (channel === undefined) return;
    const kept = await linkOf(statements, conversation);
    const link = linkFor(channel, said, kept);
    if (link !== undefined) await setLink(statements, conversation, link);
    else if (kept?.hasEnded) await goOn(statements, conversation);
}

/** Undefined where what is kept is right. The customer's next conversation there takes the place of the last one. */
function linkFor(channel: Channel, said: CustomerSaid, kept: Link | undefined): Link | undefined {
    const { communicationId, customer, genesysConversationId: conversationId } = said;
    const common = { messenger: channel.messenger, customer };
    if (channel.topology === 'openMessaging') {
        const { integrationId, topology } = channel;
        const isKept = kept?.topology === topology && kept.integrationId === integrationId;
        return isKept ? undefined : { ...common, topology, integrationId };
    }
    const { topology } = channel;
    if (kept?.topology === topology && kept.conversationId === conversationId) return undefined;
    return { ...common, topology, conversationId, ...(communicationId === undefined ? {} : { communicationId }) };
}
