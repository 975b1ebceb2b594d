import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { withFakeSf } from '../sf/fake/onPath.ts';
import type { FakeState } from '../sf/fake/sf.ts';
import { readArguments } from './arguments.ts';

const root = path.resolve(import.meta.dirname, '../..');
const PHONE = '04t000000000001AAA';
const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-packages-'));
after(() => rmSync(folder, { recursive: true, force: true }));

interface ProjectFile {
    readonly packageDirectories: readonly { readonly package?: string }[];
    packageAliases?: Record<string, string>;
}
const file = path.join(folder, 'sfdx-project.json');
const projectFile = (): ProjectFile => JSON.parse(readFileSync(file, 'utf8')) as ProjectFile;
/** The project of somebody who has made no package yet. */
const fresh = (): void => copyFileSync(path.join(root, 'sfdx-project.json'), file);
const npmRun = (args: readonly string[], begin: Partial<FakeState> = {}): ReturnType<typeof withFakeSf> =>
    withFakeSf('scripts/packages.ts', args, begin, {
        cwd: folder,
        env: { SWITCHBOARD_CHANNEL: 'Switchboard_Stand_In__c' }
    });

test('a release manager gets a version of each package after those that it needs, and releases them', () => {
    fresh();
    const before = projectFile().packageDirectories;
    const made = npmRun(['versions', 'my-hub', '--phone-package', PHONE]);
    assert.equal(made.error, '');
    assert.equal(made.exitCode, 0);
    assert.deepEqual(
        made.calls
            .filter((call) => call.startsWith('package version create'))
            .map((call) => /--package (.*?) --/.exec(call)?.[1]),
        [
            'Switchboard Interactions',
            'Switchboard Client Events',
            'Switchboard Tasks',
            'Switchboard Agent Panel',
            'Switchboard Genesys Cloud',
            'Switchboard Task Key',
            'Switchboard Unsaved Fields'
        ]
    );
    assert.ok(
        made.state.calls.every(({ channel }) => channel === undefined),
        'the stand-in is in no package'
    );
    assert.deepEqual(projectFile().packageDirectories, before, 'dependencies are kept');
    assert.equal(projectFile().packageAliases?.['Genesys Cloud for Salesforce'], PHONE);
    assert.match(made.out, /sf package install --package 04t\d+ .*# Switchboard Interactions@0\.1\.0-1\n/);
    assert.match(made.out, /force-app\/settings .*the first time only/);

    const again = npmRun(['versions', 'my-hub', '--only', 'tasks']);
    assert.equal(again.exitCode, 0, again.error);
    assert.ok(!again.calls.some((call) => call.startsWith('package create')), 'a package is made once');

    const released = npmRun(['promote', 'my-hub']);
    assert.equal(released.exitCode, 0, released.error);
    assert.deepEqual(released.calls.slice(0, 3), [
        'package version promote --package Switchboard Interactions@0.1.0-2 --no-prompt --target-dev-hub my-hub',
        'package version promote --package Switchboard Client Events@0.1.0-1 --no-prompt --target-dev-hub my-hub',
        'package version promote --package Switchboard Tasks@0.1.0-2 --no-prompt --target-dev-hub my-hub'
    ]);
});

test("a release manager who has not told the vendor's package reads where its id is, before anything is made", () => {
    fresh();
    const { exitCode, error, calls } = npmRun(['versions', 'my-hub']);
    assert.equal(exitCode, 2);
    assert.match(error, /no id for "Genesys Cloud for Salesforce".*sf package installed list.*--phone-package/s);
    assert.deepEqual(calls, []);
    assert.equal(
        npmRun(['versions', 'my-hub', '--only', 'salesforce-voice']).exitCode,
        0,
        'who has no Genesys Cloud needs none'
    );
});

test('with --dry-run the commands are read and nothing is written', () => {
    fresh();
    const before = readFileSync(file, 'utf8');
    const dry = npmRun(['versions', 'my-hub', '--phone-package', PHONE, '--dry-run']);
    assert.equal(dry.exitCode, 0);
    assert.deepEqual(dry.calls, []);
    assert.equal(readFileSync(file, 'utf8'), before);
    const printed = [...dry.out.matchAll(/^ {4}(?:\w+=\S+ )*sf (.*)$/gm)].map(([, typed = '']) =>
        typed.replaceAll("'", '')
    );
    const { calls } = npmRun(['versions', 'my-hub', '--phone-package', PHONE]);
    assert.deepEqual(printed, calls);
});

test('a step that fails says what to do, and the same command goes on with it', () => {
    fresh();
    for (const [step, command] of [
        ['create-tasks', 'package create'],
        ['version-tasks', 'package version create']
    ] as const) {
        const fails = { command, output: { name: 'Error', message: 'getaddrinfo ENOTFOUND' }, exitCode: 1 };
        const { exitCode, error, calls } = npmRun(['versions', 'my-hub', '--only', 'tasks', '--from', step], { fails });
        assert.equal(exitCode, 1);
        assert.equal(calls.length, 1);
        assert.match(
            error,
            new RegExp(
                `What to do: .*network.*\nThen go on: npm run package:versions -- my-hub --only tasks --from ${step}\n`
            )
        );
    }
});

test('a version that is not ready when the CLI stops waiting counts as none', () => {
    fresh();
    const results = { 'package version create': { Status: 'InProgress' } };
    const { exitCode, error, calls } = npmRun(['versions', 'my-hub', '--only', 'interactions'], { results });
    assert.equal(exitCode, 1);
    assert.equal(calls.length, 2);
    assert.match(error, /version-interactions failed:\n.*not ready: InProgress/);
});

test('nothing is released while one package has no version', () => {
    fresh();
    const project = projectFile();
    project.packageAliases = { 'Switchboard Interactions@0.1.0-1': '04t000000000002AAA' };
    writeFileSync(file, JSON.stringify(project));
    const { exitCode, error, calls } = npmRun(['promote', 'my-hub', '--only', 'tasks']);
    assert.equal(exitCode, 2);
    assert.match(error, /^Switchboard Tasks: no version .*package:versions -- my-hub first/);
    assert.deepEqual(calls, []);
});

test('a release manager who mistypes reads what is allowed', () => {
    const said = (...args: string[]): string => {
        const read = readArguments(args, ['tasks', 'task-key']);
        return 'error' in read ? read.error : '';
    };
    assert.match(said('versions'), /DEV_HUB is missing/);
    assert.match(said('publish', 'my-hub'), /package:versions or package:promote/);
    assert.match(said('versions', 'my-hub', '--only', 'demo'), /--only is demo\. Give one of: tasks, task-key/);
    assert.match(said('versions', 'my-hub', '--phone-package', '0Ho'), /04t and 12 or 15/);
    assert.match(said('promote', 'my-hub', '--force'), /no option --force/);
});
