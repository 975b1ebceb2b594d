import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { missingPackages } from './installed.mjs';

interface Given {
    readonly manifest?: object;
    readonly member?: object;
    readonly locked?: Record<string, object>;
    readonly installed?: Record<string, object> | null;
    readonly present?: readonly string[];
}

const LEFT = { version: '1.0.0', integrity: 'sha512-left' };
const NATIVE = { version: '2.0.0', integrity: 'sha512-native', optional: true };
const LOCKED = {
    '': { devDependencies: { left: '1.0.0' } },
    local: { dependencies: { left: '1.0.0' } },
    'node_modules/left': LEFT,
    'node_modules/native': NATIVE
};

/** A project that is installed wholly, but for what the test says. */
function askedOf(given: Given): string | undefined {
    const root = mkdtempSync(path.join(tmpdir(), 'switchboard-installed-'));
    const write = (file: string, value: object): void => {
        mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
        writeFileSync(path.join(root, file), JSON.stringify(value));
    };
    try {
        write('package.json', given.manifest ?? { devDependencies: { left: '1.0.0' } });
        write('local/package.json', given.member ?? { dependencies: { left: '1.0.0' } });
        write('package-lock.json', { packages: given.locked ?? LOCKED });
        for (const name of given.present ?? ['left', 'native'])
            mkdirSync(path.join(root, 'node_modules', name), { recursive: true });
        if (given.installed !== null)
            write('node_modules/.package-lock.json', {
                packages: given.installed ?? { 'node_modules/left': LEFT, 'node_modules/native': NATIVE }
            });
        return missingPackages(root);
    } finally {
        rmSync(root, { recursive: true, force: true });
    }
}

test('a developer with everything installed waits for nothing', () => {
    assert.equal(askedOf({}), undefined);
});

test('a newcomer after a clone gets an install', () => {
    assert.equal(askedOf({ installed: null }), 'nothing is installed yet');
});

test('a developer whose pull brought a new version gets an install', () => {
    const locked = { ...LOCKED, 'node_modules/left': { version: '1.1.0', integrity: 'sha512-new' } };
    assert.equal(askedOf({ locked }), 'left has changed');
});

test('a developer whose pull brought a new package gets an install', () => {
    const locked = { ...LOCKED, 'node_modules/@scope/right': { version: '1.0.0', integrity: 'x' } };
    assert.equal(askedOf({ locked }), '@scope/right is missing');
});

test('a developer whose machine has no binary of an optional package is not asked again', () => {
    assert.equal(askedOf({ installed: { 'node_modules/left': LEFT }, present: ['left'] }), undefined);
});

test('a developer who deleted a package by hand gets an install', () => {
    assert.equal(askedOf({ present: ['native'] }), 'left is missing');
});

test('a developer who added a dependency to a package.json gets an install', () => {
    assert.equal(
        askedOf({ manifest: { devDependencies: { left: '1.0.0', more: '1.0.0' } } }),
        'package.json has changed'
    );
    assert.equal(askedOf({ member: { dependencies: { left: '2.0.0' } } }), 'local/package.json has changed');
});

test('a developer who changes only scripts waits for nothing', () => {
    assert.equal(askedOf({ manifest: { devDependencies: { left: '1.0.0' }, scripts: { a: 'b' } } }), undefined);
});
