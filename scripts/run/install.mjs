// Installs what package-lock.json names, and says what it is doing. Plain JavaScript for Node 18.
import { spawn } from 'node:child_process';
import { lstatSync } from 'node:fs';
import path from 'node:path';
import { npmCommand } from './npm.mjs';
import { passSignalsTo } from './process.mjs';
import { whatToDo } from './installFailure.mjs';

const EVERY_MS = 10000;

/** A running Node that lies in node_modules cannot be deleted on Windows, and `npm ci` would do so. */
function runsFromHere(root) {
    return process.platform === 'win32' && process.execPath.startsWith(path.join(root, 'node_modules') + path.sep);
}

/** `npm ci` empties the folder that a link leads to, which belongs to another checkout. */
function isLinked(root) {
    return lstatSync(path.join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Resolves to true when it worked. All progress goes to stderr when quiet, else to stdout. */
export function install(root, { quiet, reason }) {
    const out = quiet ? process.stderr : process.stdout;
    if (isLinked(root)) {
        process.stderr.write(
            'node_modules is a link to another folder, which the install would empty. Remove the link, then run the same command again.\n'
        );
        return Promise.resolve(false);
    }
    const action = runsFromHere(root) ? 'install' : 'ci';
    const npm = npmCommand();
    const args = [
        ...npm.args,
        action,
        '--include=dev',
        '--include=optional',
        '--no-audit',
        '--no-fund',
        '--loglevel=error'
    ];
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);

    out.write(
        `Installing what the project needs with npm ${action} (${reason}). The first time takes a minute or two.\n`
    );
    const child = spawn(npm.command, args, { cwd: root, shell: npm.shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const keep = (chunk) => {
        said = (said + chunk).slice(-20000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    let stopped = false;
    // An npm that was stopped takes away what it has installed so far; a second one meanwhile would lose files to it.
    const stopPassing = passSignalsTo(child, () => {
        if (!stopped) out.write('Stopping. npm puts node_modules back as it was; wait until it has.\n');
        stopped = true;
    });
    const ticking = setInterval(
        () => out.write(`  still ${stopped ? 'stopping' : 'installing'}, ${seconds()} s\n`),
        EVERY_MS
    );

    return new Promise((resolve) => {
        const end = (problem) => {
            clearInterval(ticking);
            stopPassing();
            if (stopped) out.write('Stopped before all was installed. The same command begins again.\n');
            else if (problem === undefined) out.write(`Installed in ${seconds()} s.\n`);
            else {
                process.stderr.write(said);
                process.stderr.write(`The install failed (${problem}). ${whatToDo(said)}\n`);
            }
            resolve(problem === undefined && !stopped);
        };
        child.on('error', (error) => end(`npm cannot be started: ${error.message}`));
        child.on('close', (code, signal) => end(code === 0 ? undefined : signal || `exit code ${code}`));
    });
}
