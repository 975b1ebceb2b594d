import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { startInteractionService } from './interactionService.ts';
import type { OutboundEvent } from './org.ts';
import type { InteractionService, InteractionServiceOptions } from './service.ts';

export const CHANNEL = 'b0ffeafe-0d89-4338-b14a-172ad203f22a';
export const ORG = '00D000000000001AAA';
export const REP = '005000000000002AAA';
export const QUEUE = '00G000000000003AAA';
export const keys = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' }
});
export const OTHER_KEY = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' }
}).privateKey;

export interface ServiceForTests extends InteractionService {
    /** What was published, in its order. */
    readonly published: readonly OutboundEvent[];
}

/** An org with one channel that its partner routes, one that Salesforce routes, a rep, a queue and a flow. */
export async function serviceForTests(options: Partial<InteractionServiceOptions> = {}): Promise<ServiceForTests> {
    const published: OutboundEvent[] = [];
    const service = await startInteractionService({
        organizationId: ORG,
        channels: [
            {
                developerName: 'Messaging',
                addresses: [CHANNEL, 'asleep'],
                inactive: ['asleep'],
                routingOwner: 'Partner'
            },
            { developerName: 'Routed', addresses: ['routed'], routingOwner: 'Salesforce', consentOwner: 'Partner' }
        ],
        apps: [
            { consumerKey: 'consumer', certificate: keys.publicKey, users: ['bridge@acme.example'] },
            {
                consumerKey: 'whole',
                certificate: keys.publicKey,
                users: ['bridge@acme.example'],
                scopes: ['api', 'interaction_api']
            },
            { consumerKey: 'scopeless', certificate: keys.publicKey, users: ['bridge@acme.example'], scopes: ['api'] }
        ],
        reps: [{ userId: REP }, { userId: '005000000000009AAA', hasPartnerMessaging: false }],
        queues: [QUEUE],
        flows: { '300000000000004': { userId: REP }, '300000000000005': { reasonForNotRouting: 'Closed today.' } },
        publish: (event) => void published.push(event),
        ...options
    });
    return Object.assign(service, { published });
}

export const seconds = (): number => Math.floor(Date.now() / 1_000);
export const claims = { iss: 'consumer', sub: 'bridge@acme.example', aud: 'https://login.salesforce.com' };

export function assertion(given: object, key = keys.privateKey, header: object = { alg: 'RS256' }): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part(header)}.${part(given)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}

export async function askToken(url: string, jwt: string): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(`${url}/services/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: jwt })
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

export const tokenOf = async (url: string, iss = 'consumer'): Promise<string> =>
    String((await askToken(url, assertion({ ...claims, iss, exp: seconds() + 120 }))).body['access_token']);

/** A call as somebody makes it who knows nothing but Salesforce's page. */
export async function call(
    url: string,
    name: string,
    body: unknown,
    given: { token: string; headers?: Record<string, string | undefined>; files?: readonly File[] }
): Promise<{ status: number; body: Record<string, unknown> }> {
    const [method = '', path = ''] = name.split(' ');
    const isForm = path === '/interactions';
    const headers: Record<string, string | undefined> = {
        Authorization: `Bearer ${given.token}`,
        OrgId: ORG.slice(0, 15),
        AuthorizationContext: 'Messaging',
        RequestId: randomUUID(),
        ...(name === 'PATCH /agentWork' ? { AuthorizationContextType: 'ConversationChannelDefinition' } : {}),
        ...(isForm ? {} : { 'Content-Type': 'application/json' }),
        ...given.headers
    };
    const form = new FormData();
    form.append('json', new Blob([JSON.stringify(body)], { type: 'application/json' }));
    for (const file of given.files ?? []) form.append('attachments', file);
    const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined),
        body: isForm ? form : JSON.stringify(body)
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** The `json` part of a message of the customer, with changes. */
export function message(text = 'Where is my order?', id: string = randomUUID(), changes: object = {}): object {
    return {
        to: CHANNEL,
        from: 'meu003',
        interactions: [
            {
                timestamp: 1_760_000_000_000,
                interactionType: 'EntryInteraction',
                payload: {
                    id,
                    entryType: 'Message',
                    abstractMessage: {
                        messageType: 'StaticContentMessage',
                        id,
                        staticContent: { formatType: 'Text', text }
                    }
                }
            }
        ],
        ...changes
    };
}

export const entry = (payload: object): object => ({
    to: CHANNEL,
    from: 'meu003',
    interactions: [{ timestamp: 1, interactionType: 'EntryInteraction', payload }]
});

export const attachment = (contentLength: number | null, changes: object = {}): object => ({
    to: CHANNEL,
    from: 'meu003',
    interactions: [
        {
            timestamp: 1,
            interactionType: 'AttachmentInteraction',
            id: 'file-1',
            attachmentIndex: 0,
            ...(contentLength === null ? {} : { contentLength }),
            ...changes
        }
    ]
});

/** Looks again and again, for at most a minute. */
export async function until(look: () => boolean): Promise<void> {
    for (const since = performance.now(); !look(); await wait(5))
        if (performance.now() - since > 60_000) throw new Error('waited a minute in vain');
}
