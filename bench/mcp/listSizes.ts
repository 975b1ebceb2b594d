import { createLog, readConfiguration, startHttp } from '@switchboard/digital-mcp';
import { INITIALIZE } from './calls.ts';
import { linesOf, startEverything } from './processes.ts';

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
    for (const toolset of toolsets) sizes.push(await sizeOf(toolset, {}, { toolsets: [toolset] }));
    return [...sizes, await sizeOfEverything()];
}

/** The sample server of the protocol's makers, as it lists its tools to a client that can do nothing more. */
async function sizeOfEverything(): Promise<ListSize> {
    const started = startEverything();
    try {
        const ask = linesOf(started);
        await ask(INITIALIZE);
        started.process.stdin?.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\n');
        const { result } = (await ask({ method: 'tools/list' })) as { readonly result: List };
        return sized('server-everything', result);
    } finally {
        started.stop();
    }
}

interface List {
    readonly tools: readonly unknown[];
}

async function sizeOf(what: string, more: object, policy: object = {}): Promise<ListSize> {
    const bench = { ...CONNECTION, policy };
    const configuration = readConfiguration(JSON.stringify({ connections: { bench }, ...more }));
    const log = createLog(() => Promise.resolve());
    const serving = await startHttp({ configuration, folder: '.', env: {}, log, port: 0 });
    const response = await fetch(serving.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'
    });
    const { result } = (await response.json()) as { readonly result: List };
    await serving.close();
    return sized(what, result);
}

export function sized(what: string, result: List): ListSize {
    const bytes = Buffer.byteLength(JSON.stringify(result));
    return { what, tools: result.tools.length, bytes, estimatedTokens: Math.round(bytes / 4) };
}
