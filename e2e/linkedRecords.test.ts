import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Agent } from './agent.ts';
import { contactCentre } from './contactCentre.ts';
import { recordId } from './orgAsAdmin.ts';
import { assertAccessible } from './panelAxe.ts';
import { panelPicture } from './pictures.ts';

const centre = contactCentre();

async function settle(mode: 'own' | 'follow', logs: 'never' | 'early' = 'never'): Promise<Agent> {
    await centre.settings({ Write_Mode__c: mode });
    await centre.phoneLogs(logs);
    return centre.signIn('agent');
}

function list(ada: Agent, name: 'Name' | 'Related To'): Locator {
    return ada.card.getByRole('combobox', { name, exact: true });
}

async function reads(ada: Agent, name: 'Name' | 'Related To'): Promise<string> {
    return list(ada, name).evaluate(
        (select: HTMLSelectElement) => select.selectedOptions[0]?.textContent?.trim() ?? ''
    );
}

/** Opens a record without loading the page anew, as a link on the page does. */
async function opens(ada: Agent, object: string, name: string): Promise<string> {
    const id = await recordId(centre.url, object, name);
    await ada.opens(`/lightning/r/${object}/${id}/view`);
    return id;
}

/** Name and Related To of the only Task. */
function linked(): readonly unknown[] {
    const [task, ...others] = centre.tasks();
    assert.deepEqual(others, []);
    return [task?.['WhoId'] ?? null, task?.['WhatId'] ?? null];
}

test('an agent links the Task to the records that were open during the call, and a reload keeps them', async () => {
    const ada = await settle('own');
    await ada.ring();
    await ada.answer();
    assert.match(await reads(ada, 'Name'), /^Edna Frank/);
    const tomas = await opens(ada, 'Contact', 'Tomas Velling');
    const harbour = await opens(ada, 'Account', 'Harbour Lane Books');

    await list(ada, 'Name').selectOption(tomas);
    await list(ada, 'Related To').selectOption(harbour);
    await assertAccessible(ada, 'the lists of records');
    await panelPicture(ada, 'agent-links');
    await ada.reload();

    await ada.sees('Connected');
    await list(ada, 'Name').locator(`option[value="${tomas}"]`).waitFor({ state: 'attached' });
    assert.match(await reads(ada, 'Name'), /^Tomas Velling/);
    assert.match(await reads(ada, 'Related To'), /^Harbour Lane Books/);
    await ada.hangUp();
    await ada.wrapUp('Question answered');
    await ada.seesSaved();
    assert.deepEqual(linked(), [tomas, harbour]);
});

test('an agent picks a case by its number after the call', async () => {
    const ada = await settle('own');
    await ada.ring();
    await ada.answer();
    await ada.hangUp();
    const id = await opens(ada, 'Case', '');

    await list(ada, 'Related To')
        .locator(`option[value="${id}"]`)
        .filter({ hasText: /^\s*\d+ · Case/ })
        .waitFor({
            state: 'attached'
        });
    await list(ada, 'Related To').selectOption(id);

    await centre.until(() => assert.equal(linked()[1], id));
    await ada.seesSaved();
});

test('an agent who picks a lead reads that Related To stays empty, and the Task has none', async () => {
    const ada = await settle('own');
    await ada.ring();
    await ada.answer();
    const harbour = await opens(ada, 'Account', 'Harbour Lane Books');
    await list(ada, 'Related To').selectOption(harbour);
    const ines = await opens(ada, 'Lead', 'Ines Okafor');

    await list(ada, 'Name').selectOption(ines);

    await ada.sees(/With a lead as Name, Related To stays empty/);
    assert.equal(await list(ada, 'Related To').isDisabled(), true);
    await ada.hangUp();
    await ada.wrapUp('Question answered');
    await ada.seesSaved();
    assert.deepEqual(linked(), [ines, null]);
});

test("an agent in follow mode leaves the links to the phone until there is a pick, which is on the phone's Task", async () => {
    const ada = await settle('follow', 'early');
    await ada.ring();
    await ada.answer();
    assert.equal(await reads(ada, 'Name'), 'As the Task has it');
    const harbour = await opens(ada, 'Account', 'Harbour Lane Books');

    await list(ada, 'Related To').selectOption(harbour);

    await ada.hangUp();
    await ada.wrapUp('Question answered');
    await ada.seesSaved();
    assert.equal(linked()[1], harbour);
});

test('an agent whose phone writes the Task reads that it links it', async () => {
    await centre.settings({ Write_Mode__c: 'phone' });
    await centre.phoneLogs('early');
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    await ada.sees('Your phone makes the Task, and links it. Choose there.');
});

test('an agent of a console is offered the records of the other tabs, opened before the call', async () => {
    const ada = await settle('own');
    const harbour = await opens(ada, 'Account', 'Harbour Lane Books');
    await opens(ada, 'Contact', 'Priya Anand');

    await ada.ring();
    await ada.answer();

    await list(ada, 'Related To').selectOption(harbour);
    await ada.hangUp();
    await centre.until(() => assert.equal(linked()[1], harbour));
});

test('an agent of an org with person accounts links the Task to the person both ways', async () => {
    await centre.profile({ 'person-accounts': 'on' });
    const ada = await settle('own');
    await ada.ring();
    await ada.answer();
    const wren = await opens(ada, 'Account', 'Wren Castellan');

    await list(ada, 'Name')
        .getByRole('option', { name: /^Wren Castellan/ })
        .waitFor({ state: 'attached' });
    await list(ada, 'Name').selectOption({ label: 'Wren Castellan · Contact' });
    await list(ada, 'Related To').selectOption(wren);
    await ada.reload();
    await ada.sees('Connected');
    await list(ada, 'Name')
        .getByRole('option', { name: /^Wren Castellan · Contact · / })
        .waitFor({ state: 'attached' });
    assert.equal(
        await list(ada, 'Name')
            .getByRole('option', { name: /^Wren Castellan/ })
            .count(),
        1
    );

    await ada.hangUp();
    await centre.until(() => assert.equal(linked()[1], wren));
    assert.match(String(linked()[0]), /^003/);
});
