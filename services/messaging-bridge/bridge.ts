#!/usr/bin/env node
/** The command: runs one process of the bridge until it is told to stop. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readBridgeConfiguration } from './operate/configuration.ts';
import type { BridgeConfiguration } from './operate/configuration.ts';
import { createBridgeLog } from './operate/log.ts';
import { runBridge } from './operate/runBridge.ts';

const USAGE = `bridge run --config FILE

  --config FILE     Salesforce, Genesys Cloud and the database; secrets are named there, not written
  Several processes may run with one PostgreSQL. SIGTERM ends what has been started, and stops.`;

function stop(message: string): never {
    console.error(message);
    process.exit(2);
}

function given(): { readonly file: string } {
    let read;
    try {
        const options = { config: { type: 'string' }, help: { type: 'boolean' } } as const;
        read = parseArgs({ allowPositionals: true, options });
    } catch (error) {
        return stop(`${(error as Error).message}\n${USAGE}`);
    }
    const { positionals, values } = read;
    if (values.help === true) {
        console.log(USAGE);
        process.exit(0);
    }
    if (positionals.length !== 1 || positionals[0] !== 'run')
        stop(`"${positionals.join(' ')}" is no command of the bridge. Allowed: run.\n${USAGE}`);
    if (values.config === undefined) stop(`--config is missing.\n${USAGE}`);
    return { file: path.resolve(values.config) };
}

function configurationIn(file: string): BridgeConfiguration {
    let text: string;
    try {
        text = readFileSync(file, 'utf8');
    } catch (error) {
        return stop(`--config ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
    }
    try {
        return readBridgeConfiguration(text);
    } catch (error) {
        return stop((error as Error).message);
    }
}

const { file } = given();
const configuration = configurationIn(file);
const log = createBridgeLog((line) => process.stderr.write(line));
try {
    const bridge = await runBridge({ configuration, env: process.env, folder: path.dirname(file), log });
    console.error('The bridge is running.');
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => void bridge.stop().finally(() => process.exit(0)));
} catch (error) {
    stop((error as Error).message);
}
