import type { OrgReader } from 'c/orgReader';
import { readErrorOf } from 'c/orgReader';
import type { Asked } from '../question.ts';

/**
 * What the org answers to queries, by the name of the query: itself, or what a function of document and variables gives.
 * Rejects with what is an Error or a list of errors.
 */
export type Answering = Readonly<Record<string, unknown>>;

export const rows = (type: string, ...nodes: readonly unknown[]): unknown => ({
    uiapi: { query: { [type]: { edges: nodes.map((node) => ({ node })) } } }
});

export const named = (type: string, ...names: readonly string[]): unknown =>
    rows(type, ...names.map((value) => ({ DeveloperName: { value } })));

export const described = (object: string, ...fields: readonly unknown[]): unknown => ({
    uiapi: { objectInfos: [{ ApiName: object, fields }] }
});

export const field = (ApiName: string, more: object = {}): unknown => ({
    ApiName,
    dataType: 'STRING',
    createable: true,
    updateable: true,
    length: 255,
    ...more
});

export const picklist = (ApiName: string, ...values: readonly string[]): unknown =>
    field(ApiName, {
        dataType: 'PICKLIST',
        picklistValuesByRecordTypeIDs: [{ picklistValues: values.map((value) => ({ value })) }]
    });

export const refusal = (message: string): readonly unknown[] => [{ message }];

export function nameOf(document: unknown): string {
    return /(?:query|mutation) (\w+)/.exec(String(document))?.[1] ?? '';
}

/** An org in which all is well, for a user with every permission set. */
export const GOOD: Answering = {
    SwitchboardMapping: named('Switchboard_Attribute_Mapping__mdt', 'Some_Row', 'Switchboard_Sentinel'),
    SwitchboardSettings: named('Switchboard_Setting__mdt', 'Default'),
    SwitchboardTransferTargets: named('Switchboard_Transfer_Target__mdt', 'Switchboard_Sentinel'),
    SwitchboardAgentStatuses: named('Switchboard_Agent_Status__mdt', 'Switchboard_Sentinel'),
    SwitchboardFindTaskByKey: rows('Task'),
    SwitchboardTaskFields: described(
        'Task',
        field('Subject'),
        field('SwitchboardKey__c'),
        field('SwitchboardUnsaved__c'),
        picklist('Type', 'Call', 'Chat', 'Email', 'Voicemail', 'Message', 'Other'),
        field('IsClosed', { createable: false, updateable: false })
    ),
    SwitchboardHealthAccountFields: described('Account', field('Name'))
};

export function readerOf(org: Answering): OrgReader {
    return {
        query: (document, variables = {}) => {
            const given = org[nameOf(document)];
            const answer: unknown = typeof given === 'function' ? given(document, variables) : given;
            if (answer instanceof Error) return Promise.reject(answer);
            return Array.isArray(answer) ? Promise.reject(readErrorOf(answer)) : Promise.resolve(answer);
        }
    };
}

export function asking(
    org: Answering,
    describeTask: Asked['describeTask'] = () => Promise.resolve({ repeats: false })
): Asked {
    return { reader: readerOf(org), describeTask };
}
