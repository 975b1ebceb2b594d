import type { Said } from './said.ts';
import { backLane } from '../delivery/messageEntry.ts';
import { REPEATABLE } from '../delivery/sender.ts';
import type { Sender } from '../delivery/sender.ts';
import { storableJson } from '../delivery/storable.ts';
import type { Interaction } from '../outbound/outbound.ts';
import { messageBody } from '../salesforce/bodies/messageBody.ts';
import type { InteractionService } from '../salesforce/interactionService.ts';
import type { NewEntry } from '../store/batches.ts';
import type { Entry } from '../store/entries.ts';
import { sentOf } from '../telling/sentOf.ts';
import { FILE_NOT_TAKEN } from './words.ts';

/** A file of the customer that Salesforce accepted, and then did not keep. JSON. */
interface FileOutcome {
    readonly channelAddress: string;
    readonly customer: string;
    /** For the rep to read. */
    readonly text: string;
}

export const FILE_OUTCOME = 'fileOutcome';

const WHY: Readonly<Record<string, string>> = {
    StorageLimitExceeded: 'the org has no room for it',
    AttachmentTooLarge: 'it is too large for Salesforce',
    AttachmentNotFound: 'Salesforce did not find it',
    AttachmentUploadNotEnabled: 'files are switched off for the channel',
    AttachmentUploadNotAllowed: 'files are not allowed here'
};

/** What the rep has to be told of the files of a message; nothing where all were taken, or are still on their way. */
export function fileOutcomeEntries(event: Interaction, { conversation, createdAt, key }: Said): NewEntry[] {
    const { channelAddress, entry, recipient, sender } = event;
    if (entry.entryType !== 'MessageUpdated') return [];
    const { content } = entry;
    const customer = sender.role === 'EndUser' ? sender.subject : recipient?.subject;
    if (channelAddress === undefined || customer === undefined) return [];
    if (content.messageType !== 'StaticContentMessage' || content.formatType !== 'Attachments') return [];
    const lines = content.attachments.flatMap(({ attachmentUploadResult: result, name }) => {
        if (result?.resultType !== 'ErrorAttachmentUploadResult') return [];
        const { errorType = '' } = result;
        const why = Object.hasOwn(WHY, errorType) ? WHY[errorType] : undefined;
        return [FILE_NOT_TAKEN(name, why ?? 'Salesforce did not take it')];
    });
    if (lines.length === 0) return [];
    const body: FileOutcome = { channelAddress, customer, text: lines.join('\n') };
    return [{ lane: backLane(conversation), key, kind: FILE_OUTCOME, body: storableJson(body), createdAt }];
}

/** Tells the rep, in the conversation of the customer, of files that were not taken. */
export function createFileOutcomeSender(service: InteractionService): Sender {
    return {
        plan: async ({ body }: Entry) => [body],
        async send({ body, entry, leaving, signal }) {
            const { text, ...from } = body as FileOutcome;
            try {
                const told = messageBody({ ...from, at: Date.now(), genesysId: entry.key }, text);
                return sentOf(await service('interactions', told, { leaving, signal }));
            } catch (error) {
                if (error instanceof RangeError) return { kind: 'refused', reason: error.message };
                throw error;
            }
        },
        ...REPEATABLE
    };
}
