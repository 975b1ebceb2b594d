import userId from '@salesforce/user/Id';
import { DEFAULT_FIELDS, DEFAULT_RULES, effectiveRules, isFor } from 'c/attributeMapping';
import { fill } from 'c/labelText';
import { readTaskSetup } from 'c/orgReader';
import type { OrgReader, TaskSetup } from 'c/orgReader';
import { lookUpFor, tasksFound } from 'c/taskWriter';
import { ACCESS } from './accessLabels.ts';
import { type Finding, findingOfError } from './findings.ts';
import { LABELS } from './labels.ts';
import type { Asked } from './question.ts';

/** No call and no Task has these. */
const NO_CALL = { id: 'switchboard-org-health', conversationId: 'switchboard-org-health', userId };
const NO_TASK = '00T000000000000';
/** A longer search is felt by agents, in milliseconds. */
const SLOW_MS = 3000;

type LookUp = Parameters<typeof tasksFound>[2];

/** The longest look-up of a save: of a Task that is known already, with every field that the mapping may fill. */
function lookUpOf({ mapping, fields }: TaskSetup): LookUp {
    const records = mapping === 'noAccess' ? [] : mapping.rules.filter((rule) => isFor('Task', rule));
    const rules = mapping === 'noAccess' ? [] : effectiveRules(records, DEFAULT_RULES);
    const names = rules.filter(({ active }) => active).map(({ field }) => field);
    return { ...lookUpFor([...DEFAULT_FIELDS, ...names], fields), taskId: NO_TASK };
}

/** Whether this user's saves find the Task of a call, asked as they ask it. */
export async function askLookUp({ reader }: Asked): Promise<Finding> {
    let lookUp: LookUp;
    try {
        lookUp = lookUpOf(await readTaskSetup(reader));
    } catch (error) {
        return findingOfError(error, { outcome: 'unclear', meaning: LABELS.offline });
    }
    const began = Date.now();
    try {
        await tasksFound(reader, NO_CALL, lookUp, true);
    } catch (error) {
        return notByConversation(error, reader, lookUp);
    }
    const took = Date.now() - began;
    const profile = { 'task-graphql-query': 'works', 'task-callobject-filter': 'works' };
    return took > SLOW_MS
        ? { outcome: 'limited', meaning: fill(ACCESS.lookUpSlow, took), setting: ACCESS.lookUpSlowSet, profile }
        : { outcome: 'works', meaning: fill(ACCESS.lookUpWorks, took), profile };
}

/** A save then asks by the key alone, where the org keeps one. */
async function notByConversation(error: unknown, reader: OrgReader, lookUp: LookUp): Promise<Finding> {
    const nothing = { outcome: 'refused', meaning: ACCESS.lookUpNo, setting: ACCESS.lookUpSet } as const;
    const refused = findingOfError(error, nothing);
    if (refused.outcome !== 'refused') return refused;
    if (/Field 'Task' in type/i.test((error as Error).message)) {
        return { ...refused, profile: { 'task-graphql-query': 'undefined' } };
    }
    const profile = { 'task-callobject-filter': 'refused' };
    if (!lookUp.withKey) return { ...refused, profile };
    try {
        await tasksFound(reader, NO_CALL, lookUp, false);
    } catch (alsoByKey) {
        // What both hold is refused: which part of the question it is, only the org's words say.
        return findingOfError(alsoByKey, nothing);
    }
    return { ...refused, outcome: 'limited', meaning: ACCESS.lookUpByKey, setting: ACCESS.lookUpByKeySet, profile };
}
