import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, test } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Agent } from './agent.ts';
import { contactCentre } from './contactCentre.ts';
import { openMapping } from './mappingPage.ts';
import { assertAccessible } from './panelAxe.ts';

const UTILITY_BAR = 'force-app/demo/flexipages/Switchboard_Demo_UtilityBar.flexipage-meta.xml';
const QUEUE_FIELD = 'force-app/demo/objects/VoiceCall/fields/Queue__c.field-meta.xml';
const FIELDS = 'force-app/demo/permissionsets/Switchboard_Demo_Fields.permissionset-meta.xml';
const MAY_EDIT = '<editable>true</editable><field>VoiceCall.Queue__c</field><readable>true</readable>';

const SAMPLES = 'force-app/demo/customMetadata';
const withoutSampleRules = Object.fromEntries(
    readdirSync(path.resolve(import.meta.dirname, '..', SAMPLES))
        .filter((file) => file.startsWith('Switchboard_Attribute_Mapping.'))
        .map((file) => [`${SAMPLES}/${file}`, (): undefined => undefined])
);

/** An admin who moved to Salesforce Voice, and keeps the number of the caller in a field of Voice Call. */
const centre = contactCentre({
    changes: {
        [UTILITY_BAR]: (page) => page.replaceAll('genesysUtility', 'voiceUtility'),
        [QUEUE_FIELD]: () =>
            '<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Queue__c</fullName>' +
            '<label>Caller</label><type>Text</type><length>40</length></CustomField>',
        ...withoutSampleRules,
        [FIELDS]: (set) =>
            set.replace('<fieldPermissions>', `<fieldPermissions>${MAY_EDIT}</fieldPermissions><fieldPermissions>`)
    }
});

const voicePhone = ({ page }: Agent): Locator => page.getByRole('region', { name: 'Salesforce Voice phone' });
const press = (agent: Agent, name: string): Promise<void> =>
    voicePhone(agent).getByRole('button', { name, exact: true }).click();

async function put(route: string, body: object): Promise<void> {
    const answer = await fetch(new URL(route, centre.url), {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body)
    });
    assert.equal(answer.status, 200);
}

async function signIn(user = 'agent'): Promise<Agent> {
    const ada = await centre.openPage(user, await centre.computer());
    await voicePhone(ada).getByRole('button', { name: 'Ring my phone' }).waitFor();
    await ada.panel.waitFor();
    return ada;
}

async function talks(user?: string): Promise<Agent> {
    const ada = await signIn(user);
    await press(ada, 'Ring my phone');
    await ada.sees('Ringing');
    await ada.answer();
    return ada;
}

async function hangsUp(ada: Agent): Promise<void> {
    await ada.hangUp();
    await press(ada, 'Finish wrap-up');
    await ada.sees('Ended');
}

const mapsCallerTo = (field: string): Promise<void> =>
    centre.newRule('Caller', { Attribute__c: 'Call.Ani', Task_Field__c: field, Active__c: true });

const mapsTasksAlone = (): Promise<void> =>
    centre.newRule('Tasks', { Attribute__c: 'Call.Ani', Task_Field__c: 'Task.Subject', Active__c: true });

beforeEach(async () => {
    await put('local/page', { phones: 'voice' });
    await centre.settings({ Target_Object__c: 'VoiceCall', Follow_Seconds__c: 1 });
});

test("an agent's call ends with its Voice Call filled, and no Task", async () => {
    await mapsCallerTo('Queue__c');
    await mapsTasksAlone();
    const ada = await talks();
    assert.equal(await ada.notes.getAttribute('placeholder'), 'Saved with the Voice Call');
    await ada.types('Wants a refund.');
    await hangsUp(ada);
    const call = await centre.until(() => {
        const [found] = centre.calls();
        assert.equal(found?.['Description'], 'Wants a refund.');
        assert.equal(found['Queue__c'], found['FromPhoneNumber']);
        return found;
    });
    assert.match(String(call['FromPhoneNumber']), /^\+/);
    await ada.card.getByText('Saved', { exact: true }).waitFor();
    assert.doesNotMatch(await ada.card.innerText(), /attention/);
    await ada.panel.getByRole('button', { name: 'Diagnostics' }).click();
    assert.equal(await ada.diagnostic('Voice Calls are saved through'), 'Record API');
    await assertAccessible(ada, 'saved on a Voice Call', [
        'page-shell',
        'page-utility-bar',
        'page-utility-panel',
        'c-voice-utility',
        'c-interaction-panel'
    ]);
    await ada.card.getByRole('link', { name: /^Open Voice Call/ }).click();
    await ada.page.waitForURL(`**/lightning/r/VoiceCall/${call.Id}/view`);
    assert.doesNotMatch(await ada.card.innerText(), /Task/);
    assert.equal(centre.tasks().length, 0);
});

test('an agent waits for a record that comes late, reads so, and has it filled once it is there', async () => {
    await put('local/voice/settings', { records: 'atEnd' });
    const ada = await talks();
    await ada.types('Wants a refund.');
    await ada.card.getByText('Will be saved when Salesforce has made the Voice Call').waitFor();
    await hangsUp(ada);
    await centre.until(() => assert.equal(centre.calls()[0]?.['Description'], 'Wants a refund.'));
    assert.equal(centre.tasks().length, 0);
});

test('an agent whose call gets no record reads so in plain words, and keeps the notes', async () => {
    await put('local/voice/settings', { records: 'never' });
    const ada = await talks();
    await ada.types('Wants a refund.');
    await hangsUp(ada);
    await ada.card.getByText(/^Salesforce has no Voice Call of this call/).waitFor();
    await ada.card.getByRole('button', { name: 'Notes' }).click();
    assert.equal(await ada.notes.inputValue(), 'Wants a refund.');
    assert.equal(centre.tasks().length, 0);
});

test('an agent and the admin read which field of Voice Call no page may change, and the rest is saved', async () => {
    await mapsCallerTo('ActivityId');
    const ada = await talks();
    await ada.types('Wants a refund.');
    await hangsUp(ada);
    await centre.until(() => assert.equal(centre.calls()[0]?.['Description'], 'Wants a refund.'));
    await ada.card.getByRole('button', { name: '1 field needs attention' }).click();
    await ada.card.getByText(/^Activity ID cannot be changed from here/).waitFor();
    await ada.card.getByRole('button', { name: 'Details for your admin' }).click();
    await ada.card.getByText(/a custom field of Voice Call, or one of CallResolution; Description/).waitFor();
});

test('an agent without a permission set of Voice reads that one is missing, and which', async () => {
    const cleo = await talks('agentLimited');
    await cleo.types('Wants a refund.');
    await hangsUp(cleo);
    await cleo.card.getByText(/^You may not change Voice Calls/).waitFor();
    await cleo.card.getByRole('button', { name: 'Details for your admin' }).click();
    await cleo.card.getByText(/Salesforce Voice Contact Center Rep/).waitFor();
    assert.deepEqual([centre.tasks().length, centre.calls()[0]?.['Description']], [0, null]);
});

test('an admin reads on the mapping page where calls are saved, and is offered what Salesforce opens to pages', async () => {
    await mapsCallerTo('ActivityId');
    await mapsTasksAlone();
    const dana = await openMapping(centre, 'admin');
    await dana.whole.getByText(/on the record Voice Call/).waitFor();
    await dana
        .rule('Caller')
        .getByText(/Salesforce lets no page change this field/)
        .waitFor();
    await dana
        .rule('Tasks')
        .getByText(/^For Task only/)
        .waitFor();
    await dana.chooses('new-rule', 'Field of Voice Call', 'Caller (Queue__c)');
    await dana.isAccessible('where calls are saved on Voice Call');
});
