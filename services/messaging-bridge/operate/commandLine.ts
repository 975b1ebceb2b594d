import { parseArgs } from 'node:util';
import type { CommandName } from './commands/commands.ts';

export const USAGE = `bridge run --config FILE        one process of the bridge, until SIGTERM
bridge status --config FILE     who leads, what waits, what was set aside, and what to do about it

  --config FILE     Salesforce, Genesys Cloud and the database; secrets are named there, not written
  --json            what a program reads, instead of text
  Several processes may run with one PostgreSQL. SIGTERM ends what has been started, and stops.`;

/** What somebody asks of the command. */
export type Asked =
    | { readonly kind: 'help' }
    | { readonly kind: 'run'; readonly file: string }
    | {
          readonly kind: 'command';
          readonly file: string;
          readonly command: CommandName;
          readonly input: object;
          readonly isJson: boolean;
      };

/** It cannot be understood; the message says what was given and what is allowed. */
export class WrongCommandLine extends Error {
    override readonly name = 'WrongCommandLine';
}

const OPTIONS = {
    config: { type: 'string' },
    help: { type: 'boolean' },
    json: { type: 'boolean' }
} as const;

type Values = ReturnType<typeof parse>['values'];

/** The words after `bridge`, and what they ask for; each takes the options that are named here and no others. */
interface Known {
    readonly options: readonly (keyof Values)[];
    asked(values: Values, file: string, words: readonly string[]): Asked;
}

const COMMANDS: Readonly<Record<string, Known>> = {
    run: { options: [], asked: (_, file) => ({ kind: 'run', file }) },
    status: { options: ['json'], asked: ({ json }, file) => asking('status', {}, file, json) }
};

const asking = (command: CommandName, input: object, file: string, json = false): Asked => ({
    kind: 'command',
    command,
    input,
    file,
    isJson: json
});

/** Throws WrongCommandLine. */
export function readCommandLine(args: readonly string[]): Asked {
    const { positionals, values } = parse(args);
    if (values.help === true) return { kind: 'help' };
    const [name = '', ...words] = positionals;
    const known = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (known === undefined)
        throw wrong(`"${name}" is no command of the bridge. Allowed: ${Object.keys(COMMANDS).join(', ')}.`);
    const strange = Object.keys(values).find((key) => key !== 'config' && !known.options.includes(key as keyof Values));
    if (strange !== undefined) throw wrong(`bridge ${name} takes no --${strange}.`);
    if (words.length > 0) throw wrong(`bridge ${name} takes no "${words.join(' ')}".`);
    if (values.config === undefined) throw wrong('--config is missing.');
    return known.asked(values, values.config, words);
}

const wrong = (message: string): WrongCommandLine => new WrongCommandLine(`${message}\n${USAGE}`);

function parse(args: readonly string[]) {
    try {
        return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    } catch (error) {
        throw wrong((error as Error).message);
    }
}
