import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Agent } from './agent.ts';
import { contactCentre } from './contactCentre.ts';

const centre = contactCentre();
const TAB = 'lightning/n/Switchboard_Org_Health';

async function openHealth(user: string): Promise<Agent> {
    const person = await centre.openPage(user, await centre.computer(), TAB);
    await person.page.getByRole('heading', { name: 'Switchboard Org Health' }).waitFor();
    return person;
}

/** The part of the page that holds one question. */
function question(person: Agent, title: string): Locator {
    const heading = person.page.getByRole('heading', { level: 2, name: title });
    return person.page.locator('section[data-question]').filter({ has: heading });
}

async function answers(person: Agent, title: string, words: string): Promise<void> {
    await question(person, title)
        .getByRole('status')
        .filter({ hasText: new RegExp(`^\\s*${words}`) })
        .waitFor();
}

const MAPPING = 'Reading the mapping and the settings';
const LOOK_UP = 'Finding the Task of a call';
const WRITE = 'Making, changing and deleting a Task';

test('an admin reads that the org takes everything Switchboard needs, and no test Task is left', async () => {
    const dana = await openHealth('admin');
    await answers(dana, MAPPING, 'Works');
    await answers(dana, LOOK_UP, 'Works');
    await answers(dana, WRITE, 'Not asked yet');
    assert.deepEqual(centre.pageWrites(), []);

    await question(dana, WRITE).getByRole('button').click();

    await answers(dana, WRITE, 'Works');
    assert.deepEqual(
        centre.pageWrites().map(({ change }) => change),
        ['insert', 'update', 'delete']
    );
    assert.deepEqual(centre.tasks(), []);
});

test('an admin of an org that refuses Tasks reads what does not work and what to set', async () => {
    await centre.profile({ 'task-graphql-mutation': 'undefined', 'task-callobject-filter': 'refused' });
    const dana = await openHealth('admin');
    await answers(dana, MAPPING, 'Works');
    await answers(dana, LOOK_UP, 'Does not work');

    await question(dana, WRITE).getByRole('button').click();

    await answers(dana, WRITE, 'Does not work');
    await question(dana, WRITE)
        .getByText(/Check create, edit and delete access to Tasks/)
        .waitFor();
    assert.deepEqual(centre.pageWrites(), []);
});

test('an agent without the permission set reads on the health page which access is missing', async () => {
    const eli = await openHealth('agentNoAccess');

    await answers(eli, MAPPING, 'Does not work');
    await question(eli, MAPPING)
        .getByText(/Assign the permission set Switchboard Agent/)
        .waitFor();
});
