import { contentOf } from './content/content.ts';
import type { Acknowledgement, Entry, EntryType, ParticipantChange, StaffOnly, Typing } from './entries.ts';
import type { Members } from './members.ts';
import { kept } from './members.ts';
import { participantOf } from './participants.ts';

/** Undefined: what is needed to act on the entry is missing, and noted. */
type Reader = (members: Members) => Entry | undefined;

const needed = 'needed';

const typing =
    (entryType: Typing['entryType']): Reader =>
    (m) =>
        kept({ entryType, id: m.id('id'), timestamp: m.number('timestamp', needed) });

const staffOnly =
    (entryType: StaffOnly['entryType']): Reader =>
    (m) =>
        kept({ entryType, id: m.id('id') });

function acknowledgement(entryType: Acknowledgement['entryType']): Reader {
    return (m) => {
        const acknowledged = m.id('acknowledgedConversationEntryIdentifier', needed);
        if (acknowledged === undefined) return undefined;
        return kept({
            entryType,
            id: m.id('id'),
            acknowledgedConversationEntryIdentifier: acknowledged,
            acknowledgementTimestamp: m.number('acknowledgementTimestamp', needed),
            recipient: participantOf(m.object('recipient', needed))
        });
    };
}

function participantChange(m: Members): ParticipantChange {
    const menu = m.object('menuMetadata').objects('menuOptions');
    return kept({
        operation: m.id('operation'),
        participant: participantOf(m.object('participant')),
        displayName: m.text('displayName'),
        menuOptions: menu.map((option) =>
            kept({ optionIdentifier: option.id('optionIdentifier'), title: option.text('title') })
        )
    });
}

/** Only what is there: an object of nothing says nothing. */
function some<T extends object>(object: T): T | undefined {
    const known = kept(object);
    return Object.keys(known).length > 0 ? known : undefined;
}

const READERS: { readonly [T in EntryType]: Reader } = {
    Message: (m) => {
        const message = m.object('abstractMessage', needed);
        return kept({
            entryType: 'Message',
            id: m.id('id'),
            messageId: message.id('id', needed),
            content: contentOf(message),
            messageReason: m.id('messageReason'),
            inReplyToMessageId: message.id('inReplyToMessageId'),
            customHandlingType: message.id('customHandlingType'),
            contentCategory: message.id('contentCategory')
        });
    },
    TypingStartedIndicator: typing('TypingStartedIndicator'),
    TypingStoppedIndicator: typing('TypingStoppedIndicator'),
    MessageUpdated: (m) => {
        const message = m.object('updatedMessage', needed);
        return kept({
            entryType: 'MessageUpdated',
            id: m.id('id'),
            messageId: message.id('id', needed),
            content: contentOf(message)
        });
    },
    // Salesforce's schema requires a `participant` beside the list, which no event can have.
    ParticipantChanged: (m) =>
        kept({ entryType: 'ParticipantChanged', id: m.id('id'), entries: m.objects('entries').map(participantChange) }),
    RoutingResult: (m) => {
        const routingType = m.id('routingType', needed);
        const failureType = m.id('failureType', needed);
        if (routingType === undefined || failureType === undefined) return undefined;
        const wait = m.object('estimatedWaitTime');
        const details = m.object('routingConfigurationDetails');
        return kept({
            entryType: 'RoutingResult',
            id: m.id('id'),
            routingType,
            failureType,
            errorMessages: m.texts('errorMessages', needed),
            failureReason: m.text('failureReason'),
            cancelReason: m.id('cancelReason'),
            workOwnerId: m.id('workOwnerId'),
            initiator: participantOf(m.object('initiator')),
            recordId: m.id('recordId'),
            pendingServiceRoutingId: m.id('pendingServiceRoutingId'),
            isExternallyRouted: m.flag('isExternallyRouted'),
            estimatedWaitTime: some({
                estimatedWaitTimeInSeconds: wait.number('estimatedWaitTimeInSeconds'),
                isEWTRequested: wait.flag('isEWTRequested')
            }),
            routingConfigurationDetails: some({ queueId: details.id('queueId'), agentId: details.id('agentId') }),
            skipRouterCPRemovalIfNoRoutingFailures: m.flag('skipRouterCPRemovalIfNoRoutingFailures')
        });
    },
    // Salesforce's schema requires a `conversationId` that it does not define.
    RoutingWorkResult: (m) => {
        const workType = m.id('workType', needed);
        if (workType === undefined) return undefined;
        return kept({
            entryType: 'RoutingWorkResult',
            id: m.id('id'),
            workType,
            workId: m.id('workId', needed),
            workTargetId: m.id('workTargetId', needed),
            errorMessages: m.texts('errorMessages', needed),
            routingType: m.id('routingType'),
            queueId: m.id('queueId'),
            botId: m.id('botId'),
            agentSessionId: m.id('agentSessionId'),
            agentGroupIds: m.texts('agentGroupIds')
        });
    },
    DeliveryAcknowledgement: acknowledgement('DeliveryAcknowledgement'),
    ReadAcknowledgement: acknowledgement('ReadAcknowledgement'),
    MessageDeliveryFailed: (m) =>
        kept({
            entryType: 'MessageDeliveryFailed',
            id: m.id('id'),
            recipient: participantOf(m.object('recipient', needed)),
            errorCode: m.id('errorCode', needed),
            errorMessage: m.text('errorMessage'),
            failedConversationEntryIdentifier: m.id('failedConversationEntryIdentifier')
        }),
    SessionStatusChanged: (m) => {
        const sessionStatus = m.id('sessionStatus', needed);
        if (sessionStatus === undefined) return undefined;
        return kept({
            entryType: 'SessionStatusChanged',
            id: m.id('id'),
            sessionStatus,
            sessionId: m.id('sessionId', needed),
            conversationIdentifier: m.id('conversationIdentifier', needed),
            channelAddressIdentifier: m.id('channelAddressIdentifier', needed),
            sessionStatusPrev: m.id('sessionStatusPrev'),
            sessionEndedByRole: m.id('sessionEndedByRole'),
            sessionStartTime: m.number('sessionStartTime', needed),
            sessionEndTime: m.number('sessionEndTime')
        });
    },
    EndUserConsentUpdated: (m) => {
        const consentStatus = m.id('consentStatus', needed);
        if (consentStatus === undefined) return undefined;
        return kept({
            entryType: 'EndUserConsentUpdated',
            id: m.id('id'),
            consentStatus,
            endUserSubject: m.id('endUserSubject', needed),
            isEndUserInitiated: m.flag('isEndUserInitiated', needed),
            initiatingConversationEntryIdentifier: m.id('initiatingConversationEntryIdentifier'),
            confirmationConversationEntryIdentifier: m.id('confirmationConversationEntryIdentifier'),
            endUserDisplayName: m.text('endUserDisplayName')
        });
    },
    ProgressIndicator: (m) => {
        const indicator = m.object('progressIndicator', needed);
        return kept({
            entryType: 'ProgressIndicator',
            id: m.id('id'),
            indicatorType: indicator.id('indicatorType', needed),
            timestamp: indicator.number('timestamp', needed),
            text: indicator.object('progressMessage').text('text')
        });
    },
    QueuePosition: (m) => {
        const position = m.number('position', needed);
        if (position === undefined) return undefined;
        return kept({
            entryType: 'QueuePosition',
            id: m.id('id'),
            position,
            pendingServiceRoutingId: m.id('pendingServiceRoutingId', needed),
            workItemId: m.id('workItemId', needed)
        });
    },
    ConsultConversationInfo: (m) =>
        kept({
            entryType: 'ConsultConversationInfo',
            id: m.id('id'),
            conversationIdentifier: m.id('conversationIdentifier', needed),
            timestamp: m.number('timestamp', needed)
        }),
    Note: staffOnly('Note'),
    FlagRaise: staffOnly('FlagRaise'),
    FlagLower: staffOnly('FlagLower')
};

/** Every entryType that this bridge reads. */
export const ENTRY_TYPES = Object.keys(READERS) as readonly EntryType[];

export const isEntryType = (name: string): name is EntryType => Object.hasOwn(READERS, name);

/** Reads an entryPayload. Undefined: what is needed to act on it is missing, and noted. */
export const readEntry = (entryType: EntryType, payload: Members): Entry | undefined => READERS[entryType](payload);
