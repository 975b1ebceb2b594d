import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const CARE = '3b1c7f0e-52a6-4d0b-9e0f-6a1b8f3f7c01';
const CLAIMS = '3b1c7f0e-52a6-4d0b-9e0f-6a1b8f3f7c02';
const CLAIMS_FILE = 'Switchboard_Transfer_Target.Queue_Claims.md-meta.xml';

let folder = '';
const folders: string[] = [];
beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'switchboard-targets-'));
    folders.push(folder);
});
after(() => folders.forEach((one) => rmSync(one, { recursive: true, force: true })));

interface Ran {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/** Runs the command as an admin does, in a folder of their own. */
function run(...given: string[]): Ran {
    return spawnSync(process.execPath, [path.join(PROJECT, 'scripts/genesysTargets.ts'), ...given], {
        cwd: PROJECT,
        encoding: 'utf8',
        env: { ...process.env, INIT_CWD: folder }
    });
}

function list(...rows: string[]): void {
    writeFileSync(path.join(folder, 'list.csv'), ['name,kind,address', ...rows].join('\n'));
}

const written = (name: string): string => readFileSync(path.join(folder, 'out', name), 'utf8');

test('an admin gets one record for each row', () => {
    list(`Claims,Queue,${CLAIMS}`, 'Break,Status,BREAK');
    const { status, stdout, stderr } = run('list.csv', '--out', 'out');
    assert.equal(status, 0, stderr);
    assert.deepEqual(readdirSync(path.join(folder, 'out')).sort(), [
        'Switchboard_Agent_Status.Status_Break.md-meta.xml',
        CLAIMS_FILE
    ]);
    assert.match(
        written(CLAIMS_FILE),
        new RegExp(`<label>Claims</label>[^]*Address__c</field>\\s+<value[^>]*>${CLAIMS}<`)
    );
    assert.ok(stdout.includes(`written: ${path.join('out', CLAIMS_FILE)} (Queue "Claims", ${CLAIMS})\n`));
    assert.equal(stderr, '2 records, 0 rows refused, 0 repeated.\n');
});

test('a dry run writes nothing and says what it would', () => {
    list(`Claims,Queue,${CLAIMS}`);
    const { status, stdout } = run('list.csv', '--out', 'out', '--dry-run');
    assert.equal(status, 0);
    assert.match(stdout, /^would be written: .*Queue_Claims/);
    assert.ok(!existsSync(path.join(folder, 'out')));
});

test('a row that is wrong is named with its line, the others are written, exit code 1', () => {
    list('Care,Queue,Customer Care', `Claims,Queue,${CLAIMS}`);
    const { status, stderr } = run('list.csv', '--out', 'out');
    assert.equal(status, 1);
    assert.match(
        stderr,
        /^list\.csv, line 2, column "address": "Customer Care" was given\. Give the id of the queue, a GUID\.\n1 record, 1 row refused/
    );
    assert.deepEqual(readdirSync(path.join(folder, 'out')), [CLAIMS_FILE]);
});

test('the same list again changes nothing', () => {
    list(`Claims,Queue,${CLAIMS}`);
    run('list.csv', '--out', 'out');
    const { status, stdout } = run('list.csv', '--out', 'out');
    assert.equal(status, 0);
    assert.match(stdout, /^unchanged: .*Queue_Claims/);
});

test('a record that exists is not overwritten: the row is named, exit code 1', () => {
    list(`Claims,Queue,${CLAIMS}`);
    run('list.csv', '--out', 'out');
    const before = written(CLAIMS_FILE);
    list(`Claims desk,Queue,${CLAIMS}`, `Care,Queue,${CARE}`);
    const { status, stderr } = run('list.csv', '--out', 'out');
    assert.equal(status, 1);
    assert.match(
        stderr,
        /line 2, all columns: Queue "Claims desk" was given\. .*Queue_Claims\.md-meta\.xml is its record/
    );
    assert.equal(written(CLAIMS_FILE), before);
    assert.match(written('Switchboard_Transfer_Target.Queue_Care.md-meta.xml'), /<label>Care</);
});

test('with --replace a queue that was renamed keeps its record, so that agents do not see it twice', () => {
    list(`Claims,Queue,${CLAIMS}`);
    run('list.csv', '--out', 'out');
    list(`Claims desk,Queue,${CLAIMS}`);
    const { status, stdout } = run('list.csv', '--out', 'out', '--replace');
    assert.equal(status, 0);
    assert.match(stdout, /^replaced: /);
    assert.deepEqual(readdirSync(path.join(folder, 'out')), [CLAIMS_FILE]);
    assert.match(written(CLAIMS_FILE), /<label>Claims desk</);
});

test("another target's record of the same name is left alone", () => {
    list(`Claims,Queue,${CLAIMS}`);
    run('list.csv', '--out', 'out');
    list(`CLAIMS,Queue,${CARE}`);
    const { status } = run('list.csv', '--out', 'out', '--replace');
    assert.equal(status, 0);
    assert.match(written(CLAIMS_FILE), new RegExp(CLAIMS));
    assert.equal(readdirSync(path.join(folder, 'out')).length, 2);
});

for (const [kind, given, message] of [
    ['a file that is not there', ['nowhere.csv'], /^nowhere\.csv cannot be read: there is no such file\.\n$/],
    ['no file', [], /^FILE\.csv is missing: give the path of an exported list\.\nUsage:/],
    [
        'a wrong kind',
        ['list.csv', '--kind', 'Team'],
        /^--kind is Team\. Give one of: User, Queue, Phone, Flow, Secure Flow/
    ],
    ['an option that is none', ['list.csv', '--force'], /^There is no option --force\./],
    ['an empty file', ['list.csv'], /^list\.csv: The file is empty\./]
] as const) {
    test(`${kind}: exit code 2, and nothing is written`, () => {
        writeFileSync(path.join(folder, 'list.csv'), '');
        const { status, stdout, stderr } = run(...given);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, message);
        assert.deepEqual(readdirSync(folder), ['list.csv']);
    });
}

test('a file instead of a folder for the records: exit code 2, what was given and what is allowed', () => {
    list(`Claims,Queue,${CLAIMS}`);
    const { status, stdout, stderr } = run('list.csv', '--out', 'list.csv');
    assert.deepEqual([status, stdout], [2, '']);
    assert.equal(stderr, '--out is list.csv, which is a file. Give a folder; it is made where there is none.\n');
});

test('--help tells the columns, and that no org is asked', () => {
    const { status, stdout } = run('--help');
    assert.equal(status, 0);
    assert.match(stdout, /^Usage: npm run --silent genesys-targets/);
    assert.match(stdout, /asks no Genesys Cloud org: export the list there first/);
});
