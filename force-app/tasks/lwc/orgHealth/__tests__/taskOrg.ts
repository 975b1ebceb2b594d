import { executeMutation } from 'lightning/graphql';
import type { GraphQLMutation, GraphQLMutationResult } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';
import { readErrorOf } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import { described, field, nameOf, refusal, rows } from './answeringOrg.ts';

type Values = Readonly<Record<string, unknown>>;
type Answer = GraphQLMutationResult;

/** How an org stands to the questions about a test Task. Each answer is one that a real org may give. */
export interface Ways {
    /** Answers to a mutation instead of doing it, by its name. */
    readonly refuses?: Readonly<Record<string, unknown>>;
    readonly forbidden?: 'named' | 'unnamed' | 'dropped' | 'other';
    readonly code?: 'message' | 'extensions' | 'nowhere';
    readonly takesAnyValue?: boolean;
    readonly key?: 'unique' | 'notUnique' | 'absent';
    readonly leadAndAccount?: 'leadRefused' | 'refused' | 'accepted' | 'none';
    /** Whatever its key. */
    readonly refusesSecond?: boolean;
    /** A flow puts this into Call Result. */
    readonly overwritten?: string;
    readonly describes?: boolean;
    /** Fields that the user may set on no new Task. */
    readonly notOnNew?: readonly string[];
    /** By Call Object Identifier. */
    readonly findsTasks?: boolean;
}

/** An org with Tasks, for `lightning/graphql` and the reader of one test. */
export interface TaskOrg {
    readonly tasks: Map<string, Values>;
    readonly reader: OrgReader;
    readonly written: readonly string[];
}

const EDITABLE = ['Subject', 'Status', 'TaskSubtype', 'CallObject', 'CallDisposition', 'CallType', 'WhoId', 'WhatId'];

function failed(code: string, message: string, where: Ways['code'] = 'message'): Answer {
    const coded = where === 'message' ? `${code}: ${message}` : message;
    const extensions = { ErrorType: 'DataFetchingException', ...(where === 'extensions' ? { errorCode: code } : {}) };
    return { data: {}, errors: [{ message: coded, paths: ['uiapi'], extensions }] };
}

function unknownField(ways: Ways, name: string): Answer {
    const words = {
        named: `The variables input contains a field name '${name}' that is not defined for input object type 'X'`,
        unnamed: "The variables input contains a field that is not defined for input object type 'X'",
        other: 'Nein',
        dropped: ''
    }[ways.forbidden ?? 'named'];
    return { data: {}, errors: [{ message: words, paths: [] }] };
}

export function taskOrg(ways: Ways = {}): TaskOrg {
    const tasks = new Map<string, Values>();
    const written: string[] = [];
    let made = 0;

    function check(values: Values): Answer | undefined {
        const forbidden = Object.keys(values).find((name) => !EDITABLE.includes(name) && name !== 'SwitchboardKey__c');
        if (forbidden !== undefined && ways.forbidden !== 'dropped') return unknownField(ways, forbidden);
        if (ways.takesAnyValue !== true) {
            if (String(values['CallDisposition'] ?? '').length > 255) {
                return failed('STRING_TOO_LONG', 'Call Result: data value too large', ways.code);
            }
            if (values['CallType'] !== undefined) {
                return failed('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'bad value', ways.code);
            }
        }
        if (values['Status'] === null && ways.takesAnyValue !== true) {
            return failed('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Status]', ways.code);
        }
        if (values['WhoId'] !== undefined && ways.leadAndAccount === 'leadRefused') {
            return failed('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'no leads here', ways.code);
        }
        if (values['WhatId'] !== undefined && ways.leadAndAccount !== 'accepted') {
            return failed('FIELD_INTEGRITY_EXCEPTION', 'no Related To with a lead', ways.code);
        }
        return undefined;
    }

    function create(Task: Values): Answer {
        const notHere = Object.keys(Task).find((name) => ways.notOnNew?.includes(name));
        if (notHere !== undefined) return unknownField(ways, notHere);
        const key = Task['SwitchboardKey__c'];
        if (ways.refusesSecond && tasks.size > 0) return failed('UNABLE_TO_LOCK_ROW', 'try again', ways.code);
        const twin = key !== undefined && [...tasks.values()].some((one) => one['SwitchboardKey__c'] === key);
        if (twin && ways.key !== 'notUnique') return failed('DUPLICATE_VALUE', 'duplicate value found', ways.code);
        made += 1;
        const id = `00T00000000000${made}AAA`;
        tasks.set(id, Task);
        return { data: { uiapi: { TaskCreate: { Record: { Id: id } } } }, errors: [] };
    }

    function update(id: string, values: Values): Answer {
        const refused = check(values);
        if (refused) return refused;
        const kept = ways.overwritten === undefined ? values : { ...values, CallDisposition: ways.overwritten };
        tasks.set(id, { ...tasks.get(id), ...kept });
        return { data: { uiapi: { TaskUpdate: { Record: { Id: id } } } }, errors: [] };
    }

    function answer(name: string, { input }: { input: Values }): Answer {
        if (name === 'SwitchboardCreateTask') return create(input['Task'] as Values);
        const id = String(input['Id']);
        if (name === 'SwitchboardUpdateTask') return update(id, input['Task'] as Values);
        tasks.delete(id);
        return { data: { uiapi: { TaskDelete: { Id: id } } }, errors: [] };
    }

    jest.mocked(executeMutation).mockImplementation(({ query, variables }: GraphQLMutation) => {
        const name = nameOf(query);
        written.push(name);
        const instead = ways.refuses?.[name];
        if (instead instanceof Error) return Promise.reject(instead);
        if (instead !== undefined) return Promise.resolve({ data: {}, errors: instead } as Answer);
        return Promise.resolve(answer(name, variables as { input: Values }));
    });
    jest.mocked(updateRecord).mockRejectedValue({ status: 400, body: [{ message: 'not supported in UI API' }] });

    const reader: OrgReader = {
        query(document, variables = {}) {
            const found = (test: (id: string, task: Values) => boolean): unknown =>
                rows(
                    'Task',
                    ...[...tasks]
                        .filter(([id, task]) => test(id, task))
                        .map(([Id, task]) => ({
                            Id,
                            ...Object.fromEntries(
                                ['CallDisposition', 'CallObject', 'Subject'].map((name) => [
                                    name,
                                    { value: task[name] }
                                ])
                            )
                        }))
                );
            switch (nameOf(document)) {
                case 'SwitchboardTaskFields':
                case 'SwitchboardTaskFieldsLimits':
                case 'SwitchboardTaskFieldsShort':
                    return ways.describes === false
                        ? Promise.reject(readErrorOf(refusal('not supported in UI API')))
                        : Promise.resolve(
                              described(
                                  'Task',
                                  ...EDITABLE.map((name) =>
                                      field(name, { createable: !(ways.notOnNew ?? []).includes(name) })
                                  ),
                                  ...(ways.key === 'absent' ? [] : [field('SwitchboardKey__c')])
                              )
                          );
                case 'SwitchboardFindTask':
                    if ('task' in variables) return Promise.resolve(found((id) => id === variables['task']));
                    return ways.findsTasks === false
                        ? Promise.reject(new TypeError('Failed to fetch'))
                        : Promise.resolve(found((_id, task) => task['CallObject'] === variables['conversation']));
                default: {
                    const object = nameOf(document) === 'SwitchboardHealthLead' ? 'Lead' : 'Account';
                    return Promise.resolve(
                        ways.leadAndAccount === 'none' ? rows(object) : rows(object, { Id: `${object}1` })
                    );
                }
            }
        }
    };
    return { tasks, reader, written };
}

export { refusal };
