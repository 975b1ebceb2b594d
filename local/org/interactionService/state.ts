import { randomUUID } from 'node:crypto';

export interface Channel {
    /** DeveloperName of the ConversationChannelDefinition. */
    readonly developerName: string;
    /** Channel address identifiers of its messaging channels. */
    readonly addresses: readonly string[];
    /** Addresses that nobody has activated. */
    readonly inactive?: readonly string[];
    readonly routingOwner: 'Salesforce' | 'Partner';
    /** Salesforce where it is absent. */
    readonly consentOwner?: 'Salesforce' | 'Partner';
    readonly supportsKeywords?: boolean;
    /** What an admin has switched on in Messaging Settings; off where it is absent. */
    readonly settings?: { readonly acknowledgements?: boolean; readonly typing?: boolean };
}

export interface Rep {
    /** With 15 or 18 characters. */
    readonly userId: string;
    /** Has the permission to take messages of a partner; true where it is absent. */
    readonly hasPartnerMessaging?: boolean;
}

export interface AgentWork {
    readonly id: string;
    readonly userId: string;
    status: 'Assigned' | 'Opened' | 'Closed' | 'Declined' | 'Canceled';
}

/** A messaging session; its id with 15 characters is the work item. */
export interface Session {
    readonly workItemId: string;
    status: 'Waiting' | 'Active' | 'Inactive' | 'Ended';
    readonly work: AgentWork[];
    /** The pending service routing, while somebody is looked for. */
    pendingRouting?: string;
}

export interface Conversation {
    readonly id: string;
    readonly channelAddress: string;
    readonly customer: string;
    readonly sessions: Session[];
    consent?: string;
}

export interface State {
    readonly conversations: readonly Conversation[];
    byId(id: string): Conversation | undefined;
    between(channelAddress: string, customer: string): Conversation | undefined;
    begin(channelAddress: string, customer: string): Conversation;
    /** The session that is not over, or a new one. */
    openSession(conversation: Conversation): Session;
    workItem(workItemId: string): { readonly conversation: Conversation; readonly session: Session } | undefined;
    work(workId: string): { readonly session: Session; readonly work: AgentWork } | undefined;
    newRecordId(prefix: string): string;
}

export const isActive = ({ status }: AgentWork): boolean => status === 'Assigned' || status === 'Opened';

export function createState(): State {
    const conversations: Conversation[] = [];
    let records = 0;
    const newRecordId = (prefix: string): string =>
        `${prefix}${String((records += 1)).padStart(15 - prefix.length, '0')}`;

    return {
        conversations,
        newRecordId,
        byId: (id) => conversations.find((one) => one.id === id),
        between: (channelAddress, customer) =>
            conversations.find((one) => one.channelAddress === channelAddress && one.customer === customer),
        begin(channelAddress, customer) {
            const conversation = { id: randomUUID(), channelAddress, customer, sessions: [] };
            conversations.push(conversation);
            return conversation;
        },
        openSession(conversation) {
            const open = conversation.sessions.findLast(({ status }) => status !== 'Ended');
            if (open !== undefined) {
                if (open.status === 'Inactive') open.status = open.work.some(isActive) ? 'Active' : 'Waiting';
                return open;
            }
            const session: Session = { workItemId: newRecordId('0Mw'), status: 'Waiting', work: [] };
            conversation.sessions.push(session);
            return session;
        },
        workItem(workItemId) {
            for (const conversation of conversations) {
                const session = conversation.sessions.find((one) => one.workItemId === workItemId);
                if (session !== undefined) return { conversation, session };
            }
            return undefined;
        },
        work(workId) {
            for (const { sessions } of conversations)
                for (const session of sessions) {
                    const work = session.work.find(({ id }) => id === workId);
                    if (work !== undefined) return { session, work };
                }
            return undefined;
        }
    };
}
