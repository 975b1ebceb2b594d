/** Draws an org. */
import fc from 'fast-check';
import { PROFILE_QUESTIONS, QUESTIONS } from './profile.ts';
import type { ModelProfile } from './profile.ts';

/** The first answer is the usual one, and shrinking goes to it. */
const USUAL: Partial<Record<keyof ModelProfile, number>> = {
    'task-write-route': 4,
    'task-callobject-filter': 8,
    'task-object-infos': 3,
    'browser-storage': 6,
    'task-field-limits': 4,
    'task-picklist-values': 3,
    'person-accounts': 2,
    'web-locks': 3,
    'write-mode': 2,
    'write-when': 2,
    'log-missed': 1,
    'forbidden-fields': 2,
    'mapping-access': 5
};

export function profiles(chosen: Partial<ModelProfile>): fc.Arbitrary<ModelProfile> {
    const answers = Object.fromEntries(
        QUESTIONS.map((id) => {
            const fixed = chosen[id];
            const allowed: readonly string[] = PROFILE_QUESTIONS[id];
            const usual = Array.from({ length: (USUAL[id] ?? 1) - 1 }, () => allowed[0] ?? '');
            return [id, fixed === undefined ? fc.constantFrom(...usual, ...allowed) : fc.constant(fixed as string)];
        })
    );
    return fc.record(answers) as unknown as fc.Arbitrary<ModelProfile>;
}
