/** Everything around the bridge: Salesforce's stream and service, Genesys Cloud with its log, and where the bridge keeps its rows. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { OAUTH_CLIENTS } from '../genesys/platformApi/clients.ts';
import { createPlatformApi } from '../genesys/platformApi/platformApi.ts';
import { SEEDED } from '../genesys/platformApi/seed.ts';
import {
    call,
    CHANNEL,
    keys,
    message,
    ORG,
    serviceForTests,
    tokenOf
} from '../org/interactionService/serviceForTests.ts';
import { EventBus } from '../org/pubsub/eventBus.ts';
import { startPubSubServer } from '../org/pubsub/pubSubServer.ts';
import { serve } from '../server.ts';

const EVENT = 'Outbound__e';
const CUSTOMER = 'edna';

export interface World {
    readonly folder: string;
    readonly configurationFile: string;
    /** Two conversations of Genesys Cloud in which an agent is. */
    readonly conversations: readonly { readonly id: string; readonly communicationId: string }[];
    /** The rep writes. */
    writes(conversation: string, entry: string, text: string): void;
    /** What has arrived at Genesys Cloud, in the order in which it came. This log only grows. */
    arrived(): readonly string[];
    /** The rep's entries that Salesforce was told about as not delivered, or perhaps not. */
    told(): readonly string[];
    close(): Promise<void>;
}

/** `database` as the bridge's configuration names it. Genesys Cloud takes up to `slowMs` on both sides of doing something. */
export async function createWorld(database: object, random: () => number, slowMs: number): Promise<World> {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-chaos-'));
    const bus = new EventBus();
    bus.deploy({
        eventName: EVENT,
        fields: [
            { name: 'Event_Type__c', type: 'Text' },
            { name: 'Payload__c', type: 'LongTextArea' }
        ]
    });
    const service = await serviceForTests();
    // The customer has written first, as in life: of a conversation that it does not know Salesforce takes nothing.
    const token = await tokenOf(service.url);
    const begun = await call(
        service.url,
        'POST /interactions',
        message('Where is my order?', randomUUID(), { from: CUSTOMER }),
        { token }
    );
    assert.equal(begun.status, 202);
    const pubsub = await startPubSubServer({ bus, organizationId: ORG, isToken: (token) => service.isToken(token) });
    const genesys = createPlatformApi({ requestsPerMinute: 1_000_000 });
    const api = await serve(
        async (request) => {
            await wait(random() * slowMs);
            const answer = await genesys.fetch(request);
            await wait(random() * slowMs);
            return answer;
        },
        { port: 0, upgrade: genesys.upgrade }
    );

    writeFileSync(path.join(folder, 'salesforce.key'), keys.privateKey, { mode: 0o600 });
    writeFileSync(path.join(folder, 'genesys.secret'), OAUTH_CLIENTS.service.secret, { mode: 0o600 });
    const configurationFile = path.join(folder, 'bridge.json');
    writeFileSync(
        configurationFile,
        JSON.stringify({
            salesforce: {
                loginUrl: service.url,
                clientId: 'consumer',
                user: 'bridge@acme.example',
                privateKey: { file: 'salesforce.key' },
                organizationId: ORG,
                pubSub: `http://127.0.0.1:${pubsub.port}`,
                interactions: service.url,
                channel: 'Messaging',
                event: EVENT
            },
            genesys: {
                baseUrl: new URL(api.url).origin,
                clientId: OAUTH_CLIENTS.service.id,
                clientSecret: { file: 'genesys.secret' },
                requestsPerMinute: 100_000
            },
            database,
            showsWithinSeconds: 2,
            conversationsAtOnce: 4
        })
    );

    return {
        folder,
        configurationFile,
        conversations: [SEEDED.open, SEEDED.sms].map(({ agentCommunication, id }) => ({
            id,
            communicationId: agentCommunication
        })),
        writes(conversation, entry, text): void {
            const abstractMessage = {
                messageType: 'StaticContentMessage',
                id: randomUUID(),
                staticContent: { formatType: 'Text', text }
            };
            const payload = {
                conversationIdentifier: conversation,
                channelAddressIdentifier: CHANNEL,
                recipient: { appType: 'custom', subject: CUSTOMER, role: 'EndUser' },
                payload: {
                    identifier: entry,
                    entryType: 'Message',
                    entryPayload: { entryType: 'Message', id: entry, abstractMessage, timestamp: Date.now() },
                    sender: { appType: 'agent', subject: '005000000000001AAA', role: 'Agent' },
                    clientTimestamp: Date.now()
                }
            };
            bus.publish(EVENT, { Event_Type__c: 'Interaction', Payload__c: JSON.stringify(payload) });
        },
        arrived: () => genesys.control.received().map(({ text = '' }) => text),
        told: () => [
            ...new Set(
                service.accepted.flatMap(({ body }) => {
                    const failed = /"failedConversationEntryIdentifier":"([^"]+)"/.exec(JSON.stringify(body));
                    return failed?.[1] === undefined ? [] : [failed[1]];
                })
            )
        ],
        async close(): Promise<void> {
            await pubsub.close();
            await service.close();
            await api.close();
            rmSync(folder, { recursive: true, force: true });
        }
    };
}
