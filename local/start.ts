import { spawn } from 'node:child_process';
import path from 'node:path';
import { joinedEvents } from './eventStream.ts';
import { createLocalGenesys } from './genesys/contactCentre.ts';
import type { LocalGenesys } from './genesys/contactCentre.ts';
import type { PlatformApi } from './genesys/platformApi/platformApi.ts';
import { createLightningPage } from './lightning/lightningPage.ts';
import { createLocalMessaging } from './messaging/localMessaging.ts';
import type { Fill } from './messaging/ownBridge.ts';
import { createMessagingPage } from './messaging/messagingPage.ts';
import { createLocalOrg } from './org/org.ts';
import type { LocalOrg } from './org/org.ts';
import type { LocalMcp } from './mcp.ts';
import { serve } from './server.ts';
import { readStartArguments } from './startArguments.ts';
import { startedLines } from './startedLines.ts';
import { createLocalVoice } from './voice/localVoice.ts';
import type { LocalVoice } from './voice/localVoice.ts';

export interface LocalContactCentre {
    /** Address of the page, with a slash at its end. */
    readonly url: string;
    readonly org: LocalOrg;
    readonly genesys: LocalGenesys;
    readonly voice: LocalVoice;
    close(): Promise<void>;
}

export interface LocalOptions {
    readonly port?: number;
    readonly databaseFile?: string;
    readonly open?: boolean;
    readonly project?: string;
    readonly profileFile?: string;
    /** The Genesys Cloud of the digital channels that runs beside the page; the messaging page has its own without. */
    readonly platformApi?: () => Promise<PlatformApi | undefined>;
    /** Resets what runs beside the page, before the page is told that it is done. */
    readonly onReset?: () => Promise<void>;
    /** Puts a database into the folder of the messaging page's bridge before its first start; without it, the bridge makes one. */
    readonly fillBridge?: Fill;
}

const PROJECT = path.resolve(import.meta.dirname, '..');
const PORT = 4680;
const ORG_PATHS = ['/services/', '/local/'];

/**
 * Starts the contact centre on 127.0.0.1. `port` 0 takes any free one; without `port`, 4680 or the next free one.
 * `databaseFile` `:memory:` keeps nothing. `open` shows the page in the person's browser. `project` is the folder that
 * holds `force-app` and `config`, this one unless another is given. `profileFile` is a profile that the org health page
 * exported: the local org then answers as that org does.
 */
export async function startLocal({
    port,
    databaseFile = ':memory:',
    open = false,
    project = PROJECT,
    profileFile,
    platformApi,
    onReset,
    fillBridge
}: LocalOptions = {}): Promise<LocalContactCentre> {
    const org = createLocalOrg({
        projectDir: project,
        databaseFile,
        ...(profileFile === undefined ? {} : { profileFile })
    });
    const genesys = createLocalGenesys({ org });
    const voice = createLocalVoice({ org });
    const messaging = createLocalMessaging({
        org,
        ...(platformApi === undefined ? {} : { genesys: platformApi }),
        ...(fillBridge === undefined ? {} : { fill: fillBridge })
    });
    const pageEvents = async ({ url, headers }: Request): Promise<Response> =>
        joinedEvents(
            await Promise.all([
                org.fetch(new Request(new URL('/local/changes', url), { headers })),
                genesys.fetch(new Request(new URL('/local/genesys/events', url), { headers })),
                voice.fetch(new Request(new URL('/local/voice/events', url), { headers }))
            ])
        );
    try {
        const page = await createLightningPage(org, project);
        const messagingPage = createMessagingPage(org, project);
        const server = await serve(
            async (request) => {
                const { pathname } = new URL(request.url);
                if (pathname === '/local/events') return pageEvents(request);
                if (pathname.startsWith('/local/genesys/')) return genesys.fetch(request);
                if (pathname.startsWith('/local/voice/')) return voice.fetch(request);
                if (pathname.startsWith('/local/messaging/')) return messaging.fetch(request);
                if (pathname === '/local/reset' && request.method === 'POST') {
                    genesys.reset();
                    voice.reset();
                    await messaging.reset();
                    await onReset?.();
                    return org.fetch(request);
                }
                if (pathname === '/local/page') return page.fetch(request);
                if (ORG_PATHS.some((prefix) => pathname.startsWith(prefix))) return org.fetch(request);
                return messagingPage.answer(request) ?? page.fetch(request);
            },
            { port: port ?? PORT, orNext: port === undefined }
        );
        if (open) openInBrowser(server.url);
        return {
            url: server.url,
            org,
            genesys,
            voice,
            async close() {
                await server.close();
                await messaging.close();
                voice.close();
                genesys.close();
                org.close();
            }
        };
    } catch (error) {
        voice.close();
        genesys.close();
        org.close();
        throw error;
    }
}

/** Never fails: the address is printed too. */
function openInBrowser(url: string): void {
    const [command, ...args] =
        process.platform === 'win32'
            ? ['rundll32', 'url.dll,FileProtocolHandler']
            : [process.platform === 'darwin' ? 'open' : 'xdg-open'];
    const child = spawn(command ?? '', [...args, url], { stdio: 'ignore', detached: true });
    child.on('error', () => undefined);
    child.unref();
}

function hasDisplay({ CI, DISPLAY, WAYLAND_DISPLAY, SWITCHBOARD_OPEN }: NodeJS.ProcessEnv): boolean {
    if (CI || SWITCHBOARD_OPEN === '0') return false;
    return process.platform === 'win32' || process.platform === 'darwin' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

function portFrom({ PORT: given }: NodeJS.ProcessEnv): number | undefined {
    if (given === undefined || given === '') return undefined;
    const port = Number(given);
    if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
    throw new Error(`PORT is ${JSON.stringify(given)}. Give a whole number from 0 to 65535, or leave it out.`);
}

/** Beside the page, which goes on without them. */
async function startForPrograms(anyPort: boolean): Promise<LocalMcp | undefined> {
    try {
        const { API_PORT, MCP_PORT, startLocalMcp } = await import('./mcp.ts');
        return await startLocalMcp(anyPort ? {} : { port: MCP_PORT, apiPort: API_PORT, orNext: true });
    } catch (error) {
        process.stderr.write(`The MCP server and the Platform API could not be started: ${(error as Error).message}\n`);
        return undefined;
    }
}

async function main(): Promise<void> {
    const { profileFile, help } = readStartArguments(process.argv.slice(2));
    if (help !== undefined) {
        process.stdout.write(help);
        return;
    }
    const data = path.resolve(PROJECT, process.env['SWITCHBOARD_DATA'] ?? '.switchboard');
    const port = portFrom(process.env);
    const starting = startForPrograms(port === 0);
    const centre = await startLocal({
        ...(port === undefined ? {} : { port }),
        ...(profileFile === undefined ? {} : { profileFile: path.resolve(profileFile) }),
        databaseFile: path.join(data, 'local-org.sqlite'),
        open: hasDisplay(process.env),
        platformApi: async () => (await starting)?.genesys,
        onReset: async () => (await starting)?.reset()
    }).catch(async (error: unknown) => {
        // What listens keeps the process.
        await (await starting)?.close();
        throw error;
    });
    const mcp = await starting;
    const lines = startedLines({
        page: centre.url,
        ...(port === undefined ? { usualPort: PORT } : {}),
        ...(mcp === undefined ? {} : { mcp: mcp.url, api: mcp.apiUrl })
    });
    process.stdout.write(`${lines.join('\n')}\n`);
    const stop = (): void => void Promise.all([centre.close(), mcp?.close()]).then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
    main().catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exitCode = 1;
    });
}
