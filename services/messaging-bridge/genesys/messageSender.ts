import { messageOf } from '../delivery/messageEntry.ts';
import type { MessageBody } from '../delivery/messageEntry.ts';
import { Unplanned } from '../delivery/sender.ts';
import type { Sender } from '../delivery/sender.ts';
import { acknowledgementEntries } from '../inbound/acknowledgement.ts';
import type { Database } from '../store/database.ts';
import type { Entry } from '../store/entries.ts';
import { linkOf } from '../store/links.ts';
import type { Link } from '../store/links.ts';
import { channelTexts } from './channelTexts.ts';
import { conversationWrites, openTexts } from './openTexts.ts';
import type { OpenSender } from './openTexts.ts';
import { DEFAULT_WORDS, textParts } from './textParts.ts';
import type { TextPart, TextWords } from './textParts.ts';
import type { Genesys } from './topologies.ts';
import { undelivered } from './undelivered.ts';

export interface MessageSenderOptions {
    readonly database: Database;
    readonly genesys: Genesys;
    readonly words?: TextWords;
    /** Who writes where Genesys Cloud is the far side. */
    readonly openSender?: (message: MessageBody) => OpenSender;
    /** How long after it was written a message waits for its conversation to be linked. Milliseconds. */
    readonly linkWithinMs?: number;
}

const LOOK_FOR_LINK_MS = 1_000;

/** Delivers entries of kind `message` to Genesys Cloud, each by the topology that its conversation is linked by. */
export function createMessageSender({
    database,
    genesys,
    words = DEFAULT_WORDS,
    openSender = conversationWrites('Salesforce'),
    linkWithinMs = 60_000
}: MessageSenderOptions): Sender {
    const channel = channelTexts(genesys);
    const open = openTexts(genesys, database, openSender);
    const linkFor = (entry: Entry): Promise<Link | undefined> => linkOf(database, messageOf(entry).conversation);

    return {
        async plan(entry) {
            const link = await linkFor(entry);
            const missing = missingIn(link);
            if (link !== undefined && missing === undefined) return textParts(entry, link, words);
            const reason = missing ?? NO_LINK;
            throw new Unplanned(
                entry.ageMs < linkWithinMs
                    ? { kind: 'notNow', reason, waitMs: LOOK_FOR_LINK_MS }
                    : { kind: 'refused', reason }
            );
        },
        async send({ body, ...sending }) {
            const link = await linkFor(sending.entry);
            const part = body as TextPart;
            if (link === undefined) return { kind: 'refused', reason: NO_LINK };
            return link.topology === 'genesysChannel'
                ? channel.send({ ...sending, link, part })
                : open.send({ ...sending, link, part });
        },
        async find({ body, ...looking }, startedAgoMs, claimed) {
            const link = await linkFor(looking.entry);
            const part = body as TextPart;
            if (link === undefined) return 'absent';
            return link.topology === 'genesysChannel'
                ? channel.find({ ...looking, link, part }, startedAgoMs, claimed)
                : open.find({ ...looking, link, part }, startedAgoMs, claimed);
        },
        delivered: (entry) => acknowledgementEntries(messageOf(entry), 'Delivered', Date.now()),
        undelivered
    };
}

const NO_LINK = 'no conversation of Genesys Cloud belongs to this one';

function missingIn(link: Link | undefined): string | undefined {
    return link?.topology === 'genesysChannel' && link.communicationId === undefined
        ? 'no agent is connected to the conversation in Genesys Cloud'
        : undefined;
}
