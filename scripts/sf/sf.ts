/** The Salesforce CLI: one call, and what it says of it. */
import { spawn } from 'node:child_process';

/** Shapes as of @salesforce/cli 2.146. */
export type Answer =
    | { readonly done: true; readonly result: unknown }
    | {
          readonly done: false;
          /** `NamedOrgNotFoundError` and the like; empty where the CLI gave none. */
          readonly name: string;
          readonly message: string;
          /** What else it told: failures of components, of records. */
          readonly details: unknown;
          readonly exitCode: number;
      };

export interface Call {
    readonly args: readonly string[];
    /** What the command needs in the environment, beside what is there. */
    readonly env?: Readonly<Record<string, string>>;
    /** False where the answer would hold a login, and where the CLI talks to the person itself. */
    readonly json: boolean;
}

/** The exit code of a shell that knows no such command. */
const NO_SUCH_COMMAND = 127;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** As a person would type it in a shell. */
export function written({ args, env = {} }: Call): string {
    return [...Object.entries(env).map(([name, value]) => `${name}=${quoted(value)}`), 'sf', ...args.map(quoted)].join(
        ' '
    );
}

/** Asks the `sf` on the PATH. Never throws. */
export async function sf({ args, env = {}, json }: Call, folder: string): Promise<Answer> {
    const all = json ? [...args, '--json'] : [...args];
    // On Windows sf is a script for a shell, which takes its words apart at spaces.
    const shell = process.platform === 'win32';
    const child = spawn('sf', shell ? all.map((word) => (/\s/.test(word) ? `"${word}"` : word)) : all, {
        cwd: folder,
        env: { ...process.env, ...env },
        shell,
        stdio: json ? ['ignore', 'pipe', 'pipe'] : 'inherit'
    });
    const said: Record<'out' | 'error', string> = { out: '', error: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.out += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.error += text));
    const exitCode = await new Promise<number>((resolve) => {
        child.on('error', () => resolve(NO_SUCH_COMMAND));
        child.on('close', (code) => resolve(code ?? 1));
    });
    return json
        ? answerOf(said.out, said.error, exitCode)
        : exitCode === 0
          ? { done: true, result: {} }
          : quiet(exitCode);
}

const quiet = (exitCode: number): Answer => ({ done: false, name: '', message: '', details: undefined, exitCode });

function answerOf(out: string, error: string, exitCode: number): Answer {
    let told: unknown;
    try {
        told = JSON.parse(out);
    } catch {
        return { ...quiet(exitCode), message: `${error}${out}`.trim() } as Answer;
    }
    if (!isRecord(told)) return { ...quiet(exitCode), message: out.trim() } as Answer;
    const { name, message, result, data } = told;
    if (exitCode === 0) return { done: true, result };
    return {
        done: false,
        name: typeof name === 'string' ? name : '',
        message: typeof message === 'string' ? message : '',
        details: result ?? data,
        exitCode
    };
}
