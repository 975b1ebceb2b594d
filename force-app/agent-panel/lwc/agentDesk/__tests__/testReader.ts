import { ReadError } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import { executeMutation } from 'lightning/graphql';
import { taskAnswer, tasksAnswered } from '../../../../../test/ports/testTasks.ts';
import type { TestTasks } from '../../../../../test/ports/testTasks.ts';

type Values = Readonly<Record<string, unknown>>;

/** An org that answers the desk's questions. Change its parts between questions. */
export interface TestAnswers {
    rules: Values[] | 'noAccess';
    settings: Values | 'noAccess';
    fields: Record<string, string>;
    /** The records VoiceCall, which the org makes itself, and their fields. */
    calls: Values[] | 'noAccess';
    callFields: Record<string, string>;
    contact: Values | undefined;
    /** Names of other records than people, by id. */
    names: Record<string, string>;
    /** Without the shipped row, which every user with access finds. `noRows`: the other way to say no. */
    targets: Values[] | 'noAccess' | 'noRows';
    statuses: Values[] | 'noAccess' | 'noRows';
    offline: boolean;
    sessionExpired: boolean;
}

const SENTINEL = { DeveloperName: 'Switchboard_Sentinel', Active__c: false };

export function rule(attribute: string, field: string): Values {
    return { DeveloperName: field, Attribute__c: attribute, Task_Field__c: field, Active__c: true, Order__c: 1 };
}

/** An active record of the transfer list. */
export function target(key: string, kind: string, address: string, more: Values = {}): Values {
    return { DeveloperName: key, MasterLabel: key, Kind__c: kind, Address__c: address, Active__c: true, ...more };
}

/** An active record of the status list. */
export function status(key: string, word: string, more: Values = {}): Values {
    return { DeveloperName: key, MasterLabel: key, Status__c: word, Active__c: true, ...more };
}

/** Knows the Tasks that were made, where it is given them. */
export function createTestReader(tasks?: TestTasks): OrgReader & { answers: TestAnswers } {
    const answers: TestAnswers = {
        rules: [rule('Call.QueueName', 'Queue__c'), rule('Salesforce.WrapUpCode', 'Wrap__c')],
        settings: {
            DeveloperName: 'Default',
            Write_Mode__c: 'own',
            Coalesce_Milliseconds__c: 500,
            Follow_Seconds__c: 60
        },
        fields: {
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
            WhatId: 'Reference',
            Queue__c: 'String',
            Wrap__c: 'String'
        },
        calls: [],
        callFields: { Description: 'TextArea', CallResolution: 'String', CallType: 'Picklist', Queue__c: 'String' },
        contact: undefined,
        names: {},
        targets: [],
        statuses: [],
        offline: false,
        sessionExpired: false
    };
    const unknown = new ReadError('refused', "Field 'X__mdt' in type 'RecordQuery' is undefined");
    const rows = (object: string, list: readonly Values[]): unknown => ({
        uiapi: { query: { [object]: { edges: list.map((values) => ({ node: cells(values) })) } } }
    });

    function listed(object: string, list: Values[] | 'noAccess' | 'noRows'): unknown {
        if (list === 'noAccess') {
            throw unknown;
        }
        return rows(object, list === 'noRows' ? [] : [SENTINEL, ...list]);
    }

    function answer(text: string, variables: Values): unknown {
        const [, object] = /SwitchboardRecordName[^]*?query \{\s*(\w+)\(/.exec(text) ?? [];
        if (object !== undefined) {
            const name = answers.names[String(variables.id)];
            return rows(object, name === undefined ? [] : [{ Id: variables.id, DisplayValue: name }]);
        }
        if (text.includes('SwitchboardTransferTargets')) {
            return listed('Switchboard_Transfer_Target__mdt', answers.targets);
        }
        if (text.includes('SwitchboardAgentStatuses')) {
            return listed('Switchboard_Agent_Status__mdt', answers.statuses);
        }
        if (text.includes('SwitchboardMapping')) {
            if (answers.rules === 'noAccess') {
                throw unknown;
            }
            return rows('Switchboard_Attribute_Mapping__mdt', [SENTINEL, ...answers.rules]);
        }
        if (text.includes('SwitchboardSettings')) {
            if (answers.settings === 'noAccess') {
                throw unknown;
            }
            return rows('Switchboard_Setting__mdt', [answers.settings]);
        }
        if (text.includes('SwitchboardContact')) {
            return rows('Contact', answers.contact === undefined ? [] : [answers.contact]);
        }
        if (text.includes('SwitchboardTaskFields')) {
            return described('Task', answers.fields);
        }
        if (text.includes('SwitchboardVoiceCallFields')) {
            return described('VoiceCall', answers.callFields);
        }
        if (text.includes('SwitchboardCallRecord')) {
            if (answers.calls === 'noAccess') {
                throw unknown;
            }
            const calls = answers.calls.filter(({ VendorCallKey }) => VendorCallKey === variables.callId);
            return rows('VoiceCall', calls);
        }
        return tasks?.find(variables) ?? rows('Task', []);
    }

    return {
        answers,
        async query(document, variables = {}): Promise<unknown> {
            await Promise.resolve();
            if (answers.sessionExpired) {
                throw new ReadError('sessionExpired', 'INVALID_SESSION_ID: Session expired or invalid');
            }
            if (answers.offline) {
                throw new ReadError('offline', 'Failed to fetch');
            }
            if (tasks === undefined && String(document).includes('SwitchboardFindTask')) {
                const { calls, results } = jest.mocked(executeMutation).mock;
                const made = await tasksAnswered(calls, results);
                return taskAnswer(made.filter(({ Id }) => Id === variables.task));
            }
            return answer(String(document), variables);
        }
    };
}

function described(object: string, types: Readonly<Record<string, string>>): unknown {
    const fields = Object.entries(types).map(([ApiName, dataType]) => ({
        ApiName,
        label: ApiName,
        dataType,
        createable: true,
        updateable: true
    }));
    return { uiapi: { objectInfos: [{ ApiName: object, fields }] } };
}

function cells(values: Values): Values {
    return Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
            name,
            name === 'Id' || (typeof value === 'object' && value !== null) ? value : { value }
        ])
    );
}
