/** One step of the test run, as a child process whose output is kept until it is needed. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';

export interface Counts {
    readonly passed: number;
    readonly failed: number;
    readonly skipped: number;
}

export interface Step {
    readonly name: string;
    /** Arguments for Node: a script and what it is given. */
    readonly args: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    /** What it counted; without this the step itself counts as one. */
    readonly counts?: () => Counts | undefined;
}

export interface StepResult {
    readonly step: Step;
    readonly ok: boolean;
    readonly counts: Counts;
    readonly seconds: number;
    readonly output: string;
}

/** A step that takes longer hangs, on a slow machine too. */
const LIMIT_MS = 40 * 60_000;

const running = new Set<ChildProcess>();

/** Ends a step with everything that it started. */
function stop(child: ChildProcess): void {
    if (child.pid === undefined) return;
    if (process.platform === 'win32') {
        spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
        return;
    }
    try {
        process.kill(-child.pid, 'SIGKILL');
    } catch {
        // It ended by itself meanwhile.
    }
}

export function stopAll(): void {
    for (const child of running) stop(child);
}

function nodeFirst(): NodeJS.ProcessEnv {
    const env = { ...process.env };
    const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
    env[key] = [path.dirname(process.execPath), env[key] ?? ''].join(path.delimiter);
    // The output is kept and printed later, so nobody writes to a terminal. A test run started inside a test run is its own.
    delete env['FORCE_COLOR'];
    delete env['NODE_TEST_CONTEXT'];
    return env;
}

/** A step that failed without counting a failure (it crashed, or counted nothing) is one failure. */
export function countsOf(exitCode: number, counted: Counts | undefined): Counts {
    if (!counted) return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
    if (exitCode !== 0 && counted.failed === 0) return { ...counted, failed: 1 };
    return counted;
}

export function runStep(step: Step, root: string, limitMs: number = LIMIT_MS): Promise<StepResult> {
    const started = performance.now();
    return new Promise((resolve) => {
        const child = spawn(process.execPath, [...step.args], {
            cwd: root,
            env: { ...nodeFirst(), NO_COLOR: '1', ...step.env },
            stdio: ['ignore', 'pipe', 'pipe'],
            // A group of its own, so that it can be ended whole.
            detached: process.platform !== 'win32'
        });
        running.add(child);
        let output = '';
        const limit = setTimeout(() => {
            output += `\nStopped: it took longer than ${Math.round(limitMs / 1000)} s.\n`;
            stop(child);
        }, limitMs);
        const keep = (chunk: Buffer): void => {
            output += chunk.toString();
        };
        child.stdout.on('data', keep);
        child.stderr.on('data', keep);
        child.on('close', (code) => {
            clearTimeout(limit);
            running.delete(child);
            const counts = countsOf(code ?? 1, step.counts?.());
            const ok = code === 0 && counts.failed === 0;
            resolve({ step, ok, counts, seconds: (performance.now() - started) / 1000, output });
        });
    });
}
