import { faultOf } from 'c/taskWriter';
import type { Finding } from './findings.ts';
import { findingOfError } from './findings.ts';
import { TaskRefused } from './taskMutations.ts';
import { TEST_TASK } from './testTaskLabels.ts';

/** A status code of a failed save, such as STRING_TOO_LONG. */
const CODE = /\b[A-Z]{2,}(?:_[A-Z]+)+\b/;
const NAMED_FIELD = /contains a field name '\w+' that is not defined|contains a field not in '[^']*': '\w+'/i;
const UNNAMED_FIELD = /contains a field that is not defined/i;

/** Where this org's errors keep what Switchboard reads. */
function errorShape(error: TaskRefused): Readonly<Record<string, string>> {
    const [first] = error.errors;
    const inMessage = CODE.test(error.message);
    const inExtensions = error.errors.some(({ extensions }) => CODE.test(JSON.stringify(extensions ?? {})));
    const place = first?.paths ? 'paths' : first?.path ? 'path' : undefined;
    return {
        ...(inMessage || inExtensions ? { 'save-error-code': inMessage ? 'message' : 'extensions' } : {}),
        ...(place ? { 'error-path-name': place } : {})
    };
}

/** True when the org refuses because of who asks, not because of what. */
export function isAboutRights(error: unknown): boolean {
    return error instanceof TaskRefused && /\bINSUFFICIENT_ACCESS/.test(JSON.stringify(error.errors));
}

/** What the refusal of a whole test Task is about, read as a save reads it. `other` says nothing certain. */
export type WhyRefused = 'noTasks' | 'rights' | 'rule' | 'other';

/** `names`: the fields that were sent. */
export function whyRefused(error: unknown, names: readonly string[], changes: 'create' | 'update'): WhyRefused {
    if (!(error instanceof TaskRefused)) return 'other';
    if (isAboutRights(error)) return 'rights';
    const fault = faultOf(error.errors, names, { changes });
    if (fault.kind !== 'failure') return 'code' in fault && fault.code === 'refused' ? 'rule' : 'other';
    const { failure } = fault.error;
    if (failure === 'orgRefusesTask') return 'noTasks';
    // A trigger, or a flow, has no failure of its own.
    const isRule = RULES.includes(failure) || (failure === 'refused' && CODE.test(JSON.stringify(error.errors)));
    return isRule ? 'rule' : 'other';
}

const RULES: readonly string[] = ['validationRule', 'requiredField', 'duplicateRule'];

/** What a refused value means. `check` is the question of config/org-profiles that it answers. */
export function refusedValue(error: unknown, check?: string): Finding {
    if (!(error instanceof TaskRefused)) {
        return findingOfError(error, { outcome: 'unclear', meaning: TEST_TASK.noTask });
    }
    const profile = { ...errorShape(error), ...(check && error.failure === 'refused' ? { [check]: 'refused' } : {}) };
    return 'save-error-code' in profile
        ? findingOfError(error, { outcome: 'works', meaning: TEST_TASK.refusalCoded, profile })
        : findingOfError(error, { outcome: 'limited', meaning: TEST_TASK.refusalUncoded, profile });
}

/** What it means that a field which the user may not edit was refused. */
export function refusedField(error: unknown): Finding {
    const text = (error as Error).message;
    if (NAMED_FIELD.test(text)) {
        const profile = { 'forbidden-field-error': 'named' };
        return findingOfError(error, { outcome: 'works', meaning: TEST_TASK.forbiddenNamed, profile });
    }
    if (UNNAMED_FIELD.test(text)) {
        const profile = { 'forbidden-field-error': 'unnamed' };
        return findingOfError(error, { outcome: 'limited', meaning: TEST_TASK.forbiddenUnnamed, profile });
    }
    return findingOfError(error, { outcome: 'limited', meaning: TEST_TASK.forbiddenOther });
}
