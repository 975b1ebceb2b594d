import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { contactCentre } from './contactCentre.ts';
import { unlabelled, unreadable } from './textsOnPage.ts';

const centre = contactCentre();

/** What the panel shows of people, of the directory and of the keyboard. */
const DATA = [
    'Edna Frank',
    'Harbour Lane Books',
    'Customer Care',
    /Claims|Renewals|Survey|After hours|Warehouse \(outside line\)/g,
    /Ada Agent|Ben Baker|Cleo Clark/g,
    /On Queue|Available|Busy|Away|Break|Meal|Meeting|Training|Back office/g,
    /Ctrl|Esc/g,
    /Disconnected or Canceled/g
];

/** Every word is a label's, and can be read as wide as a utility panel may be. */
async function reads(shown: Locator, state: string, widths: readonly number[]): Promise<void> {
    assert.deepEqual(await unlabelled(shown, DATA), [], `words that no label says, ${state}`);
    const part = shown.page().getByRole('region', { name: 'Switchboard', exact: true });
    for (const width of widths) {
        await part.evaluate((one, pixels) => one.style.setProperty('width', `${pixels}px`), width);
        assert.deepEqual(await unreadable(shown), [], `cannot be read, ${state}, ${width} pixels`);
    }
}

test('an agent whose language needs two fifths more room reads every word of a call, also in a narrow panel', async () => {
    await centre.phoneLogs('never');
    const ada = await centre.openPage('agent', await centre.computer(), '?language=pseudo');
    const panel = ada.page.locator('c-interaction-panel');
    const part = (name: string): Locator => panel.locator(name);
    const phone = (name: string): Promise<void> => ada.phone.getByRole('button', { name, exact: true }).click();
    const key = async (letter: string): Promise<void> => {
        await part('[data-id="caller"]').first().focus();
        await ada.page.keyboard.press(letter);
    };
    const look = (state: string): Promise<void> => reads(panel, state, [230, 400]);

    await phone('Ring my phone');
    await part('c-interaction-actions button').first().waitFor();
    await key('?');
    await part('c-shortcut-list kbd').first().waitFor();
    await look('ringing, with the keys');
    await ada.page.keyboard.press('Escape');

    await phone('Pick up');
    await part('c-pause-guide').waitFor();
    await part('textarea').fill('Wants a refund.');
    await part('c-interaction-diagnostics button').first().click();
    await part('c-pause-guide button').click();
    await key('t');
    await part('c-transfer-dialog input[type="radio"]').first().check();
    await look('talking, with the form of a transfer');
    await ada.page.keyboard.press('Escape');

    await part('[data-command="secureSession"]').click();
    await part('c-secure-session-form').waitFor();
    await part('c-agent-status [data-id="change"]').click();
    await look('talking, with the form of a secure session');

    await centre.faults({ offline: true });
    await part('c-agent-status [data-key]').last().click();
    await part('c-agent-status [data-id="question"]').waitFor();
    await look('asked before the status changes');
    await phone('Hang up');
    await phone('Finish wrap-up');
    await part('c-save-status [data-id="detail-toggle"]').click();
    await look('not saved');
});

/** What the Setup pages show of the org, in its own words; and what the base components say, which Salesforce translates. */
const IN_SETUP = [
    /\b\w+\.\w+\b/g,
    /\bSwitchboard_\w+/g,
    /\b(?:Queue|Caller Number|Wrap-Up|IVR Seconds|ACD Seconds|Connected|Disconnected|Participant|Internal Call)\b/g,
    /\b(?:After-Call Seconds|Call Result|CallDisposition|Comments|Description|Status|Subject|Type)\b/g,
    // Values of a field in Setup's own form, which is English everywhere.
    /\bAlways\b/g,
    /More Tabs|Tabs|More|Upload Files|Or drop files|Select an Option/g
];

test('an admin whose language needs two fifths more room reads every word of the Setup pages, on a narrow screen too', async () => {
    const address = 'lightning/n/Switchboard_Setup?language=pseudo';
    const { page } = await centre.openPage('admin', await centre.computer(), address);
    const setup = page.locator('c-switchboard-setup');
    const look = async (state: string): Promise<void> => {
        assert.deepEqual(await unlabelled(setup, IN_SETUP), [], `words that no label says, ${state}`);
        assert.deepEqual(await unreadable(setup), [], `cannot be read, ${state}`);
        await page.setViewportSize({ width: 400, height: 900 });
        // Names as long as CallDurationInSeconds are broken on so narrow a screen.
        assert.deepEqual(await unreadable(setup, /./), [], `cannot be read, ${state}, 400 pixels`);
    };
    await setup.locator('c-mapping-suggestions tr[data-attribute]').first().waitFor();
    await look('the mapping');

    await page.setViewportSize({ width: 1440, height: 900 });
    await setup.getByRole('tab').last().click();
    const health = setup.locator('c-org-health');
    await health
        .getByRole('status')
        .filter({ hasText: /^⟦Àļļ \d+/ })
        .waitFor();
    await health.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    await look('org health');
});
