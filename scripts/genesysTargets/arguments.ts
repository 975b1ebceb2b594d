import { KINDS, kindNamed } from './kinds.ts';
import type { Kind } from './kinds.ts';

export const HELP = `Usage: npm run --silent genesys-targets -- FILE.csv [--out DIR] [--kind KIND] [--replace] [--dry-run]

Makes one custom metadata record for each row: a transfer target, or an agent status.

  name      what the agent reads, at most 40 characters
  kind      ${KINDS.join(', ')}
  address   User, Queue, Secure Flow: the id. Phone: the number, left as it is. Flow: its name or id.
            Status: the id, or a name or constant such as ON_QUEUE
  pinned    yes or no; a pinned target stands above the others (no)
  order     0 to 99999; low ones come first, equal ones by name (100)
  active    yes or no; one that is not active is not shown (yes)

Only name and address must be there. Other headers that are understood: "Queue Id" and "Queue Name", "Agent Id" and
"Agent Name", "User Id" and "User Name", "id", "systemPresence", "languageLabels.en_US". Other columns are left alone.

  --out DIR     where the records go (customMetadata)
  --kind KIND   the kind of all rows, where the file does not tell it
  --replace     overwrite records that exist; without it they stay as they are, and the row is named
  --dry-run     print what would be written, and write nothing

The exit code is 0, or 1 when rows were refused, or 2 when nothing could be read.
It asks no Genesys Cloud org: export the list there first, as CSV.`;

export interface TargetsArguments {
    readonly file: string;
    readonly out: string;
    readonly kind?: Kind;
    readonly replace: boolean;
    readonly dryRun: boolean;
}

/** The arguments, or what is wrong with them. */
export function readArguments(
    given: readonly string[]
): TargetsArguments | { readonly error: string } | { readonly help: true } {
    const files: string[] = [];
    const values = new Map<string, string>();
    const flags = new Set<string>();
    for (let index = 0; index < given.length; index += 1) {
        const word = given[index] ?? '';
        if (word === '--help' || word === '-h') return { help: true };
        if (word === '--replace' || word === '--dry-run') {
            flags.add(word);
        } else if (word === '--out' || word === '--kind') {
            const value = given[(index += 1)];
            if (value === undefined) return { error: `${word} needs a value.` };
            values.set(word, value);
        } else if (word.startsWith('-')) {
            return { error: `There is no option ${word}.` };
        } else {
            files.push(word);
        }
    }
    const [file, ...more] = files;
    if (file === undefined) return { error: 'FILE.csv is missing: give the path of an exported list.' };
    if (more.length > 0) return { error: `One FILE at a time: ${files.join(', ')} were given.` };
    const named = values.get('--kind');
    const kind = named === undefined ? undefined : kindNamed(named);
    if (named !== undefined && kind === undefined)
        return { error: `--kind is ${named}. Give one of: ${KINDS.join(', ')}.` };
    return {
        file,
        out: values.get('--out') ?? 'customMetadata',
        ...(kind === undefined ? {} : { kind }),
        replace: flags.has('--replace'),
        dryRun: flags.has('--dry-run')
    };
}
