// Runs a program in this one's place: same input and output, signals passed on, same exit code. Plain JavaScript.
import { spawn } from 'node:child_process';
import path from 'node:path';

/** This environment with the given Node first on the path, for tools that start "node" by name. */
export function withNodeFirst(node, env = process.env) {
    const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') || 'PATH';
    return Object.assign({}, env, { [key]: [path.dirname(node), env[key] || ''].join(path.delimiter) });
}

const LOOK_EVERY_MS = 1000;

/**
 * npm starts scripts through a shell, and a shell that is told to end does not tell its child. Calls `gone` when this
 * process was left behind that way. Does nothing outside npm, where a parent may well leave first.
 */
function whenNpmIsGone(gone) {
    if (!process.env.npm_lifecycle_event || process.platform === 'win32') return () => {};
    const parent = process.ppid;
    const looking = setInterval(() => process.ppid !== parent && gone(), LOOK_EVERY_MS);
    return () => clearInterval(looking);
}

/** Lets the child end in its own way, and calls `asked` each time. Returns what ends this. */
export function passSignalsTo(child, asked = () => {}) {
    // In a terminal Ctrl-C reaches the child by itself; a second copy would look like impatience.
    const passOn = (signal) => {
        asked(signal);
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    return () => {
        for (const signal of signals) process.removeListener(signal, passOn);
    };
}

/** Resolves to the exit code. */
export function runToTheEnd(node, args) {
    const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], {
        stdio: 'inherit',
        env: withNodeFirst(node)
    });
    const stopPassing = passSignalsTo(child);
    const stopLooking = whenNpmIsGone(() => child.kill('SIGTERM'));
    return new Promise((resolve) => {
        child.on('error', (error) => {
            console.error(`${node} cannot be started: ${error.message}`);
            resolve(1);
        });
        child.on('exit', (code, signal) => {
            stopLooking();
            stopPassing();
            resolve(code === null ? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] || 0) : code);
        });
    });
}
