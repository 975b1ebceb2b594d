/**
 * npm run test:packed: what other computers get. Packs the package for other teams and the services, installs the
 * tarballs in empty folders and runs them there. A part of npm test, alone.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const tests = ['scripts/package.test.ts', 'scripts/servicePackages.test.ts'];
const args = ['--disable-warning=ExperimentalWarning', '--test', ...tests];
process.exitCode =
    spawnSync(process.execPath, args, { cwd: path.resolve(import.meta.dirname, '..'), stdio: 'inherit' }).status ?? 1;
