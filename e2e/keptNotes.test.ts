import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agent } from './agent.ts';
import { contactCentre } from './contactCentre.ts';
import { assertAccessible } from './panelAxe.ts';
import { panelPicture } from './pictures.ts';

const centre = contactCentre();
const NOTES = 'Wants the order on Friday.\nCalls back if it is later.';

/** One call whose notes a rule of the org refuses, wrapped up. */
async function refusedNotes(): Promise<Agent> {
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.phoneLogs('never');
    const ada = await centre.signIn('agent');
    // The browser asks before a page with unsaved notes is left.
    ada.page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
    await ada.ring();
    await ada.answer();
    await centre.until(() => assert.equal(centre.tasks().length, 1));
    await ada.types(NOTES);
    await centre.faults({ validationRule: { message: 'Write no dates, please.', fields: ['Description'], count: 1 } });
    await ada.hangUp();
    await ada.sees(/1 field needs attention/);
    await ada.wrapUp('Question answered');
    await centre.until(() => assert.equal(centre.tasks()[0]?.['CallDisposition'], 'Question answered'));
    assert.equal(centre.tasks()[0]?.['Description'], null);
    return ada;
}

test('an agent whose notes were refused still has them on the card after the wrap-up', async () => {
    const ada = await refusedNotes();
    await ada.card.getByRole('button', { name: 'Notes', exact: true }).click();
    assert.equal(await ada.notes.inputValue(), NOTES);
    await ada.press('1 field needs attention');
    await ada.sees('Comments was not saved. A rule of your company says: Write no dates, please.');
});

test('an agent whose notes were refused reads them after a reload, with the reason, and copies them', async () => {
    const ada = await refusedNotes();
    await ada.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await ada.reload();

    await ada.panel.getByRole('button', { name: 'Notes of 1 conversation are not complete in its Task' }).click();
    await ada.seesInPanel('Comments was not saved. A rule of your company says: Write no dates, please.');
    await ada.panel.getByRole('link', { name: /^Open Task/ }).waitFor();
    await assertAccessible(ada, 'kept notes');
    await panelPicture(ada, 'agent-kept-notes');
    await ada.panel.getByRole('button', { name: /^Copy notes: / }).click();
    await ada.seesInPanel('Copied.');
    assert.equal(await ada.page.evaluate(() => navigator.clipboard.readText()), NOTES);

    await ada.panel.getByRole('button', { name: /^Remove from this list: / }).click();
    await ada.panel.getByText('are not complete in its Task').waitFor({ state: 'detached' });
    await ada.reload();
    assert.equal(await ada.panel.getByText('are not complete in its Task').count(), 0);
});
