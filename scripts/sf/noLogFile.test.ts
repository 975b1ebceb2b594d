import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '../..');
const LIBRARY = "from '@salesforce/source-deploy-retrieve'";
const loaders = globSync('{scripts,e2e,local,bench}/**/*.ts', { cwd: root, exclude: ['**/node_modules/**'] }).filter(
    (file) => readFileSync(path.join(root, file), 'utf8').includes(`${LIBRARY};`)
);

test('a developer whose home cannot be written to has every program that converts metadata', () => {
    assert.ok(loaders.length >= 5);
    const late = loaders.filter((file) => {
        const text = readFileSync(path.join(root, file), 'utf8');
        const first = text.search(/^import '[./\w]*noLogFile\.ts';$/m);
        return first < 0 || first > text.indexOf(LIBRARY);
    });
    assert.deepEqual(late, []);
});

test(
    'a developer converts metadata where nothing can be written to the home',
    // Nobody can make a folder there, not even root.
    { skip: process.platform === 'linux' ? false : 'needs /proc' },
    () => {
        const address = pathToFileURL(path.join(root, 'scripts/release/converted.ts')).href;
        const program = `
            import { converted } from '${address}';
            console.log((await converted(${JSON.stringify(root)}, ['force-app/task-key'], '66.0')).length > 1);
        `;
        const { SF_DISABLE_LOG_FILE: _, NODE_TEST_CONTEXT: __, ...env } = process.env;
        const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
            cwd: root,
            env: { ...env, HOME: '/proc/nobody' },
            encoding: 'utf8',
            timeout: 30_000
        });
        assert.deepEqual([status, stdout], [0, 'true\n'], stderr);
    }
);
