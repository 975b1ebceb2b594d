/** Runs calls of the Salesforce CLI one after the other, and says what each does and what to do when it fails. */
import { adviceFor } from './advice.ts';
import { sf, written } from './sf.ts';
import type { Call } from './sf.ts';

export interface NamedStep extends Call {
    readonly name: string;
    readonly does: string;
    readonly atHub: boolean;
}

export interface Run {
    /** Where sf runs: the project's folder. */
    readonly root: string;
    /** What was typed, to be typed again. */
    readonly command: readonly string[];
    readonly from: string | undefined;
    readonly dryRun: boolean;
    readonly hub?: string;
    readonly org?: string;
    /** Told of each step that is done, before the next begins. Answers why it counts as failed all the same. */
    readonly done?: (step: NamedStep, result: unknown) => string | undefined;
}

const FAILED = 1;
const WRONG_INPUT = 2;

/** What was typed, with another --from. */
function again(command: readonly string[], step: string): string {
    const at = command.indexOf('--from');
    const rest = at < 0 ? command : [...command.slice(0, at), ...command.slice(at + 2)];
    return [...rest, '--from', step].join(' ');
}

/** @returns the exit code: 0, 1 when a step failed, 2 when `from` names no step */
export async function runSteps(steps: readonly NamedStep[], run: Run): Promise<number> {
    const { root, command, from, dryRun, hub, org, done } = run;
    const first = from === undefined ? 0 : steps.findIndex(({ name }) => name === from);
    if (first < 0) {
        console.error(`--from is ${from}. Give one of: ${steps.map(({ name }) => name).join(', ')}.`);
        return WRONG_INPUT;
    }
    for (const [at, step] of steps.entries()) {
        if (at < first) continue;
        console.log(`${at + 1}/${steps.length} ${step.name}: ${step.does}\n    ${written(step)}`);
        if (dryRun) continue;
        const answer = await sf(step, root);
        const lacks = answer.done ? done?.(step, answer.result) : undefined;
        if (answer.done && lacks === undefined) continue;
        const { lines, remedy } = answer.done
            ? { lines: [lacks], remedy: undefined }
            : adviceFor(answer, step.atHub ? { hub } : { org });
        console.error(`\nThe step ${step.name} failed:`);
        for (const line of lines) console.error(`    ${line}`);
        if (remedy !== undefined) console.error(`What to do: ${remedy}`);
        console.error(`Then go on: ${again(command, step.name)}`);
        return FAILED;
    }
    return 0;
}
