/**
 * npm run mcp: the MCP server of the Genesys digital tools, over a Genesys Cloud of its own on this machine, or with
 * --config FILE over the connections of that file.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { logToStandardError, memoryStore, readConfiguration, startHttp } from '@switchboard/digital-mcp';
import type { ServerParts, Serving } from '@switchboard/digital-mcp';
import { OAUTH_CLIENTS } from './genesys/platformApi/clients.ts';
import { createPlatformApi } from './genesys/platformApi/platformApi.ts';
import type { PlatformApi } from './genesys/platformApi/platformApi.ts';
import { SEEDED } from './genesys/platformApi/seed.ts';
import { serve } from './server.ts';

const USAGE = `Usage: npm run mcp [-- --port N --tool-names short]
       npm run mcp -- --config FILE …
N is the port of the server, 4690 unless given. Short names are for clients that drop tools with long ones. With --config FILE the connections are those of the file, as docs/mcp.md says, and so are the options.
`;
/** Where an AI client is told to look. */
export const MCP_PORT = 4690;
export const API_PORT = 4691;
const TRIES = 20;

export interface LocalMcp {
    /** Where an AI client connects. */
    readonly url: string;
    /** Of the Platform API behind it, with a slash at its end. */
    readonly apiUrl: string;
    readonly genesys: PlatformApi;
    /** Conversations, drafts and files as at first; no message counts as sent, and no confirmation holds. */
    reset(): void;
    close(): Promise<void>;
}

export interface LocalMcpOptions {
    /** 0, which is also without: any free one. */
    readonly port?: number;
    readonly apiPort?: number;
    /** In the place of a port that is taken the next free one. */
    readonly orNext?: boolean;
    /** Which names are listed; both are understood. Published ones unless given. */
    readonly toolNames?: string | undefined;
}

/** Connections `service`, `reader` and `agent` of the local Genesys Cloud. */
export async function startLocalMcp(options: LocalMcpOptions = {}): Promise<LocalMcp> {
    const { port = 0, apiPort = 0, orNext = false, toolNames } = options;
    const genesys = createPlatformApi();
    const api = await serve(genesys.fetch, { port: apiPort, orNext, upgrade: genesys.upgrade });
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-mcp-'));
    const { service, reader, agent } = OAUTH_CLIENTS;
    writeFileSync(path.join(folder, 'agent'), agent.refreshToken ?? '', { mode: 0o600 });
    const baseUrl = new URL(api.url).origin;
    const machine = ({ id }: { readonly id: string }, env: string): object => ({
        baseUrl,
        grant: { type: 'clientCredentials', clientId: id, clientSecret: { env } }
    });
    const settings = JSON.stringify({
        connections: {
            service: { ...machine(service, 'SERVICE'), name: 'A service without a user' },
            reader: { ...machine(reader, 'READER'), name: 'Looks at messages', policy: { readOnly: true } },
            agent: {
                name: 'The first agent',
                baseUrl,
                grant: {
                    type: 'refreshToken',
                    clientId: agent.id,
                    clientSecret: { env: 'AGENT' },
                    refreshToken: { file: 'agent' }
                }
            }
        },
        defaultConnection: 'service',
        toolNames
    });
    const env = { SERVICE: service.secret, READER: reader.secret, AGENT: agent.secret } as unknown as NodeJS.ProcessEnv;
    const log = logToStandardError();
    const store = memoryStore();
    const clean = async (): Promise<void> => {
        await api.close();
        rmSync(folder, { recursive: true, force: true });
    };
    try {
        const configuration = readConfiguration(settings);
        const serving = await started({ configuration, folder, env, log, store }, port, orNext ? TRIES : 1);
        return {
            url: serving.url,
            apiUrl: api.url,
            genesys,
            reset(): void {
                genesys.control.reset();
                store.forget();
            },
            async close(): Promise<void> {
                await serving.close();
                await clean();
            }
        };
    } catch (error) {
        await clean();
        throw error;
    }
}

async function started(parts: ServerParts, port: number, tries: number): Promise<Serving> {
    try {
        return await startHttp({ ...parts, port });
    } catch (error) {
        const { code } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException;
        if (code !== 'EADDRINUSE' || tries <= 1) throw error;
        return started(parts, port + 1, tries - 1);
    }
}

const OPTIONS = { port: { type: 'string' }, 'tool-names': { type: 'string' }, help: { type: 'boolean' } } as const;

function given(): ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'] {
    try {
        return parseArgs({ options: OPTIONS }).values;
    } catch (error) {
        throw new Error(`${(error as Error).message}\n${USAGE}`);
    }
}

async function main(): Promise<void> {
    if (process.argv.slice(2).some((one) => /^--config(=|$)/.test(one))) {
        // It reads the same arguments.
        await import('../services/digital-mcp/digitalMcp.ts');
        return;
    }
    const values = given();
    if (values.help === true) {
        console.log(USAGE);
        return;
    }
    const port = Number(values.port ?? MCP_PORT);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
        throw new Error(`--port is "${values.port}". Allowed: 0 to 65535.\n${USAGE}`);
    const toolNames = values['tool-names'];
    if (toolNames !== undefined && !/^(published|short)$/.test(toolNames))
        throw new Error(`--tool-names is "${toolNames}". Allowed: published, short.\n${USAGE}`);
    const { url, apiUrl, close } = await startLocalMcp({ port, toolNames });
    console.log(`The 63 Genesys digital tools are at ${url}
Connections (PCID, PinkConnect id): service, reader, agent. Without one it is service.
The Genesys Cloud behind it, which is on this machine, is at ${apiUrl}
To begin with: the email ${SEEDED.email.id} and the conversation ${SEEDED.sms.id} are open.`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => void close().finally(() => process.exit(0)));
}

if (process.argv[1] === import.meta.filename) {
    main().catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : 'The server could not be started.');
        process.exit(2);
    });
}
