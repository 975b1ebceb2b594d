// Writes what the platform needs beside the sources: one .js for each component's .ts. Plain JavaScript for old Nodes,
// because `npm install` runs it (`prepare`) with whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { emittedFile, scriptsIn, sourcesIn } from './build/bundles.mjs';
import { writePaths } from './build/paths.mjs';
import { copyPhone } from './build/standInPhone.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const app = path.join(root, 'force-app');
const memory = path.join(root, 'node_modules/.cache/switchboard/build.tsbuildinfo');

copyPhone(root);
writePaths(root);

const sources = sourcesIn(app);
const expected = new Set(sources.map(emittedFile));
for (const script of scriptsIn(app)) if (!expected.has(script)) rmSync(script);

// tsc remembers what it compiled, not whether the file is still there.
if ([...expected].some((script) => !existsSync(script))) rmSync(memory, { force: true });
mkdirSync(path.dirname(memory), { recursive: true });

const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
if (!existsSync(tsc)) {
    console.error('TypeScript is not installed: run npm install first.');
    process.exit(1);
}
const result = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
// scripts/run/built.mjs asks when the last build was.
if (existsSync(memory)) utimesSync(memory, new Date(), new Date());
process.exit(result.status === null ? 1 : result.status);
