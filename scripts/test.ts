/**
 * npm test [-- --only NAME[,NAME]]: the whole truth about this tree, two steps at a time. Ends with one line of counts.
 * Names: types, format, lint, components, modules, validate, browser; unit = components,modules.
 */
import path from 'node:path';
import { chosenSteps } from './test/choice.ts';
import { runStep, stopAll } from './test/step.ts';
import type { Step, StepResult } from './test/step.ts';
import { resultsFolder, stepsOf } from './test/steps.ts';
import type { StepName } from './test/steps.ts';
import { summary, whatFailed } from './test/summary.ts';
import { findBrowser } from './browser.ts';

const root = path.resolve(import.meta.dirname, '..');
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

/** One step after the other, until none is left: two of these at once keep two cores busy. */
async function worksOff(names: StepName[]): Promise<void> {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
        if (chosen.includes(name)) await run(steps[name]);
    }
}

// The build (in `types`) comes first: what follows reads the emitted components. Formatting does not, and a browser is
// looked for meanwhile.
const wantsBrowser = chosen.includes('browser') && steps.browser !== undefined;
const browser = wantsBrowser ? findBrowser({ say: (line) => console.log(line) }) : Promise.resolve(undefined);
browser.catch(() => undefined);
await Promise.all([worksOff(['types']), worksOff(['format'])]);
const longestFirst: StepName[] = ['modules', 'components', 'lint', 'validate'];
await Promise.all([worksOff(longestFirst), worksOff(longestFirst)]);
if (wantsBrowser && steps.browser) {
    try {
        const found = await browser;
        await run({ ...steps.browser, env: { SWITCHBOARD_BROWSER: found?.executablePath ?? '' } });
    } catch (error) {
        const output = error instanceof Error ? error.message : String(error);
        results.push({
            step: steps.browser,
            ok: false,
            counts: { passed: 0, failed: 1, skipped: 0 },
            seconds: 0,
            output
        });
        console.log(`FAILED browser\n${output}\n`);
    }
}

console.log(summary(results));
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
