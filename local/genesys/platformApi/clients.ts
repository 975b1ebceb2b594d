import { USERS, fixedId } from './directory.ts';
import type { OAuthClient } from './oauth.ts';

/** Every permission that one of the operations here names, and the one that shows conversations of others. */
const ALL_PERMISSIONS: readonly string[] = [
    'analytics:conversationDetail:view',
    'conversation:agentlessEmail:send',
    'conversation:call:record',
    'conversation:communication:blindTransfer',
    'conversation:communication:disconnect',
    'conversation:communication:reconnect',
    'conversation:communication:view',
    'conversation:email:create',
    'conversation:email:park',
    'conversation:email:send',
    'conversation:internalMessaging:view',
    'conversation:message:create',
    'conversation:message:monitor',
    'conversation:message:park',
    'conversation:message:receive',
    'conversation:message:view',
    'conversation:messageMedia:view',
    'conversation:participant:wrapup',
    'conversation:socialmedia:create',
    'conversation:webmessaging:create',
    'conversation:webmessaging:view',
    'messaging:integration:view',
    'video:video:access'
];

const DAY_SECONDS = 24 * 60 * 60;

const client = (name: string, more: Partial<OAuthClient>): OAuthClient => ({
    id: fixedId(`client:${name}`),
    secret: `secret-of-${name}`,
    grant: 'client_credentials',
    permissions: ALL_PERMISSIONS,
    scopes: ['messaging', 'conversations'],
    tokenSeconds: DAY_SECONDS,
    ...more
});

const [first, second] = USERS;

/** What they are for says the name. The secrets are no secrets: nobody but this process knows them as such. */
export const OAUTH_CLIENTS = {
    service: client('service', {}),
    /** May look at messages, and do nothing. */
    reader: client('reader', { permissions: ['conversation:message:view'], scopes: ['conversations:readonly'] }),
    /** Acts for the first user, who may do all that an agent does. */
    agent: client('agent', {
        grant: 'refresh_token',
        refreshToken: 'first-refresh-token-of-the-agent',
        scopes: ['conversations'],
        permissions: ALL_PERMISSIONS.filter((one) => one !== 'conversation:communication:view'),
        ...(first === undefined ? {} : { userId: first.id })
    }),
    /** Acts for the second user, who sees the conversations of others too. */
    supervisor: client('supervisor', {
        grant: 'refresh_token',
        refreshToken: 'first-refresh-token-of-the-supervisor',
        scopes: ['conversations'],
        ...(second === undefined ? {} : { userId: second.id })
    })
} as const satisfies Readonly<Record<string, OAuthClient>>;
