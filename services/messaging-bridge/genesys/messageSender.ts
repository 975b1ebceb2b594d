import { messageOf } from '../delivery/messageEntry.ts';
import type { MessageBody } from '../delivery/messageEntry.ts';
import { Unplanned } from '../delivery/sender.ts';
import type { Looking, Sender, Sending } from '../delivery/sender.ts';
import { acknowledgementEntries } from '../inbound/acknowledgement.ts';
import type { Database } from '../store/database.ts';
import type { Entry } from '../store/entries.ts';
import { fileOf } from '../store/files.ts';
import { isOptedOut } from '../store/consent.ts';
import { linkOf } from '../store/links.ts';
import type { Link } from '../store/links.ts';
import { channelFiles } from './channelFiles.ts';
import { channelTexts } from './channelTexts.ts';
import type { UploadTimes } from './mediaUpload.ts';
import { DEFAULT_WORDS, insteadOf, messageParts } from './messageParts.ts';
import type { FilePart, MessagePart, MessageWords } from './messageParts.ts';
import { conversationWrites, openMessages } from './openMessages.ts';
import type { OpenWriter } from './openMessages.ts';
import { giveUp, plannedFiles } from './plannedFiles.ts';
import type { Genesys, Ways } from './topologies.ts';
import { undelivered } from './undelivered.ts';

export interface MessageSenderOptions {
    readonly database: Database;
    readonly genesys: Genesys;
    readonly words?: MessageWords;
    /** Who writes where Genesys Cloud is the far side. */
    readonly openSender?: OpenWriter;
    /** How long after it was written a message waits for its conversation to be linked. Milliseconds. */
    readonly linkWithinMs?: number;
    /** How long after the bridge heard of it a message waits for its files. Milliseconds. */
    readonly filesWithinMs?: number;
    readonly uploadTimes?: Partial<UploadTimes>;
    /** Where a message's conversation goes on. */
    readonly linkFor?: (entry: Entry) => Promise<Link | undefined>;
}

const LOOK_FOR_LINK_MS = 1_000;

/** Delivers entries of kind `message` to Genesys Cloud, each by the topology that its conversation is linked by. */
export function createMessageSender({
    database,
    genesys,
    words = DEFAULT_WORDS,
    openSender = conversationWrites('Salesforce'),
    linkWithinMs = 60_000,
    filesWithinMs = 60_000,
    uploadTimes = {},
    linkFor = (entry) => linkOf(database, messageOf(entry).conversation)
}: MessageSenderOptions): Sender {
    const open = openMessages(genesys, database, openSender);
    const ways = {
        genesysChannel: { texts: channelTexts(genesys), files: channelFiles(genesys, database, uploadTimes) },
        openMessaging: { texts: open, files: open }
    };

    async function sendBy<L extends Link>({ files, texts }: Ways<L>, link: L, { body, ...sending }: Sending) {
        const part = body as MessagePart;
        if ('text' in part) return texts.send({ ...sending, link, part });
        if (!(await isGivenUp(sending.entry, part))) {
            const sent = await files.send({ ...sending, link, part });
            if (sent.kind !== 'refused') return sent;
            await giveUp(database, sending.entry, part.file, sent.reason);
        }
        return texts.send({ ...sending, link, part: insteadOf(part, words) });
    }

    async function findBy<L extends Link>(
        { files, texts }: Ways<L>,
        link: L,
        { body, ...looking }: Looking,
        ...rest: [startedAgoMs: number, claimed: ReadonlySet<string>]
    ) {
        const part = body as MessagePart;
        if ('text' in part) return texts.find({ ...looking, link, part }, ...rest);
        return (await isGivenUp(looking.entry, part))
            ? texts.find({ ...looking, link, part: insteadOf(part, words) }, ...rest)
            : files.find({ ...looking, link, part }, ...rest);
    }

    const isGivenUp = async ({ key }: Entry, { file }: FilePart): Promise<boolean> =>
        (await fileOf(database, { message: key, number: file.number }))?.problem !== undefined;

    return {
        async plan(entry) {
            if (await isUnwanted(database, messageOf(entry)))
                throw new Unplanned({ kind: 'refused', reason: OPTED_OUT });
            const link = await linkFor(entry);
            const missing = missingIn(link);
            if (link !== undefined && missing === undefined)
                return messageParts(entry, link, words, await plannedFiles(database, entry, filesWithinMs));
            const reason = missing ?? NO_LINK;
            throw new Unplanned(
                entry.ageMs < linkWithinMs
                    ? { kind: 'notNow', reason, waitMs: LOOK_FOR_LINK_MS }
                    : { kind: 'refused', reason }
            );
        },
        async send(sending) {
            const link = await linkFor(sending.entry);
            if (link === undefined) return { kind: 'refused', reason: NO_LINK };
            return link.topology === 'genesysChannel'
                ? sendBy(ways.genesysChannel, link, sending)
                : sendBy(ways.openMessaging, link, sending);
        },
        async find(looking, ...rest) {
            const link = await linkFor(looking.entry);
            if (link === undefined) return 'absent';
            return link.topology === 'genesysChannel'
                ? findBy(ways.genesysChannel, link, looking, ...rest)
                : findBy(ways.openMessaging, link, looking, ...rest);
        },
        delivered: (entry) => acknowledgementEntries(messageOf(entry), 'Delivered', Date.now()),
        undelivered
    };
}

const OPTED_OUT = 'the customer wants no messages on this channel any more';

/** What is about the consent itself goes all the same, such as the answer to a customer who opts out. */
async function isUnwanted(
    database: Database,
    { channelAddress, messageReason, recipient }: MessageBody
): Promise<boolean> {
    const customer = recipient?.subject;
    if (channelAddress === undefined || customer === undefined || messageReason === 'Consent') return false;
    return isOptedOut(database, channelAddress, customer);
}

const NO_LINK = 'no conversation of Genesys Cloud belongs to this one';

function missingIn(link: Link | undefined): string | undefined {
    return link?.topology === 'genesysChannel' && link.communicationId === undefined
        ? 'no agent is connected to the conversation in Genesys Cloud'
        : undefined;
}
