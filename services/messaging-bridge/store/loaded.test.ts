import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

/** What is loaded to run the bridge with this kind of database; a process of its own says so. */
function loadedFor(database: 'postgres' | 'embedded'): string {
    const program = `
        import { registerHooks } from 'node:module';
        registerHooks({ resolve: (name, context, next) => (console.log(name), next(name, context)) });
        await import('./messagingBridge.ts');
        await import('./store/${database}.ts');`;
    const { status, stderr, stdout } = spawnSync(
        process.execPath,
        ['--input-type=module', '--no-warnings', '-e', program],
        {
            cwd: path.resolve(import.meta.dirname, '..'),
            encoding: 'utf8'
        }
    );
    assert.equal(status, 0, stderr);
    return stdout;
}

test('a bridge with PostgreSQL loads no embedded database, and one with that loads no client of PostgreSQL', () => {
    const [postgres, embedded] = [loadedFor('postgres'), loadedFor('embedded')];
    assert.match(postgres, /^pg$/m);
    assert.doesNotMatch(postgres, /pglite/);
    assert.match(embedded, /pglite/);
    assert.doesNotMatch(embedded, /^pg$/m);
});
