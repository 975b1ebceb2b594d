// node scripts/run.mjs [--quiet] SCRIPT [ARGUMENTS]
//
// What stands behind `npm start`, `npm test` and the others: installs what is missing, builds what is stale, then runs
// SCRIPT on the Node that the project pins. Plain JavaScript that Node 18 runs, because at first nothing else is there.
// --quiet: nothing but the script's own output on stdout.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './run/built.mjs';
import { install } from './run/install.mjs';
import { missingPackages } from './run/installed.mjs';
import { findNode, tooOld } from './run/runtime.mjs';
import { runToTheEnd } from './run/process.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const given = process.argv.slice(2);
const quiet = given[0] === '--quiet';
const [script, ...args] = quiet ? given.slice(1) : given;

async function main() {
    if (!script) {
        console.error('Usage: node scripts/run.mjs [--quiet] SCRIPT [ARGUMENTS]');
        return 2;
    }
    const reason = missingPackages(root);
    if (reason && !(await install(root, { quiet, reason }))) return 1;

    const node = findNode(root);
    if (!node) {
        console.error(tooOld(root));
        return 1;
    }
    const needsComponents = /^(local|bench)[\\/]/.test(script);
    if (needsComponents && !buildIfStale(root, { quiet })) return 1;

    return runToTheEnd(node, [path.resolve(root, script), ...args]);
}

process.exitCode = await main();
