/** All that a message passes between a rep and a customer, on this machine: both sides, and the bridge between them. */
import { randomUUID } from 'node:crypto';
import { OAUTH_CLIENTS } from '../genesys/platformApi/clients.ts';
import { DIGITAL_QUEUES, USERS } from '../genesys/platformApi/directory.ts';
import { createPlatformApi } from '../genesys/platformApi/platformApi.ts';
import type { PlatformApi } from '../genesys/platformApi/platformApi.ts';
import type { LocalOrg } from '../org/org.ts';
import { startGenesysServer } from './genesysServer.ts';
import type { GenesysServer } from './genesysServer.ts';
import { KEY_FILE, startMessagingOrg } from './messagingOrg.ts';
import type { MessagingOrg } from './messagingOrg.ts';
import { createOwnBridge } from './ownBridge.ts';
import type { Fill, OwnBridge } from './ownBridge.ts';

export interface MessagingWorld {
    readonly org: MessagingOrg;
    readonly genesys: PlatformApi;
    readonly genesysServer: GenesysServer;
    readonly bridge: OwnBridge;
    close(): Promise<void>;
}

const SECRET_FILE = 'genesys.secret';
/** The number is of a range that ACMA keeps free for drama. */
const WHATSAPP = { from: '61491570157', by: 'whatsapp', name: 'Mateo Silva', text: 'Has my order left?' } as const;
const SALESFORCE_QUEUE = '00GLc0000000001IAA';

/**
 * `genesys` is one that others use too; without it this world has its own. `fill` puts a database where the bridge's is
 * to be. The bridge begins to start.
 */
export async function createMessagingWorld(
    { conversationChannels, users }: Pick<LocalOrg, 'conversationChannels' | 'users'>,
    genesys: PlatformApi = createPlatformApi(),
    fill?: Fill
): Promise<MessagingWorld> {
    const [channel] = conversationChannels();
    if (channel === undefined) throw new Error('The project has no ConversationChannelDefinition.');
    const address = randomUUID();
    const reps = users().map(({ id }) => id);
    const [org, genesysServer] = await Promise.all([
        startMessagingOrg({ channel, address, reps, queues: [SALESFORCE_QUEUE] }),
        startGenesysServer(genesys)
    ]);
    // Nobody writes by WhatsApp at first, and it is the one channel that tells what was read.
    if (!genesys.control.conversations().some(({ messaging }) => messaging?.messengerType === 'whatsapp'))
        genesys.control.customerTexts(WHATSAPP);
    const { id: clientId, secret } = OAUTH_CLIENTS.service;
    const bridge = createOwnBridge({
        configuration: {
            salesforce: org.settings,
            genesys: { baseUrl: genesysServer.origin, clientId, clientSecret: { file: SECRET_FILE } },
            database: { folder: 'data' },
            channels: [{ topology: 'genesysChannel', channelAddress: address, queueId: DIGITAL_QUEUES[0]?.id }],
            reps: USERS.slice(0, reps.length).map(({ id }, at) => ({ salesforceUserId: reps[at], genesysUserId: id })),
            // Where reps' files are: this machine, and nowhere else.
            files: { hosts: ['127.0.0.1'] },
            showsWithinSeconds: 5
        },
        secrets: { [KEY_FILE]: org.privateKey, [SECRET_FILE]: secret },
        fill,
        isFollowing: () => org.followers > 0 && genesysServer.listeners > 0
    });
    bridge.start();
    return {
        org,
        genesys,
        genesysServer,
        bridge,
        async close(): Promise<void> {
            await bridge.close();
            await Promise.all([org.close(), genesysServer.close()]);
        }
    };
}
