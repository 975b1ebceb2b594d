import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildClientSchema, getIntrospectionQuery, validateSchema } from 'graphql';
import type { IntrospectionQuery } from 'graphql';
import type { FixtureOrg } from '../fixtureProject.ts';
import { fixtureOrg } from '../fixtureProject.ts';

async function schemaText(fixture: FixtureOrg, user: string): Promise<ReturnType<typeof buildClientSchema>> {
    const { data, errors } = await fixture.graphql(user, getIntrospectionQuery());
    assert.deepEqual(errors, []);
    return buildClientSchema(data as IntrospectionQuery);
}

test("every user's schema of the real project is a valid GraphQL schema for an independent client", async () => {
    const fixture = fixtureOrg({ projectDir: fileURLToPath(new URL('../../..', import.meta.url)) });
    for (const { name } of fixture.org.users()) {
        const schema = await schemaText(fixture, name);
        assert.deepEqual(validateSchema(schema), []);
        assert.ok(schema.getType('TaskUpdateInput'));
    }
    fixture.close();
});

test('what an agent may not write is not in the input types of that agent', async () => {
    const fixture = fixtureOrg();
    const fields = async (user: string, type: string): Promise<string[]> => {
        const found = (await schemaText(fixture, user)).getType(type);
        return found !== undefined && 'getFields' in found ? Object.keys(found.getFields()) : [];
    };
    assert.ok((await fields('agent', 'TaskUpdateRepresentation')).includes('Seconds__c'));
    const limited = await fields('agentLimited', 'TaskUpdateRepresentation');
    assert.equal(limited.includes('Seconds__c'), false);
    assert.ok(limited.includes('Queue__c'));
    for (const never of ['Id', 'CreatedDate', 'IsClosed', 'AccountId', 'TaskSubtype', 'SystemModstamp']) {
        assert.equal((await fields('admin', 'TaskUpdateRepresentation')).includes(never), false, never);
    }
    fixture.close();
});

test('custom metadata cannot be written through GraphQL, by an administrator neither', async () => {
    const fixture = fixtureOrg();
    const mutations = (await schemaText(fixture, 'admin')).getType('UIAPIMutations');
    const names = mutations !== undefined && 'getFields' in mutations ? Object.keys(mutations.getFields()) : [];
    assert.ok(names.includes('TaskCreate'));
    assert.deepEqual(
        names.filter((name) => name.includes('__mdt') || name.startsWith('User')),
        []
    );
    fixture.close();
});
