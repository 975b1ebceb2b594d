import { randomUUID } from 'node:crypto';
import { exchange, Lost } from '@switchboard/genesys-api';
import type { Exchanged } from '@switchboard/genesys-api';
import { formOf } from './attachedFile.ts';
import type { AttachedFile } from './attachedFile.ts';
import { INTERACTION_CALLS } from './interactionCalls.ts';
import type { InteractionCall, InteractionCallName } from './interactionCalls.ts';
import { outcomeOf, outcomeOfLost } from './interactionAnswer.ts';
import type { InteractionAnswer } from './interactionAnswer.ts';
import { readInteractionError, TOKEN_REFUSED } from './interactionErrors.ts';

export interface InteractionServiceOptions {
    /** `https://acme.my.salesforce-scrt.com`, without a path. */
    readonly baseUrl: string;
    /** 15 characters, or 18, of which the first 15 are sent: with 18 every call is refused (10016). */
    readonly orgId: string;
    /** DeveloperName of the ConversationChannelDefinition, with its namespace where it has one. */
    readonly channel: string;
    /** An access token; `isRefused` names one that was not taken. Throws where none is to be had. */
    readonly token: (isRefused?: string) => Promise<string>;
    readonly timeoutMs?: number;
    readonly fetch?: typeof fetch;
}

export interface CallOptions {
    /** For `interactions` only. */
    readonly file?: AttachedFile;
    readonly signal?: AbortSignal;
    /** Called right before each request leaves; what it throws keeps it from leaving, and comes out. */
    readonly leaving?: () => void;
}

export type InteractionService = (
    name: InteractionCallName,
    body: object,
    options?: CallOptions
) => Promise<InteractionAnswer>;

const LONGEST_ANSWER = 1_048_576;

/**
 * Calls the Interaction Service of one channel. Nothing is sent twice by itself, but for a token that was not taken.
 * Throws a TypeError for options with which no call could be made.
 */
export function createInteractionService(options: InteractionServiceOptions): InteractionService {
    const { timeoutMs = 20_000, fetch: send = fetch, token } = options;
    const { base, channel, orgId } = checked(options);

    async function once(
        call: InteractionCall,
        body: object,
        bearer: string,
        requestId: string,
        { file, leaving, signal }: CallOptions
    ): Promise<Exchanged> {
        const given = call.isMultipart ? formOf(body, file) : JSON.stringify(body);
        leaving?.();
        return exchange({
            url: `${base}/api/v1${call.path}`,
            method: call.method,
            headers: {
                Authorization: `Bearer ${bearer}`,
                OrgId: orgId,
                AuthorizationContext: channel,
                ...(call.namesContextType ? { AuthorizationContextType: 'ConversationChannelDefinition' } : {}),
                RequestId: requestId,
                Accept: 'application/json',
                ...(call.isMultipart ? {} : { 'Content-Type': 'application/json' })
            },
            body: given,
            timeoutMs,
            mostBytes: LONGEST_ANSWER,
            signal,
            fetch: send
        });
    }

    return async (name, body, given = {}) => {
        const call: InteractionCall = INTERACTION_CALLS[name];
        let requestId = randomUUID();
        let refusedToken: string | undefined;
        for (;;) {
            if (given.signal?.aborted) return { kind: 'later', reason: 'stopped before it left', requestId };
            let bearer: string;
            try {
                bearer = await token(refusedToken);
            } catch {
                return { kind: 'later', reason: 'Salesforce gives no access token', requestId };
            }
            if (!isHeaderText(bearer)) return { kind: 'later', reason: 'the access token is no text', requestId };
            let answer: Exchanged;
            try {
                answer = await once(call, body, bearer, requestId, given);
            } catch (error) {
                if (!(error instanceof Lost)) throw error;
                return { ...outcomeOfLost(error.stage), requestId };
            }
            const isTokenRefused = answer.status === 401 || codeOf(answer) === TOKEN_REFUSED;
            if (isTokenRefused && refusedToken === undefined) {
                refusedToken = bearer;
                requestId = randomUUID();
                continue;
            }
            return { ...outcomeOf(name, answer), requestId };
        }
    };
}

const codeOf = ({ status, text }: Exchanged): number | undefined =>
    status < 300 ? undefined : readInteractionError(text).code;

const isHeaderText = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);

function checked({ baseUrl, channel, orgId }: InteractionServiceOptions) {
    const url = URL.parse(baseUrl);
    if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '' || url.username)
        throw new TypeError('baseUrl must be like https://acme.my.salesforce-scrt.com, without a path');
    if (!/^00D[0-9A-Za-z]{12}([0-9A-Za-z]{3})?$/.test(orgId))
        throw new TypeError('orgId must be the id of the org: 00D and 12 or 15 letters and digits');
    if (!/^[A-Za-z]\w{0,239}$/.test(channel))
        throw new TypeError('channel must be the API name of the conversation channel definition');
    return { base: url.origin, channel, orgId: orgId.slice(0, 15) };
}
