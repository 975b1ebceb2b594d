import assert from 'node:assert/strict';
import platformClient from 'purecloud-platform-client-v2';
import { serve } from '../../server.ts';
import type { LocalServer } from '../../server.ts';
import { OAUTH_CLIENTS } from './clients.ts';
import { createPlatformApi } from './platformApi.ts';
import type { PlatformApi } from './platformApi.ts';

export type Sdk = InstanceType<typeof platformClient.ConversationsApi>;
export type SdkNotifications = InstanceType<typeof platformClient.NotificationsApi>;
type ApiClient = typeof platformClient.ApiClient.instance;

export interface ServedForSdk {
    readonly api: PlatformApi;
    readonly url: string;
    readonly clock: { now: number };
    /** The vendor's own client, logged in at this server. */
    readonly service: Sdk;
    readonly reader: Sdk;
    readonly agent: Sdk;
    readonly supervisor: Sdk;
    readonly notifications: Readonly<Record<'service' | 'reader' | 'agent', SdkNotifications>>;
    close(): Promise<void>;
}

/** So that a test can let days pass. */
const THIRTY_DAYS = 30 * 24 * 60 * 60;

const START = Date.parse('2026-11-02T09:00:00.000Z');

/** A local Platform API behind a real port, with a clock that stands until a test moves it. */
export async function servedForSdk(): Promise<ServedForSdk> {
    const clock = { now: START };
    const oauthClients = Object.values(OAUTH_CLIENTS).map((one) => ({ ...one, tokenSeconds: THIRTY_DAYS }));
    const api = createPlatformApi({ now: () => clock.now, requestsPerMinute: 10_000, clients: oauthClients });
    const server = await serve(api.fetch, { port: 0, upgrade: api.upgrade });
    const { service, reader, agent, supervisor } = OAUTH_CLIENTS;
    const login = async (into: (client: ApiClient) => Promise<unknown>): Promise<ApiClient> => {
        const client = apiClientOf(server);
        await into(client);
        return client;
    };
    const clients = {
        service: await login((client) => client.loginClientCredentialsGrant(service.id, service.secret)),
        reader: await login((client) => client.loginClientCredentialsGrant(reader.id, reader.secret)),
        agent: await login((client) =>
            client.refreshCodeAuthorizationGrant(agent.id, agent.secret, given(agent.refreshToken))
        ),
        supervisor: await login((client) =>
            client.refreshCodeAuthorizationGrant(supervisor.id, supervisor.secret, given(supervisor.refreshToken))
        )
    };
    return {
        api,
        url: server.url.replace(/\/$/, ''),
        clock,
        service: new platformClient.ConversationsApi(clients.service),
        reader: new platformClient.ConversationsApi(clients.reader),
        agent: new platformClient.ConversationsApi(clients.agent),
        supervisor: new platformClient.ConversationsApi(clients.supervisor),
        notifications: {
            service: new platformClient.NotificationsApi(clients.service),
            reader: new platformClient.NotificationsApi(clients.reader),
            agent: new platformClient.NotificationsApi(clients.agent)
        },
        close: () => server.close()
    };
}

/** The package exports the class, and its typings only the one instance. */
function apiClientOf({ url }: Pick<LocalServer, 'url'>): ApiClient {
    const { ApiClientClass } = platformClient as unknown as { ApiClientClass: new () => ApiClient };
    const client = new ApiClientClass();
    // It reads and watches a file of the user's home otherwise.
    client.config.live_reload_config = false;
    client.setGateway({ host: '127.0.0.1', protocol: 'http', port: Number(new URL(url).port) });
    return client;
}

export interface SaidError {
    readonly status: number;
    readonly code: string;
    readonly message: string;
    readonly contextId: string;
    readonly entityId?: string;
    readonly messageParams?: Readonly<Record<string, string>>;
    readonly details: readonly { readonly fieldName?: string; readonly errorCode: string }[];
}

/** The body of the error with which the call was refused: what the SDK rejects with. */
export async function refusal(call: Promise<unknown>): Promise<SaidError> {
    const said = await call.then(
        () => assert.fail('it was not refused'),
        (error: unknown) => error as SaidError
    );
    assert.equal(typeof said.contextId, 'string', `no error of the API: ${String(said)}`);
    return said;
}

/** What a call gives, where it must give something. */
export function given<Value>(value: Value | undefined): Value {
    assert.ok(value !== undefined);
    return value;
}
