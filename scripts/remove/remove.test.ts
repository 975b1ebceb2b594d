import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { converted } from '../release/converted.ts';
import { readManifest } from '../sf/folders.ts';
import { componentsOf } from './components.ts';
import type { Component } from './components.ts';
import { manifestsOf } from './manifests.ts';
import { stagesOf } from './stages.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { folders } = readManifest(root);
const ALL = folders.map((folder) => folder.path);

/** `CustomTab Switchboard_Setup`, in the order of the file. */
function membersOf(manifest: string): string[] {
    return [...manifest.matchAll(/<types>(.*?)<\/types>/gs)].flatMap(([, types = '']) => {
        const type = /<name>(.*)<\/name>/.exec(types)?.[1] ?? '';
        return [...types.matchAll(/<members>(.*)<\/members>/g)].map(([, member = '']) => `${type} ${member}`);
    });
}

/** What an org has after everything was deployed: files in the format of the Metadata API. */
let org: { readonly name: string; readonly text: string }[];
let stages: string[][];
let installed: string[];

before(async () => {
    org = await converted(root, ALL, '66.0');
    installed = membersOf(org[0]?.text ?? '');
    const all = stagesOf(componentsOf(root, ALL));
    stages = [];
    for (const stage of all) {
        const [destructive, manifest] = await manifestsOf(stage, '66.0');
        assert.equal(destructive?.name, 'destructiveChanges.xml');
        assert.deepEqual(membersOf(manifest?.text ?? ''), [], 'nothing is added');
        assert.match(manifest?.text ?? '', /<version>66\.0<\/version>/);
        stages.push(membersOf(destructive?.text ?? ''));
    }
});

/** A field, list or layout of an object of ours. */
function objectOf(member: string): string | undefined {
    const [, object] =
        /^(?:CustomField|ListView) (\w+__(?:mdt|e|c))\./.exec(member) ?? /^Layout (\w+__mdt)-/.exec(member) ?? [];
    return object;
}

test('an admin who takes everything out has each component deleted exactly once', () => {
    const deleted = stages.flat();
    assert.deepEqual([...new Set(deleted)].sort(), [...deleted].sort(), 'nothing twice');
    for (const member of installed) {
        const object = objectOf(member);
        const gone = deleted.includes(member) || (object !== undefined && deleted.includes(`CustomObject ${object}`));
        assert.ok(gone || /^CustomLabels |^CustomObject Activity$/.test(member), `${member} stays behind`);
    }
    const files = org.map(({ text }) => text).join('\n');
    for (const member of deleted) {
        const [type = '', name = ''] = member.split(' ');
        if (type === 'CustomLabel') assert.ok(files.includes(`<fullName>${name}</fullName>`), member);
        else assert.ok(installed.includes(member), `${member} was never installed`);
    }
});

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** How the files of an org name a component. Written apart from what orders the stages. */
function mentions(type: string, name: string): RegExp | undefined {
    const field = name.split('.')[1] ?? '';
    switch (type) {
        case 'LightningComponentBundle':
            return new RegExp(
                `from\\s*['"]c/${name}['"]|<c-${kebab(name)}[\\s>]|<(componentName|lwcComponent)>(c:)?${name}<`
            );
        case 'LightningMessageChannel':
            return new RegExp(`messageChannel/${name}__c`);
        case 'CustomLabel':
            return new RegExp(`label/c\\.${name}\\b`);
        case 'CustomField':
            return new RegExp(`<(field|column|groupingColumn)>(Task|Event|Activity)\\.${field}<`);
        case 'CustomTab':
            return new RegExp(`<(tabs?)>${name}<`);
        case 'FlexiPage':
            return new RegExp(`<utilityBar>${name}<`);
        case 'CustomApplication':
            return new RegExp(`<application>${name}<`);
        case 'Report':
            return name.includes('/') ? new RegExp(`<report>${name}<`) : undefined;
        case 'CustomObject':
            return new RegExp(`<(name|object|customPlatformEvent)>${name}<`);
        default:
            return undefined;
    }
}

/** The files of a component: those that go when it is deleted. */
function isOf(file: string, type: string, name: string): boolean {
    const [folder = '', ...rest] = file.split('/');
    const inside = rest.join('/');
    const folders: Readonly<Record<string, string>> = {
        LightningComponentBundle: 'lwc',
        CustomTab: 'tabs',
        FlexiPage: 'flexipages',
        CustomApplication: 'applications',
        PermissionSet: 'permissionsets',
        CustomMetadata: 'customMetadata',
        Report: 'reports',
        Dashboard: 'dashboards',
        ConversationChannelDefinition: 'conversationChannelDefinitions',
        LightningMessageChannel: 'messageChannels',
        CustomObject: 'objects'
    };
    return folder === folders[type] && (inside.startsWith(`${name}/`) || inside.replace(/\.[^./]+$/, '') === name);
}

test('no deployment deletes what something in the org names, not even what goes with it', () => {
    let left = org.filter(({ name }) => name !== 'package.xml' && !name.startsWith('layouts/'));
    for (const [at, stage] of stages.entries()) {
        const parts = stage.map((member) => /^(\S+) (.*)$/.exec(member)?.slice(1) ?? []);
        for (const [type = '', called = ''] of parts) {
            const mention = mentions(type, called);
            const still = mention && left.find(({ name, text }) => !isOf(name, type, called) && mention.test(text));
            assert.equal(still?.name, undefined, `deployment ${at + 1} deletes ${type} ${called}`);
            const records = left.filter(({ name }) =>
                name.startsWith(`customMetadata/${called.replace(/__mdt$/, '')}.`)
            );
            if (type === 'CustomObject') assert.deepEqual(records, [], `${called} still has records`);
        }
        left = left.filter(({ name }) => !parts.some(([type = '', called = '']) => isOf(name, type, called)));
    }
    assert.ok(!left.some(({ name }) => name.startsWith('lwc/')));
});

test('an admin who stops before the last deployments keeps every value and every rule', () => {
    const first = stages.findIndex((stage) =>
        stage.some((member) => /^Custom(Metadata|Field|Object|Label) /.test(member))
    );
    assert.ok(first > 0);
    assert.ok(
        stages
            .slice(first)
            .flat()
            .every((member) => /^Custom(Metadata|Field|Object|Label) /.test(member))
    );
    assert.ok(
        stages[0]?.some((member) => member.startsWith('PermissionSet ')),
        'permission sets go first'
    );
});

test('what names each other in a circle is told, and nothing is left out silently', () => {
    const bundle = (name: string, other: string): Component => ({
        type: 'LightningComponentBundle',
        name,
        text: `from 'c/${other}'`,
        words: [`'c/${name}'`]
    });
    assert.throws(() => stagesOf([bundle('one', 'two'), bundle('two', 'one')]), /one, two: each is named by another/);
});

test('who takes out the demo alone deletes the demo alone', () => {
    const run = (...args: string[]): ReturnType<typeof spawnSync> =>
        spawnSync(process.execPath, [path.join(root, 'scripts/remove.ts'), ...args], { encoding: 'utf8' });
    const { stdout, status } = run('demo', 'stand-in');
    assert.equal(status, 0);
    const written = readdirSync(path.join(root, 'build/remove')).sort();
    const commands = [
        ...String(stdout).matchAll(/^sf project deploy start --metadata-dir (\S+) --target-org ORG --wait 30/gm)
    ];
    assert.deepEqual(
        commands.map(([, folder]) => folder),
        written.map((name) => `build/remove/${name}`)
    );
    const members = written.flatMap((name) =>
        membersOf(readFileSync(path.join(root, 'build/remove', name, 'destructiveChanges.xml'), 'utf8'))
    );
    assert.ok(
        members.includes('CustomApplication Switchboard_Demo') &&
            members.includes('CustomField Activity.Switchboard_Queue__c')
    );
    assert.ok(!members.some((member) => /Sentinel|genesysUtility|CustomObject/.test(member)));

    const wrong = run('tools');
    assert.equal(wrong.status, 2);
    assert.match(String(wrong.stderr), /tools is no folder of force-app\.\n[^]*some of: interactions, client-events/);
    const asked = run('--help');
    assert.equal(asked.status, 0);
    assert.match(String(asked.stdout), /^Usage: npm run package:remove[^]*some of: interactions, client-events/);
});
