import { STEP_NAMES } from './steps.ts';
import type { StepName } from './steps.ts';

const GROUPS: Readonly<Record<string, readonly StepName[]>> = { unit: ['components', 'modules'] };

const isStepName = (name: string): name is StepName => (STEP_NAMES as readonly string[]).includes(name);

const ALLOWED = [...STEP_NAMES, ...Object.keys(GROUPS)].join(', ');

export const HELP = `Usage: npm test [-- --only NAME[,NAME]]
Runs every check, or those that are named: ${ALLOWED}.
The last line has the counts. The exit code is 0, or 1 when something failed, or 2 when the arguments cannot be used.`;

/** Somebody asks how this is used. */
export const asksForHelp = (args: readonly string[]): boolean => args[0] === '--help' || args[0] === '-h';

/** The steps that the arguments ask for; a sentence when they cannot be understood. */
export function chosenSteps(args: readonly string[]): readonly StepName[] | string {
    if (args.length === 0) return STEP_NAMES;
    const list = args[0] === '--only' ? args[1] : args[0]?.startsWith('--only=') ? args[0].slice(7) : undefined;
    if (!list) return `Cannot understand ${JSON.stringify(args.join(' '))}. Use --only NAME[,NAME] with: ${ALLOWED}.`;
    const chosen = new Set<StepName>();
    for (const name of list.split(',')) {
        const group = GROUPS[name];
        if (group) group.forEach((member) => chosen.add(member));
        else if (isStepName(name)) chosen.add(name);
        else return `--only: there is no ${JSON.stringify(name)}. Allowed: ${ALLOWED}.`;
    }
    return STEP_NAMES.filter((name) => chosen.has(name));
}
