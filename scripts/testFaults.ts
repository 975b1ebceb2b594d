/** npm run test:faults -- --runs N --seed S [--threads T] [--profile id=answer,…] [--path P]: see docs/developers.md, "The fault model". */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { asksForHelp, readArguments, USAGE } from '../test/faults/arguments.ts';
import type { FaultArguments } from '../test/faults/arguments.ts';
import { addUp } from '../test/faults/coverage.ts';
import '../test/faults/productModules.ts';
import type { RunResult } from '../test/faults/runs.ts';
import { told } from '../test/faults/tally.ts';
import type { Report, Share } from '../test/faults/worker.ts';

/** A broken engine that this many schedules do not catch shows that the oracle is blind. */
const MOST_FOR_BROKEN = 3_000;
const TELL_EVERY_MS = 15_000;
const WRONG_INPUT = 2;

interface Thread {
    readonly seed: number;
    readonly result: RunResult;
    readonly coverage: Readonly<Record<string, number>>;
}

let played = 0;

function thread(share: Share): { readonly worker: Worker; readonly over: Promise<Thread | undefined> } {
    const worker = new Worker(path.join(import.meta.dirname, '../test/faults/worker.ts'), { workerData: share });
    const over = new Promise<Thread | undefined>((resolve, reject) => {
        worker.on('message', (report: Report) => {
            if (report.kind === 'played') played += report.count;
            else resolve({ seed: share.seed, result: report.result, coverage: report.coverage });
        });
        worker.on('error', reject);
        worker.on('exit', () => resolve(undefined));
    });
    return { worker, over };
}

function printFailure({ failure }: RunResult): void {
    if (failure === undefined) return;
    console.log(`\nA promise was broken. Seed ${failure.seed}, path ${failure.path}, shrunk ${failure.shrinks} times:`);
    for (const sentence of failure.wrong) console.log(`    ${sentence}`);
    console.log('The schedule:');
    for (const line of failure.lines) console.log(`    ${line}`);
    const profile = Object.entries(chosen.profile).map(([id, answer]) => `${id}=${answer}`);
    const again = profile.length === 0 ? '' : ` --profile ${profile.join(',')}`;
    console.log(`What happened: npm run test:faults -- --seed ${failure.seed} --path ${failure.path}${again}`);
}

function printCoverage(coverage: Readonly<Record<string, number>>): void {
    console.log('Schedules per answer of the profile, and per kind of step:');
    for (const [name, count] of Object.entries(coverage).sort(([a], [b]) => (a < b ? -1 : 1))) {
        console.log(`    ${String(count).padStart(7)}  ${name}`);
    }
}

async function catchBroken(seed: number): Promise<boolean> {
    const { catchBrokenEngines } = await import('../test/faults/runs.ts');
    let all = true;
    for (const { name, caughtAfter, by } of await catchBrokenEngines(seed, MOST_FOR_BROKEN)) {
        all &&= caughtAfter !== undefined;
        console.log(
            caughtAfter === undefined
                ? `The broken engine "${name}" was NOT caught in ${MOST_FOR_BROKEN} schedules.`
                : `The broken engine "${name}" was caught after ${caughtAfter} schedules: ${by}`
        );
    }
    return all;
}

async function run({ runs, seed, threads, profile }: FaultArguments): Promise<boolean> {
    const began = performance.now();
    const seconds = (): number => (performance.now() - began) / 1_000;
    const count = Math.min(threads, runs);
    const shares = Array.from({ length: count }, (_, index): Share => ({
        runs: Math.floor(runs / count) + (index < runs % count ? 1 : 0),
        seed: seed + index,
        profile
    }));
    console.log(
        `${runs} schedules, seed ${seed}${count > 1 ? ` (${count} threads: seeds ${seed} to ${seed + count - 1})` : ''}`
    );
    const working = shares.map(thread);
    const telling = setInterval(() => console.log(`    ${played} after ${seconds().toFixed(0)} s`), TELL_EVERY_MS);
    const over = (await Promise.all(working.map((one) => one.over))).filter((one) => one !== undefined);
    clearInterval(telling);
    const taken = seconds();
    console.log(`${played} schedules in ${taken.toFixed(1)} s: ${(played / taken).toFixed(0)} a second`);
    printCoverage(addUp(over.map(({ coverage }) => coverage)));
    for (const line of told(addUp(over.map(({ result }) => result.tally)))) console.log(line);
    over.forEach(({ result }) => printFailure(result));
    const failures = over.filter(({ result }) => result.failure !== undefined).length;
    const complete = over.length === count;
    if (!complete) console.log('A thread stopped before it was done.');
    const caught = await catchBroken(seed);
    console.log(failures === 0 && complete ? 'Every promise was kept.' : `${failures} promises were broken.`);
    return failures === 0 && complete && caught;
}

/** One schedule once more, and all that happened. */
async function tellOne(path: string, { seed, profile }: FaultArguments): Promise<boolean> {
    const { replay } = await import('../test/faults/replay.ts');
    const { schedule, happened, wrong } = await replay(seed, path, profile);
    const blocks = [schedule, happened, wrong.length === 0 ? ['Every promise was kept.'] : wrong];
    console.log(blocks.map((lines) => lines.join('\n')).join('\n\n'));
    return wrong.length === 0;
}

function understood(given: readonly string[]): FaultArguments {
    if (asksForHelp(given)) {
        console.log(USAGE);
        process.exit();
    }
    try {
        return readArguments(given, {
            seed: Math.floor(Math.random() * 1_000_000_000) + 1,
            threads: availableParallelism()
        });
    } catch (error) {
        console.error(`${(error as Error).message}\n${USAGE}`);
        process.exit(WRONG_INPUT);
    }
}

const chosen = understood(process.argv.slice(2));
process.exitCode = (await (chosen.path === undefined ? run(chosen) : tellOne(chosen.path, chosen))) ? 0 : 1;
