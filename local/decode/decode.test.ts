import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const TRACE = 'local/genesys/traces/inbound-call.json';
const WARNING = "These lines hold customers' data. Give --redact for lines that may be passed on.\n";
const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-decode-'));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
    readonly status: number | null;
    readonly lines: readonly Readonly<Record<string, unknown>>[];
    readonly stderr: string;
}

/** Runs the command as a person does, without npm around it. */
function run(given: readonly string[], input: string | Buffer = ''): Ran {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(PROJECT, 'local/decode.ts'), ...given], {
        cwd: PROJECT,
        encoding: 'utf8',
        env: { ...process.env, INIT_CWD: PROJECT },
        input,
        maxBuffer: 2 ** 28
    });
    const lines = stdout.split('\n').slice(0, -1);
    return { status, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>), stderr };
}

test('support reads one line for each message of a trace, with its time', () => {
    const { status, lines, stderr } = run([TRACE]);
    assert.deepEqual([status, lines.length, stderr], [0, 23, WARNING]);
    assert.partialDeepStrictEqual(lines[1], {
        atMs: 396,
        type: 'Interaction',
        category: 'change',
        receivedAt: '2026-01-15T09:00:00.396Z'
    });
});

test('with --redact there is no number in it, and no warning', () => {
    const { status, lines, stderr } = run([TRACE, '--redact']);
    assert.deepEqual([status, lines.length, stderr], [0, 23, '']);
    assert.doesNotMatch(JSON.stringify(lines), /61491570006|61370101234|Mobile Number/);
});

test('--at says when the first message was received', () => {
    const { lines } = run(['-', '--at', '2024-04-09T04:19:40Z'], '[{"atMs":1500,"message":{"type":"InitialSetup"}}]');
    assert.deepEqual(lines, [{ atMs: 1500, type: 'InitialSetup', receivedAt: '2024-04-09T04:19:41.500Z' }]);
});

const VOICE = ['local/voice/traces/odd-shapes.json', '--transport', 'salesforce-voice'];

test('support reads one line for each event of a Salesforce Voice trace, as the toolkit that is deployed decodes it', () => {
    const { status, lines, stderr } = run(VOICE);
    assert.deepEqual([status, lines.length, stderr], [0, 14, WARNING]);
    const callId = '6d3e9f82-7b50-4a1c-85e6-0f2d4b8c7a12';
    assert.deepEqual(lines[0], {
        atMs: 0,
        ok: true,
        event: {
            type: 'callstarted',
            callId,
            callType: { raw: 'Inbound', folded: 'inbound' },
            participant: '+61491570006'
        },
        receivedAt: '2026-01-15T09:00:00.000Z'
    });
});

test('an event of Salesforce Voice that cannot be decoded is named by its code, and no failure', () => {
    const { status, lines } = run(VOICE);
    assert.equal(status, 0);
    assert.partialDeepStrictEqual(lines[4], {
        atMs: 11_000,
        ok: false,
        code: 'MISSING_CALL_ID',
        type: 'participantremoved',
        raw: { type: 'participantremoved' }
    });
    const given = '{"type":"hangup","detail":{"callId":"one"}}\n{"type":"note","detail":{"callId":"one"}}\n';
    assert.deepEqual(
        run(['-', '--transport', 'salesforce-voice'], given).lines.map(({ code }) => code),
        ['UNKNOWN_TYPE', 'BAD_CONTENT']
    );
});

/** What stands under these names anywhere in a trace. */
function secretsIn(trace: string): readonly string[] {
    const text = readFileSync(path.join(PROJECT, trace), 'utf8');
    return [...text.matchAll(/"(?:participant|displayName|text)":"([^"]+)"/g)].map(([, secret = '']) => secret);
}

for (const name of ['odd-shapes', 'spoken-and-noted', 'consult-then-conference']) {
    test(`with --redact no number, name or word of the Salesforce Voice trace ${name} is in it (V14)`, () => {
        const trace = `local/voice/traces/${name}.json`;
        const { status, lines, stderr } = run([trace, '--redact', '--transport', 'salesforce-voice']);
        const told = JSON.stringify(lines);
        const secrets = secretsIn(trace);
        assert.deepEqual([status, stderr, secrets.length > 3], [0, '', true]);
        assert.deepEqual(
            secrets.filter((secret) => told.includes(secret)),
            []
        );
    });
}

test('a message that nobody knows is a line with its reason, and no failure', () => {
    const { status, lines } = run(['-'], '{"type":"Wrong"}');
    assert.equal(status, 0);
    assert.partialDeepStrictEqual(lines, [
        { type: 'Unknown', reason: 'type "Wrong" is not known', raw: { type: 'Wrong' } }
    ]);
});

test('a file that Windows wrote reads the same: byte order mark and line ends', () => {
    const text = '\uFEFF{"type":"InitialSetup"}\r\n{"type":"InitialSetup"}\r\n';
    for (const bytes of [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]) {
        const { status, lines } = run(['-'], bytes);
        assert.deepEqual([status, lines.map(({ type }) => type)], [0, ['InitialSetup', 'InitialSetup']]);
    }
});

test('a bad line among good ones is named on its own line, the rest goes on, exit code 1', () => {
    const { status, lines } = run(['-'], '{"type":"InitialSetup"}\n{"type":\n{"type":"InitialSetup"}\n');
    assert.equal(status, 1);
    assert.deepEqual(lines[1], { line: 2, error: 'Line 2 is not JSON.' });
    assert.deepEqual(
        lines.map(({ type }) => type),
        ['InitialSetup', undefined, 'InitialSetup']
    );
});

for (const [kind, input, message] of [
    ['an empty file', '', /^Standard input: The file is empty\. Give/],
    ['a list that was cut off', '[{"type":"InitialSetup"},', /^Standard input: The list is not JSON: it was cut off\./],
    ['no text', Buffer.from([0xc3, 0x28]), /^Standard input cannot be read: it is not text in UTF-8/]
] as const) {
    test(`${kind}: exit code 2, what was given and what is allowed, nothing on stdout`, () => {
        const { status, lines, stderr } = run(['-'], input);
        assert.deepEqual([status, lines], [2, []]);
        assert.match(stderr, message);
    });
}

test('a file that is not there: exit code 2 and its name', () => {
    const { status, stderr } = run(['nowhere.json']);
    assert.equal(status, 2);
    assert.match(stderr, /^nowhere\.json cannot be read: there is no such file\./);
});

test('a wrong option: exit code 2 and how the command is used', () => {
    const { status, stderr } = run([TRACE, '--quick']);
    assert.equal(status, 2);
    assert.match(stderr, /There is no option --quick\.\nUsage: npm run --silent decode/);
});

test('--help tells how the command is used', () => {
    const { status, stdout } = spawnSync(process.execPath, [path.join(PROJECT, 'local/decode.ts'), '--help'], {
        encoding: 'utf8'
    });
    assert.equal(status, 0);
    assert.match(stdout, /^Usage: npm run --silent decode/);
});

test('a day of a busy desk is decoded to the last message', () => {
    const data = { id: 'one', state: 'CONNECTED', attributes: { text: 'x'.repeat(1_000) } };
    const line = JSON.stringify({ type: 'Interaction', category: 'change', data: { old: data, new: data } });
    const file = path.join(folder, 'day.jsonl');
    writeFileSync(file, `${line}\n`.repeat(20_000));
    const { status, lines } = run([file, '--redact']);
    assert.deepEqual([status, lines.length], [0, 20_000]);
    assert.partialDeepStrictEqual(lines.at(-1), { type: 'Interaction', category: 'change' });
});

test('a message of thousands of brackets is named and stops nothing', () => {
    const deep = `{"type":"Wrong","data":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    const { status, lines } = run(['-'], `${deep}\n{"type":"InitialSetup"}\n`);
    assert.equal(status, 1);
    assert.deepEqual(lines[0], { error: 'The message is nested too deeply to be printed.' });
    assert.partialDeepStrictEqual(lines[1], { type: 'InitialSetup' });
});

const noBash = process.platform === 'win32';
test('a reader who stops early, as head does, ends the command without a complaint', { skip: noBash }, () => {
    const command = `"${process.execPath}" "${path.join(PROJECT, 'local/decode.ts')}" "${TRACE}" --redact | head -n 1`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: PROJECT, encoding: 'utf8' });
    assert.deepEqual([status, stderr], [0, '']);
});
