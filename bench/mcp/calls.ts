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

/** `modern`: of the revision 2026-07-28; otherwise one that only posts an object and reads one. */
export function overHttp(url: string, asked: Asked, { modern }: { readonly modern: boolean }): Call {
    const meta = {
        [PROTOCOL_VERSION_META_KEY]: REVISION,
        [CLIENT_INFO_META_KEY]: CLIENT,
        [CLIENT_CAPABILITIES_META_KEY]: {}
    };
    const params = { ...paramsOf(asked), ...(modern ? { _meta: meta } : {}) };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
    const headers = {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        authorization: `Bearer ${TOKEN}`,
        ...(modern ? { 'mcp-protocol-version': REVISION, 'mcp-method': 'tools/call', 'mcp-name': asked.tool } : {})
    };
    return async () => {
        const response = await fetch(url, { method: 'POST', headers, body });
        mustHold(await response.text());
    };
}

const INITIALIZE = {
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
