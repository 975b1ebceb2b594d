import { messageOf } from '../delivery/messageEntry.ts';
import type { Database } from '../store/database.ts';
import type { Entry } from '../store/entries.ts';
import { goOn, linkOf, setLink } from '../store/links.ts';
import type { Link } from '../store/links.ts';
import type { Channel } from './channels.ts';

/**
 * Where a message's conversation goes on: as it is kept, or, where Genesys Cloud is the far side of the channel, as the
 * configuration says, which is kept then. Throws DatabaseFault.
 */
export const linkByChannel =
    (database: Database, channels: readonly Channel[]) =>
    async (entry: Pick<Entry, 'body'>): Promise<Link | undefined> => {
        const { channelAddress, conversation, recipient } = messageOf(entry);
        const kept = await linkOf(database, conversation);
        if (kept?.hasEnded) await goOn(database, conversation);
        const customer = recipient?.subject;
        const channel = channels.find((one) => one.channelAddress === channelAddress);
        if (kept !== undefined || customer === undefined || channel?.topology !== 'openMessaging') return kept;
        const { integrationId, messenger, topology } = channel;
        const link = { topology, messenger, customer, integrationId };
        await setLink(database, conversation, link);
        return link;
    };
