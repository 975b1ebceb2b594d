import { readTransport } from '../transports.ts';
import type { TransportName } from '../transports.ts';
import type { ReplayMode, ReplayTarget } from './replayTrace.ts';

export const USAGE = [
    'Usage: npm run replay -- FILE [--transport genesys-cloud|salesforce-voice] [--user NAME]',
    '       [--mode follow|own|phone] [--target Task|VoiceCall] [--at ISO] [--time-zone TZ] [--json]'
].join('\n');

/** When a trace begins unless --at says otherwise, so that two replays give the same Task. */
const DEFAULT_AT = '2026-01-15T09:00:00.000Z';
const TARGETS: readonly ReplayTarget[] = ['Task', 'VoiceCall'];
const MODES: readonly ReplayMode[] = ['follow', 'own', 'phone'];

export interface ReplayArguments {
    readonly file: string;
    readonly transport: TransportName;
    readonly user: string;
    readonly mode: ReplayMode;
    readonly target: ReplayTarget;
    readonly at: Date;
    readonly timeZone?: string;
    readonly json: boolean;
}

/** The arguments, or what is wrong with them. */
export function readArguments(
    given: readonly string[]
): ReplayArguments | { readonly error: string } | { readonly help: true } {
    const values = new Map<string, string>();
    const files: string[] = [];
    let json = false;
    for (let index = 0; index < given.length; index += 1) {
        const word = given[index] ?? '';
        if (word === '--help' || word === '-h') return { help: true };
        if (word === '--json') {
            json = true;
        } else if (['--transport', '--user', '--mode', '--target', '--at', '--time-zone'].includes(word)) {
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
    if (file === undefined) return { error: 'FILE is missing: give the path of a trace.' };
    if (more.length > 0) return { error: `One FILE at a time: ${files.join(', ')} were given.` };
    const read = readTransport(values.get('--transport'));
    if ('error' in read) return read;
    const mode = MODES.find((one) => one === (values.get('--mode') ?? 'own'));
    if (mode === undefined) return { error: `--mode is ${values.get('--mode')}. Give one of: ${MODES.join(', ')}.` };
    const target = TARGETS.find((one) => one === (values.get('--target') ?? 'Task'));
    if (target === undefined)
        return { error: `--target is ${values.get('--target')}. Give one of: ${TARGETS.join(', ')}.` };
    const at = new Date(values.get('--at') ?? DEFAULT_AT);
    if (Number.isNaN(at.getTime())) {
        return { error: `--at is ${values.get('--at')}. Give a time such as ${DEFAULT_AT}.` };
    }
    const timeZone = values.get('--time-zone');
    if (timeZone !== undefined && !isTimeZone(timeZone)) {
        return { error: `--time-zone is ${timeZone}. Give an IANA name such as Europe/Berlin.` };
    }
    return {
        file,
        transport: read.transport,
        user: values.get('--user') ?? 'agent',
        mode,
        target,
        at,
        ...(timeZone === undefined ? {} : { timeZone }),
        json
    };
}

function isTimeZone(name: string): boolean {
    try {
        new Intl.DateTimeFormat('en', { timeZone: name });
        return true;
    } catch {
        return false;
    }
}
