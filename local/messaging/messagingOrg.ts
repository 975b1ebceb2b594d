/** The side of Salesforce: events over real gRPC, the Interaction Service over real HTTP, and a channel of the project's metadata. */
import { generateKeyPairSync } from 'node:crypto';
import { startInteractionService } from '../org/interactionService/interactionService.ts';
import type { OutboundEvent } from '../org/interactionService/org.ts';
import type { InteractionService } from '../org/interactionService/service.ts';
import type { ConversationChannel } from '../org/metadata/conversationChannels.ts';
import { EventBus } from '../org/pubsub/eventBus.ts';
import { eventOfMetadata } from '../org/pubsub/platformEvent.ts';
import { startPubSubServer } from '../org/pubsub/pubSubServer.ts';

const ORGANIZATION = '00DLc0000000001MAA';
const CONSUMER_KEY = 'switchboard-bridge';
const BRIDGE_USER = 'bridge@local.example';

/** A bridge that was killed before its first event goes on from the last of these; Salesforce sends one a minute. */
const KEEPALIVE_MS = 1_000;

export interface MessagingOrgOptions {
    readonly channel: ConversationChannel;
    /** Channel address identifier of the one messaging channel. */
    readonly address: string;
    /** Ids of users, with 18 characters. */
    readonly reps: readonly string[];
    readonly queues: readonly string[];
}

export interface SalesforceSettings {
    readonly loginUrl: string;
    readonly clientId: string;
    readonly user: string;
    readonly privateKey: { readonly file: string };
    readonly organizationId: string;
    readonly pubSub: string;
    readonly interactions: string;
    readonly channel: string;
    readonly event: string;
}

export interface MessagingOrg {
    readonly service: InteractionService;
    /** What a bridge needs to know of this side, as its configuration names it. */
    readonly settings: SalesforceSettings;
    /** PEM, for the file that the settings name. */
    readonly privateKey: string;
    /** How many follow the events now. */
    readonly followers: number;
    /** What the platform tells whoever follows the channel's events. Throws Error for a payload that no field holds. */
    publish(event: OutboundEvent): void;
    close(): Promise<void>;
}

export const KEY_FILE = 'salesforce.key';

export async function startMessagingOrg(options: MessagingOrgOptions): Promise<MessagingOrg> {
    const { address, channel, queues, reps } = options;
    const { developerName, payloadField, platformEvent, routingOwner, consentOwner, typeField } = channel;
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
        modulusLength: 2_048,
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' }
    });
    const bus = new EventBus();
    bus.deploy(eventOfMetadata(platformEvent));
    const publish = ({ eventType, payload }: OutboundEvent): void => {
        const type = typeField === undefined ? {} : { [typeField]: eventType };
        bus.publish(platformEvent.name, { ...type, [payloadField]: JSON.stringify(payload) });
    };
    const service = await startInteractionService({
        organizationId: ORGANIZATION,
        channels: [{ developerName, addresses: [address], routingOwner, consentOwner }],
        apps: [{ consumerKey: CONSUMER_KEY, certificate: publicKey, users: [BRIDGE_USER] }],
        reps: reps.map((userId) => ({ userId })),
        queues,
        publish
    });
    const pubsub = await startPubSubServer({
        bus,
        organizationId: ORGANIZATION,
        isToken: (token) => service.isToken(token),
        rules: { keepaliveMs: KEEPALIVE_MS }
    });
    return {
        service,
        privateKey,
        settings: {
            loginUrl: service.url,
            clientId: CONSUMER_KEY,
            user: BRIDGE_USER,
            privateKey: { file: KEY_FILE },
            organizationId: ORGANIZATION,
            pubSub: `http://127.0.0.1:${pubsub.port}`,
            interactions: service.url,
            channel: developerName,
            event: platformEvent.name
        },
        get followers() {
            return pubsub.subscribers;
        },
        publish,
        async close(): Promise<void> {
            await pubsub.close();
            await service.close();
        }
    };
}
