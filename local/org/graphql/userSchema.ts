import {
    DirectiveLocation,
    GraphQLDirective,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    specifiedDirectives
} from 'graphql';
import type { Access } from '../access.ts';
import type { RecordSaver } from '../data/recordSaver.ts';
import type { RecordStore } from '../data/recordStore.ts';
import type { OrgProfile } from '../profile.ts';
import type { OrgObject, OrgObjects } from '../schema/objectTypes.ts';
import { mutationType } from './mutations.ts';
import { objectInfosField } from './objectInfos.ts';
import { RecordTypes } from './recordTypes.ts';

const optional = new GraphQLDirective({
    name: 'optional',
    locations: [DirectiveLocation.FIELD],
    description: 'Leaves the field out where this user may not read it.'
});

export interface UserSchemaOptions {
    readonly access: Access;
    readonly objects: OrgObjects;
    readonly store: RecordStore;
    readonly saver: RecordSaver;
    readonly profile: OrgProfile;
}

/** The GraphQL schema of one user: what the user may not read or write is not in it. */
export function userSchema({ access, objects, store, saver, profile }: UserSchemaOptions): GraphQLSchema {
    const everything = [...objects.values()];
    const readable = everything.filter((object) => access.mayRead(object));
    const shownEmpty = (object: OrgObject): boolean =>
        object.kind === 'customMetadata' && profile.answer('metadata-type-without-access') === 'no-rows';
    const types = new RecordTypes({
        access,
        objects,
        store,
        showsRows: (object) => access.mayRead(object),
        mayFilter: (object, field) =>
            object.name !== 'Task' ||
            field.name !== 'CallObject' ||
            profile.answer('task-callobject-filter') === 'works'
    });
    const queried = everything.filter(
        (object) =>
            (access.mayRead(object) || shownEmpty(object)) &&
            (object.name !== 'Task' || profile.answer('task-graphql-query') === 'works')
    );
    const changed = readable.filter(
        (object) => object.name !== 'Task' || profile.answer('task-graphql-mutation') === 'works'
    );
    const recordQuery = new GraphQLObjectType({
        name: 'RecordQuery',
        fields: Object.fromEntries(queried.map((object) => [object.name, types.connection(object)]))
    });
    const described = objectInfosField(
        objects,
        access,
        {
            limits: profile.answer('task-field-limits') === 'answers',
            picklistValues: profile.answer('task-picklist-values') === 'answers'
        },
        (object) => object.name !== 'Task' || profile.answer('task-object-infos') === 'answers'
    );
    const uiapi = new GraphQLObjectType({
        name: 'UIAPI',
        fields: {
            query: { type: new GraphQLNonNull(recordQuery), resolve: () => ({}) },
            objectInfos: described.field
        }
    });
    const mutation = mutationType({ access, saver, store, types, objects: changed });
    return new GraphQLSchema({
        query: new GraphQLObjectType({
            name: 'Query',
            fields: { uiapi: { type: new GraphQLNonNull(uiapi), resolve: () => ({}) } }
        }),
        ...(mutation === undefined ? {} : { mutation }),
        types: described.types,
        directives: [...specifiedDirectives, optional]
    });
}
