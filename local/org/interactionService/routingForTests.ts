/** The bridge's routing between a local Salesforce over real HTTP and one of its databases. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createBreaker } from '../../../services/messaging-bridge/delivery/breaker.ts';
import { entriesOf } from '../../../services/messaging-bridge/delivery/entriesOf.ts';
import { startWorkers } from '../../../services/messaging-bridge/delivery/workers.ts';
import type { Workers } from '../../../services/messaging-bridge/delivery/workers.ts';
import { createServerClock } from '../../../services/messaging-bridge/genesys/serverClock.ts';
import { routingSenders } from '../../../services/messaging-bridge/routing/routingSenders.ts';
import { createInteractionService } from '../../../services/messaging-bridge/salesforce/interactionService.ts';
import type { InteractionCallName } from '../../../services/messaging-bridge/salesforce/interactionCalls.ts';
import type { InteractionService } from '../../../services/messaging-bridge/salesforce/interactionService.ts';
import { createJwtBearer } from '../../../services/messaging-bridge/salesforce/jwtBearer.ts';
import { addEntries } from '../../../services/messaging-bridge/store/batches.ts';
import type { Database } from '../../../services/messaging-bridge/store/database.ts';
import { call, CHANNEL, keys, message, ORG, tokenOf } from './serviceForTests.ts';
import type { ServiceForTests } from './serviceForTests.ts';

export const CUSTOMER = 'meu003';
/** Far longer than a busy machine stands still. */
const LONGEST_MS = 60_000;

/** The bridge's client, and the clock that it reads off the answers. */
export function clientOf({ url }: { readonly url: string }): {
    readonly service: InteractionService;
    readonly now: () => number;
} {
    const clock = createServerClock();
    const signIn = createJwtBearer({
        loginUrl: url,
        audience: 'https://login.salesforce.com',
        clientId: 'consumer',
        user: 'bridge@acme.example',
        privateKey: () => keys.privateKey,
        fetch: clock.fetch
    });
    const service = createInteractionService({
        baseUrl: url,
        orgId: ORG,
        channel: 'Messaging',
        token: async (refused) => (await signIn(refused)).accessToken,
        fetch: clock.fetch,
        timeoutMs: 20_000
    });
    return { service, now: clock.now };
}

/** A conversation that the customer began. */
export interface Begun {
    readonly conversation: string;
    readonly workItemId: string;
}

export async function begin({ url }: { readonly url: string }, from = CUSTOMER): Promise<Begun> {
    const token = await tokenOf(url);
    const { body } = await call(url, 'POST /interactions', message('Hello', randomUUID(), { from }), { token });
    const [workItemId] = body['workItemIds'] as string[];
    return { conversation: String(body['conversationIdentifier']), workItemId: String(workItemId) };
}

/** An event of the channel, as it comes in by the stream. `agoMs`: when Salesforce published it. */
export interface Published {
    readonly type: 'Interaction' | 'RoutingRequested';
    readonly payload: object;
    readonly createdAt: number;
}

const addressed = (conversationIdentifier: string): object => ({
    conversationIdentifier,
    channelAddressIdentifier: CHANNEL,
    recipient: { appType: 'custom', subject: CUSTOMER, role: 'EndUser' }
});

/** `parameters`: who is to be found, as `userId`, `queueId` or `flowId`. Salesforce’s own sample names no work item. */
export function requested(
    { conversation }: Begun,
    routingType: string,
    parameters: object = {},
    createdAt = Date.now(),
    workRecordId: string | null = null
): Published & { readonly eventId: string } {
    const eventId = randomUUID();
    const channelData = JSON.stringify({ eventId, routingType, conversationId: conversation });
    return {
        type: 'RoutingRequested',
        createdAt,
        eventId,
        payload: {
            ...addressed(conversation),
            payload: {
                conversationIdentifier: conversation,
                routingType,
                workRecordId,
                routingParameters: {
                    userId: null,
                    queueId: null,
                    flowId: null,
                    botId: null,
                    ...parameters,
                    channelData
                }
            }
        }
    };
}

/** One entry of the conversation that Salesforce itself wrote. */
export function happened({ conversation }: Begun, entryType: string, members: object): Published {
    const identifier = randomUUID();
    return {
        type: 'Interaction',
        createdAt: Date.now(),
        payload: {
            ...addressed(conversation),
            payload: {
                identifier,
                entryType,
                entryPayload: { entryType, id: identifier, ...members },
                sender: { appType: 'conversation', subject: 'system', role: 'System' },
                clientTimestamp: Date.now()
            }
        }
    };
}

export const ended = (begun: Begun, routingType: string, failureType = 'Cancelled'): Published =>
    happened(begun, 'RoutingResult', { routingType, failureType, errorMessages: [] });

/** Stores events as the stream's reader does, in one transaction. */
export async function store(database: Database, ...events: readonly Published[]): Promise<void> {
    const received = events.map(({ createdAt, payload, type }) => ({
        id: randomUUID(),
        replayId: Buffer.from(randomUUID()),
        schemaId: 'schema',
        bytes: Buffer.from(''),
        record: { CreatedDate: createdAt, EventType__c: type, Payload__c: JSON.stringify(payload) }
    }));
    const { entries, unreadable } = entriesOf({ events: received });
    if (unreadable.length > 0) throw new Error(unreadable.map(({ reason }) => reason).join());
    await database.transaction((statements) => addEntries(statements, entries));
}

export interface Routed {
    /** Each call that Salesforce has taken since the customer wrote: its name, and its body. */
    calls(): readonly (readonly [string, Record<string, unknown>])[];
    names(): readonly string[];
}

export const routedBy = ({ accepted }: ServiceForTests): Routed => {
    const calls = (): readonly (readonly [string, Record<string, unknown>])[] =>
        accepted
            .filter((one) => one.call !== 'POST /interactions')
            .map((one) => [one.call, one.body as Record<string, unknown>]);
    return { calls, names: () => calls().map(([name]) => name) };
};

/** As that client, but the first call of that name after `before` others has left, and arrives once it is let go. */
export function heldUp(
    { now, service }: ReturnType<typeof clientOf>,
    held: InteractionCallName,
    before = 0
): ReturnType<typeof clientOf> & { readonly hasLeft: boolean; letGo(): void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    let calls = 0;
    return {
        now,
        async service(name, body, options) {
            if (name !== held || (calls += 1) !== before + 1) return service(name, body, options);
            options?.leaving?.();
            await promise;
            return service(name, body);
        },
        get hasLeft() {
            return calls > before;
        },
        letGo: resolve
    };
}

let starts = 0;

/** Workers that route, with short waits. */
export async function routing(
    database: Database,
    options: Omit<Parameters<typeof routingSenders>[0], 'database'>
): Promise<Workers> {
    const senders = routingSenders({ database, ...options });
    const breaker = createBreaker(20);
    return startWorkers({
        database,
        name: `router ${(starts += 1)}`,
        lanes: 2,
        leaseMs: LONGEST_MS,
        senderOf: (kind) => senders.get(kind),
        breakerOf: () => breaker,
        maxAgeMs: 86_400_000,
        settleMs: 200,
        firstWaitMs: 5,
        onSettled: () => undefined,
        onFault: (error) => console.error(error)
    });
}

/** Waits until everything that was asked for has ended. */
export async function settled(database: Database): Promise<readonly string[]> {
    for (const since = performance.now(); performance.now() - since < LONGEST_MS; await wait(10)) {
        const rows = await database.query<{ state: string }>('select state from bridge_entries order by seq');
        const states = rows.map(({ state }) => state);
        if (!states.includes('waiting')) return states;
    }
    throw new Error(`still waiting: ${JSON.stringify(await database.query('select * from bridge_lanes'))}`);
}
