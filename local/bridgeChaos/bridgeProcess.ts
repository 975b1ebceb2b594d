import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';

const PROGRAM = path.resolve(import.meta.dirname, '../../services/messaging-bridge/bridge.ts');

/** The real program, in a process of its own. */
export interface BridgeProcess {
    readonly isLeading: boolean;
    /** Ended without being asked to. */
    readonly hasFailed: boolean;
    readonly said: string;
    kill(): Promise<void>;
    pause(): void;
    goOn(): void;
    /** Its clock, by ten minutes; that of the embedded database with it. Only where it was started with `CLOCK`. */
    setClockBack(): void;
    /** Its clock in the same way, by three minutes. */
    setClockForward(): void;
    /** SIGTERM, and the end of what was started. */
    stop(): Promise<void>;
}

const CLOCK_BACK = `
    const { now } = Date;
    let back = 0;
    process.on('SIGHUP', () => {
        back -= 180_000;
    });
    globalThis.Date = class extends Date {
        constructor(...given) {
            super(...(given.length === 0 ? [now() - back] : given));
        }
        static now() {
            return now() - back;
        }
    };
    process.on('SIGUSR2', () => {
        back += 600_000;
    });`;
/** A clock that can be set back. */
export const CLOCK = `--import=data:text/javascript,${encodeURIComponent(CLOCK_BACK)}`;

export interface BridgeOptions {
    /** Of Node, before the program. */
    readonly nodeOptions?: readonly string[];
    /** Ends it, with SIGKILL, where it has not started yet. */
    readonly signal?: AbortSignal;
}

/** Nothing of this process's but where programs are, and where Node keeps what it has compiled. */
export const environment = (): NodeJS.ProcessEnv =>
    Object.fromEntries(
        ['PATH', 'NODE_COMPILE_CACHE'].flatMap((name) => {
            const value = process.env[name];
            return value === undefined ? [] : [[name, value]];
        })
    );

export async function startBridge(
    configurationFile: string,
    { nodeOptions = [], signal }: BridgeOptions = {}
): Promise<BridgeProcess> {
    const child: ChildProcess = spawn(
        process.execPath,
        ['--no-warnings', ...nodeOptions, PROGRAM, 'run', '--config', configurationFile],
        { stdio: ['ignore', 'ignore', 'pipe'], env: environment() }
    );
    let said = '';
    let isLeading = false;
    let isAsked = false;
    const gone = new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
    });
    const end = (): void => {
        child.kill('SIGKILL');
    };
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
    await new Promise<void>((resolve, reject) => {
        child.stderr?.setEncoding('utf8').on('data', (text: string) => {
            said = `${said}${text}`.slice(-20_000);
            for (const [, leads] of text.matchAll(/"isLeading":(true|false)/g)) isLeading = leads === 'true';
            if (said.includes('The bridge is running.')) resolve();
        });
        child.once('exit', () => reject(new Error(`the bridge ended: ${said}`)));
    }).finally(() => signal?.removeEventListener('abort', end));
    const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
    const ended = async (signal: NodeJS.Signals): Promise<void> => {
        if (!isOver()) isAsked = true;
        child.kill(signal);
        await gone;
    };
    return {
        get isLeading() {
            return isLeading && !isOver();
        },
        get hasFailed() {
            return !isAsked && isOver();
        },
        get said() {
            return said;
        },
        kill: () => ended('SIGKILL'),
        stop: () => ended('SIGTERM'),
        pause(): void {
            child.kill('SIGSTOP');
        },
        goOn(): void {
            child.kill('SIGCONT');
        },
        setClockBack(): void {
            child.kill('SIGUSR2');
        },
        setClockForward(): void {
            child.kill('SIGHUP');
        }
    };
}
