/**
 * Type check of everything: the components (which are built on the way, unless `--built` says that they are), their tests
 * and typings, and all of Node. TypeScript 7 is some times as fast as 6, which the linter and the scripts still need for
 * what 7 does not offer to programs.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const tsc = path.join(root, 'node_modules/typescript7/bin/tsc');

function run(...args: readonly string[]): number {
    return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

// The build writes tsconfig.paths.json, which the others read.
const built = process.argv.includes('--built') ? 0 : run('scripts/build.mjs');
const codes = ['tsconfig.test.json', 'tsconfig.node.json'].map((project) => run(tsc, '-p', project, '--noEmit'));
process.exitCode = Math.max(built, ...codes);
