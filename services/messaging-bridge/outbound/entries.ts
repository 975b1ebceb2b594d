/** Every entryType, in Salesforce's words. What is needed to act on an entry is not optional here. */
import type { Content } from './content/content.ts';
import type { Participant } from './participant.ts';

interface Of<T extends string> {
    readonly entryType: T;
    /** Repeats the identifier of the entry in all samples that are published. */
    readonly id?: string;
}

export interface Message extends Of<'Message'> {
    /** Names the message for answers (inReplyToMessageId); the entry's identifier names the entry. */
    readonly messageId?: string;
    readonly content: Content;
    /** AutomatedResponse, Consent. Absent: a person wrote it. */
    readonly messageReason?: string;
    readonly inReplyToMessageId?: string;
    /** None, Survey. */
    readonly customHandlingType?: string;
    /** Reminder, Feedback, OrderUpdate, AccountUpdate, PromotionalOutreach, Authentication. */
    readonly contentCategory?: string;
}

export interface Typing extends Of<'TypingStartedIndicator' | 'TypingStoppedIndicator'> {
    /** Milliseconds since 1970. */
    readonly timestamp?: number;
}

/** What became of a message of ours, by its id: whether its file was taken. */
export interface MessageUpdated extends Of<'MessageUpdated'> {
    readonly messageId?: string;
    readonly content: Content;
}

export interface ParticipantChange {
    /** add, remove, update. */
    readonly operation?: string;
    readonly participant?: Participant;
    readonly displayName?: string;
    readonly menuOptions: readonly { readonly optionIdentifier?: string; readonly title?: string }[];
}

export interface ParticipantChanged extends Of<'ParticipantChanged'> {
    readonly entries: readonly ParticipantChange[];
}

export interface RoutingResult extends Of<'RoutingResult'> {
    /** Initial, Transfer, Conference. */
    readonly routingType: string;
    /** None is success; Unknown, SubmissionError, RoutingError and Cancelled are not. */
    readonly failureType: string;
    readonly errorMessages: readonly string[];
    readonly failureReason?: string;
    readonly cancelReason?: string;
    readonly workOwnerId?: string;
    readonly initiator?: Participant;
    readonly recordId?: string;
    readonly pendingServiceRoutingId?: string;
    readonly isExternallyRouted?: boolean;
    readonly estimatedWaitTime?: { readonly estimatedWaitTimeInSeconds?: number; readonly isEWTRequested?: boolean };
    readonly routingConfigurationDetails?: { readonly queueId?: string; readonly agentId?: string };
    readonly skipRouterCPRemovalIfNoRoutingFailures?: boolean;
}

export interface RoutingWorkResult extends Of<'RoutingWorkResult'> {
    /** Assigned, Accepted, Cancelled, Closed, Declined, TransferError, Transferred. */
    readonly workType: string;
    readonly workId?: string;
    readonly workTargetId?: string;
    readonly errorMessages: readonly string[];
    readonly routingType?: string;
    readonly queueId?: string;
    readonly botId?: string;
    readonly agentSessionId?: string;
    readonly agentGroupIds: readonly string[];
}

export interface Acknowledgement extends Of<'DeliveryAcknowledgement' | 'ReadAcknowledgement'> {
    readonly acknowledgedConversationEntryIdentifier: string;
    /** Milliseconds since 1970. */
    readonly acknowledgementTimestamp?: number;
    readonly recipient?: Participant;
}

export interface MessageDeliveryFailed extends Of<'MessageDeliveryFailed'> {
    readonly recipient?: Participant;
    readonly errorCode?: string;
    readonly errorMessage?: string;
    readonly failedConversationEntryIdentifier?: string;
}

export interface SessionStatusChanged extends Of<'SessionStatusChanged'> {
    /** Active, Ended, Waiting, New, Consent, Inactive, Error, Paused. */
    readonly sessionStatus: string;
    readonly sessionId?: string;
    readonly conversationIdentifier?: string;
    readonly channelAddressIdentifier?: string;
    readonly sessionStatusPrev?: string;
    readonly sessionEndedByRole?: string;
    /** Milliseconds since 1970. */
    readonly sessionStartTime?: number;
    readonly sessionEndTime?: number;
}

export interface EndUserConsentUpdated extends Of<'EndUserConsentUpdated'> {
    /** OptIn, OptOut. */
    readonly consentStatus: string;
    readonly endUserSubject?: string;
    readonly isEndUserInitiated?: boolean;
    readonly initiatingConversationEntryIdentifier?: string;
    readonly confirmationConversationEntryIdentifier?: string;
    readonly endUserDisplayName?: string;
}

export interface ProgressIndicator extends Of<'ProgressIndicator'> {
    readonly indicatorType?: string;
    readonly timestamp?: number;
    /** What the customer may read meanwhile; at most 255 characters. */
    readonly text?: string;
}

export interface QueuePosition extends Of<'QueuePosition'> {
    readonly position: number;
    readonly pendingServiceRoutingId?: string;
    readonly workItemId?: string;
}

export interface ConsultConversationInfo extends Of<'ConsultConversationInfo'> {
    readonly conversationIdentifier?: string;
    readonly timestamp?: number;
}

/** For the eyes of staff. What it says is not even read, so that it can reach nobody. */
export type StaffOnly = Of<'Note' | 'FlagRaise' | 'FlagLower'>;

export type Entry =
    | Message
    | Typing
    | MessageUpdated
    | ParticipantChanged
    | RoutingResult
    | RoutingWorkResult
    | Acknowledgement
    | MessageDeliveryFailed
    | SessionStatusChanged
    | EndUserConsentUpdated
    | ProgressIndicator
    | QueuePosition
    | ConsultConversationInfo
    | StaffOnly;

export type EntryType = Entry['entryType'];
