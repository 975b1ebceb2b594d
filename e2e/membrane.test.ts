import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { readTrace } from '../local/genesys/trace.ts';
import type { TraceEntry } from '../local/genesys/trace.ts';
import type { Agent } from './agent.ts';
import { contactCentre, PATIENCE_MS } from './contactCentre.ts';
import { BOTH_UTILITY_ITEMS } from './customisedProject.ts';
import { recordsInZip, zipOfFolder } from './deploymentZip.ts';
import { openHealth } from './healthPage.ts';
import { openMapping } from './mappingPage.ts';
import { COMPONENT_TAGS, createdOn } from './membrane/createdComponents.ts';
import { mappedFields } from './phoneMessages.ts';
import type { Heard } from './phoneMessages.ts';
import { assertFields } from './taskFields.ts';

/** Tags of the components that the pages of this file made. */
const created = new Set<string>();

const centre = contactCentre({
    changes: BOTH_UTILITY_ITEMS,
    sandboxed: true,
    atEnd: async (page) => {
        (await createdOn(page)).forEach((tag) => created.add(tag));
    }
});
const SAMPLES = path.resolve(import.meta.dirname, '../force-app/demo/customMetadata');
const TRACES = path.resolve(import.meta.dirname, '../local/genesys/traces');
const NOTES = 'Wants the order on Friday.';

beforeEach(() => centre.phones('genesys'));

async function settle(): Promise<Heard> {
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.phoneLogs('never');
    return centre.hear('agent');
}

function assertOneTask(heard: Heard): void {
    const [task, ...others] = centre.tasks();
    assert.ok(task, 'there is a Task');
    assert.deepEqual(others, []);
    assertFields(task, { ...mappedFields(heard.interactions()), Description: NOTES });
}

function assertNothingBroke(agent: Agent): void {
    assert.deepEqual([agent.thrown, agent.complaints], [[], []]);
}

/** The messages of all traces, one trace after the other, as one trace. */
function everyTrace(): TraceEntry[] {
    const files = globSync('*.json', { cwd: TRACES }).sort();
    return files.flatMap((file) => {
        const reading = readTrace(readFileSync(path.join(TRACES, file), 'utf8'));
        assert.ok('entries' in reading, file);
        return reading.entries.map(({ message }) => ({ atMs: 0, message }));
    });
}

test('the product runs behind a membrane: what it does to an object of the page stays inside', async () => {
    const ada = await centre.signIn('agent');
    const changed = await ada.page.evaluate(() => {
        const ours = { touched: false };
        const touch = globalThis.evaluateInSandbox('(theirs) => { theirs.touched = true; return theirs.touched; }');
        const inside = (touch as (given: object) => boolean)(ours);
        return { inside, outside: ours.touched, product: typeof globalThis.evaluateInSandbox('switchboardGives') };
    });
    assert.deepEqual(changed, { inside: true, outside: false, product: 'function' });
    assert.equal(await ada.page.evaluate(() => 'switchboardGives' in globalThis), false);
});

test('an agent under Lightning Web Security handles a whole call and has one Task with every mapped field', async () => {
    const heard = await settle();
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    await ada.types(NOTES);
    await ada.hold();
    await ada.retrieve();
    await ada.hangUp();
    await ada.wrapUp('Complaint');
    await ada.seesSaved();
    assertOneTask(heard);
    assert.ok(centre.pageWrites().length <= 3);
    assertNothingBroke(ada);
});

test('an agent under Lightning Web Security reloads one of two tabs in mid-call and keeps notes and one Task', async () => {
    const heard = await settle();
    const ada = await centre.signIn('agent');
    const other = await centre.signIn('agent', ada.page.context());
    await ada.ring();
    await ada.answer();
    await ada.types(NOTES);
    await ada.reload();
    await ada.sees('Connected');
    assert.equal(await ada.notes.inputValue(), NOTES);
    await other.hangUp();
    await ada.wrapUp('Complaint');
    await ada.seesSaved();
    await other.seesSaved();
    await centre.until(() => assertOneTask(heard));
});

test('an agent under Lightning Web Security pops the panel out in mid-call and passes the customer on', async () => {
    await settle();
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    await ada.types(NOTES);
    await ada.page.getByRole('button', { name: 'Pop out Switchboard', exact: true }).click();
    await ada.sees('Connected');
    assert.equal(await ada.notes.inputValue(), NOTES);
    await ada.choosesTarget('ben', /^Ben Baker/);
    await ada.transferForm.getByRole('button', { name: 'Transfer now' }).click();
    await ada.sees('Transferred');
    await ada.seesSaved();
    assertNothingBroke(ada);
});

test('an agent under Lightning Web Security reads why nothing is saved, and it is saved later', async () => {
    const heard = await settle();
    const ada = await centre.signIn('agent');
    await centre.faults({ validationRule: { message: 'A result is needed.' } });
    await ada.handlesCall({ notes: NOTES });
    await ada.sees('Not saved');
    await ada.press('Details for your admin');
    await ada.sees(/A result is needed\./);
    await centre.faults({ validationRule: false });
    await ada.tryAgainNow();
    await ada.seesSaved();
    await centre.until(() => assertOneTask(heard));
    assertNothingBroke(ada);
});

test('an agent under Lightning Web Security merges two Tasks and reads the keys of the panel', async () => {
    await settle();
    await centre.phoneLogs('late');
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    await ada.types(NOTES);
    await ada.hangUp();
    await centre.until(() => assert.equal(centre.tasks().length, 2));
    await ada.wrapUp('Complaint');
    await ada.sees('There are 2 Tasks for this conversation.');
    await ada.card.getByRole('button', { name: /^Merge/ }).click();
    await ada.press('Merge and delete the others');
    await ada.sees('Merged. There is one Task now.');
    assert.equal(centre.tasks().length, 1);

    await ada.panel.getByRole('button', { name: /^Keyboard shortcuts/ }).click();
    const keys = ada.panel.getByRole('region', { name: 'Keyboard shortcuts' });
    await keys.getByText('Hold or resume').waitFor();
    assertNothingBroke(ada);
});

test('an agent under Lightning Web Security starts a secure session, and calls a missed caller back', async () => {
    await settle();
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    await ada.press('Secure session');
    const form = ada.card.getByRole('region', { name: /^Secure session for/ });
    await form.getByRole('combobox', { name: 'Secure flow' }).selectOption({ label: 'Take a payment' });
    await form.getByRole('textbox').fill('Order 4711');
    await form.getByRole('button', { name: 'Start secure session' }).click();
    await ada.card.getByText(/^Secure session was sent/).waitFor();
    await ada.hangUp();
    await ada.wrapUp('Complaint');

    await ada.ring();
    await ada.press('Decline');
    await ada.panel.getByRole('button', { name: /^Recent conversations \(\d, 1 missed\)/ }).click();
    const missed = ada.panel.getByRole('group', { name: 'Call back Edna Frank' }).first();
    await missed.getByRole('link').or(missed.getByRole('button')).first().click();
    await ada.sees('Calling');
    assertNothingBroke(ada);
});

test('an agent under Lightning Web Security copies notes that were refused, after a reload', async () => {
    await settle();
    const ada = await centre.signIn('agent');
    await ada.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    // The browser asks before a page with unsaved notes is left.
    ada.page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
    await ada.ring();
    await ada.answer();
    await centre.until(() => assert.equal(centre.tasks().length, 1));
    await ada.types(NOTES);
    await centre.faults({ validationRule: { message: 'No dates.', fields: ['Description'], count: 1 } });
    await ada.hangUp();
    await ada.sees(/1 field needs attention/);
    await ada.wrapUp('Complaint');
    await centre.until(() => assert.equal(centre.tasks()[0]?.['CallDisposition'], 'Complaint'));
    await ada.reload();

    await ada.panel.getByRole('button', { name: 'Notes of 1 conversation are not complete in its Task' }).click();
    await ada.panel.getByRole('button', { name: /^Copy notes: / }).click();
    await ada.seesInPanel('Copied.');
    assert.equal(await ada.page.evaluate(() => navigator.clipboard.readText()), NOTES);
    assertNothingBroke(ada);
});

test('every recorded trace is taken under Lightning Web Security without an error', async () => {
    await settle();
    const ada = await centre.signIn('agent');
    const messages = everyTrace();
    await ada.page.route('**/local/genesys/traces/inbound-call', (route) => route.fulfill({ json: messages }));
    await ada.playTrace('inbound call', 'At once');
    const allPlayed = ada.phone.getByText(`${messages.length} of ${messages.length} messages`);
    // Behind a membrane, hundreds at once are minutes of a slow machine, not the moment of a person's one step.
    await allPlayed.waitFor({ timeout: 4 * PATIENCE_MS });
    await centre.until(() => assert.ok(centre.tasks().length > 10, `${centre.tasks().length} Tasks`));
    assertNothingBroke(ada);
});

test('an admin under Lightning Web Security has the org asked, and a test Task made and taken away', async () => {
    const health = await openHealth(centre, 'admin');
    await health.answers('Reading the mapping and the settings', 'Works');
    for (const [title, words] of [
        ['The storage of the browser', 'survive a reload'],
        ['Locks between tabs', 'never save the same Task'],
        ['Messages between tabs', 'can send each other messages'],
        ['The database of the browser', 'It can be used'],
        ['The utility bar', 'The utility bar answers'],
        ['Switchboard in this app', 'listens to the phone'],
        ['Task in the record API', 'takes no Tasks here']
    ] as const) {
        await health.says(title, words);
    }
    await health.tryWithTestTask({ withLead: true });
    await health.answers('Making and changing a Task', 'Works');
    assert.deepEqual(centre.tasks(), []);
    // The browser complains about each refused request, and refusals are what the page asks for.
    assert.deepEqual(health.person.thrown, []);
});

test('a developer under Lightning Web Security sees the messages of a call', async () => {
    const dev = await centre.openPage('agent', await centre.computer(), 'lightning/n/Switchboard_Phone_Messages');
    await dev.isReady();
    await dev.ring();
    const list = dev.page.getByRole('listbox', { name: 'Messages, newest first' });
    await list.getByRole('option').filter({ hasText: 'Interaction add' }).first().click();
    await list.getByRole('option', { selected: true }).waitFor();
    assertNothingBroke(dev);
});

test('a developer under Lightning Web Security sends an action and a message, and replays a trace', async () => {
    const dev = await centre.openPage('agent', await centre.computer(), 'lightning/n/Switchboard_Phone_Messages');
    await dev.isReady();
    const opens = async (title: string): Promise<Locator> => {
        const section = dev.page.locator('details').filter({ has: dev.page.getByText(title, { exact: true }) });
        await section.locator('summary').click();
        return section;
    };
    await dev.ring();
    await dev.answer();
    const form = await opens('Send an action');
    await form.getByRole('button', { name: 'Send', exact: true }).click();
    await form.getByText("Done: the phone's messages show it.").waitFor();

    const raw = await opens('Send any message');
    await raw.getByRole('textbox', { name: 'Message (JSON)' }).fill('{"type":"Teleport","data":{}}');
    await raw.getByRole('button', { name: 'Send unchecked' }).click();
    const list = dev.page.getByRole('listbox', { name: 'Messages, newest first' });
    await list.getByRole('option').filter({ hasText: 'Sent here' }).filter({ hasText: 'Unknown' }).waitFor();

    const replay = await opens('Replay a trace');
    const trace = readFileSync(path.join(TRACES, 'inbound-call.json'), 'utf8');
    await replay.getByRole('textbox', { name: 'Trace (JSON)' }).fill(trace);
    await dev.choose(replay, 'Speed', 'At once');
    await replay.getByText(/^I know that everything/).click();
    await replay.getByRole('button', { name: 'Replay' }).click();
    await list.getByRole('option').filter({ hasText: 'Interaction connect' }).first().waitFor();
    assertNothingBroke(dev);
});

test('an admin under Lightning Web Security asks why a field is empty and compares with a packed zip', async () => {
    const dana = await openMapping(centre, 'admin');
    await dana.person.isReady();
    await dana.person.ring();
    await dana.person.answer();
    await dana.part('preview').getByRole('button', { name: 'Show again' }).click();
    await dana.asksWhy('Queue (Switchboard_Queue__c)');
    await dana.part('why-empty').getByText('Customer Care').waitFor();

    await dana.givesFile('promotion', { name: 'other-org.zip', buffer: await zipOfFolder(SAMPLES) });
    await dana.part('promotion').getByText('10 are the same, 0 differ, 0 are only here, 0 only in the file.').waitFor();
    assertNothingBroke(dana.person);
});

test('an admin under Lightning Web Security previews a trace and takes a rule home as a zip', async () => {
    const dana = await openMapping(centre, 'admin');
    await dana.person.isReady();
    const buffer = readFileSync(path.join(TRACES, 'inbound-call.json'));
    await dana.givesFile('preview', { name: 'inbound-call.json', buffer });
    await dana.previewed('Switchboard_Connected__c').filter({ hasText: 'Written' }).waitFor();

    await dana.chooses('new-rule', 'Attribute', 'Call.RemoteName');
    await dana.chooses('new-rule', 'Task field', 'Subject');
    const records = await recordsInZip(await dana.downloads('new-rule', /^Zip with this rule/));

    assert.deepEqual(Object.keys(records), ['Switchboard_Attribute_Mapping.Call_RemoteName.md-meta.xml']);
    assertNothingBroke(dana.person);
});

test('an agent of Salesforce Voice under Lightning Web Security handles a whole call in the panel and has one Task', async () => {
    await settle();
    await centre.settings({ Writing_Vendor__c: 'salesforceVoice' });
    await centre.phones('voice');
    const ada = await centre.openPage('agent', await centre.computer());
    const phone = ada.page.getByRole('region', { name: 'Salesforce Voice phone' });
    const does = (name: string): Promise<void> => phone.getByRole('button', { name, exact: true }).click();
    await does('Ring my phone');
    await ada.page.getByRole('contentinfo', { name: 'Utility bar' }).getByRole('button').nth(1).click();
    await ada.sees('Ringing');
    await ada.answer();
    await ada.types(NOTES);
    await ada.hold();
    await ada.retrieve();

    await does('Consult');
    await does('Answers');
    await ada.press('Conference');
    const people = ada.card.getByRole('list', { name: 'On the line' });
    await people.getByRole('listitem').nth(1).waitFor();
    await phone.getByText('Beside the line').click();
    for (const name of ['Customer says', "Supervisor's note", 'Raise a flag', 'Report on the line']) await does(name);
    await ada.card.getByRole('group', { name: 'Notes and flags, newest first' }).waitFor();
    await ada.sees(/^The line is/);
    await ada.card.locator('c-live-transcript').waitFor();

    await ada.hangUp();
    await does('Finish wrap-up');
    await ada.sees('Ended');
    await ada.seesSaved();
    assert.deepEqual(
        centre.tasks().map(({ CallType, Description }) => [CallType, Description]),
        [['Inbound', NOTES]]
    );
    assertNothingBroke(ada);
});

test('every component of the product was made behind the membrane', () => {
    assert.ok(COMPONENT_TAGS.length > 30, `${COMPONENT_TAGS.length} components`);
    assert.deepEqual(
        COMPONENT_TAGS.filter((tag) => !created.has(tag)),
        []
    );
});
