/** How one org answers what no document settles (the ids of config/org-profiles), and how its admin set things up. */
export const PROFILE_QUESTIONS = {
    'unique-key': ['accepted', 'absent'],
    'task-callobject-filter': ['works', 'refused'],
    'task-object-infos': ['answers', 'refused'],
    'forbidden-field-error': ['named', 'unnamed', 'dropped'],
    'save-error-code': ['message', 'extensions'],
    'error-path-name': ['paths', 'path'],
    'lead-with-related-to': ['refused', 'accepted'],
    'metadata-type-without-access': ['undefined', 'no-rows'],
    'web-locks': ['works', 'missing'],
    'browser-storage': ['works', 'disabled', 'full'],
    'write-mode': ['own', 'follow', 'phone'],
    'write-when': ['eachStep', 'end', 'wrapUp'],
    'log-missed': ['no', 'yes'],
    'forbidden-fields': ['none', 'queue', 'queue and score'],
    'unsaved-field': ['there', 'absent'],
    'mapping-access': ['granted', 'granted late']
} as const;

export type ProfileQuestion = keyof typeof PROFILE_QUESTIONS;
export type ModelProfile = { readonly [Id in ProfileQuestion]: (typeof PROFILE_QUESTIONS)[Id][number] };

export const QUESTIONS = Object.keys(PROFILE_QUESTIONS) as ProfileQuestion[];

/** Reads `id=answer,id=answer`. Throws naming what is not known. */
export function readProfileChoice(text: string): Partial<ModelProfile> {
    const chosen: Record<string, string> = {};
    for (const part of text.split(',').filter((one) => one.trim() !== '')) {
        const [id = '', answer = ''] = part.split('=').map((word) => word.trim());
        const allowed: readonly string[] | undefined = Object.hasOwn(PROFILE_QUESTIONS, id)
            ? PROFILE_QUESTIONS[id as ProfileQuestion]
            : undefined;
        if (allowed === undefined) {
            throw new Error(`--profile: "${id}" is no known question; known are ${QUESTIONS.join(', ')}`);
        }
        if (!allowed.includes(answer)) {
            throw new Error(`--profile: the answer to "${id}" is "${answer}"; it must be ${allowed.join(' or ')}`);
        }
        chosen[id] = answer;
    }
    return chosen;
}
