import type { Interaction } from '../outbound/outbound.ts';
import type { MessageBody } from './messageEntry.ts';

/** What the customer is told besides messages; nothing unless it is asked for. */
export interface AlsoTell {
    /** What is being done for them, in the words of Salesforce. */
    readonly progress?: boolean;
    /** Where they stand; `{position}` is the number. */
    readonly queuePosition?: string | undefined;
}

/** An entry that goes as a message does, in its turn, though no rep wrote it and nobody asks what became of it. */
export const REMARK = 'remark';

/** Undefined where there is nothing to tell, or nobody asked for it. It names no entry: no rep waits for it. */
export function remarkBody(
    { channelAddress, conversationIdentifier, entry, recipient, sender }: Interaction,
    conversation: string,
    createdAt: number,
    { progress = false, queuePosition }: AlsoTell
): MessageBody | undefined {
    const text =
        entry.entryType === 'ProgressIndicator' && progress
            ? entry.text
            : entry.entryType === 'QueuePosition' && Number.isSafeInteger(entry.position) && entry.position >= 0
              ? queuePosition?.replaceAll('{position}', String(entry.position))
              : undefined;
    if (text === undefined || text.trim() === '') return undefined;
    return {
        conversation,
        sender,
        createdAt,
        content: { messageType: 'StaticContentMessage', formatType: 'Text', text },
        ...(conversationIdentifier === undefined ? {} : { conversationIdentifier }),
        ...(channelAddress === undefined ? {} : { channelAddress }),
        ...(recipient === undefined ? {} : { recipient })
    };
}
