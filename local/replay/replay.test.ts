import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readTrace } from '../genesys/trace.ts';
import type { TraceEntry } from '../genesys/trace.ts';
import { replayTrace } from './replayTrace.ts';
import type { Replayed, ReplayOptions } from './replayTrace.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const TRACES = path.join(PROJECT, 'local/genesys/traces');
const AT = new Date('2026-01-15T09:00:00.000Z');

function entriesOf(name: string): readonly TraceEntry[] {
    const trace = readTrace(readFileSync(path.join(TRACES, name), 'utf8'));
    assert.ok('entries' in trace);
    return trace.entries;
}

function replay(name: string, more: Partial<ReplayOptions> = {}): Promise<Replayed> {
    return replayTrace(entriesOf(name), { projectDir: PROJECT, user: 'agent', mode: 'own', at: AT, ...more });
}

/** Runs the command as a person does, without npm around it. */
function run(...given: string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [path.join(PROJECT, 'local/replay.ts'), ...given], {
        cwd: PROJECT,
        encoding: 'utf8',
        env: { ...process.env, INIT_CWD: PROJECT }
    });
}

/** What the recorded call's messages carry, the last value of each, read from the trace by hand. */
const RECORDED = {
    CallObject: 'e4e03b73-784b-435e-a30a-a527e20801c8',
    CallType: 'Inbound',
    CallDurationInSeconds: 12,
    CallDisposition: 'Default Wrap-up Code',
    Type: 'Call',
    TaskSubtype: 'Call',
    ActivityDate: '2024-04-09',
    Switchboard_Queue__c: 'Salesforce Voice',
    Switchboard_ANI__c: '+61491570006',
    Switchboard_Wrap_Up__c: 'Default Wrap-up Code',
    Switchboard_IVR_Seconds__c: 7,
    Switchboard_ACD_Seconds__c: 4,
    Switchboard_After_Call__c: 3,
    Switchboard_Connected__c: '2024-04-09T04:19:42.000Z',
    Switchboard_Disconnected__c: '2024-04-09T04:19:55.000Z',
    Switchboard_Internal__c: false
};

test('the recorded call leaves exactly one Task with every mapped attribute that it carried, in three writes', async () => {
    const { tasks, writes, problems } = await replay('inbound-call.json');
    assert.equal(tasks.length, 1);
    const saved = Object.fromEntries(Object.keys(RECORDED).map((field) => [field, tasks[0]?.[field]]));
    assert.deepEqual(saved, RECORDED);
    assert.ok(writes <= 3, `${writes} writes`);
    assert.deepEqual(problems, []);
});

test('two replays of one trace give the same Task, to the letter', async () => {
    assert.deepEqual(await replay('inbound-call.json'), await replay('inbound-call.json'));
});

test('the Subject is in the time zone that the developer gives', async () => {
    const { tasks } = await replay('inbound-call.json', { timeZone: 'America/New_York' });
    assert.equal(tasks[0]?.['Subject'], 'Call 4/9/2024, 12:19:42 AM');
});

test('two calls at once have writes of their own, counted for each Task', async () => {
    const { tasks, writes, mostWrites } = await replay('several-interactions.json');
    assert.deepEqual([tasks.length, writes, mostWrites], [2, 6, 3]);
});

test('in follow mode a phone that never logs still leaves one Task, in one write', async () => {
    const { tasks, writes } = await replay('inbound-call.json', { mode: 'follow' });
    assert.deepEqual([tasks.length, writes], [1, 1]);
    assert.equal(tasks[0]?.['Switchboard_Wrap_Up__c'], 'Default Wrap-up Code');
});

test('in phone mode nothing is written here, and the phone is asked at each step of the call', async () => {
    const { tasks, writes, handedOver } = await replay('inbound-call.json', { mode: 'phone' });
    assert.deepEqual([tasks.length, writes, handedOver], [0, 0, 3]);
});

test('an agent without one field keeps the others, and the field is named', async () => {
    const { tasks, problems } = await replay('inbound-call.json', { user: 'agentLimited' });
    assert.equal(tasks[0]?.['Switchboard_IVR_Seconds__c'], null);
    assert.equal(tasks[0]?.['Switchboard_Queue__c'], 'Salesforce Voice');
    assert.deepEqual(
        problems.map(({ code, attribute, field }) => ({ code, attribute, field })),
        [{ code: 'unknownField', attribute: 'Interaction.TotalIvrTime', field: 'Switchboard_IVR_Seconds__c' }]
    );
});

test('a missed call leaves no Task', async () => {
    const nothing = { tasks: [], writes: 0, redundantWrites: 0, mostWrites: 0, handedOver: 0, problems: [] };
    assert.deepEqual(await replay('missed-call.json'), nothing);
});

for (const name of ['reload-in-mid-call.json', 'transferred-away.json']) {
    test(`${name} leaves one Task`, async () => {
        const { tasks, problems } = await replay(name);
        assert.equal(tasks.length, 1);
        assert.deepEqual(problems, []);
    });
}

test('hostile messages are counted with their reason and stop nothing', async () => {
    const { tasks, problems } = await replay('hostile.json');
    assert.ok(tasks.length >= 1);
    const reasons = problems.filter(({ code }) => code === 'notUnderstood').map(({ reason }) => String(reason));
    assert.ok(reasons.includes('Interaction category "teleport" is not known'));
    assert.ok(reasons.every((reason) => reason.length < 200));
});

test('a user that does not exist is refused with the names that do', async () => {
    await assert.rejects(replay('missed-call.json', { user: 'nobody' }), {
        name: 'RangeError',
        message: /There is no user "nobody"\. Give one of: agent, agent2/
    });
});

test('--json prints the result and nothing else', () => {
    const { status, stdout, stderr } = run('local/genesys/traces/inbound-call.json', '--json');
    assert.equal(status, 0, stderr);
    assert.equal(stderr, '');
    const printed = JSON.parse(stdout) as Replayed;
    assert.deepEqual(Object.keys(printed), [
        'tasks',
        'writes',
        'redundantWrites',
        'mostWrites',
        'handedOver',
        'problems'
    ]);
    assert.equal(printed.tasks.length, 1);
});

test('without --json a person reads the Task, the writes and the problems', () => {
    const { stdout } = run('local/genesys/traces/inbound-call.json', '--user', 'agentLimited');
    assert.match(stdout, /^Task 1 of 1\n/);
    assert.match(stdout, /\n {4}Switchboard_Queue__c: Salesforce Voice\n/);
    assert.match(stdout, /\n3 writes\n1 problem\n/);
    assert.match(stdout, /, rule: Switchboard_Demo_IVR_Seconds, allowed: seenField\n/);
});

const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-replay-'));
test.after(() => rmSync(folder, { recursive: true, force: true }));

for (const [text, message] of [
    ['no json', /is not JSON/],
    ['{}', /a list of/],
    ['[]', /has no entries/],
    ['[{"atMs":0,"message":{}},{"atMs":"1","message":{}}]', /Entry 1 of the trace: "atMs" is a string/],
    ['[{"atMs":0}]', /Entry 0 of the trace: "message" is missing/]
] as const) {
    test(`the file ${text} is no trace: exit 2, the entry and what is wrong with it`, () => {
        const file = path.join(folder, 'trace.json');
        writeFileSync(file, text);
        const { status, stdout, stderr } = run(file, '--json');
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.match(stderr, message);
    });
}

test('a file that is not there: exit 2 and its name', () => {
    const { status, stderr } = run('nowhere.json');
    assert.equal(status, 2);
    assert.match(stderr, /nowhere\.json cannot be read: there is no such file\./);
});

test('a file that Windows wrote is read: byte order mark and two bytes a letter', () => {
    const file = path.join(folder, 'trace.json');
    writeFileSync(file, Buffer.from(`\uFEFF${readFileSync(path.join(TRACES, 'missed-call.json'), 'utf8')}`, 'utf16le'));
    const { status, stdout } = run(file);
    assert.deepEqual([status, stdout.split('\n')[0]], [0, 'No Task']);
});

for (const [what, given, message] of [
    ['a folder', [], /cannot be read: it is a folder\.$/m],
    ['no text', [0xc3, 0x28], /cannot be read: it is not text in UTF-8\.$/m]
] as const) {
    test(`${what} instead of a trace: exit 2 and why`, () => {
        const file = path.join(folder, 'broken.json');
        if (given.length > 0) writeFileSync(file, Buffer.from(given));
        const { status, stderr } = run(given.length > 0 ? file : folder);
        assert.equal(status, 2);
        assert.match(stderr, message);
    });
}

test('--help tells how the command is used', () => {
    const { status, stdout } = run('--help');
    assert.equal(status, 0);
    assert.match(stdout, /^Usage: npm run replay/);
});
