import { STEP_NAMES } from './steps.ts';
import type { StepName } from './steps.ts';

const GROUPS: Readonly<Record<string, readonly StepName[]>> = { unit: ['components', 'modules'] };

const isStepName = (name: string): name is StepName => (STEP_NAMES as readonly string[]).includes(name);

/** The steps that the arguments ask for; a sentence when they cannot be understood. */
export function chosenSteps(args: readonly string[]): readonly StepName[] | string {
    if (args.length === 0) return STEP_NAMES;
    const list = args[0] === '--only' ? args[1] : args[0]?.startsWith('--only=') ? args[0].slice(7) : undefined;
    const allowed = [...STEP_NAMES, ...Object.keys(GROUPS)].join(', ');
    if (!list) return `Cannot understand ${JSON.stringify(args.join(' '))}. Use --only NAME[,NAME] with: ${allowed}.`;
    const chosen = new Set<StepName>();
    for (const name of list.split(',')) {
        const group = GROUPS[name];
        if (group) group.forEach((member) => chosen.add(member));
        else if (isStepName(name)) chosen.add(name);
        else return `--only: there is no ${JSON.stringify(name)}. Allowed: ${allowed}.`;
    }
    return STEP_NAMES.filter((name) => chosen.has(name));
}
