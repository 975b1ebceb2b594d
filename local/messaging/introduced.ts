/** Conversations that have begun before the page is opened: Salesforce knows the customer, and the bridge the way. */
import path from 'node:path';
import { customerKey } from '../../services/messaging-bridge/inbound/customerMessage.ts';
import { createInteractionService } from '../../services/messaging-bridge/salesforce/interactionService.ts';
import { createJwtBearer } from '../../services/messaging-bridge/salesforce/jwtBearer.ts';
import { messageBody } from '../../services/messaging-bridge/salesforce/bodies/messageBody.ts';
import { markSeen } from '../../services/messaging-bridge/store/heard.ts';
import { setLink } from '../../services/messaging-bridge/store/links.ts';
import { openStore } from '../../services/messaging-bridge/store/store.ts';
import type { PlatformApi } from '../genesys/platformApi/platformApi.ts';
import { SEEDED } from '../genesys/platformApi/seed.ts';
import type { MessagingOrg } from './messagingOrg.ts';

const BEGUN = [SEEDED.open, SEEDED.web];

export async function introduce(
    folder: string,
    { address, genesys, org }: { readonly address: string; readonly genesys: PlatformApi; readonly org: MessagingOrg }
): Promise<void> {
    const { channel, clientId, interactions, loginUrl, organizationId, user } = org.settings;
    const audience = 'https://login.salesforce.com';
    const signIn = createJwtBearer({ loginUrl, audience, clientId, user, privateKey: () => org.privateKey });
    const token = async (refused?: string): Promise<string> => (await signIn(refused)).accessToken;
    const service = createInteractionService({ baseUrl: interactions, orgId: organizationId, channel, token });
    const database = await openStore({ folder: path.join(folder, 'data') });
    try {
        for (const { agentCommunication: communicationId, id: conversationId } of BEGUN) {
            const { messaging } = genesys.control.conversation(conversationId);
            const customer = messaging?.customerAddress ?? '';
            for (const { id: genesysId, text = '', timestamp } of genesys.control.messages(conversationId)) {
                const from = { channelAddress: address, customer, at: Date.parse(timestamp), genesysId };
                await service('interactions', messageBody(from, text));
                await markSeen(database, customerKey(genesysId));
            }
            const found = org.service.conversations.find((one) => one.customer === customer);
            const link = { topology: 'genesysChannel', messenger: 'other', customer } as const;
            if (found !== undefined) await setLink(database, found.id, { ...link, conversationId, communicationId });
        }
    } finally {
        await database.close();
    }
}
