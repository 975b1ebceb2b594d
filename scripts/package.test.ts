import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { missingFiles } from './package/missing.ts';
import { placesIn, typings, writeContents } from './package/contents.ts';
import type { Typings } from './package/contents.ts';
import { npm, pack } from './package/pack.ts';
import type { Packed } from './package/pack.ts';
import { platformCompile } from './validate/compile.ts';
import { readProject } from './validate/project.ts';

const NAME = 'switchboard-client-events';
const root = path.resolve(import.meta.dirname, '..');
const example = path.join(root, 'examples/call-counter');
const project = path.join(root, 'build/examples/call-counter');
const installed = path.join(project, 'node_modules', NAME);

interface Manifest {
    version: string;
    scripts: Record<string, string>;
    devDependencies: Record<string, string>;
}
const manifestOf = (folder: string): Manifest =>
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;

let offered: Typings;
let packed: Packed;

before(async () => {
    offered = await typings(root);
    packed = pack(root, await writeContents(root, offered));
    copyExample(packed.file);
    npm(root, project, ['install']);
});

/**
 * The example as another team has it. Only our package is installed: its tools (Jest, TypeScript) are found in the
 * folders above, so that no network is needed.
 */
function copyExample(tarball: string): void {
    rmSync(project, { recursive: true, force: true });
    mkdirSync(project, { recursive: true });
    cpSync(example, project, { recursive: true, filter: (file) => !/node_modules|\.tgz$/.test(path.basename(file)) });
    cpSync(tarball, path.join(project, path.basename(tarball)));
    const manifest = manifestOf(project);
    const ours = manifest.devDependencies[NAME];
    assert.ok(ours, `examples/call-counter/package.json must name ${NAME}`);
    const text = JSON.stringify({ ...manifest, devDependencies: { [NAME]: ours } });
    writeFileSync(path.join(project, 'package.json'), text);
}

/** Runs a tool of the project's own in the example, as a person without a home folder would. */
function run(tool: string, args: readonly string[] = []): { status: number | null; output: string } {
    const bin = path.dirname(process.execPath);
    const home = path.join(root, 'build/nobody');
    const env: NodeJS.ProcessEnv = { ...process.env, HOME: home, PATH: `${bin}${path.delimiter}${process.env.PATH}` };
    delete env.NODE_TEST_CONTEXT;
    delete env.NODE_OPTIONS;
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'node_modules', tool), ...args], {
        cwd: project,
        env,
        encoding: 'utf8',
        timeout: 120_000
    });
    return { status, output: `${stdout}${stderr}` };
}
const jest = (): { status: number | null; output: string } =>
    run('@salesforce/sfdx-lwc-jest/bin/sfdx-lwc-jest', ['--', '--ci', '--maxWorkers=1', '--cacheDirectory=../.jest']);
const script = (name: string): readonly string[] => (manifestOf(example).scripts[name] ?? '').split(' ').slice(1);

test('the public surface of c/clientEvents is the one that was agreed', () => {
    const { api } = placesIn(root);
    const message = [
        'packages/client-events/api.d.ts differs from what the sources offer to other teams.',
        'If the change is meant: think of the version (docs/developers.md, "Versions"): taking away or narrowing is a',
        'major one, adding a minor one. Then run npm run package -- --accept-api, and commit the file.'
    ].join('\n');
    assert.equal(offered.api, readFileSync(api, 'utf8'), message);
});

test('a developer of another team runs the tests of the example against the installed package', () => {
    const { status, output } = jest();
    assert.equal(status, 0, output);
    assert.match(output, /Tests: +\d+ passed, \d+ total/);
});

test('a developer of another team is told by the type check of a misuse, and of nothing else', () => {
    const file = path.join(project, 'force-app/main/default/lwc/holdButton/misuse.js');
    writeFileSync(file, "import { hold } from 'c/clientEvents';\nexport default hold({ id: 'one' });\n");
    try {
        const { status, output } = run('typescript7/bin/tsc', script('typecheck'));
        assert.notEqual(status, 0);
        assert.match(output, /holdButton\/misuse\.js.*is not assignable to .*'string'/);
        assert.equal(output.match(/error TS/g)?.length, 1, output);
    } finally {
        rmSync(file);
    }
});

test('a developer of another team whose TypeScript reads no exports of a package has the types, too', () => {
    const old = ['--moduleResolution', 'node10', '--ignoreDeprecations', '6.0'];
    const { status, output } = run('typescript/bin/tsc', [...script('typecheck'), ...old]);
    assert.equal(status, 0, output);
});

test('a developer of another team builds the example, and the platform compiles it', async () => {
    const { status, output } = run('typescript/bin/tsc', script('build'));
    assert.equal(status, 0, output);
    const read = readProject(project);
    const bundles = ['afterHours', 'callCounter', 'holdButton'].map((name) => {
        const folder = `force-app/main/default/lwc/${name}`;
        assert.ok(read.files.includes(`${folder}/${name}.js`), `${name}.js was not built`);
        return { name, package: 'main', folder, files: [] };
    });
    assert.deepEqual(await platformCompile({ ...read, bundles }), []);
});

test('a developer of another team has every file that the package names', () => {
    assert.deepEqual(missingFiles(installed), []);
    for (const file of ['LICENSE', 'NOTICE', 'README.md']) assert.ok(packed.contents.includes(file), file);
});

test('the package holds no test, no source and nothing of its makers', () => {
    const strange = packed.contents.filter(
        (file) => !/^(LICENSE|NOTICE|README\.md|package\.json|.*\.d\.c?ts|.*\.cjs)$/.test(file)
    );
    assert.deepEqual(strange, []);
    for (const file of packed.contents) {
        const text = readFileSync(path.join(installed, file), 'utf8');
        assert.ok(!text.includes(root), `${file} names the folder it was built in`);
    }
});

test('the package has the version of the project, and the example and the pages ask for that one', () => {
    const { version } = manifestOf(root);
    assert.equal(manifestOf(installed).version, version);
    assert.equal(manifestOf(example).devDependencies[NAME], `file:${NAME}-${version}.tgz`);
    for (const page of ['docs/developers.md', 'packages/client-events/README.md', 'examples/call-counter/README.md']) {
        const named =
            readFileSync(path.join(root, page), 'utf8').match(/switchboard-client-events-[\w.-]+\.tgz/g) ?? [];
        assert.ok(named.length > 0, page);
        for (const file of named) assert.equal(file, `${NAME}-${version}.tgz`, page);
    }
});

const NEEDED = [
    'testing/messageService.cjs',
    'testing/index.cjs',
    'lwc/clientEventCodec.cjs',
    'index.d.ts',
    'jest.cjs'
];
for (const file of NEEDED) {
    test(`a maker who forgets ${file} is told`, () => {
        const place = path.join(installed, file);
        const kept = readFileSync(place);
        try {
            rmSync(place);
            assert.ok(missingFiles(installed).includes(file), missingFiles(installed).join(', '));
        } finally {
            writeFileSync(place, kept);
        }
        assert.ok(existsSync(place));
    });
}

test("a team's tests fail without the message service's double", () => {
    const place = path.join(installed, 'testing/messageService.cjs');
    const kept = readFileSync(place);
    try {
        rmSync(place);
        assert.notEqual(jest().status, 0);
    } finally {
        writeFileSync(place, kept);
    }
});
