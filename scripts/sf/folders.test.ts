import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { MAY_USE } from '../validate/packages.ts';
import { inOrder, readManifest, withNeeds } from './folders.ts';
import type { Folder } from './folders.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { folders } = readManifest(root);
const folder = (name: string, ...needs: string[]): Folder => ({ path: name, name, package: name, needs });
const names = (list: readonly Folder[]): string[] => list.map(({ name }) => name);

test('an org has what a folder needs before the folder comes', () => {
    const order = names(
        inOrder([
            folder('c', 'b', 'a'),
            folder('b', 'a'),
            { ...folder('demo'), package: undefined } as Folder,
            folder('a')
        ])
    );
    assert.deepEqual(order, ['a', 'b', 'c', 'demo']);
});

test('a developer whose packages need each other in a circle reads which', () => {
    assert.throws(() => inOrder([folder('a', 'b'), folder('b', 'c'), folder('c', 'a')]), /a needs b needs c needs a/);
});

test('a package needs in the project file what its components may import', () => {
    const packages = new Map(folders.map(({ name, package: packed }) => [packed, name]));
    for (const { name, package: packed, needs } of folders) {
        if (!packed) continue;
        const own = needs.flatMap((need) => packages.get(need) ?? []);
        assert.deepEqual([...own].sort(), [...(MAY_USE[name] ?? [])].sort(), name);
    }
});

test('every folder of components is deployed, and what an admin edits, the demo and the stand-in are never packaged', () => {
    assert.deepEqual(names(folders).sort(), Object.keys(MAY_USE).sort());
    assert.deepEqual(names(folders.filter((one) => one.package === undefined)), ['settings', 'demo', 'stand-in']);
});

test('who wants one folder gets those that it needs, and no other', () => {
    assert.deepEqual(names(withNeeds(folders, ['salesforce-voice'])), [
        'interactions',
        'tasks',
        'agent-panel',
        'salesforce-voice'
    ]);
});
