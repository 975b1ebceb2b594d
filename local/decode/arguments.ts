export const USAGE = [
    'Usage: npm run --silent decode -- FILE [--at ISO] [--redact]',
    'FILE holds a message, a list of messages, a trace, or one message a line; - is standard input.'
].join('\n');

/** When the first message was received unless --at says otherwise, so that two runs print the same. */
const DEFAULT_AT = '2026-01-15T09:00:00.000Z';

export interface DecodeArguments {
    /** `-` is standard input. */
    readonly file: string;
    readonly at: Date;
    readonly redact: boolean;
}

/** The arguments, or what is wrong with them. */
export function readArguments(
    given: readonly string[]
): DecodeArguments | { readonly error: string } | { readonly help: true } {
    const files: string[] = [];
    let time = DEFAULT_AT;
    let redact = false;
    for (let index = 0; index < given.length; index += 1) {
        const word = given[index] ?? '';
        if (word === '--help' || word === '-h') return { help: true };
        if (word === '--redact') {
            redact = true;
        } else if (word === '--at') {
            const value = given[(index += 1)];
            if (value === undefined) return { error: '--at needs a value.' };
            time = value;
        } else if (word.startsWith('--')) {
            return { error: `There is no option ${word}.` };
        } else {
            files.push(word);
        }
    }
    const [file, ...more] = files;
    if (file === undefined) return { error: 'FILE is missing: give a path, or - for standard input.' };
    if (more.length > 0) return { error: `One FILE at a time: ${files.join(', ')} were given.` };
    const at = new Date(time);
    if (Number.isNaN(at.getTime())) return { error: `--at is ${time}. Give a time such as ${DEFAULT_AT}.` };
    return { file, at, redact };
}
