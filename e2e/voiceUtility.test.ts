import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Agent } from './agent.ts';
import { contactCentre } from './contactCentre.ts';
import { assertAccessible, VOICE_PANEL } from './panelAxe.ts';
import { panelPicture } from './pictures.ts';

const UTILITY_BAR = 'force-app/demo/flexipages/Switchboard_Demo_UtilityBar.flexipage-meta.xml';

/** An admin who moved to Salesforce Voice: the same bar, with the other item. */
const centre = contactCentre({
    changes: { [UTILITY_BAR]: (page) => page.replaceAll('genesysUtility', 'voiceUtility') }
});

const voicePhone = ({ page }: Agent): Locator => page.getByRole('region', { name: 'Salesforce Voice phone' });
const press = (agent: Agent, name: string): Promise<void> =>
    voicePhone(agent).getByRole('button', { name, exact: true }).click();

async function signIn(): Promise<Agent> {
    const ada = await centre.openPage('agent', await centre.computer());
    await voicePhone(ada).getByRole('button', { name: 'Ring my phone' }).waitFor();
    await ada.panel.waitFor();
    return ada;
}

async function talks(): Promise<Agent> {
    const ada = await signIn();
    await press(ada, 'Ring my phone');
    await ada.sees('Ringing');
    await ada.answer();
    return ada;
}

beforeEach(async () => {
    await centre.phones('voice');
    await centre.settings({ Write_Mode__c: 'own' });
});

test('an agent handles a call of Salesforce Voice in the panel, and one Task has it', async () => {
    const ada = await talks();
    await ada.types('Wants a refund.');
    await ada.hold();
    await ada.retrieve();
    await assertAccessible(ada, 'talking on Salesforce Voice', VOICE_PANEL);
    await ada.hangUp();
    await press(ada, 'Finish wrap-up');
    await ada.sees('Ended');
    const task = await centre.until(() => {
        const [found, ...others] = centre.tasks();
        assert.equal(others.length, 0);
        assert.equal(found?.['Description'], 'Wants a refund.');
        assert.ok(Number(found['CallDurationInSeconds']) >= 0);
        return found;
    });
    assert.equal(task['CallType'], 'Inbound');
    assert.ok(String(task['CallObject']).length > 0);
});

test('an agent whose page is loaded anew while the caller is on hold goes on with the call as it stood, and the same Task', async () => {
    const ada = await talks();
    const [before] = await centre.until(() => {
        assert.equal(centre.tasks().length, 1);
        return centre.tasks();
    });
    await ada.hold();
    await ada.page.reload();
    await ada.sees('On hold');
    await ada.retrieve();
    await ada.hangUp();
    await press(ada, 'Finish wrap-up');
    await ada.sees('Ended');
    await centre.until(() => assert.ok(Number(centre.tasks()[0]?.['CallDurationInSeconds'] ?? NaN) >= 0));
    assert.deepEqual(
        centre.tasks().map(({ Id }) => Id),
        [before?.Id]
    );
});

test('an agent in an org that leaves Tasks to the phone gets the Task all the same: this phone writes none', async () => {
    await centre.settings({ Write_Mode__c: 'phone' });
    const ada = await talks();
    await ada.hangUp();
    await centre.until(() => assert.equal(centre.tasks().length, 1));
    await ada.panel.getByRole('button', { name: 'Diagnostics' }).click();
    await ada.panel.getByText('This phone writes no Tasks, so Switchboard writes them.').waitFor();
});

test('an agent sees who is on the line, what is said, the flag and how good the line is, on a narrow panel too', async () => {
    const ada = await talks();
    const phone = voicePhone(ada);
    const happens = async (words: string, name: string): Promise<void> => {
        await phone.getByLabel('Words').fill(words);
        await press(ada, name);
    };
    await phone.getByText('Beside the line').click();
    await happens('My last bill is wrong.', 'Customer says');
    await happens('I ask the billing team.', 'Agent says');
    await press(ada, 'Consult');
    await press(ada, 'Answers');
    await happens('She has a new contract.', "Supervisor's note");
    await happens('May I refund it?', 'Raise a flag');
    await press(ada, 'Report on the line');

    const people = ada.card.getByRole('list', { name: 'On the line' }).getByRole('listitem');
    await people.nth(1).waitFor();
    assert.deepEqual(await people.evaluateAll((all) => all.map((one) => one.textContent?.includes('On hold'))), [
        true,
        false
    ]);
    for (const label of ['Conference', 'Swap']) {
        assert.equal(await ada.card.getByRole('button', { name: new RegExp(`^${label}\\b`) }).count(), 1);
    }
    await ada.sees('The flag is raised');
    await ada.card.getByRole('button', { name: 'The line is good' }).click();
    await ada.card.getByText('There and back').waitFor();
    await ada.seesSaved();
    await ada.page.mouse.move(0, 0);
    await panelPicture(ada, 'agent-voice-call');

    const toggle = ada.card.getByRole('button', { name: 'The line is good' });
    await toggle.focus();
    const colours = await toggle.evaluate((one) =>
        [one, one.parentElement ?? one].map((of) => getComputedStyle(of).color)
    );
    assert.equal(colours[0], colours[1], 'the words have the colour of the text around, which a dark theme changes');
    await ada.page
        .getByRole('region', { name: 'Switchboard', exact: true })
        .evaluate((panel) => panel.style.setProperty('width', '230px'));
    const numbers = ada.card.locator('[data-id="address"], [data-id="people"] .name');
    const heights = await numbers.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    assert.equal(heights.length, 3);
    assert.ok(Math.max(...heights) < 30, `no number is broken on a narrow panel: ${heights.join(', ')} pixels high`);
    await assertAccessible(ada, 'a call with more of it told, on a narrow panel', VOICE_PANEL);
});
