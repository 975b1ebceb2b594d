import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactCentre } from './contactCentre.ts';
import { mappedFields } from './phoneMessages.ts';
import type { Heard } from './phoneMessages.ts';
import { assertFields } from './taskFields.ts';

const centre = contactCentre();
const NOTES = 'Promised a call on Monday.';
const OFFLINE = 'Salesforce cannot be reached. It is kept here and saved when the connection is back.';
const BUSY = 'Salesforce is busy. It is kept here and tried again by itself.';
const LOCKED = 'Somebody else is saving the same record. It is kept here and tried again by itself.';

async function settle(mode: 'own' | 'follow' = 'own'): Promise<Heard> {
    await centre.settings({ Write_Mode__c: mode });
    await centre.phoneLogs('never');
    return centre.hear('agent');
}

function assertOneTask(heard: Heard): void {
    const [task, ...others] = centre.tasks();
    assert.ok(task, 'there is a Task');
    assert.deepEqual(others, []);
    assertFields(task, { ...mappedFields(heard.interactions()), Description: NOTES });
}

for (const { what, fault, why } of [
    { what: 'the connection is gone', fault: 'offline', why: OFFLINE },
    { what: 'Salesforce answers with an error of its own', fault: 'serverError', why: OFFLINE },
    { what: 'Salesforce takes no more requests of this user', fault: 'tooManyRequests', why: BUSY }
]) {
    test(`an agent reads why nothing is saved while ${what}, and saves it once that is over`, async () => {
        const heard = await settle();
        const ada = await centre.signIn('agent');
        await centre.faults({ [fault]: true });

        await ada.handlesCall({ notes: NOTES });

        await ada.sees('Not saved');
        await ada.sees(why);
        assert.deepEqual(centre.tasks(), []);
        await centre.faults({ [fault]: false });
        await ada.tryAgainNow();
        await ada.seesSaved();
        assertOneTask(heard);
    });
}

test('an agent reads that somebody else saves the record, and the whole Task is saved by itself after that', async () => {
    const heard = await settle();
    const ada = await centre.signIn('agent');
    const code = 'Question answered';
    await ada.ring();
    await ada.answer();
    await ada.types(NOTES);
    await ada.hangUp();
    await ada.seesSaved();
    await centre.faults({ rowLock: true });
    // The last step of the call has been refused: only the panel itself can try again.
    const lastStep = ada.page.waitForResponse(
        async (response) =>
            response.request().postData()?.includes(code) === true &&
            (await response.text()).includes('UNABLE_TO_LOCK_ROW')
    );

    await ada.wrapUp(code);

    await lastStep;
    await ada.sees(LOCKED);
    await centre.faults({ rowLock: false });
    await ada.seesSaved();
    assertOneTask(heard);
});

test('an agent who reloads while nothing can be saved still has everything, and it is saved by itself later', async () => {
    const heard = await settle();
    const ada = await centre.signIn('agent');
    await centre.faults({ offline: true });
    await ada.handlesCall({ notes: NOTES });
    await ada.sees('Not saved');

    await ada.reload();

    await ada.seesInPanel('Salesforce cannot be reached.');
    await ada.seesInPanel('1 earlier conversation is not saved yet.');
    assert.deepEqual(centre.tasks(), []);
    await centre.faults({ offline: false });
    await centre.until(() => assertOneTask(heard));
    await ada.panel.getByText(/earlier conversation/).waitFor({ state: 'detached' });
});

test('an agent who opens the page while Salesforce cannot be reached reads so, and the call is saved later', async () => {
    const heard = await settle();
    await centre.faults({ serverError: true });
    const ada = await centre.openPage('agent', await centre.computer());
    await ada.isReady();
    await ada.seesInPanel('Salesforce cannot be reached.');

    await ada.handlesCall({ notes: NOTES });

    assert.deepEqual(centre.tasks(), []);
    await centre.faults({ serverError: false });
    await ada.seesSaved();
    assertOneTask(heard);
    assert.equal(await ada.panel.getByText('Salesforce cannot be reached.').count(), 0);
});

test('an agent whose computer loses the network at the end of a call has the whole Task once it is back', async () => {
    await settle();
    const ada = await centre.signIn('agent');
    await ada.playTrace('inbound call', 'At once');
    await ada.page.context().setOffline(true);
    await ada.sees('Ended');
    await ada.sees(OFFLINE);
    assert.deepEqual(centre.tasks(), []);

    await ada.page.context().setOffline(false);

    await ada.seesSaved();
    assert.equal(centre.tasks().length, 1);
    assert.equal(centre.tasks()[0]?.['CallDisposition'], 'Default Wrap-up Code');
});

test('an agent has one Task although the answer to the first save was lost on its way', async () => {
    const heard = await settle();
    const ada = await centre.signIn('agent');
    await centre.faults({ lostAnswer: 1 });

    await ada.handlesCall({ notes: NOTES });

    await ada.seesSaved();
    assertOneTask(heard);
    const inserts = centre.pageWrites().filter(({ change }) => change === 'insert');
    assert.equal(inserts.length, 1);
});

test('an agent whose Salesforce session ended is told to log in, and everything is saved afterwards', async () => {
    const heard = await settle();
    const ada = await centre.signIn('agent');
    await centre.faults({ unauthorized: true });

    await ada.handlesCall({ notes: NOTES });

    await ada.seesInPanel(/Your Salesforce session has ended/);
    await centre.faults({ unauthorized: false });
    await ada.tryAgainNow();
    await ada.seesSaved();
    assertOneTask(heard);
});

test('an agent whose org refuses Tasks is told so, loses nothing in a reload, and has the Task once it takes them', async () => {
    const heard = await settle();
    await centre.profile({ 'task-graphql-mutation': 'undefined' });
    const ada = await centre.signIn('agent');

    await ada.handlesCall({ notes: NOTES });

    await ada.sees('Not saved');
    await ada.seesInPanel(/^Salesforce does not let Switchboard save Tasks for you/);
    await ada.reload();
    await ada.seesInPanel('1 earlier conversation is not saved yet.');
    assert.deepEqual(centre.tasks(), []);
    await centre.profile({ 'task-graphql-mutation': 'works' });
    await ada.reload();
    await centre.until(() => assertOneTask(heard));
});

for (const { what, fault, reads, says } of [
    {
        what: 'a rule of the org refuses the Task',
        fault: { validationRule: { message: 'A result is needed.' } },
        reads: /^A rule of your company refuses the Task: A result is needed\. It is kept here\./,
        says: /^FIELD_CUSTOM_VALIDATION_EXCEPTION\b.*A result is needed\./
    },
    {
        what: 'the Task needs a field that nothing fills',
        fault: { requiredField: { fields: ['Priority'] } },
        reads: /^The Task needs a value in Priority, and nothing fills it\. It is kept here\./,
        says: /^REQUIRED_FIELD_MISSING\b.*\[Priority\]/
    },
    {
        what: 'a duplicate rule refuses the Task',
        fault: { duplicate: true },
        reads: /^A duplicate rule of your company refuses the Task\. It is kept here\./,
        says: /^DUPLICATES_DETECTED\b/
    }
]) {
    test(`an agent reads that ${what}, and saves it once that is over`, async () => {
        const heard = await settle();
        const ada = await centre.signIn('agent');
        await centre.faults(fault);

        await ada.handlesCall({ notes: NOTES });

        await ada.sees(reads);
        await ada.press('Details for your admin');
        await ada.sees(says);
        assert.deepEqual(centre.tasks(), []);
        await centre.faults(Object.fromEntries(Object.keys(fault).map((name) => [name, false])));
        await ada.tryAgainNow();
        await ada.seesSaved();
        assertOneTask(heard);
    });
}
