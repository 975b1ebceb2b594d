/** What `npm test` runs. */
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { countedByJest, countedByNode } from './counted.ts';
import { testFiles } from './files.ts';
import type { Step } from './step.ts';

const NODE_FOLDERS = ['scripts', 'local', 'services', 'bench', 'packages', 'test/faults'];

export const STEP_NAMES = ['types', 'format', 'lint', 'components', 'modules', 'validate', 'browser'] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** Before all others, wherever `types` is chosen. */
export const buildStep: Step = { name: 'build', args: ['scripts/build.mjs'] };

/** Where each step leaves its counts; emptied before a run. */
export function resultsFolder(root: string): string {
    const folder = path.join(root, 'test-results');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    return folder;
}

function nodeTests(name: string, files: readonly string[], results: string, extra: readonly string[] = []): Step {
    const counts = path.join(results, `${name}.json`);
    return {
        name,
        args: [
            '--disable-warning=ExperimentalWarning',
            '--test',
            '--test-reporter=spec',
            '--test-reporter-destination=stdout',
            '--test-reporter=./scripts/test/counting.ts',
            `--test-reporter-destination=${counts}`,
            ...extra,
            ...files
        ],
        counts: () => countedByNode(counts)
    };
}

export function stepsOf(root: string, results: string): Record<StepName, Step | undefined> {
    const modules = testFiles(root, NODE_FOLDERS);
    const browser = testFiles(root, ['e2e']);
    const jest = path.join(results, 'components.json');
    // Many wait for a page, a database, a process or a time to pass: one file more than cores (two, at least) leaves none
    // of them idle.
    const files = Math.min(Math.max(availableParallelism(), 2) + 1, 4);
    return {
        types: { name: 'types', args: ['scripts/typecheck.ts', '--built'] },
        format: {
            name: 'format',
            args: [
                'node_modules/prettier/bin/prettier.cjs',
                '--check',
                // Files whose text it has found well formatted before are not looked at again.
                '--cache',
                '--cache-strategy=content',
                '--cache-location=node_modules/.cache/switchboard/prettier',
                '.'
            ]
        },
        lint: { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.'] },
        components: {
            name: 'components',
            args: ['scripts/jest.mjs', '--ci', '--json', `--outputFile=${jest}`, '--maxWorkers=1'],
            counts: () => countedByJest(jest)
        },
        modules: modules.length
            ? nodeTests('modules', modules, results, [
                  `--test-concurrency=${files}`,
                  '--test-global-setup=./test/sharedPostgres.ts'
              ])
            : undefined,
        validate: { name: 'validate', args: ['scripts/validate/run.ts'] },
        browser: browser.length ? nodeTests('browser', browser, results, [`--test-concurrency=${files}`]) : undefined
    };
}
