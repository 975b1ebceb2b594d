/** What others.ts starts. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { REP_EVENT } from '../../local/org/pubsub/repEventForTests.ts';
import { entriesOf } from '../../services/messaging-bridge/delivery/entriesOf.ts';
import type { MessageBody } from '../../services/messaging-bridge/delivery/messageEntry.ts';
import { subscribe } from '../../services/messaging-bridge/pubsub/subscribe.ts';
import { positionOf } from '../../services/messaging-bridge/pubsub/subscription.ts';
import type { Batch } from '../../services/messaging-bridge/pubsub/subscription.ts';
import { storeBatch } from '../../services/messaging-bridge/store/batches.ts';
import { takeLeadership } from '../../services/messaging-bridge/store/leadership.ts';
import { openStore } from '../../services/messaging-bridge/store/store.ts';
import type { Told } from './others.ts';

const told = JSON.parse(process.argv[2] ?? '{}') as Told;
const { addresses, count = Infinity } = told;
const TOPIC = `/event/${REP_EVENT.eventName}`;
const MANY = 1_000_000;

let read = 0;
let first: { readonly read: number; readonly at: number } | undefined;

/** From the end of the first answer to the last event: what comes before is the sign-in, the schema and the tables. */
function counted(events: number): void {
    read += events;
    const at = performance.now();
    first ??= { read, at };
    if (read >= count) console.log(JSON.stringify({ perSecond: ((read - first.read) * 1_000) / (at - first.at) }));
}

async function signIn(): Promise<string> {
    const basic = Buffer.from(`${addresses.genesysClient}:${addresses.genesysSecret}`).toString('base64');
    const response = await fetch(`${addresses.genesys}/oauth/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${basic}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' })
    });
    return String(((await response.json()) as { readonly access_token: unknown }).access_token);
}

async function poster(): Promise<(text: string) => Promise<void>> {
    const { conversations, genesys } = addresses;
    const [{ communicationId, conversationId } = { communicationId: '', conversationId: '' }] = conversations;
    const url = `${genesys}/api/v2/conversations/messages/${conversationId}/communications/${communicationId}/messages`;
    const headers = { authorization: `Bearer ${await signIn()}`, 'content-type': 'application/json' };
    return async (textBody) => {
        const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ textBody }) });
        await response.json();
    };
}

function follow(from: 'EARLIEST' | 'LATEST', onEvents: (batch: Batch) => Promise<void>): void {
    const { accessToken, login, organizationId, pubSub } = addresses;
    const credentials = {
        login: () => Promise.resolve({ accessToken, instanceUrl: login, organizationId }),
        refused: () => undefined
    };
    subscribe({ topic: TOPIC, endpoint: pubSub, credentials, from, room: () => MANY, onEvents });
}

interface Client {
    connect(): Promise<void>;
    subscribe(topic: string, heard: (subscription: unknown, type: string, data: never) => void): void;
    subscribeFromEarliestEvent: Client['subscribe'];
}

/** What the client gives of an event. */
interface Given {
    readonly payload: { readonly Payload__c: string };
}

async function clientIn(folder: string): Promise<Client> {
    const require = createRequire(path.join(folder, 'package.json'));
    const file = require.resolve('salesforce-pubsub-api-client').replace(/\.cjs$/, '.js');
    const module = (await import(pathToFileURL(file).href)) as { default: new (...given: unknown[]) => Client };
    const quiet = { debug: () => undefined, info: () => undefined, warn: console.error, error: console.error };
    const { accessToken, organizationId, securePubSub } = addresses;
    const client = new module.default(
        {
            authType: 'user-supplied',
            accessToken,
            // It takes no address of another form.
            instanceUrl: 'https://local.my.salesforce.com',
            organizationId,
            pubSubEndpoint: securePubSub,
            rejectUnauthorizedSsl: false
        },
        quiet
    );
    await client.connect();
    return client;
}

const textIn = (payload: unknown): string =>
    (payload as { payload: { entryPayload: { abstractMessage: { staticContent: { text: string } } } } }).payload
        .entryPayload.abstractMessage.staticContent.text;

switch (told.kind) {
    case 'decodes':
        follow('EARLIEST', async (batch) => {
            entriesOf(batch);
            counted(batch.events.length);
        });
        break;
    case 'stores': {
        const database = await openStore(told.database);
        const leadership = await takeLeadership(database, 'bench', 3_600_000);
        if (leadership === undefined) throw new Error('Somebody else leads.');
        follow('EARLIEST', async (batch) => {
            const replayId = positionOf(batch);
            if (replayId !== undefined)
                await storeBatch(database, leadership, { ...entriesOf(batch), topic: TOPIC, replayId });
            counted(batch.events.length);
        });
        break;
    }
    case 'posts': {
        const post = await poster();
        follow('LATEST', async (batch) => {
            for (const { body } of entriesOf(batch).entries) {
                const { content } = body as MessageBody;
                if ('text' in content) await post(String(content.text));
            }
        });
        break;
    }
    case 'clientDecodes': {
        const client = await clientIn(told.clientFolder);
        client.subscribeFromEarliestEvent(TOPIC, (_subscription, type, { payload }: Given) => {
            if (type !== 'event') return;
            JSON.parse(payload.Payload__c);
            counted(1);
        });
        break;
    }
    case 'clientPosts': {
        const [client, post] = [await clientIn(told.clientFolder), await poster()];
        let last = Promise.resolve();
        client.subscribe(TOPIC, (_subscription, type, { payload }: Given) => {
            if (type === 'event') last = last.then(() => post(textIn(JSON.parse(payload.Payload__c))));
        });
        break;
    }
}
