import { Kind, parse, valueFromASTUntyped } from 'graphql';
import type { DocumentNode, FieldNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import type { ModelProfile } from './profile.ts';
import { createRecordApi } from './recordApi.ts';
import type { RecordAnswer, RecordAsked } from './recordApi.ts';
import { createTaskTable, Refusal } from './taskTable.ts';
import type { TaskTable, Value, Values } from './taskTable.ts';

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

type Row = Readonly<Record<string, unknown>>;

const SENTINEL = { DeveloperName: 'Switchboard_Sentinel', Active__c: false };
const rule = (attribute: string, field: string, more: Row = {}): Row => ({
    DeveloperName: field,
    Attribute__c: attribute,
    Task_Field__c: field,
    Active__c: true,
    Order__c: 1,
    ...more
});

/** The admin's mapping in every model org. */
const MAPPING: readonly Row[] = [
    SENTINEL,
    rule('Call.QueueName', 'Queue__c'),
    rule('Participant.Score', 'Score__c'),
    rule('Participant.Tier', 'Tier__c', { Overwrite__c: 'OnlyWhenEmpty' }),
    rule('Salesforce.WrapUpCode', 'Wrap__c'),
    rule('Salesforce.ConnectedTime', 'Connected__c')
];

/** Fields that only the admin's mapping fills. */
export const MAPPED_FIELDS = ['Queue__c', 'Score__c', 'Tier__c', 'Wrap__c', 'Connected__c'];

export const FOLLOW_SECONDS = 60;

const PEOPLE: Readonly<Record<string, readonly Row[]>> = {
    Contact: [{ Id: '003000000000001AAA', Name: 'Edna Frank', Phone: '+61491570006' }],
    Lead: [{ Id: '00Q000000000001AAA', Name: 'Ines Okafor', Phone: '+61491570159' }],
    Account: [{ Id: '001000000000001AAA', Name: 'Harbour Lane Books', Phone: '+61255501200' }]
};

const documents = new Map<string, DocumentNode>();

function operationOf(text: string): OperationDefinitionNode {
    let document = documents.get(text);
    if (document === undefined) {
        document = parse(text, { noLocation: true });
        documents.set(text, document);
    }
    const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    if (operation === undefined) throw new Error('The document holds no operation.');
    return operation;
}

function fieldsIn(selection: SelectionSetNode | undefined): readonly FieldNode[] {
    return (selection?.selections ?? []).filter((one) => one.kind === Kind.FIELD);
}

function child(
    node: { readonly selectionSet?: SelectionSetNode | undefined } | undefined,
    name: string
): FieldNode | undefined {
    return fieldsIn(node?.selectionSet).find((one) => one.name.value === name);
}

function argumentsOf(node: FieldNode, variables: Asked['variables']): Record<string, unknown> {
    return Object.fromEntries(
        (node.arguments ?? []).map((one) => [one.name.value, valueFromASTUntyped(one.value, { ...variables })])
    );
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

class Undefined extends Error {}

/** Salesforce compares ids by their first 15 characters, and text without regard to case. */
function alike(name: string, a: unknown, b: unknown): boolean {
    if (name === 'Id' || name.endsWith('Id')) return String(a).slice(0, 15) === String(b).slice(0, 15);
    return typeof a === 'string' && typeof b === 'string'
        ? a.toLowerCase() === b.toLowerCase()
        : (a ?? null) === (b ?? null);
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

    function matches(row: Row, where: unknown): boolean {
        return (
            !isRow(where) ||
            Object.entries(where).every(([name, given]) => {
                if (name === 'and') return list(given).every((one) => matches(row, one));
                if (name === 'or') return list(given).some((one) => matches(row, one));
                return Object.entries(isRow(given) ? given : {}).every(([operator, value]) => {
                    if (operator === 'eq') return alike(name, row[name], value);
                    if (operator === 'in') return list(value).some((one) => alike(name, row[name], one));
                    if (operator === 'ne') return !alike(name, row[name], value);
                    const [a, b] = [String(row[name] ?? ''), String(isRow(value) ? value['value'] : value)];
                    return operator === 'gte'
                        ? a >= b
                        : operator === 'lte'
                          ? a <= b
                          : operator === 'gt'
                            ? a > b
                            : a < b;
                });
            })
        );
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

    function objectInfos(node: FieldNode): unknown {
        if (profile['task-object-infos'] === 'refused') {
            throw new Undefined("Validation error (FieldUndefined) : Field 'objectInfos' in type 'UIAPI' is undefined");
        }
        const asked = child(node, 'fields')?.selectionSet;
        const names = fieldsIn(asked).map((one) => one.name.value);
        const limit = names.find((name) => ['required', 'length', 'precision', 'scale'].includes(name));
        if (profile['task-field-limits'] === 'refused' && limit !== undefined) {
            throw new Undefined(`Validation error (FieldUndefined) : Field '${limit}' in type 'Field' is undefined`);
        }
        const asksForValues = asked?.selections.some(({ kind }) => kind === Kind.INLINE_FRAGMENT) === true;
        if (profile['task-picklist-values'] === 'refused' && asksForValues) {
            throw new Undefined(
                "Validation error (FieldUndefined) : Field 'picklistValuesByRecordTypeIDs' in type 'PicklistField' is undefined"
            );
        }
        const fields = [...tasks.fields.values()].map((field) => {
            const told = {
                ApiName: field.name,
                label: field.name,
                dataType: field.dataType,
                createable: field.createable,
                updateable: field.updateable,
                ...(field.length === undefined ? {} : { length: field.length }),
                ...(field.dataType === 'Double' ? { precision: 18, scale: 2 } : {})
            };
            return Object.fromEntries(Object.entries(told).filter(([name]) => names.includes(name)));
        });
        return [{ ApiName: 'Task', fields }];
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
                            ? objectInfos(part)
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
