import type { Sender, Sending, Sent } from '../delivery/sender.ts';
import type { Channel } from '../genesys/channels.ts';
import { Members } from '../outbound/members.ts';
import type { Database } from '../store/database.ts';
import { keepTold } from '../store/told.ts';
import type { AttachedFile } from '../salesforce/attachedFile.ts';
import { attachmentBody } from '../salesforce/bodies/attachmentBody.ts';
import type { FromCustomer } from '../salesforce/bodies/interactionBody.ts';
import { messageBody } from '../salesforce/bodies/messageBody.ts';
import type { InteractionService } from '../salesforce/interactionService.ts';
import { sentOf } from '../telling/sentOf.ts';
import { withAnswered } from './answeredMessage.ts';
import { saidIn } from './customerMessage.ts';
import type { CustomerFile, CustomerSaid } from './customerMessage.ts';
import { nameOf } from './fetchFile.ts';
import type { FetchFile } from './fetchFile.ts';
import { begunIn, keepBegun } from './linking.ts';
import { notTakenEntries } from './salesforceReceipt.ts';
import { FILE_NOT_TAKEN } from './words.ts';
import { bodyOf, partsIn } from './parts.ts';
import type { CustomerPart } from './parts.ts';

export interface CustomerMessageSenderOptions {
    readonly service: InteractionService;
    readonly database: Database;
    readonly channels: readonly Channel[];
    readonly fetchFile: FetchFile;
    /** What the rep reads in the place of a file. */
    readonly fileNotTaken?: (name: string, reason: string) => string;
    /** How long after it was said a file that cannot be fetched is asked for again. Milliseconds. */
    readonly fetchWithinMs?: number;
}

/**
 * Tells Salesforce what a customer said. What nobody knows is told again, with the same ids: whether Salesforce takes the
 * second for the first is not said. A file that cannot be had, and a file or a choice that is refused, become a line of
 * text, so that the rep knows of it.
 */
export function createCustomerMessageSender({
    service,
    database,
    channels,
    fetchFile,
    fileNotTaken = FILE_NOT_TAKEN,
    fetchWithinMs = 120_000
}: CustomerMessageSenderOptions): Sender {
    async function tell(sending: Sending, said: CustomerSaid, body: object, file?: AttachedFile): Promise<Sent> {
        const { leaving, signal } = sending;
        const answer = await service('interactions', body, {
            leaving,
            signal,
            ...(file === undefined ? {} : { file })
        });
        const sent = sentOf(answer);
        const begun = answer.kind === 'done' ? begunIn(answer.body) : undefined;
        if (sent.kind !== 'sent' || begun === undefined) return sent;
        const channel = channels.find(({ channelAddress }) => channelAddress === said.channelAddress);
        const { farEnd } = said;
        const entry = entryIn(body);
        return {
            ...sent,
            async also(statements) {
                await keepBegun(statements, begun, said, channel);
                if (farEnd !== undefined && entry !== undefined) await keepTold(statements, entry, { ...said, farEnd });
            }
        };
    }

    async function tellFile(
        sending: Sending,
        said: CustomerSaid,
        from: FromCustomer,
        file: CustomerFile
    ): Promise<Sent> {
        const instead = (reason: string): Promise<Sent> =>
            tell(sending, said, messageBody(from, fileNotTaken(nameOf(file), reason)));
        const fetched = await fetchFile(file, sending.signal);
        if ('bytes' in fetched) {
            const sent = await tell(sending, said, attachmentBody(from, fetched), fetched);
            return sent.kind === 'refused' ? instead('Salesforce did not take it') : sent;
        }
        if (sending.signal.aborted) return { kind: 'notNow', reason: 'the worker ends', waitMs: 0, isElsewhere: true };
        return fetched.isForNow && sending.entry.ageMs < fetchWithinMs
            ? { kind: 'notNow', reason: 'a file of the customer cannot be fetched', isElsewhere: true }
            : instead(fetched.reason);
    }

    /** A choice that Salesforce does not take is read as it was written. */
    async function tellChoice(
        sending: Sending,
        said: CustomerSaid,
        from: FromCustomer,
        part: Extract<CustomerPart, { readonly choice: unknown }>
    ): Promise<Sent> {
        const sent = await tell(sending, said, bodyOf(from, part));
        const { text } = said.content;
        return sent.kind === 'refused'
            ? tell(sending, said, messageBody(from, text?.trim() ? text : part.choice.title))
            : sent;
    }

    return {
        plan: async (entry) => partsIn(await withAnswered(database, saidIn(entry))),
        async send(sending) {
            const said = saidIn(sending.entry);
            const part = sending.body as CustomerPart;
            const { at, channelAddress, customer } = said;
            const from = { at, channelAddress, customer, genesysId: part.genesysId };
            try {
                if ('file' in part) return await tellFile(sending, said, from, part.file);
                if ('choice' in part) return await tellChoice(sending, said, from, part);
                return await tell(sending, said, bodyOf(from, part));
            } catch (error) {
                // A name or a time that Salesforce would not take. The message names the member, and quotes no text.
                if (error instanceof RangeError) return { kind: 'refused', reason: error.message };
                throw error;
            }
        },
        find: async () => 'repeat',
        undelivered: (entry) => notTakenEntries(saidIn(entry))
    };
}

/** The id under which Salesforce knows what a request tells. */
function entryIn(body: object): string | undefined {
    const [interaction] = new Members(body, '', []).objects('interactions');
    return interaction?.object('payload').id('id') ?? interaction?.id('id');
}
