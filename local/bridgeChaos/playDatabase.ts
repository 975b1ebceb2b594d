/** The database of a play, before the bridge has it. */
import { DatabaseFault } from '../../services/messaging-bridge/store/database.ts';
import type { Database } from '../../services/messaging-bridge/store/database.ts';
import { setLink } from '../../services/messaging-bridge/store/links.ts';
import { openStore } from '../../services/messaging-bridge/store/store.ts';
import type { Place } from '../../services/messaging-bridge/store/store.ts';
import type { World } from './world.ts';

/** Each conversation of Salesforce goes on in one of Genesys Cloud. */
export async function link(world: World, nameOf: (at: number) => string): Promise<void> {
    const database = await opened(world.place);
    for (const [at, { communicationId, id }] of world.conversations.entries())
        await setLink(database, nameOf(at), {
            topology: 'genesysChannel',
            messenger: 'other',
            customer: 'edna',
            conversationId: id,
            communicationId
        });
    await database.close();
}

/** An embedded database that starts in this process holds up the answers of another one's for long, on a busy machine. */
async function opened(place: Place): Promise<Database> {
    for (let left = 3; ; left -= 1) {
        try {
            return await openStore(place);
        } catch (error) {
            if (left === 0 || !(error instanceof DatabaseFault)) throw error;
        }
    }
}
