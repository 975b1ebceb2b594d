#!/usr/bin/env node
/** The command: runs one process of the bridge until it is told to stop, or asks a bridge something. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkBridge } from './operate/check/checkBridge.ts';
import { checkText, isWell } from './operate/check/checkText.ts';
import { readCommandLine, USAGE } from './operate/commandLine.ts';
import type { Asked } from './operate/commandLine.ts';
import { readBridgeConfiguration } from './operate/configuration.ts';
import type { BridgeConfiguration } from './operate/configuration.ts';
import { askBridge } from './operate/control/askBridge.ts';
import { createBridgeLog } from './operate/log.ts';
import { runBridge } from './operate/runBridge.ts';

function stop(message: string): never {
    console.error(message);
    process.exit(2);
}

/** What this throws is told to whoever typed the command. */
function orStop<T>(work: () => T): T {
    try {
        return work();
    } catch (error) {
        return stop((error as Error).message);
    }
}

function configurationIn(file: string): BridgeConfiguration {
    let text: string;
    try {
        text = readFileSync(file, 'utf8');
    } catch (error) {
        return stop(`--config ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
    }
    return orStop(() => readBridgeConfiguration(text));
}

async function run(configuration: BridgeConfiguration, folder: string): Promise<void> {
    const log = createBridgeLog((line) => process.stderr.write(line));
    // As without it, the process ends; but what Node would write has the message, which may hold what somebody wrote.
    process.once('uncaughtException', (error) => {
        log.fault(error);
        process.exit(1);
    });
    const bridge = await runBridge({ configuration, env: process.env, folder, log });
    console.error(`The bridge is running.${bridge.statusUrl === undefined ? '' : ` Its status: ${bridge.statusUrl}`}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => void bridge.stop().finally(() => process.exit(0)));
}

async function answer(asked: Exclude<Asked, { readonly kind: 'help' }>): Promise<void> {
    const file = path.resolve(asked.file);
    const configuration = configurationIn(file);
    const folder = path.dirname(file);
    if (asked.kind === 'run') return run(configuration, folder);
    if (asked.kind === 'check') {
        const found = await checkBridge(configuration, { env: process.env, folder });
        process.stdout.write(asked.isJson ? `${JSON.stringify(found, null, 2)}\n` : checkText(found));
        process.exitCode = isWell(found) ? 0 : 1;
        return;
    }
    const { data, text } = await askBridge(configuration, { env: process.env, folder }, asked.command, asked.input);
    process.stdout.write(asked.isJson ? `${JSON.stringify(data, null, 2)}\n` : text);
}

const asked = orStop(() => readCommandLine(process.argv.slice(2)));
if (asked.kind === 'help') console.log(USAGE);
else await answer(asked).catch((error: unknown) => stop((error as Error).message));
