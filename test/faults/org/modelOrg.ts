import type { FieldNode } from 'graphql';
import { argumentsOf, child, fieldsIn, operationOf, Undefined } from './document.ts';
import { objectInfos } from './objectInfos.ts';
import type { ModelProfile } from './profile.ts';
import { createRecordApi } from './recordApi.ts';
import type { RecordAnswer, RecordAsked } from './recordApi.ts';
import { FOLLOW_SECONDS, MAPPING, PEOPLE, SENTINEL } from './setUp.ts';
import { createTaskTable, Refusal } from './taskTable.ts';
import type { TaskTable, Value, Values } from './taskTable.ts';
import { isRow, list, matches } from './where.ts';
import type { Row } from './where.ts';

export interface OrgError {
    readonly message: string;
    readonly paths?: readonly string[];
    readonly path?: readonly string[];
    readonly extensions: Readonly<Record<string, string>>;
}

export interface OrgAnswer {
    readonly data: unknown;
    readonly errors: readonly OrgError[];
}

export interface Asked {
    readonly query: string;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly user: string;
    readonly request: number;
    /** For an engine that answers before it commits: the id that was promised. */
    readonly promisedId?: string;
}

/** A small Salesforce that shares no code with the product: it reads any GraphQL of the shapes the product sends. */
export interface ModelOrg {
    readonly tasks: TaskTable;
    query(asked: Asked): OrgAnswer;
    mutate(asked: Asked): OrgAnswer;
    /** The record API. */
    change(asked: RecordAsked): RecordAnswer;
    grantMapping(): void;
    /** The next mutation that reaches the org is refused with it. */
    refuseNext(refusal: Refusal): void;
    /** Requests that were refused so. */
    readonly refused: ReadonlySet<number>;
    /** Mutations of Task that the org knew nothing of. */
    readonly unknown: ReadonlySet<number>;
    /** Nothing is refused any more. */
    heal(): void;
}

export function createModelOrg(profile: ModelProfile, now: () => number): ModelOrg {
    const tasks = createTaskTable(profile, now);
    const refusals: Refusal[] = [];
    const refusedSo = new Set<number>();
    const unknown = new Set<number>();
    let mappingGranted = profile['mapping-access'] === 'granted';

    function checkFilter(name: string): void {
        const known = name === 'Id' || tasks.fields.has(name);
        if (!known || (name === 'CallObject' && profile['task-callobject-filter'] === 'refused')) {
            throw new Undefined(`Validation error : argument 'where' contains a field not in 'Task_Filter': '${name}'`);
        }
    }

    function checkFilters(where: unknown): void {
        for (const [name, given] of isRow(where) ? Object.entries(where) : []) {
            if (name === 'and' || name === 'or') list(given).forEach(checkFilters);
            else checkFilter(name);
        }
    }

    function rowsOf(object: string): readonly Row[] {
        switch (object) {
            case 'Task':
                return tasks.rows().map(({ id, values }) => ({ Id: id, ...values }));
            case 'Switchboard_Attribute_Mapping__mdt':
                return mapping();
            case 'Switchboard_Setting__mdt':
                return [
                    {
                        DeveloperName: 'Default',
                        Write_Mode__c: profile['write-mode'],
                        Write_When__c: profile['write-when'],
                        Coalesce_Milliseconds__c: 500,
                        Follow_Seconds__c: FOLLOW_SECONDS,
                        Log_Missed__c: profile['log-missed'] === 'yes'
                    }
                ];
            default:
                return PEOPLE[object] ?? (object.endsWith('__mdt') ? [SENTINEL] : []);
        }
    }

    function mapping(): readonly Row[] {
        if (mappingGranted) return MAPPING;
        if (profile['metadata-type-without-access'] === 'no-rows') return [];
        throw new Undefined(
            "Validation error (FieldUndefined) : Field 'Switchboard_Attribute_Mapping__mdt' in type 'RecordQuery' is undefined"
        );
    }

    function connection(node: FieldNode, variables: Asked['variables']): unknown {
        const object = node.name.value;
        const { where, first, orderBy } = argumentsOf(node, variables);
        const wanted = fieldsIn(child(child(node, 'edges'), 'node')?.selectionSet).map((one) => one.name.value);
        if (object === 'Task') {
            const unknown = wanted.find((name) => name !== 'Id' && !tasks.fields.has(name));
            if (unknown !== undefined) {
                throw new Undefined(
                    `Validation error (FieldUndefined) : Field '${unknown}' in type 'Task' is undefined`
                );
            }
            checkFilters(where);
        }
        if (object === 'Account' && profile['person-accounts'] === 'off') {
            const person = wanted.find((name) => /^(?:IsPerson|Person)/.test(name));
            if (person !== undefined) {
                throw new Undefined(
                    `Validation error (FieldUndefined) : Field '${person}' in type 'Account' is undefined`
                );
            }
        }
        const found = rowsOf(object).filter((row) => matches(row, where));
        const [by, how] = Object.entries(isRow(orderBy) ? orderBy : {})[0] ?? [];
        if (by !== undefined) {
            const sign = isRow(how) && how['order'] === 'DESC' ? -1 : 1;
            found.sort((a, b) => sign * (String(a[by]) < String(b[by]) ? -1 : String(a[by]) > String(b[by]) ? 1 : 0));
        }
        const edges = found.slice(0, typeof first === 'number' ? first : 10).map((row) => ({
            node: Object.fromEntries(
                wanted.map((name) => [name, name === 'Id' ? row[name] : { value: row[name] ?? null }])
            )
        }));
        return { edges };
    }

    function error(type: string, message: string, more: Readonly<Record<string, string>> = {}): OrgError {
        const place = profile['error-path-name'] === 'paths' ? { paths: ['uiapi'] } : { path: ['uiapi'] };
        return { message, ...place, extensions: { ErrorType: type, ...more } };
    }

    function refused(cause: unknown): OrgAnswer {
        if (cause instanceof Undefined) return { data: {}, errors: [error('ValidationError', cause.message)] };
        if (!(cause instanceof Refusal)) throw cause;
        const inMessage = profile['save-error-code'] === 'message';
        const told = inMessage
            ? error('DataFetchingException', `${cause.code}: ${cause.message}`)
            : error('DataFetchingException', cause.message, { errorCode: cause.code });
        return { data: {}, errors: [told] };
    }

    /** What the user's input type holds; another field costs the whole request. */
    function allowed(input: unknown, right: 'createable' | 'updateable'): Values {
        const values: Values = {};
        for (const [name, value] of Object.entries(isRow(input) ? input : {})) {
            if (tasks.fields.get(name)?.[right] === true) {
                values[name] = value as Value;
            } else if (profile['forbidden-field-error'] !== 'dropped') {
                const named = profile['forbidden-field-error'] === 'named' ? `a field name '${name}'` : 'a field';
                throw new Undefined(
                    `The variables input contains ${named} that is not defined for input object type 'Task_Representation'`
                );
            }
        }
        return values;
    }

    function perform(node: FieldNode, { variables, user, request, promisedId }: Asked): unknown {
        const { input } = argumentsOf(node, variables);
        const given = isRow(input) ? input : {};
        const who = { by: 'page', user, request } as const;
        const id = String(given['Id']);
        const values = (right: 'createable' | 'updateable'): Values => allowed(given['Task'], right);
        switch (profile['task-write-route'] === 'graphql' ? node.name.value : undefined) {
            case 'TaskCreate':
                return { Record: { Id: tasks.create(values('createable'), who, promisedId) } };
            case 'TaskUpdate':
                tasks.update(id, values('updateable'), who);
                return { Record: { Id: id } };
            case 'TaskDelete':
                tasks.remove(id, who);
                return { Id: id };
            default:
                unknown.add(request);
                throw new Undefined(
                    `Validation error (FieldUndefined) : Field '${node.name.value}' in type 'UIAPIMutations' is undefined`
                );
        }
    }

    /** The refusal that waits for the next mutation of Task, whichever way it comes. */
    function interfere(request: number): void {
        const refusal = refusals.shift();
        if (refusal === undefined) return;
        refusedSo.add(request);
        throw refusal;
    }

    return {
        tasks,
        refused: refusedSo,
        unknown,
        change: createRecordApi(profile, tasks, interfere),
        query({ query, variables }): OrgAnswer {
            try {
                const uiapi = child(operationOf(query), 'uiapi');
                const answer: Record<string, unknown> = {};
                for (const part of fieldsIn(uiapi?.selectionSet)) {
                    answer[part.name.value] =
                        part.name.value === 'objectInfos'
                            ? objectInfos(profile, tasks, part)
                            : Object.fromEntries(
                                  fieldsIn(part.selectionSet).map((one) => [
                                      (one.alias ?? one.name).value,
                                      connection(one, variables)
                                  ])
                              );
                }
                return { data: { uiapi: answer }, errors: [] };
            } catch (cause) {
                return refused(cause);
            }
        },
        mutate(asked): OrgAnswer {
            try {
                if (profile['task-write-route'] === 'graphql') interfere(asked.request);
                const uiapi = child(operationOf(asked.query), 'uiapi');
                const done = fieldsIn(uiapi?.selectionSet).map((one) => [
                    (one.alias ?? one.name).value,
                    perform(one, asked)
                ]);
                return { data: { uiapi: Object.fromEntries(done) as unknown }, errors: [] };
            } catch (cause) {
                return refused(cause);
            }
        },
        grantMapping(): void {
            mappingGranted = true;
        },
        refuseNext(refusal): void {
            refusals.push(refusal);
        },
        heal(): void {
            refusals.length = 0;
        }
    };
}
