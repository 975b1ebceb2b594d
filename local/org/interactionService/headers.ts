import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from './refusal.ts';
import type { Channel } from './state.ts';
import type { Tokens } from './tokens.ts';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const CONTEXT_TYPES = ['ConversationChannelDefinition', 'EmbeddedMessagingChannel', 'ExternalConversationParticipant'];

export interface HeaderRules {
    /** With 15 or 18 characters. */
    readonly organizationId: string;
    readonly channels: readonly Channel[];
    readonly tokens: Tokens;
}

/** The channel that a call is for. Throws a Refusal for headers that the service does not take. */
export function checkHeaders(
    headers: IncomingHttpHeaders,
    asksContextType: boolean,
    { channels, organizationId, tokens }: HeaderRules
): { readonly channel: Channel; readonly requestId: string } {
    const [, token] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? [];
    const scopes = token === undefined ? undefined : tokens.scopesOf(token);
    if (scopes === undefined) throw new Refusal(10004);
    if (!scopes.includes('interaction_api')) throw new Refusal(10003);
    if (headers['orgid'] !== organizationId.slice(0, 15)) throw new Refusal(10016);
    const requestId = headers['requestid'];
    if (typeof requestId !== 'string' || !UUID.test(requestId)) throw new Refusal(10016);
    const context = headers['authorizationcontext'];
    if (context === undefined || context === '') throw new Refusal(10016);
    const channel = channels.find(({ developerName }) => developerName === context);
    if (channel === undefined) throw new Refusal(10005);
    const type = headers['authorizationcontexttype'];
    if (asksContextType && !CONTEXT_TYPES.includes(String(type))) throw new Refusal(10093);
    return { channel, requestId };
}
