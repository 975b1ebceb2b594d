/**
 * How one org answers what no document settles (the ids of config/org-profiles), and how its admin set things up.
 * `task-write-route` are two ids in one: the way by which the org takes Tasks. The other way refuses them.
 */
export const PROFILE_QUESTIONS = {
    'task-write-route': ['graphql', 'recordApi'],
    'unique-key': ['accepted', 'absent'],
    'task-callobject-filter': ['works', 'refused'],
    'task-object-infos': ['answers', 'refused'],
    'forbidden-field-error': ['named', 'unnamed', 'dropped'],
    'save-error-code': ['message', 'extensions'],
    'error-path-name': ['paths', 'path'],
    'lead-with-related-to': ['refused', 'accepted'],
    'metadata-type-without-access': ['undefined', 'no-rows'],
    'task-field-limits': ['answers', 'refused'],
    'task-picklist-values': ['answers', 'refused'],
    'person-accounts': ['off', 'on'],
    'web-locks': ['works', 'missing'],
    'browser-storage': ['works', 'disabled', 'full'],
    'write-mode': ['own', 'follow', 'phone'],
    'write-when': ['eachStep', 'end', 'wrapUp'],
    'log-missed': ['no', 'yes'],
    'forbidden-fields': ['none', 'queue', 'queue and score'],
    'unsaved-field': ['there', 'absent'],
    'mapping-access': ['granted', 'granted late']
} as const;

/** Ids of config/org-profiles that stand under another name above. */
export const DRAWN_AS: Readonly<Record<string, keyof typeof PROFILE_QUESTIONS>> = {
    'task-graphql-mutation': 'task-write-route',
    'task-ui-api': 'task-write-route'
};

/** Ids of config/org-profiles, and answers to drawn ones, that no schedule draws, and why. `voice-*`: all that begin so. */
export const NOT_DRAWN: Readonly<Record<string, string>> = {
    'task-graphql-query': 'an org that shows no Task gets none: no page writes without a look-up',
    'type-picklist': 'Type takes any value through either way, and no rule of the model fills it',
    'unique-key=notUnique': 'a field that is set up wrongly; Org health tells the admin',
    'task-rights': 'a Task that its owner may not change or delete is played by Jest alone',
    'too-long-text': 'documented; only Org health doubts it',
    'restricted-picklist': 'documented; only Org health doubts it',
    'required-field': 'documented; only Org health doubts it',
    'read-after-write': 'flows that change a Task are played by Jest alone',
    'long-text-on-activity': 'a field of the model is as long as its description says, whatever its type',
    'broadcast-channel': 'the desk uses none; only Org health asks',
    'browser-database': 'the desk keeps nothing in one; only Org health asks',
    'utility-bar-functions': 'the frame around the desk, which the model has none of',
    'phone-messages': 'a page that hears of no call has nothing to save',
    'genesys-*': 'the phone that schedules play switches; what an org answers, Org health asks',
    'voice-*': 'schedules play the Genesys Cloud phone'
};

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

/** The usual answer to each. */
export const USUAL_PROFILE = Object.fromEntries(
    QUESTIONS.map((id) => [id, PROFILE_QUESTIONS[id][0]])
) as unknown as ModelProfile;
