import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { OAUTH_CLIENTS } from './clients.ts';
import type { OAuthClient } from './oauth.ts';
import { createPlatformApi } from './platformApi.ts';
import type { PlatformApi } from './platformApi.ts';

const ORIGIN = 'http://127.0.0.1:4690';
const { service, agent } = OAUTH_CLIENTS;
let now: number;
let api: PlatformApi;

beforeEach(() => {
    now = Date.parse('2026-11-02T09:00:00Z');
    api = createPlatformApi({ now: () => now, requestsPerMinute: 3 });
});

type Login = Pick<OAuthClient, 'id' | 'secret'>;

async function asked({ id, secret }: Login, form: Record<string, string>): Promise<[number, Record<string, unknown>]> {
    const response = await api.fetch(
        new Request(`${ORIGIN}/oauth/token`, {
            method: 'POST',
            headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
            body: new URLSearchParams(form)
        })
    );
    return [response.status, (await response.json()) as Record<string, unknown>];
}

const credentials = { grant_type: 'client_credentials' };
const refresh = (token: unknown): Record<string, string> => ({
    grant_type: 'refresh_token',
    refresh_token: String(token)
});

const listed = (token: unknown): Promise<Response> =>
    api.fetch(
        new Request(`${ORIGIN}/api/v2/conversations/messaging/integrations`, {
            headers: { authorization: `Bearer ${String(token)}` }
        })
    );

describe('an operator who sets up the login of a service', () => {
    it('gets a token that ends when it says so', async () => {
        const [status, { access_token: token, expires_in: seconds, token_type: type }] = await asked(
            service,
            credentials
        );
        assert.deepEqual([status, seconds, type], [200, 86_400, 'bearer']);
        assert.equal((await listed(token)).status, 200);
        now += 86_400_000;
        const late = await listed(token);
        assert.deepEqual([late.status, ((await late.json()) as { code: string }).code], [401, 'bad.credentials']);
    });

    it('reads why no token is given', async () => {
        const why = async (client: Login, form: Record<string, string>): Promise<unknown[]> => {
            const [status, { error, description, error_description: again }] = await asked(client, form);
            assert.equal(description, again);
            return [status, error];
        };
        assert.deepEqual(await why({ ...service, secret: 'no' }, credentials), [401, 'invalid_client']);
        assert.deepEqual(await why({ id: 'no', secret: '' }, credentials), [401, 'invalid_client']);
        assert.deepEqual(await why(agent, credentials), [400, 'unauthorized_client']);
        assert.deepEqual(await why(service, {}), [400, 'invalid_request']);
        assert.deepEqual(await why(service, { grant_type: 'password' }), [400, 'unsupported_grant_type']);
        assert.deepEqual(await why(agent, refresh('made up')), [400, 'invalid_grant']);
    });

    it('gets another refresh token with each use, and cannot use one twice', async () => {
        const [, { refresh_token: second }] = await asked(agent, refresh(agent.refreshToken));
        assert.equal((await asked(agent, refresh(agent.refreshToken)))[0], 400);
        assert.equal((await asked(agent, refresh(second)))[0], 200);
        assert.equal((await asked(OAUTH_CLIENTS.supervisor, refresh(second)))[0], 400);
    });
});

describe('an operator whose service asks too often', () => {
    it('sees the quota in each answer, and when to go on once it is used up', async () => {
        const [, { access_token: token }] = await asked(service, credentials);
        const quota = ({ headers }: Response): (string | null)[] =>
            ['count', 'allowed', 'reset'].map((name) => headers.get(`inin-ratelimit-${name}`));
        assert.deepEqual(quota(await listed(token)), ['1', '3', '60']);
        now += 10_000;
        assert.deepEqual(quota(await listed(token)), ['2', '3', '50']);
        assert.equal((await listed(token)).status, 200, 'the last one of the quota');
        const refused = await listed(token);
        const { code, limit } = (await refused.json()) as { code: string; limit: { value: number } };
        assert.deepEqual(
            [refused.status, refused.headers.get('retry-after'), code, limit.value],
            [429, '50', 'too.many.requests', 3]
        );
        now += 50_000;
        assert.equal((await listed(token)).status, 200);
        api.control.setRequestsPerMinute(1);
        assert.equal((await listed(token)).status, 429);
    });
});
