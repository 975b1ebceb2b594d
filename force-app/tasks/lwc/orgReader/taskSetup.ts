import { readRules } from 'c/attributeMapping';
import type { FieldDescriptions, ReadRules, TargetObject } from 'c/attributeMapping';
import { vendorNamed } from 'c/phoneOnPage';
import type { Vendor } from 'c/phoneOnPage';
import type { TaskSyncSettings, WriteMode, WriteMoment } from 'c/taskSync';
import { everyRow } from './everyRow.ts';
import type { Row } from './graphqlRows.ts';
import { ReadError } from './readError.ts';
import { MAPPING_QUERY, MAPPING_TYPE, SETTINGS_QUERY, SETTINGS_TYPE } from './setupQueries.ts';
import { readTaskFields } from './taskFields.ts';
import type { OrgReader, QueryDocument } from './types.ts';

/** The admin's settings. */
export interface OrgSettings extends TaskSyncSettings {
    /** Whose calls get Tasks, where the phones of several vendors are on one page; absent where the admin named none. */
    readonly writingVendor?: Vendor;
    /** Where a phone whose calls have records of their own saves. */
    readonly target: TargetObject;
}

export const DEFAULT_SETTINGS: OrgSettings = {
    mode: 'follow',
    when: 'eachStep',
    logMissed: false,
    coalesceMs: 500,
    followSeconds: 180,
    target: 'Task'
};

/** What the org says about how Tasks are to be filled. */
export interface TaskSetup {
    readonly settings: OrgSettings | 'noAccess';
    /** The admin's rules. None are provably none: who cannot read the shipped proof row has no access. */
    readonly mapping: ReadRules | 'noAccess';
    /** The object that `fields` are of. */
    readonly target: TargetObject;
    /** Undefined when the org does not describe the target. */
    readonly fields: FieldDescriptions;
}

const MODES: readonly WriteMode[] = ['follow', 'own', 'phone'];
const MOMENTS: readonly WriteMoment[] = ['eachStep', 'end', 'wrapUp'];

/**
 * Reads mapping, settings and fields. `targetOf` names the object to save on; Task unless given. Rejects with ReadError
 * when the org cannot be asked now.
 */
export async function readTaskSetup(
    reader: OrgReader,
    targetOf: (settings: OrgSettings | 'noAccess') => TargetObject = () => 'Task'
): Promise<TaskSetup> {
    const settings = await readSettings(reader);
    const target = targetOf(settings);
    const mappingRows = await readable(reader, MAPPING_QUERY, MAPPING_TYPE);
    const mapping = mappingRows === undefined ? undefined : readRules(mappingRows);
    return {
        settings,
        mapping: mapping?.sentinel === true ? mapping : 'noAccess',
        target,
        fields: await readTaskFields(reader, undefined, target)
    };
}

/** The settings alone. Rejects with ReadError when the org cannot be asked now. */
export async function readSettings(reader: OrgReader): Promise<OrgSettings | 'noAccess'> {
    const rows = await readable(reader, SETTINGS_QUERY, SETTINGS_TYPE);
    return rows === undefined || rows.length === 0 ? 'noAccess' : settingsOf(rows);
}

/** Every row. Undefined when this user may not read the type; an org says so by not knowing it. */
async function readable(reader: OrgReader, query: QueryDocument, type: string): Promise<readonly Row[] | undefined> {
    try {
        return await everyRow(reader, query, type);
    } catch (error) {
        if (error instanceof ReadError && error.failure === 'refused') {
            return undefined;
        }
        throw error;
    }
}

function settingsOf(rows: readonly Row[]): OrgSettings {
    const row = rows.find((one) => one.DeveloperName === 'Default') ?? {};
    const mode = MODES.find((one) => one === String(row.Write_Mode__c).toLowerCase());
    const writingVendor = vendorNamed(row.Writing_Vendor__c);
    return {
        mode: mode ?? DEFAULT_SETTINGS.mode,
        when: MOMENTS.find((one) => one === row.Write_When__c) ?? DEFAULT_SETTINGS.when,
        logMissed: row.Log_Missed__c === true,
        coalesceMs: numberOr(row.Coalesce_Milliseconds__c, DEFAULT_SETTINGS.coalesceMs),
        followSeconds: numberOr(row.Follow_Seconds__c, DEFAULT_SETTINGS.followSeconds),
        target: String(row.Target_Object__c).toLowerCase() === 'voicecall' ? 'VoiceCall' : DEFAULT_SETTINGS.target,
        ...(writingVendor === undefined ? {} : { writingVendor })
    };
}

function numberOr(value: unknown, otherwise: number): number {
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : otherwise;
}
