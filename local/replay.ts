/**
 * npm run replay -- FILE [options]: plays a trace through the emitted components on the LWC engine, against a local org,
 * without a screen and on a clock of its own, and prints what it left: Tasks, writes, problems.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { textOf } from './decode/text.ts';
import { readTrace } from './genesys/trace.ts';
import { readArguments, USAGE } from './replay/arguments.ts';
import { printed } from './replay/printed.ts';
import { whyUnreadable } from './unreadable.ts';

const WRONG_INPUT = 2;

function refuse(message: string): never {
    console.error(message);
    process.exit(WRONG_INPUT);
}

const wanted = readArguments(process.argv.slice(2));
if ('help' in wanted) {
    console.log(USAGE);
    process.exit();
}
if ('error' in wanted) refuse(`${wanted.error}\n${USAGE}`);

let text = '';
try {
    // npm runs scripts in the project's folder; a relative path means the folder the person is in.
    text = textOf(readFileSync(path.resolve(process.env.INIT_CWD ?? '', wanted.file)));
} catch (error) {
    refuse(`${wanted.file} cannot be read: ${whyUnreadable(error)}.`);
}
const trace = readTrace(text);
if ('error' in trace) refuse(`${wanted.file}: ${trace.error}`);

// A page and an org take a while to load: whoever gave the wrong file is told before.
const { replayTrace } = await import('./replay/replayTrace.ts');
try {
    const replayed = await replayTrace(trace.entries, {
        ...wanted,
        projectDir: path.resolve(import.meta.dirname, '..')
    });
    console.log(wanted.json ? JSON.stringify(replayed, null, 2) : printed(replayed));
} catch (error) {
    if (error instanceof RangeError) refuse(error.message);
    throw error;
}
