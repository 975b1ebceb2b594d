import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { withFakeSf, withoutSf } from '../sf/fake/onPath.ts';
import type { FakeState } from '../sf/fake/sf.ts';
import { readArguments } from './arguments.ts';

const root = path.resolve(import.meta.dirname, '../..');
const org = (args: readonly string[], begin: Partial<FakeState> = {}): ReturnType<typeof withFakeSf> =>
    withFakeSf('scripts/org.ts', ['my-hub', ...args], begin);
const folderOf = (call: string): string => /--source-dir (\S+)/.exec(call)?.[1] ?? '';
const METADATA = globSync('force-app/**/*-meta.xml', { cwd: root }).map((file) => file.split(path.sep).join('/'));

/** An org in which all steps but the one that is tried have been done. */
const READY: Partial<FakeState> = { orgs: ['switchboard'], deployed: METADATA };

const WHOLE = org([]);
const DRY = org(['--dry-run']);
/** What is printed for each step, by its name. */
const COMMANDS: Readonly<Record<string, string>> = Object.fromEntries(
    [...DRY.out.matchAll(/^\d+\/\d+ (\S+): .*\n {4}(?:\w+=\S+ )*sf (.*)$/gm)].map(([, step = '', typed = '']) => [
        step,
        typed
    ])
);
const COMMAND_OF = (typed: string): string => /^[a-z ]+(?= --)/.exec(typed)?.[0] ?? '';

test('a developer gets a scratch org with everything that the demo needs, opened on the demo app', () => {
    const { exitCode, error, calls, state, out } = WHOLE;
    assert.equal(error, '');
    assert.equal(exitCode, 0);
    assert.match(calls[0] ?? '', /^org create scratch .*--alias switchboard .*--duration-days 7/);
    assert.deepEqual(calls.map(folderOf).filter(Boolean), [
        'force-app/interactions',
        'force-app/client-events',
        'force-app/tasks',
        'force-app/agent-panel',
        'force-app/stand-in/messageChannels',
        'force-app/genesys-cloud',
        'force-app/task-key',
        'force-app/unsaved-fields',
        'force-app/settings',
        'force-app/demo',
        'force-app/stand-in'
    ]);
    assert.match(calls.at(-1) ?? '', /^org open .*c__Switchboard_Demo_Phone$/);
    const replaced = state.calls.filter(({ channel }) => channel === 'Switchboard_Stand_In__c');
    assert.deepEqual(
        replaced.map(({ args }) => folderOf(args.join(' '))),
        ['force-app/genesys-cloud', 'force-app/settings']
    );
    for (const step of ['create', 'tasks', 'permissions', 'data', 'open'])
        assert.match(out, new RegExp(`${step}: \\w`));
});

test('a developer has every permission set of what was deployed', () => {
    const given = /^org assign permset(.*) --target-org/.exec(
        org(['--from', 'permissions'], READY).calls[0] ?? ''
    )?.[1];
    assert.deepEqual(
        (given ?? '')
            .trim()
            .split(/ ?--name /)
            .filter(Boolean)
            .sort(),
        [
            'Switchboard_Admin',
            'Switchboard_Demo_Fields',
            'Switchboard_Developer',
            'Switchboard_Stand_In',
            'Switchboard_Task_Key',
            'Switchboard_Unsaved_Fields'
        ]
    );
});

test('with the package of the phone nothing of the stand-in is in the org, even where the variable is set', () => {
    const args = ['my-hub', '--phone-package', '04t000000000000AAA', '--no-open'];
    const { exitCode, calls, state } = withFakeSf(
        'scripts/org.ts',
        args,
        {},
        { env: { SWITCHBOARD_CHANNEL: 'Switchboard_Stand_In__c' } }
    );
    assert.equal(exitCode, 0);
    assert.match(calls[1] ?? '', /^package install --package 04t000000000000AAA /);
    assert.ok(!calls.some((call) => /stand-in|Stand_In/.test(call)));
    assert.ok(state.calls.every(({ channel }) => channel === undefined));
});

test('a developer who asks for it gets the folders that need a feature of the org, in order', () => {
    const { calls } = org(['--with', 'salesforce-voice', '--with', 'messaging-channel', '--no-open']);
    const folders = calls.map(folderOf).filter(Boolean);
    assert.ok(folders.includes('force-app/messaging-channel'));
    assert.ok(folders.indexOf('force-app/agent-panel') < folders.indexOf('force-app/salesforce-voice'));
});

test('with --dry-run the developer reads the very commands that would run, and none runs', () => {
    assert.deepEqual(DRY.calls, []);
    assert.deepEqual(Object.values(COMMANDS), WHOLE.calls);
});

test('the sample data is what the demo has, and no record is lost', () => {
    const { exitCode, error } = org(['--from', 'data', '--no-open'], READY);
    assert.equal(error, '');
    assert.equal(exitCode, 0);
    const { records } = JSON.parse(readFileSync(path.join(root, 'config/local-org.json'), 'utf8')) as {
        records: Record<string, unknown[]>;
    };
    for (const [type, list] of Object.entries(records)) {
        const file = path.join(root, `build/org-data/${type}.json`);
        assert.equal((JSON.parse(readFileSync(file, 'utf8')) as { records: unknown[] }).records.length, list.length);
    }
});

test('a developer whose step fails reads why, what to do, and how to go on; nothing runs after it', () => {
    const output = { name: 'ADead', message: 'getaddrinfo ENOTFOUND login.salesforce.com' };
    for (const [step, typed] of Object.entries(COMMANDS)) {
        const begin = step === 'create' ? {} : READY;
        const fails = { command: COMMAND_OF(typed), output, exitCode: 1 };
        const { exitCode, error, calls } = org(['--from', step], { ...begin, fails });
        assert.equal(exitCode, 1, step);
        assert.equal(calls.length, 1, step);
        // The CLI tells the person itself where its answer would hold a login.
        const why = step === 'open' ? /exit code 1/ : /ADead: getaddrinfo ENOTFOUND.*\nWhat to do: .*network/;
        assert.match(error, new RegExp(`^\\nThe step ${step} failed:\n`));
        assert.match(error, why);
        assert.match(error, new RegExp(`Then go on: npm run org -- my-hub --from ${step}\n$`));
    }
});

test('a developer reads the name of each component that an org refused', () => {
    const failed = (fullName: string, problem: string): object => ({ componentType: 'CustomField', fullName, problem });
    const details = { componentFailures: [failed('A.One__c', 'Wrong'), failed('A.Two__c', 'Wrong too')] };
    const fails = { command: 'project deploy start', output: { status: 1, result: { details } }, exitCode: 1 };
    const { error } = org(['--from', 'tasks'], { ...READY, fails });
    assert.match(error, /CustomField A\.One__c: Wrong\n.*CustomField A\.Two__c: Wrong too\n/);
});

test('a developer without the Salesforce CLI reads how to get it', () => {
    const { exitCode, error } = withoutSf('scripts/org.ts', ['my-hub']);
    assert.equal(exitCode, 1);
    assert.match(error, /npm install --global @salesforce\/cli/);
});

test('a developer who mistypes reads what is allowed', () => {
    const said = (...args: string[]): string => {
        const read = readArguments(args);
        return 'error' in read ? read.error : '';
    };
    assert.match(said(), /DEV_HUB is missing/);
    assert.match(said('my-hub', 'other'), /One DEV_HUB: my-hub, other were given/);
    for (const days of ['0', '31', '1.5', 'x'])
        assert.match(said('my-hub', '--days', days), /--days is .+\. Give a whole number from 1 to 30/);
    assert.match(said('my-hub', '--with', 'demo'), /--with is demo\. Give salesforce-voice or messaging-channel/);
    assert.match(said('my-hub', '--phone-package', '033'), /04t and 12 or 15/);
    assert.match(said('my-hub', '--keep'), /no option --keep/);
    assert.match(said('my-hub', '--alias'), /--alias needs a value/);

    const wrong = org(['--from', 'deploy']);
    assert.equal(wrong.exitCode, 2);
    assert.deepEqual(wrong.calls, []);
    assert.match(wrong.error, /--from is deploy\. Give one of: create, interactions,/);
});
