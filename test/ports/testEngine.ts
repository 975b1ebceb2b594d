import type { FieldDescription, FieldDescriptions, FieldValue } from 'c/attributeMapping';
import type { OrgReader } from 'c/orgReader';
import { createTaskSync } from 'c/taskSync';
import type { KnownSettings, Locks, Storage, Submission, TaskKey, TaskSync, TaskSyncSettings } from 'c/taskSync';
import { createRecordWriter } from 'c/taskWriter';
import { executeMutation } from 'lightning/graphql';
import { createMemoryStorage } from './memoryStorage.ts';
import { createTestClock } from './testClock.ts';
import { createTestLocks } from './testLocks.ts';
import { createTestTasks, taskInput } from './testTasks.ts';
import type { TestTasks } from './testTasks.ts';

export const ADA = '005000000000001AAA';

export const OWN: TaskSyncSettings = {
    mode: 'own',
    when: 'eachStep',
    logMissed: false,
    coalesceMs: 500,
    followSeconds: 60
};
export const FOLLOW: TaskSyncSettings = { ...OWN, mode: 'follow' };

export const CALL: TaskKey = {
    id: `call-1:${ADA}:2026-01-15T09:00:00.000Z`,
    conversationId: 'call-1',
    userId: ADA,
    connectedTime: '2026-01-15T09:00:00.000Z'
};

const TYPES: Readonly<Record<string, string>> = {
    Subject: 'String',
    CallObject: 'String',
    Description: 'TextArea',
    WhoId: 'Reference',
    WhatId: 'Reference',
    Queue__c: 'String',
    Acd__c: 'Double',
    Ended__c: 'DateTime',
    Wrap__c: 'String'
};

export function describedFields(more: Readonly<Record<string, string>> = {}): NonNullable<FieldDescriptions> {
    const rights = { createable: true, updateable: true };
    return Object.fromEntries(
        Object.entries({ ...TYPES, ...more }).map(([name, dataType]): [string, FieldDescription] => [
            name,
            { name, label: name, dataType, ...rights }
        ])
    );
}

export function told(patch: Submission['patch'], more: Partial<Submission> = {}): Submission {
    return {
        attributes: {},
        patch,
        defaults: { Subject: 'Call', CallObject: 'call-1' },
        interactionType: 'call',
        urgency: 'milestone',
        ...more
    };
}

/** What the agent picked for these fields, at some moment in epoch milliseconds. */
export function picked(values: Readonly<Record<string, FieldValue>>, at = 1): NonNullable<Submission['picked']> {
    return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, at }]));
}

/** What one page uses, so that a test can stop it. */
export interface PagePorts {
    readonly storage: Storage;
    readonly locks: Locks;
    readonly reader: OrgReader;
    /** Fields that may be written later. */
    readonly watched?: readonly string[];
}

export interface TestEngine {
    readonly clock: ReturnType<typeof createTestClock>;
    readonly storage: ReturnType<typeof createMemoryStorage>;
    readonly locks: ReturnType<typeof createTestLocks>;
    readonly tasks: TestTasks;
    readonly reader: OrgReader;
    readonly settings: { now: KnownSettings };
    /** Undefined: the org does not describe Task. */
    readonly fields: { now: FieldDescriptions };
    /** A page of the user, in a tab of its own. */
    open(ports?: Partial<PagePorts>): TaskSync;
    /** What the only Task says; throws where there are more or none. */
    onlyTask(): Readonly<Record<string, unknown>>;
    /** Somebody changes the Task by hand. */
    edit(values: Readonly<Record<string, unknown>>, index?: number): void;
    /** The phone's own package logs the call. */
    phoneLogs(values?: Readonly<Record<string, unknown>>): void;
    /** What each change sent. */
    sent(): Readonly<Record<string, unknown>>[];
}

/** Saving as it is in the product, over a small org behind `executeMutation`, which has to be a Jest mock. */
export function createTestEngine(given: KnownSettings = OWN, withKey = false): TestEngine {
    const clock = createTestClock();
    const storage = createMemoryStorage();
    const locks = createTestLocks();
    const tasks = createTestTasks(clock, withKey);
    const settings = { now: given };
    const fields: { now: FieldDescriptions } = {
        now: describedFields(withKey ? { SwitchboardKey__c: 'String' } : {})
    };
    const reader: OrgReader = {
        async query(_document, variables = {}): Promise<unknown> {
            await Promise.resolve();
            return tasks.find(variables);
        }
    };
    const mutate = jest.mocked(executeMutation);
    mutate.mockReset().mockImplementation(tasks.mutate);

    return {
        clock,
        storage,
        locks,
        tasks,
        reader,
        settings,
        fields,
        open: (ports = {}) =>
            createTaskSync({
                writer: createRecordWriter({
                    reader: ports.reader ?? reader,
                    fields: () => fields.now,
                    watched: () => ports.watched ?? []
                }),
                storage: ports.storage ?? storage,
                clock,
                locks: ports.locks ?? locks,
                settings: () => settings.now,
                org: 'acme',
                userId: ADA
            }),
        onlyTask(): Readonly<Record<string, unknown>> {
            if (tasks.rows.length !== 1) {
                throw new Error(`there are ${tasks.rows.length} Tasks`);
            }
            return tasks.rows[0] ?? {};
        },
        edit(values, index = 0): void {
            tasks.rows[index] = { ...tasks.rows[index], ...values };
        },
        phoneLogs(values = {}): void {
            tasks.rows.push({
                Id: `00Tphone${tasks.rows.length}`,
                CreatedDate: new Date(clock.now()).toISOString(),
                CallObject: 'call-1',
                ...values
            });
        },
        sent: () =>
            mutate.mock.calls
                .filter(([{ operationName }]) => operationName !== 'SwitchboardDeleteTask')
                .map(([mutation]) => taskInput(mutation).Task)
    };
}
