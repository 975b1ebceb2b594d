import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type { FixtureOrg } from '../fixtureProject.ts';
import { CREATE_TASK, fixtureOrg, fixtureProject } from '../fixtureProject.ts';

let fixture: FixtureOrg;

/** The fixture's data with one person. */
function withPerson(): Record<string, string> {
    const project = fixtureProject();
    const config = JSON.parse(readFileSync(join(project.projectDir, 'config/local-org.json'), 'utf8')) as object;
    project.remove();
    const personAccounts = [{ FirstName: 'Wren', LastName: 'Castellan', PersonMobilePhone: '+61491570110' }];
    return { 'config/local-org.json': JSON.stringify({ ...config, personAccounts }) };
}

beforeEach(() => {
    fixture = fixtureOrg({}, withPerson());
});
afterEach(() => fixture.close());

const PERSONS = `{ uiapi { query { Account(where: { IsPersonAccount: { eq: true } }) { edges { node {
    Id Name { value } PersonContactId { value } PersonMobilePhone { value } } } } } } }`;

interface Person {
    readonly Id: string;
    readonly Name: { readonly value: string };
    readonly PersonContactId: { readonly value: string };
    readonly PersonMobilePhone: { readonly value: string };
}

async function person(): Promise<Person> {
    const { data, errors } = await fixture.graphql('agent', PERSONS);
    assert.deepEqual(errors, []);
    return (data.uiapi.query.Account.edges as { node: Person }[])[0]!.node;
}

test('an org without person accounts does not know their fields, and has no such account', async () => {
    const { errors } = await fixture.graphql('agent', PERSONS);
    assert.match(errors[0]?.message ?? '', /'IsPersonAccount'/);
    assert.deepEqual(
        fixture.org.records('Account').map(({ Name }) => Name),
        ['Harbour Lane Books']
    );
});

test('a person is an account with a contact of its own', async () => {
    fixture.org.switchProfile({ 'person-accounts': 'on' });
    const { Id, Name, PersonContactId, PersonMobilePhone } = await person();
    assert.deepEqual([Name.value, PersonMobilePhone.value], ['Wren Castellan', '+61491570110']);
    const contact = fixture.org.records('Contact').find((one) => one['Id'] === PersonContactId.value);
    assert.deepEqual([contact?.['AccountId'], contact?.['MobilePhone']], [Id, '+61491570110']);
});

test("a Task takes the person's contact as Name and belongs to the person's account", async () => {
    fixture.org.switchProfile({ 'person-accounts': 'on' });
    const { Id, PersonContactId } = await person();
    const input = { Task: { WhoId: PersonContactId.value } };
    assert.deepEqual((await fixture.graphql('agent', CREATE_TASK, { input })).errors, []);
    assert.equal(fixture.org.records('Task')[0]?.['AccountId'], Id);
});

test('persons go when the org loses person accounts, and come back once', async () => {
    fixture.org.switchProfile({ 'person-accounts': 'on' });
    fixture.org.switchProfile({ 'person-accounts': 'off' });
    assert.equal(fixture.org.records('Contact').length, 2);
    fixture.org.switchProfile({ 'person-accounts': 'on' });
    fixture.org.switchProfile({ 'web-locks': 'missing' });
    assert.equal(fixture.org.records('Account').filter(({ Name }) => Name === 'Wren Castellan').length, 1);
});

test('a reset puts persons back as the profile has them', () => {
    fixture.org.switchProfile({ 'person-accounts': 'on' });
    fixture.org.reset();
    assert.equal(fixture.org.records('Account').length, 1);
});
