import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ASSUMPTIONS, readProfileFile } from '../local/org/profile.ts';
import { contactCentre } from './contactCentre.ts';
import { openHealth } from './healthPage.ts';
import type { HealthPage } from './healthPage.ts';
import { partPicture } from './pictures.ts';

const centre = contactCentre();

const LINE = {
    mapping: 'Reading the mapping and the settings',
    lists: 'Reading the transfer targets and the statuses',
    lookUp: 'Finding the Task of a call',
    recordApi: 'Task in the record API',
    describe: 'What the org tells about Task',
    limits: 'Limits of the fields',
    picklists: 'Values of picklists',
    type: 'Values of Type',
    key: 'The field for the key of a Task',
    unsaved: 'The field for the names of unsaved fields',
    longText: 'A long text field on Activity',
    person: 'Person accounts',
    storage: 'The storage of the browser',
    locks: 'Locks between tabs',
    broadcast: 'Messages between tabs',
    database: 'The database of the browser',
    zone: 'Time zone and locale',
    utility: 'The utility bar',
    item: 'Switchboard in this app',
    channel: 'Messages of the phone',
    holdTwice: 'Whether Hold switches or sets',
    pauseTwice: 'Whether Secure pause switches or sets',
    mute: 'Whether Mute switches or sets',
    write: 'Making and changing a Task',
    recordWrite: 'Changing a Task through the record API',
    forbidden: 'A field that you may not edit',
    long: 'A text that is too long',
    value: 'A value that is not in a restricted picklist',
    required: 'A required field that is empty',
    keyTwice: 'The same key twice',
    readBack: 'Reading what was just written',
    lead: 'A lead together with Related To',
    remove: 'Deleting the test Task'
} as const;
type LineId = keyof typeof LINE;

/** Each line has this answer, and says these words. */
async function reads(health: HealthPage, expected: Partial<Record<LineId, readonly [string, string]>>): Promise<void> {
    for (const [id, [answer, words]] of Object.entries(expected)) {
        const title = LINE[id as LineId];
        try {
            await health.answers(title, answer);
            await health.says(title, words);
        } catch {
            assert.fail(`${id}: expected "${answer}", "${words}"; read ${await health.line(title).textContent()}`);
        }
    }
}

/** Each answer of the profile that the page told so far. */
const told = new Set<string>();
/** Silence proves nothing: the page says so on the line of its own, and exports no answer. */
const UNPROVEN = ['long-text-on-activity: refused', 'phone-messages: noInteractions'];
/** The words of the local phone switch. What a phone does that sets, the tests of c/genesysObservations play. */
const NOT_HERE = ['genesys-hold: sets', 'genesys-secure-pause: sets'];

/** A local org that loads what the page exports answers as this org did. */
async function exportsAs(health: HealthPage, switched: Readonly<Record<string, string>>): Promise<void> {
    const text = await health.exported();
    const entries = JSON.parse(text) as { id: string }[];
    const exported = entries.map(({ id }) => id);
    assert.deepEqual(
        Object.keys(switched).filter((id) => !exported.includes(id)),
        [],
        'every answer is exported'
    );
    const folder = mkdtempSync(path.join(tmpdir(), 'org-profile-'));
    try {
        const file = path.join(folder, 'profile.json');
        writeFileSync(file, text);
        const played = readProfileFile(path.resolve(import.meta.dirname, '..'), file).list();
        const answers = Object.fromEntries(played.map(({ id, answer }) => [id, answer]));
        assert.deepEqual(Object.fromEntries(Object.keys(switched).map((id) => [id, answers[id]])), switched);
        Object.entries(switched).forEach(([id, answer]) => told.add(`${id}: ${answer}`));
    } finally {
        rmSync(folder, { recursive: true });
    }
}

test('an admin reads that the org takes everything Switchboard needs, and no test Task is left', async () => {
    const health = await openHealth(centre, 'admin');
    await reads(health, {
        mapping: ['Works', 'You may read both'],
        lists: ['Works', 'You may read both lists'],
        lookUp: ['Works', 'so that a call has one Task'],
        recordApi: ['Good to know', 'takes no Tasks here'],
        describe: ['Works', 'of which you may edit'],
        limits: ['Works', 'The org tells them'],
        picklists: ['Works', 'The org tells the values.'],
        type: ['Works', 'All five are there'],
        key: ['Works', 'you may write it'],
        unsaved: ['Works', 'You can report on'],
        longText: ['Good to know', 'There is no such field'],
        person: ['Good to know', 'Person accounts are off'],
        storage: ['Works', 'survive a reload'],
        locks: ['Works', 'never save the same Task'],
        broadcast: ['Good to know', 'can send each other messages'],
        database: ['Good to know', 'It can be used'],
        zone: ['Good to know', 'America/Los_Angeles'],
        utility: ['Works', 'The utility bar answers'],
        item: ['Works', 'listens to the phone'],
        write: ['Not asked yet', 'Only when you press the button']
    });
    assert.deepEqual(centre.pageWrites(), []);
    await health.isAccessible();

    await health.tryWithTestTask({ withLead: true });

    await reads(health, {
        write: ['Works', 'can make and change Tasks'],
        recordWrite: ['Good to know', 'takes no Tasks here'],
        forbidden: ['Works', 'names the field'],
        long: ['Works', 'with a code'],
        value: ['Works', 'with a code'],
        required: ['Works', 'with a code'],
        keyTwice: ['Works', 'refuses the second Task'],
        readBack: ['Works', 'The value comes back at once'],
        lead: ['Good to know', 'takes no Related To with a lead'],
        remove: ['Works', 'Nothing of it is left']
    });
    assert.deepEqual(centre.tasks(), []);
    await partPicture(health.whole, 'org-health');
    await exportsAs(health, {
        'task-graphql-mutation': 'works',
        'task-graphql-query': 'works',
        'task-callobject-filter': 'works',
        'task-ui-api': 'refused',
        'task-object-infos': 'answers',
        'task-field-limits': 'answers',
        'task-picklist-values': 'answers',
        'type-picklist': 'complete',
        'unique-key': 'accepted',
        'forbidden-field-error': 'named',
        'lead-with-related-to': 'refused',
        'save-error-code': 'message',
        'error-path-name': 'paths',
        'unsaved-field': 'there',
        'task-rights': 'all',
        'too-long-text': 'refused',
        'restricted-picklist': 'refused',
        'required-field': 'refused',
        'read-after-write': 'same',
        'person-accounts': 'off',
        'browser-storage': 'works',
        'web-locks': 'works',
        'broadcast-channel': 'works',
        'browser-database': 'works',
        'utility-bar-functions': 'works'
    });
});

test('an admin of an org that is otherwise in everything reads each difference and what follows', async () => {
    const other = {
        'task-ui-api': 'works',
        'type-picklist': 'withoutChannels',
        'unique-key': 'absent',
        'forbidden-field-error': 'unnamed',
        'lead-with-related-to': 'accepted',
        'save-error-code': 'extensions',
        'error-path-name': 'path',
        'person-accounts': 'on',
        'long-text-on-activity': 'accepted',
        'browser-storage': 'disabled',
        'web-locks': 'missing',
        'broadcast-channel': 'missing',
        'utility-bar-functions': 'missing'
    };
    await centre.profile(other);
    const health = await openHealth(centre, 'admin');
    await health.tryWithTestTask({ withLead: true });

    await reads(health, {
        recordApi: ['Good to know', 'The record API takes Tasks'],
        type: ['Works with a limit', 'Missing: Chat, Voicemail, Message'],
        key: ['Works with a limit', 'Deploy force-app/task-key'],
        longText: ['Works', 'A transcript can be mapped to it'],
        person: ['Good to know', 'Person accounts are on'],
        storage: ['Does not work', 'Allow Salesforce to keep data'],
        locks: ['Works with a limit', 'Use a current browser'],
        broadcast: ['Good to know', 'cannot send each other messages'],
        utility: ['Works with a limit', 'switch on Lightning Web Security'],
        recordWrite: ['Good to know', 'The record API takes Tasks'],
        forbidden: ['Works with a limit', 'does not name the field'],
        long: ['Works', 'with a code'],
        keyTwice: ['No clear answer', 'nothing was tried'],
        lead: ['Good to know', 'Salesforce takes both here'],
        remove: ['Works', 'Nothing of it is left']
    });
    await exportsAs(health, other);
    await health.isAccessible();
    assert.deepEqual(centre.tasks(), []);
});

test('an admin of an org that describes nothing reads what Switchboard learns only by trying', async () => {
    const silent = {
        'task-object-infos': 'refused',
        'task-picklist-values': 'refused',
        'forbidden-field-error': 'dropped',
        'browser-storage': 'full'
    };
    await centre.profile(silent);
    const health = await openHealth(centre, 'admin');
    await health.tryWithTestTask();

    await reads(health, {
        describe: ['Works with a limit', 'cannot see that a person edited a field'],
        picklists: ['Works with a limit', 'does not tell the values'],
        type: ['No clear answer', 'Look in Setup'],
        key: ['No clear answer', 'this page cannot tell'],
        unsaved: ['No clear answer', 'this page cannot tell'],
        storage: ['Works with a limit', 'is full'],
        forbidden: ['Works with a limit', 'without a word'],
        lead: ['Not asked yet', 'Only when you tick the box'],
        remove: ['Works', 'Nothing of it is left']
    });
    await exportsAs(health, silent);
});

test('an admin of an org that refuses Tasks reads what does not work and what to set', async () => {
    await centre.profile({ 'task-graphql-mutation': 'undefined', 'task-callobject-filter': 'refused' });
    const health = await openHealth(centre, 'admin');
    await reads(health, { lookUp: ['Works with a limit', 'but not the Task that the phone makes'] });

    await health.tryWithTestTask();

    await reads(health, {
        write: ['Does not work', 'Check create, edit and delete access to Tasks'],
        long: ['No clear answer', 'There was no test Task']
    });
    assert.deepEqual(centre.pageWrites(), []);
    await exportsAs(health, { 'task-graphql-mutation': 'undefined', 'task-callobject-filter': 'refused' });
});

test('an admin of an org that tells only the names of fields, and has no key, reads both', async () => {
    const switched = { 'task-field-limits': 'refused', 'unique-key': 'absent', 'task-callobject-filter': 'refused' };
    await centre.profile(switched);
    const health = await openHealth(centre, 'admin');

    await reads(health, {
        lookUp: ['Does not work', 'Who Writes the Task to Phone'],
        describe: ['Works', 'of which you may edit'],
        limits: ['Works with a limit', 'does not tell what a field takes'],
        picklists: ['Works with a limit', 'does not tell the values']
    });
    await exportsAs(health, switched);
});

test('an admin of an org that takes whatever it is given reads what Switchboard cannot rely on', async () => {
    const careless = {
        'unique-key': 'notUnique',
        'unsaved-field': 'absent',
        'too-long-text': 'taken',
        'restricted-picklist': 'taken',
        'required-field': 'taken',
        'read-after-write': 'changed',
        'task-rights': 'noDelete',
        'browser-database': 'missing'
    };
    await centre.profile(careless);
    const health = await openHealth(centre, 'admin');
    await health.tryWithTestTask();

    await reads(health, {
        unsaved: ['Works with a limit', 'force-app/unsaved-fields'],
        database: ['Good to know', 'cannot be used'],
        long: ['Works with a limit', 'took the text'],
        value: ['Works with a limit', 'not restricted'],
        required: ['Works with a limit', 'took the Task without it'],
        keyTwice: ['Does not work', 'a second Task with the same key'],
        readBack: ['Works with a limit', 'flow'],
        remove: ['Does not work', 'Delete it by hand']
    });
    assert.equal(centre.tasks().length, 2);
    await exportsAs(health, careless);
    await health.isAccessible();
});

test('an admin of an org in which Tasks can be made and not changed reads nothing else into it', async () => {
    await centre.profile({ 'task-rights': 'noEdit' });
    const health = await openHealth(centre, 'admin');
    await health.tryWithTestTask();

    await reads(health, {
        write: ['Does not work', 'but not change them'],
        long: ['No clear answer', 'but not change them'],
        keyTwice: ['Works', 'refuses the second Task'],
        remove: ['Works', 'Nothing of it is left']
    });
    await exportsAs(health, { 'task-rights': 'noEdit' });
});

test('an admin asks again after a change in Setup and reads the new answer', async () => {
    await centre.profile({ 'task-graphql-query': 'undefined' });
    const health = await openHealth(centre, 'admin');
    await reads(health, { lookUp: ['Does not work', 'Check that you have read access'] });
    await exportsAs(health, { 'task-graphql-query': 'undefined' });

    await centre.profile({ 'task-graphql-query': 'works' });
    await health.askAgain();

    await reads(health, { lookUp: ['Works', 'so that a call has one Task'] });
});

test('an admin who asks again reads where Salesforce may only have repeated itself, and the truth on a new page', async () => {
    await centre.profile({ 'task-ui-api': 'works' });
    const health = await openHealth(centre, 'admin');
    await reads(health, { recordApi: ['Good to know', 'The record API takes Tasks'] });

    await centre.profile({ 'task-ui-api': 'refused' });
    await health.askAgain();
    await reads(health, { recordApi: ['Good to know', 'load the page anew'] });

    await health.person.reload();
    await health.person.page.getByRole('tab', { name: 'Org health' }).click();
    await health.isDone();
    await reads(health, { recordApi: ['Good to know', 'takes no Tasks here'] });
});

for (const [answer, words] of [
    ['undefined', 'You may not read the attribute mapping'],
    ['no-rows', 'the row Switchboard_Sentinel is missing']
] as const) {
    test(`an agent without the permission set reads which access is missing when the org says ${answer}`, async () => {
        await centre.profile({ 'metadata-type-without-access': answer });
        const health = await openHealth(centre, 'agentNoAccess');

        await reads(health, {
            mapping: ['Does not work', words],
            lists: ['Does not work', 'Assign the permission set Switchboard Agent']
        });
        await exportsAs(health, { 'metadata-type-without-access': answer });
    });
}

test('an admin whose connection breaks while the test Task is made finds it and deletes it', async () => {
    const health = await openHealth(centre, 'admin');
    await centre.faults({ lostAnswer: 1 });

    await health.tryWithTestTask();

    await reads(health, {
        write: ['Works', 'can make and change Tasks'],
        remove: ['Works', 'Nothing of it is left']
    });
    assert.deepEqual(centre.tasks(), []);
});

test('an admin who closes the page while its test Task is there reads that the next page deleted it', async () => {
    const call = centre.makeTask('admin', { Subject: 'Call', CallObject: 'a conversation' });
    const health = await openHealth(centre, 'admin');
    const { page } = health.person;
    await page.route('**/graphql', async (route) => {
        // Never answered, so that the Task is there until the page is closed.
        if (route.request().postData()?.includes('SwitchboardUpdateTask') !== true) await route.continue();
    });
    await health.whole.getByRole('button', { name: 'Try with one test Task' }).click();
    await centre.until(() => assert.equal(centre.tasks().length, 2));

    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await health.person.reload();
    await page.getByRole('tab', { name: 'Org health' }).click();
    await health.isDone();

    await reads(health, { remove: ['Works', 'An earlier page of yours was closed'] });
    assert.deepEqual(
        centre.tasks().map(({ Id }) => Id),
        [call]
    );
    await health.isAccessible();
});

test('an admin reads to check Chosen types when the phone is signed in and tells of no call', async () => {
    await centre.profile({ 'phone-messages': 'noInteractions' });
    const health = await openHealth(centre, 'admin');
    await health.person.phone.getByRole('button', { name: 'Ring my phone' }).click();
    await health.askAgain();
    await reads(health, { channel: ['Works with a limit', 'check Chosen types'] });

    await centre.profile({ 'phone-messages': 'all' });
    await health.person.reload();
    await health.person.page.getByRole('tab', { name: 'Org health' }).click();
    await health.isDone();
    await health.person.ring();
    await health.askAgain();
    await reads(health, { channel: ['Works', 'Interaction events arrive'] });
    await exportsAs(health, { 'phone-messages': 'all' });
});

test('an admin reads what the words of the phone do a second time, once a call was held and paused', async () => {
    const health = await openHealth(centre, 'admin');
    const { person } = health;
    await reads(health, {
        holdTwice: ['No clear answer', 'Press Resume, wait ten seconds'],
        pauseTwice: ['No clear answer', 'Press End pause, wait ten seconds'],
        mute: ['Good to know', 'No page can know it']
    });
    await person.ring();
    await person.answer();
    await person.hold();
    await person.retrieve();
    await person.press('Secure pause');
    await person.sees('Secure pause is on');
    await person.press('End pause');
    await person.card.getByText('Secure pause is on').waitFor({ state: 'detached' });
    await health.askAgain();
    await reads(health, {
        holdTwice: ['Works', 'the same word took the call back from hold'],
        pauseTwice: ['Works', 'the same word let the recording go on']
    });
    await health.isAccessible();
    await exportsAs(health, { 'genesys-hold': 'switches', 'genesys-secure-pause': 'switches' });
});

test('a developer reads on the page every answer that a profile can hold', () => {
    const all = Object.entries(ASSUMPTIONS).flatMap(([id, answers]) => answers.map((answer) => `${id}: ${answer}`));
    assert.deepEqual(
        // What a phone of Salesforce Voice answers, the tests of c/voiceObservations read.
        all.filter(
            (answer) =>
                !told.has(answer) && ![...UNPROVEN, ...NOT_HERE].includes(answer) && !answer.startsWith('voice-')
        ),
        []
    );
});
