/** The services as another computer has them: installed from their tarballs, in an empty folder, without this project. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcessWithoutNullStreams, SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { after, describe, it, test } from 'node:test';
import { Linter } from 'eslint';
import ts from 'typescript';
import { json, serverForTests } from '../services/genesys-api/serverForTests.ts';
import { commandFiles } from './package/bin.ts';
import { emptyHome, install, npmSettings } from './package/emptyFolder.ts';
import { pack } from './package/pack.ts';
import type { Packed } from './package/pack.ts';
import { reachedFrom } from './package/reached.ts';
import { javaScriptOf, SERVICES, serviceTypes, writeService } from './package/service.ts';
import type { Service } from './package/service.ts';

const LONGEST_MS = 120_000;
const root = path.resolve(import.meta.dirname, '..');
// Not below the project, whose node_modules would help.
const away = mkdtempSync(path.join(tmpdir(), 'switchboard-packed-'));
const types = serviceTypes(root);
const packed = Object.fromEntries(
    SERVICES.map((service) => [service, pack(root, writeService(root, service, path.join(away, 'packed'), types))])
) as Record<Service, Packed>;
const settings = npmSettings(root);
const folder = path.join(away, 'mcp');
const modules = install(folder, packed['digital-mcp'].file, settings);
const bin = path.join(modules, '@switchboard/digital-mcp/bin/digital-mcp.cjs');
const client = path.join(away, 'client');
install(client, packed['genesys-api'].file, settings);
const env: NodeJS.ProcessEnv = { ...emptyHome(folder), GENESYS_SECRET: 'secret' };

const genesys = await serverForTests();
genesys.replies(json(200, { id: 'c1' }));
writeFileSync(
    path.join(folder, 'digital-mcp.json'),
    JSON.stringify({
        connections: {
            support: {
                baseUrl: genesys.url,
                grant: { type: 'clientCredentials', clientId: 'client', clientSecret: { env: 'GENESYS_SECRET' } }
            }
        }
    })
);
const running: ChildProcessWithoutNullStreams[] = [];
after(async () => {
    for (const one of running) one.kill();
    await genesys.close();
    rmSync(away, { recursive: true, force: true });
});

const run = (args: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8', timeout: LONGEST_MS });

function start(...args: readonly string[]): ChildProcessWithoutNullStreams {
    const started = spawn(process.execPath, [bin, '--config', 'digital-mcp.json', ...args], { cwd: folder, env });
    running.push(started);
    return started;
}

const LIST = { jsonrpc: '2.0', id: 2, method: 'tools/list' };
const CALL = {
    jsonrpc: '2.0',
    id: 3,
    method: 'tools/call',
    params: {
        name: 'genesys_conversations_digital_get_email',
        arguments: { PCID: 'support', conversationId: 'c1' }
    }
};
interface Answer {
    readonly id: number;
    readonly result: {
        readonly serverInfo?: { readonly version: string };
        readonly tools?: readonly unknown[];
        readonly structuredContent?: { readonly id?: string };
    };
}

describe('an operator who installed the packed server', () => {
    it('reads how it is used', () => {
        const command = path.join(modules, '.bin', process.platform === 'win32' ? 'digital-mcp.cmd' : 'digital-mcp');
        const shell = process.platform === 'win32';
        const { PATH = '' } = env;
        const asked = spawnSync(command, ['--help'], {
            cwd: folder,
            env: { ...env, PATH: `${path.dirname(process.execPath)}${path.delimiter}${PATH}` },
            shell,
            encoding: 'utf8'
        });
        assert.equal(asked.status, 0, asked.stderr);
        assert.match(`${asked.stdout}${asked.stderr}`, /^digital-mcp --config FILE/);
    });

    it('is told that the configuration is missing', () => {
        const { status, stderr } = run([bin]);
        assert.equal(status, 2);
        assert.match(stderr, /^--config is missing\./);
    });

    it('has it start from a program, which reads nothing but the protocol from its standard output', async () => {
        const server = start('--stdio');
        const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
        const ask = async (message: object): Promise<Answer> => {
            server.stdin.write(`${JSON.stringify(message)}\n`);
            const { value } = await lines.next();
            const answer = JSON.parse(String(value)) as Answer & { readonly jsonrpc: string };
            assert.equal(answer.jsonrpc, '2.0');
            return answer;
        };
        const clientInfo = { name: 'test', version: '1' };
        const initialize = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo };
        const { result } = await ask({ jsonrpc: '2.0', id: 1, method: 'initialize', params: initialize });
        assert.ok(result.serverInfo);
        server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
        assert.equal((await ask(LIST)).result.tools?.length, 63);
        assert.equal((await ask(CALL)).result.structuredContent?.id, 'c1');
        server.stdin.end();
        assert.equal((await lines.next()).done, true);
    });

    it('has it serve over HTTP', async () => {
        const server = start('--port', '0');
        let said = '';
        for await (const chunk of server.stderr) {
            said += String(chunk);
            if (said.includes('\n')) break;
        }
        const [url = ''] = /http:\S+/.exec(said) ?? [];
        const ask = async (message: object): Promise<Answer> => {
            const headers = { 'content-type': 'application/json' };
            const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(message) });
            return (await response.json()) as Answer;
        };
        assert.equal((await ask(LIST)).result.tools?.length, 63);
        assert.equal((await ask(CALL)).result.structuredContent?.id, 'c1');
    });

    it('is told which Node it needs, where there is an older one', () => {
        const older = path.join(folder, 'older.cjs');
        writeFileSync(older, "Object.defineProperty(process.versions, 'node', { value: '22.17.3' });\n");
        const { status, stderr, stdout } = run(['--require', older, bin, '--help']);
        assert.equal(status, 2);
        assert.match(
            stderr,
            /^digital-mcp needs Node 22\.18 or newer, and this is Node 22\.17\.3\.\nInstall a newer one/
        );
        assert.equal(stdout, '');
    });
});

test('a developer imports the packed client of Genesys Cloud, and the packed server', () => {
    const ask = (from: string): SpawnSyncReturns<string> =>
        run(['--input-type=module', '--eval', `console.log(Object.keys(await import('${from}')).join())`]);
    assert.match(ask('@switchboard/digital-mcp').stdout, /readConfiguration.*startHttp/);
    const { stdout, stderr } = spawnSync(
        process.execPath,
        [
            '--input-type=module',
            '--eval',
            "const { OPERATIONS } = await import('@switchboard/genesys-api'); console.log(OPERATIONS.length)"
        ],
        { cwd: client, env: emptyHome(client), encoding: 'utf8' }
    );
    assert.equal(stdout, '63\n', stderr);
});

describe('an operator who installed the packed bridge', () => {
    const home = path.join(away, 'bridge');
    const installed = install(home, packed['messaging-bridge'].file, settings);
    const bridge = path.join(installed, '@switchboard/messaging-bridge/bin/bridge.cjs');
    const ask = (...args: readonly string[]): SpawnSyncReturns<string> =>
        spawnSync(process.execPath, ['--no-warnings', bridge, ...args], {
            cwd: home,
            env: emptyHome(home),
            encoding: 'utf8',
            timeout: 3 * LONGEST_MS
        });

    it('reads how it is used, and has the definition of the stream with it', () => {
        const { stderr, stdout } = ask('--help');
        assert.match(stdout, /^bridge run --config FILE/, stderr);
        assert.ok(packed['messaging-bridge'].contents.includes('pubsub/pubsub_api.proto'));
    });

    it('asks how it stands, from an embedded database that is made there', () => {
        const example = readFileSync(path.join(root, 'services/messaging-bridge/examples/bridge.json'), 'utf8');
        const given = JSON.parse(example) as object;
        writeFileSync(path.join(home, 'bridge.json'), JSON.stringify({ ...given, database: { folder: 'data' } }));
        const { stderr, stdout } = ask('status', '--config', 'bridge.json');
        assert.match(stdout, /ACT +No process of the bridge runs/, stderr);
    });
});

const STARTS_THE_SERVER = `import { createLog, memoryStore, readConfiguration, startHttp } from '@switchboard/digital-mcp';
import type { Configuration, Policy, ServerParts, Serving, StateStore } from '@switchboard/digital-mcp';
const configuration: Configuration = readConfiguration('{}');
const policy: Policy = { readOnly: true, withoutAsking: 'refuse' };
const store: StateStore = memoryStore();
const log = createLog(async (line: string) => void line);
const parts: ServerParts = { configuration, folder: '/', env: process.env, log, store };
const serving: Serving = await startHttp({ ...parts, port: 0 });
export const url: string = serving.url;
// @ts-expect-error it is a text
readConfiguration(1);
// @ts-expect-error there is no such word
policy.withoutAsking = 'perhaps';
// @ts-expect-error it needs a port
await startHttp(parts);
// @ts-expect-error a connection has a grant
configuration.connections['a'] = {};
`;

const CALLS_GENESYS = `import * as api from '@switchboard/genesys-api';
import type { Answer, GenesysClient, Operation } from '@switchboard/genesys-api';
const clock = api.realClock;
const endpoints = api.endpointsOf('mypurecloud.de');
const tokens = api.clientCredentials({ endpoints, clientId: 'a', clientSecret: () => 'b', clock });
const genesys: GenesysClient = api.createGenesysClient({ endpoints, tokens, limiter: api.createLimiter({ clock }) });
const operation: Operation | undefined = api.operationNamed('get_email');
if (operation === undefined) throw new Error('There is no such operation.');
const { data }: Answer = await genesys.call(operation, { conversationId: 'c' });
export const known: boolean = data instanceof api.GenesysError;
// @ts-expect-error it takes an operation
await genesys.call('get_email', {});
// @ts-expect-error it needs a clock
api.createLimiter({});
`;

test('a developer who writes TypeScript starts the packed server and calls the packed client, and is told of what does not fit', () => {
    const [server, caller] = [path.join(folder, 'consumer.mts'), path.join(client, 'consumer.mts')];
    writeFileSync(server, STARTS_THE_SERVER);
    writeFileSync(caller, CALLS_GENESYS);
    const program = ts.createProgram([server, caller], {
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        module: ts.ModuleKind.NodeNext,
        target: ts.ScriptTarget.ES2024,
        lib: ['lib.es2024.d.ts'],
        typeRoots: [path.join(root, 'node_modules/@types')],
        types: ['node'],
        noEmit: true
    });
    // Also in the declarations, as without skipLibCheck; those of others are theirs.
    const ours = program.getSourceFiles().filter(({ fileName }) => /consumer\.mts$|@switchboard/.test(fileName));
    assert.ok(ours.length > 20, 'it reaches the declarations');
    const wrong = ours.flatMap((one) => [
        ...program.getSyntacticDiagnostics(one),
        ...program.getSemanticDiagnostics(one)
    ]);
    assert.deepEqual(
        wrong.map((one) => `${one.file?.fileName}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`),
        []
    );
});

test('a packed service holds JavaScript, its declarations and what it reads, and no test and no folder of its makers', () => {
    for (const service of SERVICES) {
        const { contents } = packed[service];
        for (const file of ['LICENSE', 'NOTICE', 'README.md', 'package.json']) assert.ok(contents.includes(file), file);
        const strange = contents.filter(
            (file) =>
                /ForTests|\.test\./.test(file) ||
                !/(^|\/)(LICENSE|NOTICE|README\.md|[\w.-]+\.(c?js|json|proto|d\.ts))$/.test(file)
        );
        assert.deepEqual(strange, []);
        for (const file of contents) {
            const text = readFileSync(path.join(away, 'packed', service, file), 'utf8');
            assert.ok(
                !text.includes(root) && !text.includes(away),
                `${service}: ${file} names the folder it was made in`
            );
        }
    }
});

test('a packed service asks for the versions with which it was tested', () => {
    for (const service of SERVICES) {
        const [ours, theirs] = [path.join(root, 'services', service), path.join(away, 'packed', service)].map(
            (place) => JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8')) as Record<string, unknown>
        );
        assert.deepEqual(theirs?.['dependencies'], ours?.['dependencies']);
        assert.equal(theirs?.['devDependencies'], undefined);
        for (const version of Object.values(theirs?.['dependencies'] ?? {})) assert.match(String(version), /^\d/);
    }
});

test('any Node, however old, can read what tells it that it is too old', () => {
    const files = commandFiles({ name: 'a', program: '../a.js', engine: '>=22.18.0' });
    const read = (text: string | undefined): readonly unknown[] =>
        new Linter({ configType: 'flat' }).verify(text ?? '', [
            { languageOptions: { ecmaVersion: 5, sourceType: 'script' } }
        ]);
    assert.deepEqual(read(files['a.cjs']?.replace(/^#!.*/, '')), []);
    assert.notDeepEqual(read(files['a.start.cjs']), []);
});

test('a maker is told of a manifest that names no Node, and of an import that the package would not have', () => {
    assert.throws(() => commandFiles({ name: 'a', program: '../a.js', engine: '^22' }), /engines\.node is "\^22"/);
    writeFileSync(path.join(folder, 'outside.ts'), "import { one } from '../one.ts';\nexport const other = one;\n");
    assert.throws(() => reachedFrom(folder, ['./outside.ts']), /imports \.\.\/one\.ts, which is not packed with it/);
});

test('JavaScript of a package imports its JSON as JSON, and the files that are there', () => {
    const data = "import data from './a.json' with { type: 'json' };";
    const script = javaScriptOf(`${data}\nimport { b } from './b.ts';\nexport const c: string = b(data);\n`, 'c.ts');
    assert.equal(script, `${data}\nimport { b } from "./b.js";\nexport const c = b(data);\n`);
});

test('the server asks no registry for what only this project has', () => {
    const lock = JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8')) as {
        readonly packages: Readonly<Record<string, { readonly inBundle?: boolean }>>;
    };
    const ours = Object.entries(lock.packages).filter(([place]) => place.endsWith('@switchboard/genesys-api'));
    assert.deepEqual(
        ours.map(([, { inBundle }]) => inBundle),
        [true]
    );
});

test('a maker without a network is told that nothing was shown', () => {
    const nobody = { ...settings, registry: 'http://127.0.0.1:9/', cache: path.join(away, 'empty'), retries: 0 };
    assert.throws(
        () => install(path.join(away, 'without'), packed['digital-mcp'].file, nobody),
        /^Error: The registry http:\/\/127\.0\.0\.1:9\/ cannot be reached, so it is not known/
    );
});
