import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Clock, SecretReference } from '@switchboard/genesys-api';
import { addConnection, readConfigurationFile } from './configurationFile.ts';
import type { Configuration, ConnectionSettings } from './configuration.ts';
import { listed, statusOf } from './connectionStatus.ts';
import { createConnections } from './connections.ts';
import type { Connections } from './connections.ts';
import { readSecret } from '@switchboard/genesys-api';

export const USAGE = `pcid add  --config FILE --region REGION --client-id ID (--secret-env NAME | --secret-file PATH)
          [--name NAME] [--pcid PCID]
pcid list --config FILE
pcid test --config FILE [PCID …]

  add    puts a connection into the configuration, and prints its PCID (PinkConnect id)
  list   prints the connections as JSON: id, name, service_key, status; each is tried
  test   signs in with each connection, or with those named, and says what is wrong

  REGION is a name or a host: eu_west_1, mypurecloud.ie. A secret is named, never given: --secret-env names an
  environment variable, --secret-file a file, from the configuration's folder on. --base-url takes the place of
  --region for a Genesys Cloud on this machine.`;

const OPTIONS = {
    config: { type: 'string' },
    region: { type: 'string' },
    'base-url': { type: 'string' },
    name: { type: 'string' },
    pcid: { type: 'string' },
    'client-id': { type: 'string' },
    'secret-env': { type: 'string' },
    'secret-file': { type: 'string' },
    help: { type: 'boolean' }
} as const;

type Options = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** What the command prints, and its exit code: 1 where a connection does not work, 2 where the command is wrong. */
export interface Told {
    readonly code: 0 | 1 | 2;
    readonly out?: string;
    readonly err?: string;
}

export interface Surroundings {
    readonly env: NodeJS.ProcessEnv;
    readonly clock?: Clock;
    /** How long `add` waits for another process that adds. */
    readonly waitMs?: number;
}

/** Never throws. Asks nothing. */
export async function runPcid(args: readonly string[], surroundings: Surroundings): Promise<Told> {
    try {
        const { options, command, named } = understood(args);
        if (options.help === true) return { code: 0, out: USAGE };
        const file = path.resolve(needed(options, 'config'));
        if (command === 'add' && named.length === 0) return await add(file, options, surroundings);
        if (command === 'list' && named.length === 0) return await list(file, surroundings);
        if (command === 'test') return await test(file, named, surroundings);
        throw new Error(`The first word is add, list or test; only test takes PCIDs after it.\n${USAGE}`);
    } catch (error) {
        return { code: 2, err: error instanceof Error ? error.message : 'The command failed.' };
    }
}

function understood(args: readonly string[]): { options: Options; command: string | undefined; named: string[] } {
    const { tokens } = parseArgs({
        args: [...args],
        options: OPTIONS,
        allowPositionals: true,
        strict: false,
        tokens: true
    });
    for (const token of tokens) {
        if (token.kind !== 'option') continue;
        if (/^(client-)?secret$|^password$|^token$/.test(token.name)) {
            throw new Error(
                `--${token.name} is refused: other programs and the shell's history see what a command is given. ` +
                    'Put the secret into an environment variable or a file, and name it: --secret-env NAME or --secret-file PATH.'
            );
        }
        if (!Object.hasOwn(OPTIONS, token.name)) throw new Error(`--${token.name} is no option.\n${USAGE}`);
    }
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [command, ...named] = positionals;
    return { options: values, command, named };
}

function needed(options: Options, name: Exclude<keyof Options, 'help'>): string {
    const value = options[name];
    if (value === undefined || value.trim() === '') throw new Error(`--${name} is missing.\n${USAGE}`);
    return value;
}

async function add(file: string, options: Options, { env, waitMs }: Surroundings): Promise<Told> {
    const reference = referenceIn(options);
    const pcid = options.pcid ?? randomUUID();
    const settings: ConnectionSettings = {
        ...(options.name === undefined ? {} : { name: options.name }),
        ...(options['base-url'] === undefined
            ? { region: needed(options, 'region') }
            : { baseUrl: options['base-url'] }),
        grant: { type: 'clientCredentials', clientId: needed(options, 'client-id'), clientSecret: reference }
    };
    await addConnection(file, pcid, settings, waitMs);
    try {
        readSecret(reference, env, path.dirname(file));
    } catch (error) {
        return { code: 0, out: pcid, err: `${pcid} is added. It cannot sign in yet: ${(error as Error).message}` };
    }
    return { code: 0, out: pcid, err: `${pcid} is added. "pcid test" signs in with it.` };
}

/** What was given in the place of a name may be a secret: it is not repeated. */
function referenceIn(options: Options): SecretReference {
    const { 'secret-env': env, 'secret-file': file } = options;
    if ((env === undefined) === (file === undefined))
        throw new Error('Give either --secret-env NAME or --secret-file PATH.');
    if (env === undefined) return { file: needed(options, 'secret-file') };
    if (/^[A-Z_][A-Z0-9_]*$/i.test(env)) return { env };
    throw new Error('--secret-env is no name of an environment variable. Give the name, not the secret itself.');
}

async function list(file: string, surroundings: Surroundings): Promise<Told> {
    const { configuration, connections } = opened(file, surroundings);
    const all = await listed(Object.keys(configuration.connections), configuration, connections);
    return { code: 0, out: JSON.stringify(all, null, 4) };
}

async function test(file: string, named: readonly string[], surroundings: Surroundings): Promise<Told> {
    const { configuration, connections } = opened(file, surroundings);
    const known = Object.keys(configuration.connections);
    const unknown = named.find((one) => !known.includes(one));
    if (unknown !== undefined) {
        throw new Error(`"${unknown}" is no PCID of this configuration. There are: ${known.join(', ')}`);
    }
    const tried = (named.length === 0 ? known : named).map(async (pcid) => {
        const { status, words } = await statusOf(pcid, configuration, connections);
        return { isGood: status === 'connected', line: `${pcid}: ${status}. ${words}` };
    });
    const results = await Promise.all(tried);
    return {
        code: results.every(({ isGood }) => isGood) ? 0 : 1,
        out: results.map(({ line }) => line).join('\n')
    };
}

function opened(
    file: string,
    { env, clock }: Surroundings
): { readonly configuration: Configuration; readonly connections: Connections } {
    const configuration = readConfigurationFile(file);
    const rest = clock === undefined ? {} : { clock };
    return {
        configuration,
        connections: createConnections({ configuration, folder: path.dirname(file), env, ...rest })
    };
}
