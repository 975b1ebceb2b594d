// Runs the component tests with sfdx-lwc-jest: node scripts/jest.mjs [Jest's own arguments].
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePaths } from './build/paths.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
writePaths(root);

// sfdx-lwc-jest starts "node" by name: this Node comes first.
const env = Object.assign({}, process.env);
const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') || 'PATH';
env[key] = [path.dirname(process.execPath), env[key] || ''].join(path.delimiter);

const cli = path.join(root, 'node_modules/@salesforce/sfdx-lwc-jest/bin/sfdx-lwc-jest');
const result = spawnSync(process.execPath, [cli, '--', ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' });
process.exit(result.status === null ? 1 : result.status);
