import type { GraphQLFieldConfigMap, GraphQLResolveInfo } from 'graphql';
import { GraphQLBoolean, GraphQLID, GraphQLInputObjectType, GraphQLNonNull, GraphQLObjectType } from 'graphql';
import type { Access } from '../access.ts';
import { OrgError } from '../orgError.ts';
import type { RecordSaver } from '../data/recordSaver.ts';
import type { RecordStore } from '../data/recordStore.ts';
import type { RecordValues } from '../orgTypes.ts';
import type { OrgField, OrgObject } from '../schema/objectTypes.ts';
import { inputScalar } from './fieldTypes.ts';
import type { Node } from './recordPage.ts';
import type { RecordTypes } from './recordTypes.ts';
import { IdOrRef } from './scalars.ts';

/** One mutation request: its operations, and whether they stand or fall together. */
export interface UnitOfWork {
    allOrNone: boolean;
    failed: boolean;
    /** Ids by the alias of the operation that made them. */
    readonly ids: Map<string, string>;
}

const MutationsInput = new GraphQLInputObjectType({
    name: 'UIAPIMutationsInput',
    fields: { allOrNone: { type: GraphQLBoolean, defaultValue: true } }
});
const DeleteInput = new GraphQLInputObjectType({
    name: 'RecordDeleteInput',
    fields: { Id: { type: new GraphQLNonNull(IdOrRef) } }
});
const DeletePayload = new GraphQLObjectType({ name: 'RecordDeletePayload', fields: { Id: { type: GraphQLID } } });

export interface MutationOptions {
    readonly access: Access;
    readonly saver: RecordSaver;
    readonly store: RecordStore;
    readonly types: RecordTypes;
    readonly objects: readonly OrgObject[];
}

function followed(unit: UnitOfWork, value: string): string {
    const alias = /^@\{(\w+)\}$/.exec(value)?.[1];
    if (alias === undefined) {
        return value;
    }
    const id = unit.ids.get(alias);
    if (id === undefined) {
        throw new OrgError('INVALID_CROSS_REFERENCE_KEY', `no operation before made an id for @{${alias}}`);
    }
    return id;
}

function followedAll(unit: UnitOfWork, object: OrgObject, values: RecordValues): RecordValues {
    return Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
            name,
            object.fields.get(name)?.type === 'Reference' && typeof value === 'string' ? followed(unit, value) : value
        ])
    );
}

function representation(object: OrgObject, change: string, fields: readonly OrgField[]): GraphQLInputObjectType {
    return new GraphQLInputObjectType({
        name: `${object.name}${change}Representation`,
        fields: Object.fromEntries(fields.map((field) => [field.name, { type: inputScalar(field.type) }]))
    });
}

/** Builds the mutations that one user has: an input type holds only the fields this user may set. */
class Mutations {
    private readonly options: MutationOptions;

    constructor(options: MutationOptions) {
        this.options = options;
    }

    fields(): GraphQLFieldConfigMap<unknown, UnitOfWork> {
        const { access, objects } = this.options;
        return Object.assign(
            {},
            ...objects.map((object) => ({
                ...(access.mayCreate(object) ? this.create(object) : {}),
                ...(access.mayUpdate(object) ? this.update(object) : {}),
                ...(access.mayDelete(object) ? this.remove(object) : {})
            }))
        ) as GraphQLFieldConfigMap<unknown, UnitOfWork>;
    }

    private payload(object: OrgObject, change: string): GraphQLObjectType {
        return new GraphQLObjectType({
            name: `${object.name}${change}Payload`,
            fields: { Record: { type: this.options.types.type(object) } }
        });
    }

    private saved(object: OrgObject, id: string): { Record: Node | null } {
        const found = this.options.store.find(object.name, id);
        return { Record: found === undefined ? null : { object, record: found.record } };
    }

    private create(object: OrgObject): GraphQLFieldConfigMap<unknown, UnitOfWork> {
        const { access, saver } = this.options;
        const fields = [...object.fields.values()].filter((field) => access.createsField(object, field));
        const input = new GraphQLInputObjectType({
            name: `${object.name}CreateInput`,
            fields: { [object.name]: { type: new GraphQLNonNull(representation(object, 'Create', fields)) } }
        });
        return {
            [`${object.name}Create`]: {
                type: this.payload(object, 'Create'),
                args: { input: { type: new GraphQLNonNull(input) } },
                resolve: (_source, given, unit, info) =>
                    within(unit, info, () => {
                        const values = (given['input'] as Record<string, RecordValues>)[object.name] ?? {};
                        const followedValues = followedAll(unit, object, values);
                        const id = saver.insert({ access, via: 'graphql' }, object.name, followedValues);
                        return { id, answer: this.saved(object, id) };
                    })
            }
        };
    }

    private update(object: OrgObject): GraphQLFieldConfigMap<unknown, UnitOfWork> {
        const { access, saver } = this.options;
        const fields = [...object.fields.values()].filter((field) => access.updatesField(object, field));
        const input = new GraphQLInputObjectType({
            name: `${object.name}UpdateInput`,
            fields: {
                Id: { type: new GraphQLNonNull(IdOrRef) },
                [object.name]: { type: new GraphQLNonNull(representation(object, 'Update', fields)) }
            }
        });
        return {
            [`${object.name}Update`]: {
                type: this.payload(object, 'Update'),
                args: { input: { type: new GraphQLNonNull(input) } },
                resolve: (_source, given, unit, info) =>
                    within(unit, info, () => {
                        const { Id, ...rest } = given['input'] as { Id: string } & Record<string, RecordValues>;
                        const id = followed(unit, Id);
                        const values = followedAll(unit, object, rest[object.name] ?? {});
                        saver.update({ access, via: 'graphql' }, object.name, id, values);
                        return { answer: this.saved(object, id) };
                    })
            }
        };
    }

    private remove(object: OrgObject): GraphQLFieldConfigMap<unknown, UnitOfWork> {
        const { access, saver } = this.options;
        return {
            [`${object.name}Delete`]: {
                type: DeletePayload,
                args: { input: { type: new GraphQLNonNull(DeleteInput) } },
                resolve: (_source, given, unit, info) =>
                    within(unit, info, () => {
                        const id = followed(unit, (given['input'] as { Id: string }).Id);
                        saver.remove({ access, via: 'graphql' }, object.name, id);
                        return { id, answer: { Id: id } };
                    })
            }
        };
    }
}

/** Runs one operation; after a failure the others of an all-or-none request are not tried. */
function within(unit: UnitOfWork, info: GraphQLResolveInfo, run: () => { id?: string; answer: unknown }): unknown {
    if (unit.failed && unit.allOrNone) {
        throw rolledBack();
    }
    try {
        const { id, answer } = run();
        if (id !== undefined) {
            unit.ids.set(String(info.path.key), id);
        }
        return answer;
    } catch (error) {
        unit.failed = true;
        throw error;
    }
}

export function rolledBack(): OrgError {
    return new OrgError(
        'ALL_OR_NONE_OPERATION_ROLLED_BACK',
        'Record rolled back because not all records were valid and the request was using AllOrNone'
    );
}

/** The mutation type of one user; undefined when there is nothing this user may change. */
export function mutationType(options: MutationOptions): GraphQLObjectType | undefined {
    const fields = new Mutations(options).fields();
    if (Object.keys(fields).length === 0) {
        return undefined;
    }
    return new GraphQLObjectType<unknown, UnitOfWork>({
        name: 'Mutation',
        fields: {
            uiapi: {
                type: new GraphQLNonNull(new GraphQLObjectType({ name: 'UIAPIMutations', fields })),
                args: { input: { type: MutationsInput } },
                resolve: (_source, given, unit) => {
                    const input = given['input'] as { allOrNone?: boolean | null } | undefined;
                    unit.allOrNone = input?.allOrNone ?? true;
                    return {};
                }
            }
        }
    });
}
