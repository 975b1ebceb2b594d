import userId from '@salesforce/user/Id';
import { rowsOf } from 'c/orgReader';
import type { OrgReader, QueryDocument } from 'c/orgReader';
import { KEY_FIELD, tasksFound } from 'c/taskWriter';
import { updateRecord } from 'lightning/uiRecordApi';
import { ACCESS } from './accessLabels.ts';
import { FIELDS } from './fieldLabels.ts';
import { type Finding, findingOfError } from './findings.ts';
import { ANY_ACCOUNT, ANY_LEAD } from './healthQueries.ts';
import { refusedField, refusedValue } from './refusal.ts';
import { changeTask, makeTask } from './taskMutations.ts';
import { TEST_TASK } from './testTaskLabels.ts';

/** The test Task that exists while its questions are asked. */
export interface TestTask {
    readonly id: string;
    /** Its Call Object Identifier, by which it is found again. */
    readonly mark: string;
    readonly reader: OrgReader;
    /** The org tells which fields there are. */
    readonly described: boolean;
    /** A field that this user may not edit. */
    readonly forbiddenField: string;
    /** The first Task's key; undefined where the user may write none. */
    readonly key: string | undefined;
    /** What it was made with. */
    readonly values: Readonly<Record<string, string>>;
    /** The admin allowed to put a lead and an account on it. */
    readonly withLead: boolean;
    /** A further Task was made, which must go too. */
    readonly alsoMade: (id: string) => void;
}

/** One line about the test Task. */
export interface TestTaskQuestion {
    readonly id: string;
    readonly title: string;
    readonly tried: string;
    /** Says something also of a user who may make Tasks and not change them. */
    readonly withoutChange?: true;
    /** Undefined: not asked, because the admin did not allow it. */
    ask(task: TestTask): Promise<Finding | undefined>;
}

const MARK = 'Switchboard test';
const TOO_LONG = 300;

async function askRecordWrite({ id }: TestTask): Promise<Finding> {
    try {
        await updateRecord({ fields: { Id: id, CallDisposition: MARK } });
        return { outcome: 'fact', meaning: ACCESS.recordApiWorks, profile: { 'task-ui-api': 'works' } };
    } catch (error) {
        const profile = { 'task-ui-api': 'refused' };
        return findingOfError(error, { outcome: 'fact', meaning: ACCESS.recordApiNo, profile });
    }
}

async function askForbidden({ id, forbiddenField }: TestTask): Promise<Finding> {
    try {
        await changeTask(id, { CallDisposition: MARK, [forbiddenField]: null });
    } catch (error) {
        return refusedField(error);
    }
    const profile = { 'forbidden-field-error': 'dropped' };
    return { outcome: 'limited', meaning: TEST_TASK.forbiddenDropped, profile };
}

/** Sends values that do not fit. */
function unfit(
    check: string,
    values: Readonly<Record<string, unknown>>,
    taken: string
): (task: TestTask) => Promise<Finding> {
    return async ({ id }) => {
        try {
            await changeTask(id, values);
        } catch (error) {
            return refusedValue(error, check);
        }
        return { outcome: 'limited', meaning: taken, profile: { [check]: 'taken' } };
    };
}

const askLong = unfit('too-long-text', { CallDisposition: 'x'.repeat(TOO_LONG) }, TEST_TASK.longTaken);
const askValue = unfit('restricted-picklist', { CallType: MARK }, TEST_TASK.valueTaken);
const askRequired = unfit('required-field', { Status: null }, TEST_TASK.requiredTaken);

async function askKeyTwice({ described, key, values, alsoMade }: TestTask): Promise<Finding> {
    if (!described) return { outcome: 'unclear', meaning: FIELDS.notDescribed };
    if (key === undefined) {
        return { outcome: 'unclear', meaning: TEST_TASK.keyTwiceSkipped, setting: FIELDS.keySet };
    }
    try {
        alsoMade(await makeTask(values));
    } catch (error) {
        return /\bDUPLICATE_VALUE\b|duplicate value/i.test((error as Error).message)
            ? findingOfError(error, {
                  outcome: 'works',
                  meaning: TEST_TASK.keyTwiceRefused,
                  profile: { 'unique-key': 'accepted' }
              })
            : findingOfError(error, { outcome: 'unclear', meaning: TEST_TASK.keyTwiceOther });
    }
    return {
        outcome: 'refused',
        meaning: TEST_TASK.keyTwiceMade,
        setting: TEST_TASK.keyTwiceMadeSet,
        profile: { 'unique-key': 'notUnique' }
    };
}

async function askReadBack({ id, mark, reader }: TestTask): Promise<Finding> {
    const written = `${MARK} ${Date.now()}`;
    try {
        await changeTask(id, { CallDisposition: written });
        const key = { id: '', conversationId: mark, userId };
        const lookUp = { fields: ['CallDisposition'], withKey: false, taskId: id };
        const [row] = await tasksFound(reader, key, lookUp, false);
        return row?.values.CallDisposition === written
            ? { outcome: 'works', meaning: TEST_TASK.readBackWorks, profile: { 'read-after-write': 'same' } }
            : {
                  outcome: 'limited',
                  meaning: TEST_TASK.readBackNo,
                  setting: TEST_TASK.readBackSet,
                  profile: { 'read-after-write': 'changed' }
              };
    } catch (error) {
        return findingOfError(error, { outcome: 'limited', meaning: TEST_TASK.readBackNo });
    }
}

async function anyId(reader: OrgReader, query: QueryDocument, object: string): Promise<string | undefined> {
    const id = rowsOf(await reader.query(query), object)[0]?.Id;
    return typeof id === 'string' ? id : undefined;
}

/** The lead goes first and alone: then a refusal of the account is about the two together. */
async function askLead({ id, reader, withLead }: TestTask): Promise<Finding | undefined> {
    if (!withLead) return undefined;
    const skipped: Finding = { outcome: 'unclear', meaning: TEST_TASK.leadSkipped };
    let lead: string | undefined;
    let account: string | undefined;
    try {
        lead = await anyId(reader, ANY_LEAD, 'Lead');
        account = await anyId(reader, ANY_ACCOUNT, 'Account');
    } catch (error) {
        return findingOfError(error, skipped);
    }
    if (lead === undefined || account === undefined) return skipped;
    try {
        await changeTask(id, { WhoId: lead });
    } catch (error) {
        return findingOfError(error, { outcome: 'unclear', meaning: TEST_TASK.leadAlone });
    }
    try {
        await changeTask(id, { WhatId: account });
        const profile = { 'lead-with-related-to': 'accepted' };
        return { outcome: 'fact', meaning: TEST_TASK.leadTaken, profile };
    } catch (error) {
        const profile = { 'lead-with-related-to': 'refused' };
        return findingOfError(error, { outcome: 'fact', meaning: TEST_TASK.leadRefused, profile });
    }
}

/** What is first written to the test Task. */
export function newTask(mark: string, key: string | undefined): Readonly<Record<string, string>> {
    return {
        Subject: TEST_TASK.writeSubject,
        Status: 'Completed',
        TaskSubtype: 'Call',
        CallObject: mark,
        ...(key === undefined ? {} : { [KEY_FIELD]: key })
    };
}

/** Asked in this order; none needs what another wrote. */
export const TEST_TASK_QUESTIONS: readonly TestTaskQuestion[] = [
    {
        id: 'recordWrite',
        title: TEST_TASK.recordWriteTitle,
        tried: TEST_TASK.recordWriteTried,
        withoutChange: true,
        ask: askRecordWrite
    },
    { id: 'forbidden', title: TEST_TASK.forbiddenTitle, tried: TEST_TASK.forbiddenTried, ask: askForbidden },
    { id: 'long', title: TEST_TASK.longTitle, tried: TEST_TASK.longTried, ask: askLong },
    { id: 'value', title: TEST_TASK.valueTitle, tried: TEST_TASK.valueTried, ask: askValue },
    { id: 'required', title: TEST_TASK.requiredTitle, tried: TEST_TASK.requiredTried, ask: askRequired },
    {
        id: 'keyTwice',
        title: TEST_TASK.keyTwiceTitle,
        tried: TEST_TASK.keyTwiceTried,
        withoutChange: true,
        ask: askKeyTwice
    },
    { id: 'readBack', title: TEST_TASK.readBackTitle, tried: TEST_TASK.readBackTried, ask: askReadBack },
    { id: 'lead', title: TEST_TASK.leadTitle, tried: TEST_TASK.leadTried, ask: askLead }
];
