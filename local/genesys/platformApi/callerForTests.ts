/** One local Platform API, and whoever calls it by the table of the services. */
import assert from 'node:assert/strict';
import { OPERATIONS } from '../../../services/genesys-api/operations.ts';
import type { Operation } from '../../../services/genesys-api/operations.ts';
import { VALID_CALLS } from './callsForTests.ts';
import type { Prepared, ValidCall } from './callsForTests.ts';
import { OAUTH_CLIENTS } from './clients.ts';
import { createPlatformApi } from './platformApi.ts';
import { SEEDED } from './seed.ts';

const ORIGIN = 'http://127.0.0.1:4690';
export const { fetch: send, control } = createPlatformApi({ requestsPerMinute: 1_000_000 });

async function tokenOf(name: keyof typeof OAUTH_CLIENTS): Promise<string> {
    const { id, secret, grant, refreshToken = '' } = OAUTH_CLIENTS[name];
    const form = new URLSearchParams({
        grant_type: grant,
        ...(grant === 'refresh_token' ? { refresh_token: refreshToken } : {})
    });
    const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
    const response = await send(
        new Request(`${ORIGIN}/oauth/token`, { method: 'POST', headers: { authorization }, body: form })
    );
    const { access_token: token } = (await response.json()) as { access_token: string };
    return token;
}

export const tokens = {
    service: await tokenOf('service'),
    reader: await tokenOf('reader'),
    agent: await tokenOf('agent'),
    supervisor: await tokenOf('supervisor')
};

export interface Sent extends Omit<ValidCall, 'as'> {
    readonly token: string | undefined;
    readonly contentType?: string;
}

export function sent(
    { method, path }: Operation,
    { token, ids = {}, query = '', body, contentType }: Sent
): Promise<Response> {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? 'unknown'));
    const headers = {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': contentType ?? 'application/json' })
    };
    const rest = body === undefined ? {} : { body: JSON.stringify(body) };
    return send(new Request(`${ORIGIN}${filled}${query}`, { method, headers, ...rest }));
}

export function operationNamed(name: string): Operation {
    const found = OPERATIONS.find((one) => one.name === name);
    assert.ok(found, `there is an operation ${name}`);
    return found;
}

function prepared(): Prepared {
    const [mail] = control.conversation(SEEDED.email.id).mails;
    assert.ok(mail?.attachments[0]);
    return {
        control,
        mail: { id: mail.id, attachmentId: mail.attachments[0].attachmentId },
        async done(name) {
            const response = await sent(operationNamed(name), authorised(await validCall(name)));
            assert.ok(response.ok, `${name} is done first: ${response.status}`);
            return response.status === 200 ? ((await response.json()) as Record<string, unknown>) : {};
        }
    };
}

export async function validCall(name: string): Promise<ValidCall> {
    const make = VALID_CALLS[name];
    assert.ok(make, `the test knows a call of ${name}`);
    return make(prepared());
}

export const authorised = ({ as = 'service', ...rest }: ValidCall): Sent => ({ ...rest, token: tokens[as] });
