/** What the local Genesys Cloud holds of a digital conversation: plain data, times in ISO 8601. */

export type Medium = 'email' | 'message' | 'social' | 'video' | 'cobrowse' | 'internalMessage';

export type CommunicationState = 'alerting' | 'connected' | 'parked' | 'disconnected';

export interface Wrapup {
    readonly code?: string;
    readonly name?: string;
    readonly notes?: string;
    readonly tags?: readonly string[];
    readonly durationSeconds?: number;
    readonly endTime?: string;
}

/** A participant's one leg. */
export interface Communication {
    readonly id: string;
    state: CommunicationState;
    readonly direction: 'inbound' | 'outbound';
    startAlertingTime?: string;
    connectedTime?: string;
    disconnectedTime?: string;
    disconnectType?: string;
    held: boolean;
    parkTime?: string;
    resumeTime?: string;
    wrapup?: Wrapup;
    /** Saved for later, without being the wrap-up. */
    provisionalWrapup?: Wrapup;
}

/** `api`: a program that wrote without an agent. */
export type Purpose = 'customer' | 'acd' | 'agent' | 'user' | 'workflow' | 'api';

export interface Participant {
    readonly id: string;
    readonly purpose: Purpose;
    readonly name?: string;
    readonly address?: string;
    readonly userId?: string;
    readonly queueId?: string;
    readonly startTime: string;
    endTime?: string;
    readonly attributes: Record<string, string>;
    readonly wrapupRequired: boolean;
    wrapupSkipped?: boolean;
    startAcwTime?: string;
    endAcwTime?: string;
    /** Whom this one listens in on. */
    readonly monitoredParticipantId?: string;
    /** Of an attended transfer: who goes when this one accepts. */
    readonly replacesParticipantId?: string;
    readonly communication: Communication;
}

export interface EmailAddress {
    readonly email?: string;
    readonly name?: string;
}

export interface Attachment {
    readonly attachmentId: string;
    readonly name: string;
    readonly contentType: string;
    readonly contentLength: number;
    readonly contentUri?: string;
    readonly inlineImage?: boolean;
}

/** A mail, or a draft of one: then it has a state. */
export interface Mail {
    readonly id: string;
    readonly to: readonly EmailAddress[];
    readonly cc?: readonly EmailAddress[];
    readonly bcc?: readonly EmailAddress[];
    readonly from: EmailAddress;
    readonly replyTo?: EmailAddress;
    readonly subject?: string;
    readonly attachments: readonly Attachment[];
    readonly textBody: string;
    readonly htmlBody?: string;
    readonly time?: string;
    readonly historyIncluded: boolean;
    readonly state?: 'Created' | 'Ready' | 'Edited';
    readonly draftType?: string;
    /** Sent by a program, without an agent. */
    readonly agentless?: true;
}

export interface Transfer {
    readonly id: string;
    state: 'Pending' | 'Complete';
    readonly dateIssued: string;
    readonly initiator: { readonly userId?: string };
    readonly destination: { readonly userId?: string; readonly address?: string };
    readonly transferType: 'Attended' | 'Unattended';
}

export interface Messaging {
    readonly messengerType: string;
    readonly integrationId: string;
    readonly ownAddress: string;
    readonly customerAddress: string;
}

export interface Conversation {
    readonly id: string;
    readonly medium: Medium;
    /** Of an email: `PureCloud Email`, or the name of somebody else's system. */
    readonly provider: string;
    readonly subject?: string;
    readonly startTime: string;
    endTime?: string;
    readonly participants: Participant[];
    readonly transfers: Transfer[];
    readonly mails: Mail[];
    draft?: Mail;
    readonly messaging?: Messaging;
    recordingState?: string;
    utilizationLabelId?: string;
}

export interface TextMessage {
    readonly id: string;
    readonly conversationId: string;
    readonly communicationId?: string;
    readonly direction: 'inbound' | 'outbound';
    readonly messengerType: string;
    readonly fromAddress: string;
    readonly toAddress: string;
    readonly timestamp: string;
    status: string;
    readonly type: 'Text' | 'Structured';
    readonly text?: string;
    readonly content: readonly Readonly<Record<string, unknown>>[];
    readonly metadata?: Readonly<Record<string, string>>;
    readonly channelMessageId?: string;
    /** User id. */
    readonly createdBy?: string;
    readonly receipts: Readonly<Record<string, unknown>>[];
    /** To which one of the customer's a post on social media replies. */
    readonly inReplyTo?: string;
}

export const isLive = ({ communication }: Participant): boolean => communication.state !== 'disconnected';

export const isAgent = ({ purpose }: Participant): boolean => purpose === 'agent' || purpose === 'user';
