import { randomUUID } from 'node:crypto';
import type { AttachedFile, OutboundEvent, UploadOutcome } from '../org.ts';
import type { Conversation } from '../state.ts';

/** What became of a file that was accepted. `messageId` is the id that came with it. */
export function messageUpdated(
    { channelAddress, customer, id: conversationIdentifier }: Conversation,
    messageId: string,
    { mimeType, name }: AttachedFile,
    outcome: UploadOutcome,
    now: number
): OutboundEvent {
    const person = { appType: 'custom', subject: customer, role: 'EndUser' };
    const identifier = randomUUID();
    const referenceId = randomUUID();
    return {
        eventType: 'Interaction',
        payload: {
            conversationIdentifier,
            channelAddressIdentifier: channelAddress,
            recipient: person,
            payload: {
                identifier,
                entryType: 'MessageUpdated',
                entryPayload: {
                    entryType: 'MessageUpdated',
                    id: identifier,
                    updatedMessage: {
                        messageType: 'StaticContentMessage',
                        id: messageId,
                        staticContent: {
                            formatType: 'Attachments',
                            text: null,
                            attachments: [
                                {
                                    id: randomUUID(),
                                    name,
                                    mimeType,
                                    url:
                                        outcome === 'completed' ? `https://local.documentforce.com/${referenceId}` : '',
                                    referenceId,
                                    attachmentUploadResult: resultOf(outcome, referenceId)
                                }
                            ]
                        }
                    }
                },
                sender: person,
                senderDisplayName: customer,
                recipients: null,
                transcriptedTimestamp: now,
                clientTimestamp: now,
                clientDuration: 0
            }
        }
    };
}

function resultOf(outcome: UploadOutcome, referenceId: string): object {
    if (outcome === 'completed') return { resultType: 'CompletedAttachmentUploadResult' };
    if (outcome === 'pending') return { resultType: 'PendingAttachmentUploadResult', referenceId };
    return { resultType: 'ErrorAttachmentUploadResult', errorType: outcome, errorMessage: 'The file was not stored.' };
}
