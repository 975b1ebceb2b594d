import { objectOfId } from './keyPrefixes.ts';
import type { TaskPatch } from './types.ts';

/** The same values without Related To where Name is a lead: the platform refuses a Task that has both. */
export function keepApartFromLead(patch: TaskPatch): TaskPatch {
    const who = patch['WhoId'];
    if (typeof who !== 'string' || objectOfId(who) !== 'Lead' || !patch['WhatId']) {
        return patch;
    }
    return Object.fromEntries(Object.entries(patch).filter(([field]) => field !== 'WhatId'));
}
