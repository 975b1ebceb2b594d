import { readTransport } from '../transports.ts';
import type { TransportName } from '../transports.ts';

export const USAGE = [
    'Usage: npm run --silent decode -- FILE [--transport genesys-cloud|salesforce-voice] [--at ISO] [--redact]',
    'FILE holds a message, a list of messages, a trace, or one message a line; - is standard input.'
].join('\n');

/** When the first message was received unless --at says otherwise, so that two runs print the same. */
const DEFAULT_AT = '2026-01-15T09:00:00.000Z';

export interface DecodeArguments {
    /** `-` is standard input. */
    readonly file: string;
    readonly transport: TransportName;
    readonly at: Date;
    readonly redact: boolean;
}

/** The arguments, or what is wrong with them. */
export function readArguments(
    given: readonly string[]
): DecodeArguments | { readonly error: string } | { readonly help: true } {
    const values = new Map<string, string>();
    const files: string[] = [];
    let redact = false;
    for (let index = 0; index < given.length; index += 1) {
        const word = given[index] ?? '';
        if (word === '--help' || word === '-h') return { help: true };
        if (word === '--redact') {
            redact = true;
        } else if (['--at', '--transport'].includes(word)) {
            const value = given[(index += 1)];
            if (value === undefined) return { error: `${word} needs a value.` };
            values.set(word, value);
        } else if (word.startsWith('--')) {
            return { error: `There is no option ${word}.` };
        } else {
            files.push(word);
        }
    }
    const [file, ...more] = files;
    if (file === undefined) return { error: 'FILE is missing: give a path, or - for standard input.' };
    if (more.length > 0) return { error: `One FILE at a time: ${files.join(', ')} were given.` };
    const read = readTransport(values.get('--transport'));
    if ('error' in read) return read;
    const time = values.get('--at') ?? DEFAULT_AT;
    const at = new Date(time);
    if (Number.isNaN(at.getTime())) return { error: `--at is ${time}. Give a time such as ${DEFAULT_AT}.` };
    return { file, transport: read.transport, at, redact };
}
