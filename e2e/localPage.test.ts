import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agent } from './agent.ts';
import { contactCentre } from './contactCentre.ts';

const centre = contactCentre();

async function standard(navigation: 'console' | 'standard'): Promise<void> {
    await fetch(new URL('local/page', centre.url), {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ navigation })
    });
}

test('a person edits a Task on its page, and deletes it', async () => {
    const id = centre.makeTask('agent', { Subject: 'Call', CallDisposition: 'Sale' });
    const ada = await centre.openPage('agent', await centre.computer(), `lightning/r/Task/${id}/view`);
    await ada.page.getByRole('button', { name: 'Edit', exact: true }).click();
    const form = ada.page.getByRole('form', { name: 'Edit Task' });
    await form.getByRole('textbox', { name: 'Call Result' }).fill('Complaint');
    await form.getByRole('button', { name: 'Save' }).click();
    await centre.until(() => assert.equal(centre.tasks()[0]?.['CallDisposition'], 'Complaint'));
    const edit = centre.commits().find(({ via }) => via === 'page');
    assert.deepEqual(edit?.changed, ['CallDisposition']);

    await ada.page.getByRole('button', { name: 'Delete', exact: true }).click();
    await ada.page.getByText('This record is not there, or you may not see it').waitFor();
    assert.deepEqual(centre.tasks(), []);
});

test('a page of an org whose browsers keep nothing has no storage, no locks and no channels', async () => {
    await centre.profile({
        'browser-storage': 'disabled',
        'web-locks': 'missing',
        'broadcast-channel': 'missing'
    });
    const ada = await centre.openPage('agent', await centre.computer());
    await ada.isReady();
    const seen = await ada.page.evaluate(() => {
        let storage = 'works';
        try {
            localStorage.setItem('a', '1');
        } catch (error) {
            storage = (error as Error).name;
        }
        return { storage, locks: typeof navigator.locks, channel: typeof BroadcastChannel };
    });
    assert.deepEqual(seen, { storage: 'SecurityError', locks: 'undefined', channel: 'undefined' });
});

test('a page whose storage is full reads and does not write', async () => {
    await centre.profile({ 'browser-storage': 'full' });
    const ada = await centre.openPage('agent', await centre.computer());
    await ada.isReady();
    const seen = await ada.page.evaluate(() => {
        try {
            localStorage.setItem('a', '1');
            return 'written';
        } catch (error) {
            return `${(error as Error).name}, ${localStorage.getItem('a')}`;
        }
    });
    assert.equal(seen, 'QuotaExceededError, null');
});

test('an agent whose admin did not choose interactions hears nothing of a call', async () => {
    await centre.profile({ 'phone-messages': 'noInteractions' });
    const ada = await centre.openPage('agent', await centre.computer());
    await ada.isReady();
    await ada.phone.getByRole('button', { name: 'Ring my phone' }).click();
    await ada.phone.getByRole('button', { name: 'Pick up' }).waitFor();
    assert.equal(await ada.card.count(), 0);
});

test('an agent opens subtabs in a console app, closes them, and has none in a standard app', async () => {
    const ada = await centre.openPage('agent', await centre.computer());
    await ada.isReady();
    const workspace = ada.page.getByRole('navigation', { name: 'Workspace tabs' });
    const subtabs = ada.page.getByRole('navigation', { name: 'Subtabs' });
    await ada.page.getByRole('article').getByRole('link', { name: 'Harbour Lane Books' }).first().click();
    await subtabs.getByRole('link', { name: 'Harbour Lane Books' }).waitFor();
    assert.equal(await workspace.getByRole('listitem').count(), 1);
    await subtabs.getByRole('button', { name: 'Close Harbour Lane Books' }).click();
    await subtabs.waitFor({ state: 'detached' });
    assert.match(ada.page.url(), /\/Contact\//);

    await standard('standard');
    try {
        await ada.reload();
        assert.equal(await workspace.count(), 0);
    } finally {
        await standard('console');
    }
});

test('five pages of one browser are open, and each hears of a change in the org', async () => {
    const computer = await centre.computer();
    const id = centre.makeTask('agent', { Subject: 'Call' });
    const pages: Agent[] = [];
    for (let number = 0; number < 5; number += 1) {
        pages.push(await centre.openPage('agent', computer, `lightning/r/Task/${id}/view`));
    }
    await Promise.all(pages.map((agent) => agent.isReady()));
    centre.makeTask('agent', { Subject: 'Called back' }, id);
    await Promise.all(pages.map(({ page }) => page.getByRole('heading', { level: 1, name: 'Called back' }).waitFor()));
});
