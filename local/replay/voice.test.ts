import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { projectWith } from '../../e2e/customisedProject.ts';
import { readTrace } from '../genesys/trace.ts';
import type { TraceEntry } from '../genesys/trace.ts';
import { replayTrace } from './replayTrace.ts';
import type { Replayed, ReplayOptions } from './replayTrace.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const TRACES = path.join(PROJECT, 'local/voice/traces');
const NAMES = readdirSync(TRACES)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''));
const AT = new Date('2026-03-02T09:00:00.000Z');

function entriesOf(name: string): readonly TraceEntry[] {
    const trace = readTrace(readFileSync(path.join(TRACES, `${name}.json`), 'utf8'));
    assert.ok('entries' in trace);
    return trace.entries;
}

function replay(entries: readonly TraceEntry[], more: Partial<ReplayOptions> = {}): Promise<Replayed> {
    const transport = 'salesforce-voice';
    return replayTrace(entries, { projectDir: PROJECT, transport, user: 'agent', mode: 'own', at: AT, ...more });
}

interface Told {
    readonly type?: unknown;
    readonly detail?: Readonly<Record<string, unknown>>;
}

/** For each call that was answered what its Task must say, read from the trace by hand. */
function expectedOf(entries: readonly TraceEntry[]): readonly object[] {
    const first = (type: string, callId: unknown): number | undefined =>
        entries.find(({ message }) => {
            const told = message as Told;
            return told.type === type && told.detail?.['callId'] === callId;
        })?.atMs;
    const seconds = (from: number | undefined, to: number | undefined): number | null =>
        from === undefined || to === undefined ? null : Math.round((to - from) / 1000);
    const ids = new Set(entries.map(({ message }) => (message as Told).detail?.['callId']));
    return [...ids].flatMap((id) => {
        const [connected, ended] = [first('callconnected', id), first('callended', id)];
        if (connected === undefined) return [];
        return [
            {
                CallObject: id,
                CallDurationInSeconds: seconds(connected, ended),
                Switchboard_After_Call__c: seconds(ended, first('wrapupended', id))
            }
        ];
    });
}

describe('a replayed call of Salesforce Voice', () => {
    for (const name of NAMES) {
        test(`${name} leaves one Task for each call that was answered, with the times of the trace`, async () => {
            const entries = entriesOf(name);
            const { tasks, mostWrites, redundantWrites } = await replay(entries);
            const told = tasks.map(({ CallObject, CallDurationInSeconds, Switchboard_After_Call__c }) => ({
                CallObject,
                CallDurationInSeconds,
                Switchboard_After_Call__c
            }));
            assert.deepEqual(told, expectedOf(entries));
            assert.ok(mostWrites <= 3 && redundantWrites === 0, `${mostWrites} writes, ${redundantWrites} idle`);
        });
    }

    test('leaves the same Task in two tabs of one browser, in as many writes', async () => {
        const entries = entriesOf('told-twice');
        const [one, two] = [await replay(entries), await replay(entries, { tabs: 2 })];
        assert.deepEqual([two.tasks, two.writes], [one.tasks, one.writes]);
    });

    test('is the same Task to the letter when it is replayed again, and when everything is told once', async () => {
        const twice = entriesOf('told-twice');
        const once = twice.filter(
            ({ message }, index) => JSON.stringify(message) !== JSON.stringify(twice[index - 1]?.message)
        );
        assert.equal(once.length, twice.length / 2);
        const replayed = await replay(twice);
        assert.deepEqual(replayed, await replay(twice));
        assert.deepEqual(replayed, await replay(once));
    });

    test('is written here though the settings leave Tasks to the phone: no phone of Salesforce Voice writes any', async () => {
        const { tasks, handedOver } = await replay(entriesOf('inbound-call'), { mode: 'phone' });
        assert.deepEqual([tasks.length, handedOver], [1, 0]);
    });
});

describe('what cannot be decoded', () => {
    const reasonsOf = async (entries: readonly TraceEntry[]): Promise<unknown[]> =>
        (await replay(entries)).problems.map(({ reason }) => reason);

    test('is a problem in words where the toolkit can tell it: an event that names no call', async () => {
        assert.deepEqual(await reasonsOf(entriesOf('odd-shapes')), [
            'participantremoved names no call',
            'audiostats names no call',
            'wrapupended names no call'
        ]);
    });

    test('is a problem by its code where the toolkit cannot even tell it, and stops nothing', async () => {
        const odd = [{ type: 'hangup', detail: { callId: 'one' } }, null, 'odd', [], { type: 'Interaction' }];
        const [first, ...others] = entriesOf('inbound-call');
        assert.ok(first);
        const entries = [first, ...odd.map((message) => ({ atMs: 0, message })), ...others];
        const { tasks, problems } = await replay(entries);
        assert.equal(tasks.length, 1);
        assert.deepEqual(
            problems.map(({ code, reason }) => [code, reason]),
            [
                ['notUnderstood', 'UNKNOWN_TYPE'],
                ['notUnderstood', 'NOT_AN_EVENT']
            ]
        );
    });
});

/** Runs the command as a person does, without npm around it. */
function run(...given: string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [path.join(PROJECT, 'local/replay.ts'), ...given], {
        cwd: PROJECT,
        encoding: 'utf8',
        env: { ...process.env, INIT_CWD: PROJECT }
    });
}

test('a person who says --transport salesforce-voice reads the Task of the call', () => {
    const { status, stdout } = run('local/voice/traces/outbound-call.json', '--transport', 'salesforce-voice');
    assert.equal(status, 0);
    assert.match(stdout, /^Task 1 of 1\n/);
    assert.match(stdout, /\n {4}CallType: Outbound\n/);
    assert.match(stdout, /\n2 writes\nNo problems\n$/);
});

test('a transport that does not exist: exit 2, its name and those that there are', () => {
    const { status, stdout, stderr } = run('local/voice/traces/outbound-call.json', '--transport', 'open-cti');
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^--transport is open-cti\. Give one of: genesys-cloud, salesforce-voice\.\nUsage: /);
});

const VOICE_CALL = 'force-app/demo/objects/VoiceCall/fields/Seconds__c.field-meta.xml';
const FIELDS = 'force-app/demo/permissionsets/Switchboard_Demo_Fields.permissionset-meta.xml';
const DURATION = 'force-app/demo/customMetadata/Switchboard_Attribute_Mapping.Switchboard_Demo_Duration.md-meta.xml';
const value = (field: string, type: string, text: string): string =>
    `<values><field>${field}</field><value xsi:type="xsd:${type}">${text}</value></values>`;

test('an admin who saves on Voice Call sees in a replay that each answered call has its record filled, and no Task', async () => {
    const { folder, remove } = projectWith({
        [VOICE_CALL]: () =>
            '<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Seconds__c</fullName>' +
            '<label>Seconds</label><type>Number</type><precision>8</precision><scale>0</scale></CustomField>',
        [FIELDS]: (set) =>
            set.replace(
                '<fieldPermissions>',
                '<fieldPermissions><editable>true</editable><field>VoiceCall.Seconds__c</field><readable>true</readable>' +
                    '</fieldPermissions><fieldPermissions>'
            ),
        [DURATION]: () =>
            '<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" ' +
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">' +
            '<label>Duration</label><protected>false</protected>' +
            value('Attribute__c', 'string', 'Salesforce.CallDuration') +
            value('Task_Field__c', 'string', 'Seconds__c') +
            value('Active__c', 'boolean', 'true') +
            '</CustomMetadata>'
    });
    try {
        for (const name of ['inbound-call', 'reload-in-mid-call', 'told-twice']) {
            const entries = entriesOf(name);
            const { calls, tasks } = await replay(entries, { projectDir: folder, target: 'VoiceCall' });
            assert.deepEqual(
                calls?.map(({ Seconds__c: seconds, VendorCallKey }) => [VendorCallKey, seconds]),
                (expectedOf(entries) as Record<string, unknown>[]).map((one) => [
                    one['CallObject'],
                    one['CallDurationInSeconds']
                ])
            );
            assert.deepEqual(tasks, []);
        }
    } finally {
        remove();
    }
});
