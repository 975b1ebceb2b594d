import type { TaskPatch } from './types.ts';

/** Key prefix of Lead: the platform refuses a Task whose Name is a lead and that has a Related To as well. */
const LEAD = '00Q';

/** The same values without Related To where Name is a lead. */
export function keepApartFromLead(patch: TaskPatch): TaskPatch {
    const who = patch['WhoId'];
    if (typeof who !== 'string' || !who.startsWith(LEAD) || !patch['WhatId']) {
        return patch;
    }
    return Object.fromEntries(Object.entries(patch).filter(([field]) => field !== 'WhatId'));
}
