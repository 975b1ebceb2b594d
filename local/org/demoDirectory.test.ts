import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FLOWS, QUEUES, STATUSES, genesysUserId } from '../genesys/directory.ts';
import { fixtureOrg } from './fixtureProject.ts';
import type { FixtureAnswer } from './fixtureProject.ts';

const TARGET = 'Switchboard_Transfer_Target__mdt';
const STATUS = 'Switchboard_Agent_Status__mdt';
const projectDir = fileURLToPath(new URL('../..', import.meta.url));

type Row = Readonly<Record<string, unknown>>;

function ask(user: string, type: string, fields: readonly string[]): Promise<FixtureAnswer> {
    const { graphql, close } = fixtureOrg({ projectDir });
    const cells = ['DeveloperName', 'MasterLabel', ...fields].map((name) => `${name} { value }`).join(' ');
    return graphql(user, `{ uiapi { query { ${type}(first: 2000) { edges { node { ${cells} } } } } } }`).finally(close);
}

async function rowsFor(user: string, type: string, fields: readonly string[]): Promise<Row[]> {
    const { data } = await ask(user, type, fields);
    const edges = data.uiapi.query[type].edges as { node: Record<string, { value: unknown }> }[];
    return edges.map(({ node }) => Object.fromEntries(Object.entries(node).map(([name, { value }]) => [name, value])));
}

const demo = (rows: readonly Row[]): Row[] =>
    rows.filter(({ DeveloperName }) => String(DeveloperName).startsWith('Switchboard_Demo_'));

test('an agent of the demo finds a target of every kind, and each one can be reached in the contact centre', async () => {
    const rows = demo(await rowsFor('agent', TARGET, ['Kind__c', 'Address__c', 'Pinned__c', 'Order__c', 'Active__c']));
    const people = ['agent', 'agent2', 'agentLimited', 'admin'].map(genesysUserId);
    const known: Readonly<Record<string, (address: string) => boolean>> = {
        User: (address) => people.includes(address),
        Queue: (address) => QUEUES.some(({ id }) => id === address),
        Phone: (address) => /^\+\d+$/.test(address),
        Flow: (address) => FLOWS.some(({ id, kind, name }) => kind === 'call' && [id, name].includes(address)),
        'Secure Flow': (address) => FLOWS.some(({ id, kind }) => kind === 'secure' && id === address)
    };
    for (const [kind, reaches] of Object.entries(known)) {
        const ofKind = rows.filter((row) => row.Kind__c === kind);
        assert.ok(ofKind.length > 0, kind);
        ofKind.forEach((row) => assert.ok(reaches(String(row.Address__c)), `${kind} ${String(row.MasterLabel)}`));
    }
    assert.equal(rows.filter((row) => row.Pinned__c === true).length, 1);
});

test('an agent of the demo finds every status of the contact centre under its name', async () => {
    const rows = demo(await rowsFor('agent', STATUS, ['Status__c', 'Order__c', 'Active__c']));
    const named = rows
        .map((row) => ({ id: row.Status__c, name: row.MasterLabel }))
        .sort((a, b) => String(a.id).localeCompare(String(b.id)));
    assert.deepEqual(
        named,
        STATUSES.map(({ id, name }) => ({ id, name }))
    );
});

for (const type of [TARGET, STATUS]) {
    test(`an agent and an admin find the row that proves that ${type} can be read`, async () => {
        for (const user of ['agent', 'admin']) {
            const rows = await rowsFor(user, type, ['Active__c']);
            const proof = rows.find(({ DeveloperName }) => DeveloperName === 'Switchboard_Sentinel');
            assert.equal(proof?.Active__c, false, user);
        }
    });

    test(`an agent without the permission set is refused ${type}`, async () => {
        const { errors } = await ask('agentNoAccess', type, ['Active__c']);
        assert.match(errors[0]?.message ?? '', new RegExp(type));
    });
}
