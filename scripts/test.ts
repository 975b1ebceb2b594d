/**
 * npm test [-- --only NAME[,NAME]]: the whole truth about this tree. Ends with one line of counts.
 * Names: types, format, lint, components, modules, validate, browser; unit = components,modules.
 */
import path from 'node:path';
import { HELP, asksForHelp, chosenSteps } from './test/choice.ts';
import { runStep, stopAll } from './test/step.ts';
import type { Step, StepResult } from './test/step.ts';
import { buildStep, resultsFolder, stepsOf } from './test/steps.ts';
import type { StepName } from './test/steps.ts';
import { summary, whatFailed } from './test/summary.ts';
import { findBrowser } from './browser.ts';

const root = path.resolve(import.meta.dirname, '..');
if (asksForHelp(process.argv.slice(2))) {
    console.log(HELP);
    process.exit();
}
const chosen = understood(chosenSteps(process.argv.slice(2)));

// Each test file is a process of its own. Node compiles what they share, such as TypeScript and Playwright, only once.
process.env['NODE_COMPILE_CACHE'] ??= path.join(root, 'node_modules/.cache/switchboard/compiled');

function understood(choice: readonly StepName[] | string): readonly StepName[] {
    if (typeof choice !== 'string') return choice;
    console.error(choice);
    process.exit(2);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
        stopAll();
        process.exit(signal === 'SIGINT' ? 130 : 143);
    });

const steps = stepsOf(root, resultsFolder(root));
const results: StepResult[] = [];

async function run(step: Step | undefined): Promise<void> {
    if (!step) return;
    const result = await runStep(step, root);
    results.push(result);
    const { passed, failed } = result.counts;
    const counted = step.counts ? `, ${passed} passed${failed ? `, ${failed} failed` : ''}` : '';
    console.log(`${result.ok ? 'ok    ' : 'FAILED'} ${step.name} (${result.seconds.toFixed(1)} s${counted})`);
    if (!result.ok) console.log(whatFailed(result.output) + '\n');
}

async function runInBrowser(step: Step): Promise<void> {
    try {
        const found = await browser;
        await run({ ...step, env: { SWITCHBOARD_BROWSER: found?.executablePath ?? '' } });
    } catch (error) {
        const output = error instanceof Error ? error.message : String(error);
        results.push({ step, ok: false, counts: { passed: 0, failed: 1, skipped: 0 }, seconds: 0, output });
        console.log(`FAILED browser\n${output}\n`);
    }
}

/** One step after the other, until none is left. */
async function worksOff(names: StepName[]): Promise<void> {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
        if (!chosen.includes(name)) continue;
        if (name === 'browser' && steps.browser) await runInBrowser(steps.browser);
        else await run(steps[name]);
    }
}

// The build comes first, with the types: the rest reads the emitted components. A browser is looked for meanwhile.
const wantsBrowser = chosen.includes('browser') && steps.browser !== undefined;
const browser = wantsBrowser ? findBrowser({ say: (line) => console.log(line) }) : Promise.resolve(undefined);
browser.catch(() => undefined);
if (chosen.includes('types')) await run(buildStep);
// The tests of modules fill both cores by themselves; beside the browser's they take nearly three times as long.
await worksOff(['modules']);
const others: StepName[] = ['browser', 'components', 'lint', 'types', 'format', 'validate'];
await Promise.all([worksOff(others), worksOff(others)]);

console.log(summary(results));
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
