/**
 * What the SDK alone makes, as its pages show it. Arguments: `empty`, `echo` (answers its arguments) or `fetch` (asks the
 * third argument's address, as a tool of ours would); `http` or `stdio`; the address.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import * as z from 'zod';

const [tool = 'empty', transport = 'http', genesys = ''] = process.argv.slice(2);

async function asked(id: string): Promise<Record<string, unknown>> {
    const response = await fetch(`${genesys}/api/v2/conversations/emails/${id}`, {
        headers: { authorization: 'Bearer token' }
    });
    return (await response.json()) as Record<string, unknown>;
}

function make(): McpServer {
    const server = new McpServer({ name: 'sdk-alone', version: '0.1.0' }, { capabilities: { tools: {} } });
    if (tool === 'empty') return server;
    const inputSchema = z.object({ PCID: z.string(), conversationId: z.string() });
    server.registerTool('get_email', { description: 'An email', inputSchema }, async (given) => {
        const structuredContent = tool === 'fetch' ? await asked(given.conversationId) : { ...given };
        return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent };
    });
    return server;
}

if (transport === 'stdio') serveStdio(make);
else {
    const answer = toNodeHandler(createMcpHandler(make));
    const server = createServer((request, response) => void answer(request, response));
    server.listen(0, '127.0.0.1', () => {
        console.error(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`);
    });
}
