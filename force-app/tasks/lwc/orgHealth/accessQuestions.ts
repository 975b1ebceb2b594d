import { SENTINEL } from 'c/attributeMapping';
import {
    everyRow,
    MAPPING_QUERY,
    MAPPING_TYPE,
    SETTINGS_QUERY,
    SETTINGS_TYPE,
    STATUSES_QUERY,
    STATUSES_TYPE,
    TARGETS_QUERY,
    TARGETS_TYPE
} from 'c/orgReader';
import type { OrgReader, QueryDocument } from 'c/orgReader';
import { ACCESS } from './accessLabels.ts';
import { type Finding, findingOfError } from './findings.ts';
import { askLookUp } from './lookUpQuestion.ts';
import type { Asked, Question } from './question.ts';

/** Undefined when the row can be read. No rows is a refusal too: the row that proves access is missing. */
async function unreadable(
    reader: OrgReader,
    query: QueryDocument,
    { type, row, refused, empty }: { type: string; row: string; refused: string; empty: string }
): Promise<Finding | undefined> {
    const refusal = { outcome: 'refused', setting: ACCESS.mappingSet } as const;
    try {
        const rows = await everyRow(reader, query, type);
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
        (await unreadable(reader, MAPPING_QUERY, {
            type: MAPPING_TYPE,
            row: SENTINEL,
            refused: ACCESS.mappingNoAccess,
            empty: ACCESS.mappingNoSentinel
        })) ??
        (await unreadable(reader, SETTINGS_QUERY, {
            type: SETTINGS_TYPE,
            row: 'Default',
            refused: ACCESS.settingsNoAccess,
            empty: ACCESS.settingsNoAccess
        })) ?? { outcome: 'works', meaning: ACCESS.mappingWorks }
    );
}

async function askLists({ reader }: Asked): Promise<Finding> {
    const targets = await unreadable(reader, TARGETS_QUERY, {
        type: TARGETS_TYPE,
        row: SENTINEL,
        refused: ACCESS.listsNoTargets,
        empty: ACCESS.listsNoTargets
    });
    const statuses = await unreadable(reader, STATUSES_QUERY, {
        type: STATUSES_TYPE,
        row: SENTINEL,
        refused: ACCESS.listsNoStatuses,
        empty: ACCESS.listsNoStatuses
    });
    if (targets && statuses && targets.meaning !== statuses.meaning) {
        return { ...targets, meaning: `${targets.meaning} ${statuses.meaning}` };
    }
    return targets ?? statuses ?? { outcome: 'works', meaning: ACCESS.listsWorks };
}

async function askRecordApi({ describeTask }: Asked): Promise<Finding> {
    try {
        const { repeats } = await describeTask();
        const works: Finding = { outcome: 'fact', meaning: ACCESS.recordApiWorks, profile: { 'task-ui-api': 'works' } };
        return repeats ? { ...works, setting: ACCESS.recordApiKept } : works;
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
