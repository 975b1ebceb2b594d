import { SENTINEL } from 'c/attributeMapping';
import { fill } from 'c/labelText';
import { rowsOf } from 'c/orgReader';
import type { OrgReader, QueryDocument } from 'c/orgReader';
import { ACCESS } from './accessLabels.ts';
import { type Finding, findingOfError } from './findings.ts';
import { LOOK_UP, MAPPING, SETTINGS, STATUSES, TARGETS } from './healthQueries.ts';
import type { Asked, Question } from './question.ts';

/** No call has this as its identifier. */
const NO_CALL = 'switchboard-org-health';
/** A longer search is felt by agents, in milliseconds. */
const SLOW_MS = 3000;

/** Undefined when the row can be read. No rows is a refusal too: the row that proves access is missing. */
async function unreadable(
    reader: OrgReader,
    query: QueryDocument,
    { type, row, refused, empty }: { type: string; row: string; refused: string; empty: string }
): Promise<Finding | undefined> {
    const refusal = { outcome: 'refused', setting: ACCESS.mappingSet } as const;
    try {
        const rows = rowsOf(await reader.query(query), type);
        if (rows.some(({ DeveloperName }) => DeveloperName === row)) return undefined;
        return { ...refusal, meaning: empty, profile: { 'metadata-type-without-access': 'no-rows' } };
    } catch (error) {
        return findingOfError(error, {
            ...refusal,
            meaning: refused,
            profile: { 'metadata-type-without-access': 'undefined' }
        });
    }
}

async function askMapping({ reader }: Asked): Promise<Finding> {
    return (
        (await unreadable(reader, MAPPING, {
            type: 'Switchboard_Attribute_Mapping__mdt',
            row: SENTINEL,
            refused: ACCESS.mappingNoAccess,
            empty: ACCESS.mappingNoSentinel
        })) ??
        (await unreadable(reader, SETTINGS, {
            type: 'Switchboard_Setting__mdt',
            row: 'Default',
            refused: ACCESS.settingsNoAccess,
            empty: ACCESS.settingsNoAccess
        })) ?? { outcome: 'works', meaning: ACCESS.mappingWorks }
    );
}

async function askLists({ reader }: Asked): Promise<Finding> {
    const targets = await unreadable(reader, TARGETS, {
        type: 'Switchboard_Transfer_Target__mdt',
        row: SENTINEL,
        refused: ACCESS.listsNoTargets,
        empty: ACCESS.listsNoTargets
    });
    const statuses = await unreadable(reader, STATUSES, {
        type: 'Switchboard_Agent_Status__mdt',
        row: SENTINEL,
        refused: ACCESS.listsNoStatuses,
        empty: ACCESS.listsNoStatuses
    });
    if (targets && statuses && targets.meaning !== statuses.meaning) {
        return { ...targets, meaning: `${targets.meaning} ${statuses.meaning}` };
    }
    return targets ?? statuses ?? { outcome: 'works', meaning: ACCESS.listsWorks };
}

async function askLookUp({ reader }: Asked): Promise<Finding> {
    const began = Date.now();
    try {
        await reader.query(LOOK_UP, { conversation: NO_CALL });
    } catch (error) {
        const noTask = /Field 'Task' in type/i.test((error as Error).message);
        return findingOfError(error, {
            outcome: 'refused',
            meaning: ACCESS.lookUpNo,
            setting: ACCESS.lookUpSet,
            profile: noTask ? { 'task-graphql-query': 'undefined' } : { 'task-callobject-filter': 'refused' }
        });
    }
    const took = Date.now() - began;
    const profile = { 'task-graphql-query': 'works', 'task-callobject-filter': 'works' };
    return took > SLOW_MS
        ? { outcome: 'limited', meaning: fill(ACCESS.lookUpSlow, took), setting: ACCESS.lookUpSlowSet, profile }
        : { outcome: 'works', meaning: fill(ACCESS.lookUpWorks, took), profile };
}

async function askRecordApi({ describeTask }: Asked): Promise<Finding> {
    try {
        await describeTask();
        return { outcome: 'fact', meaning: ACCESS.recordApiWorks, profile: { 'task-ui-api': 'works' } };
    } catch (error) {
        return findingOfError(error, {
            outcome: 'fact',
            meaning: ACCESS.recordApiNo,
            profile: { 'task-ui-api': 'refused' }
        });
    }
}

/** May this user read what Switchboard reads? */
export const ACCESS_QUESTIONS: readonly Question[] = [
    { id: 'mapping', group: 'access', title: ACCESS.mappingTitle, tried: ACCESS.mappingTried, ask: askMapping },
    { id: 'lists', group: 'access', title: ACCESS.listsTitle, tried: ACCESS.listsTried, ask: askLists },
    { id: 'lookUp', group: 'access', title: ACCESS.lookUpTitle, tried: ACCESS.lookUpTried, ask: askLookUp },
    {
        id: 'recordApi',
        group: 'access',
        title: ACCESS.recordApiTitle,
        tried: ACCESS.recordApiTried,
        ask: askRecordApi
    }
];
