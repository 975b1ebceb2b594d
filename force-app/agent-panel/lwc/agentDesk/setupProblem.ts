import type { TaskSetup } from 'c/orgReader';
import type { SaveState } from 'c/taskSync';
import type { DeskView } from './types.ts';

/** The permission set that lets an agent read mapping and settings, by its label. */
const AGENT_PERMISSION_SET = 'Switchboard Agent';

/** What keeps every Task from being filled, most telling first; nothing when all is well. */
export function setupProblemOf(
    setup: TaskSetup | undefined,
    failure: 'offline' | 'sessionExpired' | undefined,
    states: readonly SaveState[]
): Pick<DeskView, 'setupProblem' | 'missingPermission'> {
    if (states.some((state) => state.failure === 'orgRefusesTask')) {
        return { setupProblem: 'taskRefused' };
    }
    if (setup === undefined) {
        return failure === undefined ? {} : { setupProblem: failure };
    }
    if (setup.mapping === 'noAccess') {
        return { setupProblem: 'noAccessToMapping', missingPermission: AGENT_PERMISSION_SET };
    }
    return setup.settings === 'noAccess'
        ? { setupProblem: 'noAccessToSettings', missingPermission: AGENT_PERMISSION_SET }
        : {};
}
