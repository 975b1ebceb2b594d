import { readRules } from 'c/attributeMapping';
import type { FieldDescription, FieldDescriptions, ReadRules } from 'c/attributeMapping';
import type { TaskSyncSettings, WriteMode } from 'c/taskSync';
import { at, rowsOf } from './graphqlRows.ts';
import type { Row } from './graphqlRows.ts';
import { ReadError } from './readError.ts';
import { MAPPING_QUERY, SETTINGS_QUERY, TASK_FIELDS_QUERY, TASK_FIELDS_SHORT_QUERY } from './setupQueries.ts';
import type { OrgReader, QueryDocument } from './types.ts';

export const DEFAULT_SETTINGS: TaskSyncSettings = { mode: 'follow', coalesceMs: 500, followSeconds: 180 };

/** What the org says about how Tasks are to be filled. */
export interface TaskSetup {
    readonly settings: TaskSyncSettings | 'noAccess';
    /** The admin's rules. None are provably none: who cannot read the shipped proof row has no access. */
    readonly mapping: ReadRules | 'noAccess';
    /** Undefined when the org does not describe Task. */
    readonly fields: FieldDescriptions;
}

const MODES: readonly WriteMode[] = ['follow', 'own', 'phone'];

/** Reads mapping, settings and fields. Rejects with ReadError when the org cannot be asked now. */
export async function readTaskSetup(reader: OrgReader): Promise<TaskSetup> {
    const settingsRows = await readable(reader, SETTINGS_QUERY, 'Switchboard_Setting__mdt');
    const mappingRows = await readable(reader, MAPPING_QUERY, 'Switchboard_Attribute_Mapping__mdt');
    const mapping = mappingRows === undefined ? undefined : readRules(mappingRows);
    return {
        settings: settingsRows === undefined || settingsRows.length === 0 ? 'noAccess' : settingsOf(settingsRows),
        mapping: mapping?.sentinel === true ? mapping : 'noAccess',
        fields: await readTaskFields(reader)
    };
}

/** Undefined when this user may not read the type; an org says so by not knowing it. */
async function readable(reader: OrgReader, query: QueryDocument, type: string): Promise<Row[] | undefined> {
    try {
        return rowsOf(await reader.query(query), type);
    } catch (error) {
        if (error instanceof ReadError && error.failure === 'refused') {
            return undefined;
        }
        throw error;
    }
}

function settingsOf(rows: readonly Row[]): TaskSyncSettings {
    const row = rows.find((one) => one.DeveloperName === 'Default') ?? {};
    const mode = MODES.find((one) => one === String(row.Write_Mode__c).toLowerCase());
    return {
        mode: mode ?? DEFAULT_SETTINGS.mode,
        coalesceMs: numberOr(row.Coalesce_Milliseconds__c, DEFAULT_SETTINGS.coalesceMs),
        followSeconds: numberOr(row.Follow_Seconds__c, DEFAULT_SETTINGS.followSeconds)
    };
}

function numberOr(value: unknown, otherwise: number): number {
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : otherwise;
}

async function readTaskFields(reader: OrgReader): Promise<FieldDescriptions> {
    const whole = await describedBy(reader, TASK_FIELDS_QUERY);
    return whole ?? describedBy(reader, TASK_FIELDS_SHORT_QUERY);
}

/** Undefined when the org refuses the question. */
async function describedBy(reader: OrgReader, query: QueryDocument): Promise<FieldDescriptions> {
    try {
        return fieldsOf(await reader.query(query));
    } catch (error) {
        if (error instanceof ReadError && error.failure === 'refused') {
            return undefined;
        }
        throw error;
    }
}

function fieldsOf(data: unknown): FieldDescriptions {
    const infos = at(data, 'uiapi', 'objectInfos');
    const task = (Array.isArray(infos) ? infos : []).find((info: unknown) => at(info, 'ApiName') === 'Task') as unknown;
    const fields = at(task, 'fields');
    if (!Array.isArray(fields) || fields.length === 0) {
        return undefined;
    }
    return Object.fromEntries(
        fields.flatMap((field: unknown) => {
            const name = at(field, 'ApiName');
            return typeof name === 'string' ? [[name, describe(name, field)]] : [];
        })
    );
}

function describe(name: string, field: unknown): FieldDescription {
    const label = at(field, 'label');
    const dataType = at(field, 'dataType');
    const limits = Object.fromEntries(
        ['length', 'precision', 'scale'].flatMap((limit) => {
            const value = at(field, limit);
            return typeof value === 'number' ? [[limit, value]] : [];
        })
    );
    return {
        name,
        label: typeof label === 'string' ? label : name,
        dataType: typeof dataType === 'string' ? dataType : '',
        createable: at(field, 'createable') === true,
        updateable: at(field, 'updateable') === true,
        ...limits
    };
}
