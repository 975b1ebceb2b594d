import type { GraphQLFieldConfigMap, GraphQLOutputType } from 'graphql';
import {
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLID,
    GraphQLInputObjectType,
    GraphQLInt,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
    GraphQLUnionType
} from 'graphql';
import type { OrgField, OrgObject } from '../schema/objectTypes.ts';
import type { StoredRecord } from '../data/recordStore.ts';
import { fieldAnswer } from './displayValues.ts';
import { operatorType, valueType } from './fieldTypes.ts';
import type { Node, PageArguments, PageSource } from './recordPage.ts';
import { recordPage } from './recordPage.ts';
import { Long } from './scalars.ts';

const ResultOrder = new GraphQLEnumType({ name: 'ResultOrder', values: { ASC: {}, DESC: {} } });
const NullsOrder = new GraphQLEnumType({ name: 'NullsOrder', values: { FIRST: {}, LAST: {} } });
const OrderByClause = new GraphQLInputObjectType({
    name: 'OrderByClause',
    fields: { order: { type: ResultOrder }, nulls: { type: NullsOrder } }
});
const PageInfo = new GraphQLObjectType({
    name: 'PageInfo',
    fields: {
        hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
        hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
        startCursor: { type: GraphQLString },
        endCursor: { type: GraphQLString }
    }
});
export const RecordInterface = new GraphQLInterfaceType({
    name: 'Record',
    fields: {
        Id: { type: new GraphQLNonNull(GraphQLID) },
        ApiName: { type: new GraphQLNonNull(GraphQLString) },
        DisplayValue: { type: GraphQLString },
        WeakEtag: { type: new GraphQLNonNull(Long) }
    }
});

export interface RecordTypeOptions extends PageSource {
    readonly mayFilter: (object: OrgObject, field: OrgField) => boolean;
}

/** The types of records as one user sees them: only the fields that this user may read exist. */
export class RecordTypes {
    private readonly options: RecordTypeOptions;
    private readonly types = new Map<string, GraphQLObjectType>();
    private readonly filters = new Map<string, GraphQLInputObjectType>();
    private readonly unions = new Map<string, GraphQLUnionType>();

    constructor(options: RecordTypeOptions) {
        this.options = options;
    }

    fields(object: OrgObject): OrgField[] {
        return [...object.fields.values()].filter((field) => this.options.access.seesField(object, field));
    }

    type(object: OrgObject): GraphQLObjectType {
        const known = this.types.get(object.name);
        if (known !== undefined) {
            return known;
        }
        const made = new GraphQLObjectType<Node>({
            name: object.name,
            interfaces: [RecordInterface],
            isTypeOf: (node) => node.object.name === object.name,
            fields: () => this.typeFields(object)
        });
        this.types.set(object.name, made);
        return made;
    }

    /** The field of `RecordQuery` that lists this object's records. */
    connection(object: OrgObject): GraphQLFieldConfigMap<unknown, unknown>[string] {
        const edge = new GraphQLObjectType<{ node: Node; cursor: string }>({
            name: `${object.name}Edge`,
            fields: { node: { type: this.type(object) }, cursor: { type: new GraphQLNonNull(GraphQLString) } }
        });
        const connection = new GraphQLObjectType({
            name: `${object.name}Connection`,
            fields: {
                edges: { type: new GraphQLList(edge) },
                pageInfo: { type: new GraphQLNonNull(PageInfo) },
                totalCount: { type: new GraphQLNonNull(GraphQLInt) },
                pageResultCount: { type: new GraphQLNonNull(GraphQLInt) }
            }
        });
        return {
            type: connection,
            args: {
                first: { type: GraphQLInt },
                after: { type: GraphQLString },
                where: { type: this.filter(object) },
                orderBy: { type: this.orderBy(object) },
                scope: { type: GraphQLString },
                upperBound: { type: GraphQLInt }
            },
            resolve: (_source, given) => recordPage(this.options, object, given as PageArguments)
        };
    }

    private typeFields(object: OrgObject): GraphQLFieldConfigMap<Node, unknown> {
        const { access } = this.options;
        const fields: GraphQLFieldConfigMap<Node, unknown> = {
            Id: { type: new GraphQLNonNull(GraphQLID), resolve: ({ record }) => record.Id },
            ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: () => object.name },
            DisplayValue: { type: GraphQLString, resolve: ({ record }) => record[object.nameField] },
            WeakEtag: {
                type: new GraphQLNonNull(Long),
                resolve: ({ record }) => Date.parse(String(record['SystemModstamp'] ?? '1970-01-01T00:00:00Z'))
            }
        };
        for (const field of this.fields(object)) {
            if (field.type === 'Id') {
                continue;
            }
            fields[field.name] = {
                type: valueType(field.type),
                resolve: ({ record }) => fieldAnswer(field, record[field.name] ?? null, access.user)
            };
            const parent = this.parentType(object, field);
            if (field.relationship !== undefined && parent !== undefined) {
                fields[field.relationship] = { type: parent, resolve: ({ record }) => this.parent(field, record) };
            }
        }
        return fields;
    }

    private readableTargets(field: OrgField): OrgObject[] {
        const { access, objects } = this.options;
        return (field.referenceTo ?? []).flatMap((name) => {
            const target = objects.get(name);
            return target !== undefined && access.mayRead(target) ? [target] : [];
        });
    }

    private polymorphic(object: OrgObject, field: OrgField): boolean {
        return (field.referenceTo?.length ?? 0) > 1 || (field.name === 'OwnerId' && object.sharing === 'owner');
    }

    private parentType(object: OrgObject, field: OrgField): GraphQLOutputType | undefined {
        const targets = this.readableTargets(field);
        const only = targets[0];
        if (only === undefined) {
            return undefined;
        }
        if (!this.polymorphic(object, field)) {
            return this.type(only);
        }
        const name = `${object.name}_${field.relationship ?? field.name}`;
        const union =
            this.unions.get(name) ??
            new GraphQLUnionType({ name, types: () => targets.map((target) => this.type(target)) });
        this.unions.set(name, union);
        return union;
    }

    private parent(field: OrgField, record: StoredRecord): Node | null {
        const id = record[field.name];
        const object = this.readableTargets(field).find((target) => target.keyPrefix === String(id).slice(0, 3));
        const found = object === undefined ? undefined : this.options.store.find(object.name, String(id));
        return object === undefined || found === undefined || found.deleted ? null : { object, record: found.record };
    }

    private filter(object: OrgObject): GraphQLInputObjectType {
        const known = this.filters.get(object.name);
        if (known !== undefined) {
            return known;
        }
        const made: GraphQLInputObjectType = new GraphQLInputObjectType({
            name: `${object.name}_Filter`,
            fields: () => ({
                and: { type: new GraphQLList(made) },
                or: { type: new GraphQLList(made) },
                not: { type: made },
                ...this.filterFields(object)
            })
        });
        this.filters.set(object.name, made);
        return made;
    }

    private filterFields(object: OrgObject): Record<string, { type: GraphQLInputObjectType }> {
        const fields: Record<string, { type: GraphQLInputObjectType }> = {};
        for (const field of this.fields(object)) {
            if (!field.filterable || !this.options.mayFilter(object, field)) {
                continue;
            }
            fields[field.name] = { type: operatorType(field.type) };
            const target = this.readableTargets(field)[0];
            if (field.relationship !== undefined && target !== undefined && !this.polymorphic(object, field)) {
                fields[field.relationship] = { type: this.filter(target) };
            }
        }
        return fields;
    }

    private orderBy(object: OrgObject): GraphQLInputObjectType {
        const sortable = this.fields(object).filter((field) => field.filterable && field.type !== 'MultiPicklist');
        return new GraphQLInputObjectType({
            name: `${object.name}_OrderBy`,
            fields: Object.fromEntries(sortable.map((field) => [field.name, { type: OrderByClause }]))
        });
    }
}
