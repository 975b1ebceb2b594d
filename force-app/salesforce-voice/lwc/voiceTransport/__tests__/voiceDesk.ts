import { createAgentDesk } from 'c/agentDesk';
import type { OrgReader } from 'c/orgReader';
import { decodeVoiceEvent } from 'c/voiceToolkitEvents';
import type { VoiceEvent } from 'c/voiceToolkitEvents';
import { createKeptCalls, createVoiceTransport } from 'c/voiceTransport';
import { executeMutation } from 'lightning/graphql';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { createTestTasks } from '../../../../../test/ports/testTasks.ts';
import type { TaskRow, TestTasks } from '../../../../../test/ports/testTasks.ts';

type Values = Readonly<Record<string, unknown>>;

const ADA = '005000000000001AAA';

/** Every attribute that a call may have, and the field that the admin gave it. */
const MAPPED: Readonly<Record<string, readonly [attribute: string, dataType: string]>> = {
    Ani__c: ['Call.Ani', 'String'],
    Called__c: ['Call.CalledNumber', 'String'],
    Internal__c: ['Call.Internal', 'Boolean'],
    Queue__c: ['Call.QueueName', 'String'],
    Remote__c: ['Call.RemoteName', 'String'],
    State__c: ['Call.State', 'String'],
    Uui__c: ['Call.UUIData', 'String'],
    Start__c: ['Interaction.StartTime', 'DateTime'],
    Acd__c: ['Interaction.TotalAcdTime', 'Double'],
    Ivr__c: ['Interaction.TotalIvrTime', 'Double'],
    Url__c: ['Interaction.Url', 'String'],
    Address__c: ['Salesforce.DisplayAddress', 'String'],
    Connected__c: ['Salesforce.ConnectedTime', 'DateTime'],
    Disconnected__c: ['Salesforce.DisconnectedTime', 'DateTime'],
    Duration__c: ['Salesforce.CallDuration', 'Double'],
    After__c: ['Salesforce.AfterCallTime', 'Double'],
    Participant__c: ['Salesforce.ParticipantId', 'String'],
    Wrap__c: ['Salesforce.WrapUpCode', 'String']
};

const STANDARD: Readonly<Record<string, string>> = {
    Subject: 'String',
    Type: 'String',
    TaskSubtype: 'String',
    Status: 'String',
    ActivityDate: 'Date',
    CallObject: 'String',
    CallType: 'String',
    CallDurationInSeconds: 'Int',
    CallDisposition: 'String',
    Description: 'TextArea',
    WhoId: 'Reference',
    WhatId: 'Reference'
};

const SENTINEL = { DeveloperName: 'Switchboard_Sentinel', Active__c: false };
const RULES = Object.entries(MAPPED).map(([field, [attribute]]) => ({
    DeveloperName: field,
    Attribute__c: attribute,
    Task_Field__c: field,
    Active__c: true,
    Order__c: 1
}));
const FIELDS = Object.entries({
    ...STANDARD,
    ...Object.fromEntries(Object.entries(MAPPED).map(([field, [, dataType]]) => [field, dataType]))
}).map(([ApiName, dataType]) => ({ ApiName, label: ApiName, dataType, createable: true, updateable: true }));
const SETTINGS = { DeveloperName: 'Default', Write_Mode__c: 'own', Coalesce_Milliseconds__c: 500 };

function rows(object: string, list: readonly Values[]): unknown {
    const cells = (values: Values): Values =>
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, name === 'Id' ? value : { value }]));
    return { uiapi: { query: { [object]: { edges: list.map((values) => ({ node: cells(values) })) } } } };
}

function readerOf(tasks: TestTasks): OrgReader {
    return {
        async query(document, variables = {}): Promise<unknown> {
            await Promise.resolve();
            const text = String(document);
            if (text.includes('SwitchboardMapping'))
                return rows('Switchboard_Attribute_Mapping__mdt', [SENTINEL, ...RULES]);
            if (text.includes('SwitchboardSettings')) return rows('Switchboard_Setting__mdt', [SETTINGS]);
            if (text.includes('SwitchboardTaskFields'))
                return { uiapi: { objectInfos: [{ ApiName: 'Task', fields: FIELDS }] } };
            if (text.includes('SwitchboardTransferTargets'))
                return rows('Switchboard_Transfer_Target__mdt', [SENTINEL]);
            if (text.includes('SwitchboardAgentStatuses')) return rows('Switchboard_Agent_Status__mdt', [SENTINEL]);
            return tasks.find(variables);
        }
    };
}

/** One tab: a toolkit, and the desk that hears it. */
export interface VoiceTab {
    /** What the decoder refuses is heard by nobody. */
    hears(event: unknown): void;
    leave(): void;
}

export interface VoiceBrowser {
    readonly clock: ReturnType<typeof createTestClock>;
    /** The Tasks that the org has. */
    readonly rows: readonly TaskRow[];
    open(): VoiceTab;
}

/** One agent's browser, whose tabs share the storage and the locks, and an org that takes what it is given. */
export function voiceBrowser(): VoiceBrowser {
    const clock = createTestClock();
    const tasks = createTestTasks(clock);
    const [locks, storage] = [createTestLocks(), createMemoryStorage()];
    jest.mocked(executeMutation).mockReset().mockImplementation(tasks.mutate);
    return {
        clock,
        rows: tasks.rows,
        open(): VoiceTab {
            const listeners = new Set<(event: VoiceEvent) => void>();
            const transport = createVoiceTransport({
                bridge: {
                    onEvent(listener): () => void {
                        listeners.add(listener);
                        return () => listeners.delete(listener);
                    },
                    onRefused: () => () => undefined,
                    call: () => undefined,
                    diagnostics: () => ({ received: 0, unknown: 0, reasons: [] }) as never
                },
                clock,
                kept: createKeptCalls(storage, clock, 'acme', ADA)
            });
            const desk = createAgentDesk({
                transport,
                reader: readerOf(tasks),
                userId: ADA,
                org: 'acme',
                reading: { locale: 'en-US', timeZone: 'UTC' },
                storage,
                clock,
                locks
            });
            return {
                hears(event): void {
                    const decoded = decodeVoiceEvent(event);
                    if (decoded.ok) [...listeners].forEach((listener) => listener(decoded.event));
                },
                leave(): void {
                    desk.close();
                    transport.close();
                }
            };
        }
    };
}
