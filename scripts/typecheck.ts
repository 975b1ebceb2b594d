/**
 * Type check of everything: the components (which are built on the way, unless `--built` says that they are), their tests
 * and typings, and all of Node.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const memory = path.join(root, 'node_modules/.cache/switchboard');
const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
mkdirSync(memory, { recursive: true });

function run(args: readonly string[]): Promise<number> {
    return new Promise((resolve) => {
        const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
        child.on('exit', (code) => resolve(code ?? 1));
    });
}

function check(project: string): Promise<number> {
    const remembered = path.join(memory, `${path.basename(project, '.json')}.tsbuildinfo`);
    return run([tsc, '-p', project, '--incremental', '--tsBuildInfoFile', remembered]);
}

// The build writes tsconfig.paths.json, which the others read.
const built = process.argv.includes('--built') ? 0 : await run(['scripts/build.mjs']);
const codes = [built, await check('tsconfig.test.json'), await check('tsconfig.node.json')];
process.exitCode = Math.max(...codes);
