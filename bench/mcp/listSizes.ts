import { createLog, readConfiguration, startHttp } from '@switchboard/digital-mcp';

export interface ListSize {
    /** A toolset, or all of them. */
    readonly what: string;
    readonly tools: number;
    /** Of the result, as JSON. */
    readonly bytes: number;
    /** What a model reads, estimated as a token for four bytes; each model counts otherwise. */
    readonly estimatedTokens: number;
}

/** As `npm start` would list them: nothing is asked of Genesys Cloud for it. */
const CONNECTION = { region: 'mypurecloud.de', grant: { type: 'accessToken', token: { env: 'NONE' } } };

export async function measureLists(toolsets: readonly string[]): Promise<ListSize[]> {
    const sizes = [await sizeOf('all', {}), await sizeOf('all, short names', { toolNames: 'short' })];
    for (const toolset of toolsets) sizes.push(await sizeOf(toolset, { narrowedTo: { toolsets: [toolset] } }));
    return sizes;
}

async function sizeOf(what: string, more: object): Promise<ListSize> {
    const configuration = readConfiguration(JSON.stringify({ connections: { bench: CONNECTION }, ...more }));
    const log = createLog(() => Promise.resolve());
    const serving = await startHttp({ configuration, folder: '.', env: {}, log, port: 0 });
    const response = await fetch(serving.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'
    });
    const { result } = (await response.json()) as { readonly result: { readonly tools: readonly unknown[] } };
    await serving.close();
    return sized(what, result);
}

export function sized(what: string, result: { readonly tools: readonly unknown[] }): ListSize {
    const bytes = Buffer.byteLength(JSON.stringify(result));
    return { what, tools: result.tools.length, bytes, estimatedTokens: Math.round(bytes / 4) };
}
