/** One call of a tool, as a client makes it that adds nothing of its own. */
import {
    CLIENT_CAPABILITIES_META_KEY,
    CLIENT_INFO_META_KEY,
    PROTOCOL_VERSION_META_KEY
} from '@modelcontextprotocol/server';
import type { Call } from './latencies.ts';
import { linesOf, PCID, TOKEN } from './processes.ts';
import type { Started } from './processes.ts';

const REVISION = '2026-07-28';
const BEFORE = '2025-11-25';
const CLIENT = { name: 'bench', version: '1' };

/** What a tool is called with. */
export interface Asked {
    readonly tool: string;
    readonly dryRun?: true;
}

const paramsOf = ({ tool, ...more }: Asked): { name: string; arguments: object } => ({
    name: tool,
    arguments: { PCID, conversationId: 'c1', ...more }
});

/** Throws where the answer is none: a server that refuses is quick. */
function mustHold(text: string): void {
    if (!text.includes('"structuredContent"') || text.includes('"isError":true'))
        throw new Error(`A server of the bench answered: ${text.slice(0, 300)}`);
}

/** The question that stands behind the tool, without a server between. */
export const plainFetch = (genesys: string): Call => {
    const headers = { authorization: 'Bearer token', accept: 'application/json' };
    return async () => {
        const response = await fetch(`${genesys}/api/v2/conversations/emails/c1`, { headers });
        await response.json();
    };
};

const META = {
    [PROTOCOL_VERSION_META_KEY]: REVISION,
    [CLIENT_INFO_META_KEY]: CLIENT,
    [CLIENT_CAPABILITIES_META_KEY]: {}
};

const bodyOf = (params: object): string => JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });

const headersFor = (tool: string, modern: boolean): Record<string, string> => ({
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    authorization: `Bearer ${TOKEN}`,
    ...(modern ? { 'mcp-protocol-version': REVISION, 'mcp-method': 'tools/call', 'mcp-name': tool } : {})
});

/** `modern`: of the revision 2026-07-28; otherwise one that only posts an object and reads one. */
export function overHttp(url: string, asked: Asked, { modern }: { readonly modern: boolean }): Call {
    const body = bodyOf({ ...paramsOf(asked), ...(modern ? { _meta: META } : {}) });
    const headers = headersFor(asked.tool, modern);
    return async () => {
        const response = await fetch(url, { method: 'POST', headers, body });
        mustHold(await response.text());
    };
}

/** One message to a customer, as two calls of a client that cannot ask: the first is answered with a word, the second gives it. */
export function sendsOverHttp(url: string): Call {
    const name = 'genesys_conversations_digital_post_messages_agentless';
    const headers = headersFor(name, true);
    let sent = 0;
    const post = async (given: object): Promise<string> => {
        const body = bodyOf({ name, arguments: { PCID, ...given }, _meta: META });
        return (await fetch(url, { method: 'POST', headers, body })).text();
    };
    return async () => {
        sent += 1;
        const message = { ...SMS, textBody: `Message ${sent}` };
        const asked = await post(message);
        const { confirmation } = (JSON.parse(asked) as NotYet).result?.structuredContent?.error ?? {};
        if (confirmation === undefined) throw new Error(`No word to confirm with: ${asked.slice(0, 300)}`);
        mustHold(await post({ ...message, confirmation }));
    };
}

interface NotYet {
    readonly result?: { readonly structuredContent?: { readonly error?: { readonly confirmation?: string } } };
}

const SMS = { fromAddress: '+13175550101', toAddress: '+13175550100', toAddressMessengerType: 'sms' };

export const INITIALIZE = {
    method: 'initialize',
    params: { protocolVersion: BEFORE, capabilities: {}, clientInfo: CLIENT }
};

export async function overStdio(started: Started): Promise<(asked: Asked) => Call> {
    const ask = linesOf(started);
    await ask(INITIALIZE);
    return (asked) => {
        const message = { method: 'tools/call', params: paramsOf(asked) };
        return async () => mustHold(JSON.stringify(await ask(message)));
    };
}

/** Milliseconds from the start of the program to its first answer; it is stopped then. */
export async function coldStart(start: () => Started): Promise<number> {
    const from = performance.now();
    const started = start();
    await linesOf(started)(INITIALIZE);
    const took = performance.now() - from;
    started.stop();
    return took;
}
