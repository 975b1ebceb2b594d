#!/usr/bin/env node
/** The command: serves the tools over HTTP, or over stdio for the program that started it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Log } from './calling/audit.ts';
import { narrowedTo, readConfiguration } from './connections/configuration.ts';
import type { Configuration } from './connections/configuration.ts';
import { logToFile, logToStandardError } from './serving/log.ts';
import { createTools, startHttp } from './serving/startServer.ts';
import { serveOverStdio } from './serving/stdioServer.ts';
import { toolNamed, TOOLSETS } from './tools/tools.ts';

const USAGE = `digital-mcp --config FILE [--stdio | --port N --host ADDRESS]
           [--log FILE] [--read-only] [--toolsets NAME,…] [--tools NAME,…] [--exclude-tools NAME,…] [--tool-names published|short]

  --config FILE     connections, callers and policies; secrets are named there, not written
  --stdio           speaks to the program that started it; everything else goes to standard error
  --port N          4690 unless given
  --host ADDRESS    127.0.0.1 unless given; another one only where callers are configured
  --log FILE        each change is recorded there, in the place of standard error
  The others narrow what every connection offers.`;

const OPTIONS = {
    config: { type: 'string' },
    stdio: { type: 'boolean' },
    port: { type: 'string' },
    host: { type: 'string' },
    log: { type: 'string' },
    'read-only': { type: 'boolean' },
    toolsets: { type: 'string' },
    tools: { type: 'string' },
    'exclude-tools': { type: 'string' },
    'tool-names': { type: 'string' },
    help: { type: 'boolean' }
} as const;

type Given = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

function given(): Given {
    try {
        return parseArgs({ options: OPTIONS }).values;
    } catch (error) {
        return stop(`${(error as Error).message}\n${USAGE}`);
    }
}

function stop(message: string): never {
    console.error(message);
    process.exit(2);
}

const listOf = (text: string | undefined): string[] | undefined =>
    text?.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

function assertKnown(
    option: string,
    names: readonly string[] | undefined,
    isKnown: (name: string) => boolean,
    allowed: string
): void {
    const unknown = names?.find((name) => !isKnown(name));
    if (unknown !== undefined) stop(`${option} has "${unknown}", which is none. Allowed: ${allowed}.`);
}

function textOf(file: string): string {
    try {
        return readFileSync(file, 'utf8');
    } catch (error) {
        return stop(
            `--config ${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Give the file with the connections.`
        );
    }
}

function logTo(file: string): Log {
    try {
        return logToFile(file);
    } catch (error) {
        return stop(
            `--log ${file} cannot be written (${(error as NodeJS.ErrnoException).code}). Give a file that this server may write.`
        );
    }
}

/** The options of the command as a policy of each connection, which can only take away. */
function narrowed(text: string, options: Given): Configuration {
    const file = readConfiguration(text);
    assertKnown(
        '--toolsets',
        listOf(options.toolsets),
        (name) => TOOLSETS.some((one) => one === name),
        TOOLSETS.join(', ')
    );
    for (const option of ['tools', 'exclude-tools'] as const) {
        assertKnown(`--${option}`, listOf(options[option]), (name) => toolNamed(name) !== undefined, 'see tools/list');
    }
    assertKnown(
        '--tool-names',
        listOf(options['tool-names']),
        (name) => /^(published|short)$/.test(name),
        'published, short'
    );
    const policy = {
        ...(options['read-only'] === true ? { readOnly: true } : {}),
        ...(options.toolsets === undefined ? {} : { toolsets: listOf(options.toolsets) }),
        ...(options.tools === undefined ? {} : { allow: listOf(options.tools) }),
        ...(options['exclude-tools'] === undefined ? {} : { deny: listOf(options['exclude-tools']) })
    };
    const names = options['tool-names'] === undefined ? {} : { toolNames: options['tool-names'] };
    const named = readConfiguration(JSON.stringify({ ...file, ...names }));
    return Object.keys(policy).length === 0 ? named : narrowedTo(named, policy);
}

async function main(): Promise<void> {
    const options = given();
    if (options.help === true) {
        console.error(USAGE);
        return;
    }
    if (options.config === undefined) stop(`--config is missing.\n${USAGE}`);
    const file = path.resolve(options.config);
    const configuration = narrowed(textOf(file), options);
    const folder = path.dirname(file);
    // In stdio mode standard output belongs to the protocol.
    const log = options.log === undefined ? logToStandardError() : logTo(options.log);
    const parts = { configuration, folder, env: process.env, log };
    if (options.stdio === true) {
        const { callTool, store } = await createTools(parts);
        const serving = serveOverStdio({ configuration, callTool, log });
        endWith(() => serving.close());
        await serving.ended;
        await store.close().finally(() => process.exit(0));
        return;
    }
    const port = Number(options.port ?? 4690);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) stop(`--port is "${options.port}". Allowed: 0 to 65535.`);
    const host = options.host === undefined ? {} : { host: options.host };
    const serving = await startHttp({ ...parts, ...host, port });
    console.error(`The Genesys digital tools are at ${serving.url}`);
    endWith(() => serving.close());
}

function endWith(close: () => Promise<void>): void {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => void close().finally(() => process.exit(0)));
    }
}

main().catch((error: unknown) => stop(error instanceof Error ? error.message : 'The server could not be started.'));
