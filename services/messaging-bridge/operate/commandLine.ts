import { parseArgs } from 'node:util';
import type { CommandName } from './commands/commands.ts';

export const USAGE = `bridge run --config FILE        one process of the bridge, until SIGTERM
bridge check --config FILE      signs in on both sides, registers the formats, compares the channel's settings
bridge status --config FILE     who leads, what waits, what was set aside, and what to do about it

bridge replay --config FILE --from EARLIEST | TIME | REPLAY-ID
                                reads the events again that Salesforce keeps; nothing is delivered twice
bridge dead-letters list --config FILE [--state STATE] [--kind KIND] [--reason TEXT] [--limit N]
bridge dead-letters retry ID … --config FILE [--may-arrive-twice]
bridge dead-letters discard ID … --config FILE
                                what was set aside; --all with the same filters in the place of ids

  --config FILE     Salesforce, Genesys Cloud and the database; secrets are named there, not written
  --json            what a program reads, instead of text
  Several processes may run with one PostgreSQL. SIGTERM ends what has been started, and stops.`;

/** What somebody asks of the command. */
export type Asked =
    | { readonly kind: 'help' }
    | { readonly kind: 'run'; readonly file: string }
    | { readonly kind: 'check'; readonly file: string; readonly isJson: boolean }
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
    all: { type: 'boolean' },
    config: { type: 'string' },
    help: { type: 'boolean' },
    from: { type: 'string' },
    json: { type: 'boolean' },
    kind: { type: 'string' },
    limit: { type: 'string' },
    'may-arrive-twice': { type: 'boolean' },
    reason: { type: 'string' },
    state: { type: 'string' }
} as const;

type Values = ReturnType<typeof parse>['values'];

/** What a command takes beside --config. */
interface Known {
    readonly options: readonly (keyof Values)[];
    /** Ids; none unless it says so. */
    readonly takesIds?: true;
    asked(values: Values, file: string, ids: readonly string[]): Asked;
}

const FILTERS = ['json', 'state', 'kind', 'reason'] as const;

/** Only what was given. */
const filtersOf = ({ kind, reason, state }: Values): object => ({
    ...(kind === undefined ? {} : { kind }),
    ...(reason === undefined ? {} : { reason }),
    ...(state === undefined ? {} : { state })
});
const chosenBy = (values: Values, ids: readonly string[]): object => ({
    ...filtersOf(values),
    ...(ids.length === 0 ? {} : { ids }),
    ...(values.all === undefined ? {} : { all: values.all }),
    ...(values['may-arrive-twice'] === undefined ? {} : { mayArriveTwice: true })
});

const COMMANDS: Readonly<Record<string, Known>> = {
    run: { options: [], asked: (_, file) => ({ kind: 'run', file }) },
    check: { options: ['json'], asked: ({ json = false }, file) => ({ kind: 'check', file, isJson: json }) },
    status: { options: ['json'], asked: ({ json }, file) => asking('status', {}, file, json) },
    replay: {
        options: ['json', 'from'],
        asked: ({ from = '', json }, file) => asking('replay', { from }, file, json)
    },
    'dead-letters list': {
        options: [...FILTERS, 'limit'],
        asked: (values, file) =>
            asking(
                'dead-letters list',
                { ...filtersOf(values), ...(values.limit === undefined ? {} : { limit: Number(values.limit) }) },
                file,
                values.json
            )
    },
    'dead-letters retry': {
        options: [...FILTERS, 'all', 'may-arrive-twice'],
        takesIds: true,
        asked: (values, file, ids) => asking('dead-letters retry', chosenBy(values, ids), file, values.json)
    },
    'dead-letters discard': {
        options: [...FILTERS, 'all'],
        takesIds: true,
        asked: (values, file, ids) => asking('dead-letters discard', chosenBy(values, ids), file, values.json)
    }
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
    const [first = '', second = '', ...others] = positionals;
    const isPair = first === 'dead-letters';
    const name = isPair ? `${first} ${second}`.trim() : first;
    const words = isPair ? others : positionals.slice(1);
    const known = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (known === undefined)
        throw wrong(`"${name}" is no command of the bridge. Allowed: ${Object.keys(COMMANDS).join(', ')}.`);
    const strange = Object.keys(values).find((key) => key !== 'config' && !known.options.includes(key as keyof Values));
    if (strange !== undefined) throw wrong(`bridge ${name} takes no --${strange}.`);
    if (words.length > 0 && known.takesIds !== true) throw wrong(`bridge ${name} takes no "${words.join(' ')}".`);
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
