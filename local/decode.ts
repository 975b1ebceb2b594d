/**
 * npm run --silent decode -- FILE [--transport NAME] [--at ISO] [--redact]: prints one JSON line for each message of a
 * file, with what it decodes to by the decoder that is deployed. What support asks a customer to run.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { readArguments, USAGE } from './decode/arguments.ts';
import { loadDecode } from './decode/codec.ts';
import { lineOf } from './decode/lines.ts';
import { readMessages } from './decode/messages.ts';
import { textOf } from './decode/text.ts';
import { whyUnreadable } from './unreadable.ts';

const SOME_LINES_BAD = 1;
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
const { file, transport, at, redact } = wanted;
const name = file === '-' ? 'Standard input' : file;

async function read(): Promise<string> {
    try {
        // npm runs scripts in the project's folder; a relative path means the folder the person is in.
        const bytes = file === '-' ? buffer(process.stdin) : readFile(path.resolve(process.env.INIT_CWD ?? '', file));
        return textOf(await bytes);
    } catch (error) {
        refuse(`${name} cannot be read: ${whyUnreadable(error)}.`);
    }
}

const messages = readMessages(await read());
if ('error' in messages) refuse(`${name}: ${messages.error}`);
const decode = await loadDecode(transport);

if (!redact) console.error("These lines hold customers' data. Give --redact for lines that may be passed on.");
// Whoever reads may stop early, as head does.
process.stdout.on('error', () => process.exit());
for (const found of messages.found) {
    const { line, bad } = lineOf(found, { transport, at, redact, decode });
    if (bad) process.exitCode = SOME_LINES_BAD;
    process.stdout.write(`${line}\n`);
}
