// Builds the components when a source is newer than what was built from it. Plain JavaScript for Node 18.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { emittedFile, scriptsIn, sourcesIn } from '../build/bundles.mjs';
import { phoneIsStale } from '../build/standInPhone.mjs';

function changedAt(file) {
    try {
        return statSync(file).mtimeMs;
    } catch {
        return 0;
    }
}

/** True when a source has no script, a script no source, or a source is newer than the last build. */
export function isStale(root) {
    if (phoneIsStale(root)) return true;
    const app = path.join(root, 'force-app');
    const sources = sourcesIn(app);
    const scripts = new Set(scriptsIn(app));
    if (scripts.size !== sources.length || sources.some((source) => !scripts.has(emittedFile(source)))) return true;
    // tsc leaves a script alone whose text would not change, so the build's own memory tells when it last ran.
    const built = changedAt(path.join(root, 'node_modules/.cache/switchboard/build.tsbuildinfo'));
    return [...sources, path.join(root, 'tsconfig.json'), path.join(root, 'tsconfig.build.json')].some(
        (file) => changedAt(file) > built
    );
}

function hasAllScripts(app) {
    const scripts = new Set(scriptsIn(app));
    return sourcesIn(app).every((source) => scripts.has(emittedFile(source)));
}

/** False when nothing usable came out; what the build said is on stderr. A type error alone stops nobody from looking. */
export function buildIfStale(root, { quiet }) {
    if (!isStale(root)) return true;
    (quiet ? process.stderr : process.stdout).write('Building the components.\n');
    const result = spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs')], {
        cwd: root,
        stdio: ['ignore', 2, 2]
    });
    if (result.status === 0) return true;
    const usable = hasAllScripts(path.join(root, 'force-app'));
    if (usable) process.stderr.write('The build found the mistakes above; going on with the components as they are.\n');
    return usable;
}
