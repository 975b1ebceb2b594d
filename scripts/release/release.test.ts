import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import '../sf/noLogFile.ts';
import { ComponentSet, ZipTreeContainer } from '@salesforce/source-deploy-retrieve';
import { readManifest } from '../sf/folders.ts';
import { productsOf } from './products.ts';
import { SUMS, release } from './release.ts';
import type { Released } from './release.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-release-'));
let released: Released[];
before(async () => {
    released = await release(root, folder);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const of = (product: string): Released => {
    const found = released.find((one) => one.product === product);
    assert.ok(found, product);
    return found;
};
/** What Salesforce's own library finds in the zip, but for the object that is not ours and only holds our fields. */
async function componentsIn({ file }: Released): Promise<string[]> {
    const tree = await ZipTreeContainer.create(readFileSync(path.join(folder, file)));
    const found = ComponentSet.fromSource({ fsPaths: ['.'], tree })
        .getSourceComponents()
        .toArray();
    return found
        .map(({ type, fullName }) => `${type.name} ${fullName}`)
        .filter((one) => one !== 'CustomObject Activity');
}

test('an admin gets one zip for each thing that is installed as a whole', () => {
    assert.deepEqual(
        released.map(({ file }) => file.replace(/-\d+\.\d+\.\d+\.zip$/, '')),
        [
            'switchboard-genesys-cloud',
            'switchboard-genesys-cloud-languages',
            'switchboard-salesforce-voice',
            'switchboard-salesforce-voice-languages',
            'switchboard-messaging-channel',
            'switchboard-task-key',
            'switchboard-unsaved-fields',
            'switchboard-first-settings'
        ]
    );
    const [genesys] = productsOf(readManifest(root).folders);
    assert.deepEqual(
        genesys?.folders.map((name) => path.basename(name)),
        ['interactions', 'client-events', 'tasks', 'agent-panel', 'genesys-cloud']
    );
});

test("Salesforce's own library reads each zip, and package.xml names what is in it", async () => {
    for (const one of released) {
        const [first] = one.contents;
        assert.equal(first, 'package.xml');
        // .forceignore keeps translations from the library.
        if (one.product.endsWith('-languages')) continue;
        const found = await componentsIn(one);
        assert.ok(found.length > 0, one.file);
        const tree = await ZipTreeContainer.create(readFileSync(path.join(folder, one.file)));
        const named = [...(await tree.readFile('package.xml')).toString().matchAll(/<types>(.*?)<\/types>/gs)].flatMap(
            ([, types = '']) => {
                const type = /<name>(.*)<\/name>/.exec(types)?.[1];
                return [...types.matchAll(/<members>(.*)<\/members>/g)].map(([, member]) => `${type} ${member}`);
            }
        );
        for (const component of found) assert.ok(named.includes(component), `${one.file}: ${component}`);
    }
});

test('nothing of the demo and of the stand-in is in a release', () => {
    for (const { file, contents } of released)
        for (const name of contents) assert.doesNotMatch(name, /demo|stand.?in/i, file);
});

test('no zip but the first settings holds a record that an admin edits', () => {
    for (const { product, contents } of released) {
        const records = contents.filter((name) => name.startsWith('customMetadata/'));
        if (product === 'first-settings') assert.deepEqual(records, ['customMetadata/Switchboard_Setting.Default.md']);
        else for (const record of records) assert.match(record, /\.Switchboard_Sentinel\.md$/);
    }
});

test('the checksums are those of the zips', () => {
    const sums = readFileSync(path.join(folder, SUMS), 'utf8').trim().split('\n');
    assert.equal(sums.length, released.length);
    assert.equal(readdirSync(folder).length, released.length + 1);
    for (const line of sums) {
        const [sum, file = ''] = line.split('  ');
        assert.equal(
            createHash('sha256')
                .update(readFileSync(path.join(folder, file)))
                .digest('hex'),
            sum
        );
    }
});

test('who makes the same release again gets the same bytes', async () => {
    const again = mkdtempSync(path.join(tmpdir(), 'switchboard-release-'));
    try {
        const second = await release(root, again);
        assert.deepEqual(
            second.map(({ sha256 }) => sha256),
            released.map(({ sha256 }) => sha256)
        );
    } finally {
        rmSync(again, { recursive: true, force: true });
    }
});

test('every component bundle of the Genesys Cloud zip has its script', () => {
    const { contents } = of('genesys-cloud');
    const bundles = new Set(contents.flatMap((name) => /^lwc\/(\w+)\//.exec(name)?.[1] ?? []));
    for (const bundle of bundles) assert.ok(contents.includes(`lwc/${bundle}/${bundle}.js`), bundle);
    assert.ok(bundles.has('genesysChannel') && bundles.has('interactions'));
});

test('the languages of a product are a zip apart, with every label of its folders in each', () => {
    for (const { product, contents } of released)
        assert.equal(
            contents.some((name) => name.startsWith('translations/')),
            product.endsWith('-languages'),
            product
        );
    const languages = of('genesys-cloud-languages');
    const sources = ['tasks', 'agent-panel', 'genesys-cloud'].flatMap((one) =>
        globSync(`force-app/${one}/translations/*`, { cwd: root })
    );
    assert.ok(sources.length > 0);
    // The zip is not compressed.
    const sent = readFileSync(path.join(folder, languages.file), 'utf8');
    for (const source of sources) {
        assert.ok(languages.contents.includes(`translations/${path.basename(source, '-meta.xml')}`), source);
        const named = readFileSync(path.join(root, source), 'utf8').matchAll(/<name>(\w+)<\/name>/g);
        for (const [name] of named) assert.ok(sent.includes(name), `${source}: ${name}`);
    }
});
