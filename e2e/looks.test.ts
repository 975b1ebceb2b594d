import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agent } from './agent.ts';
import { contactCentre } from './contactCentre.ts';
import { faint } from './contrast.ts';
import { pagePicture, panelPicture } from './pictures.ts';
import { unreadable } from './textsOnPage.ts';

const centre = contactCentre();

/** Loads the page anew in the middle of the call. */
async function read(ada: Agent, language: string): Promise<void> {
    await ada.page.goto(new URL(`?language=${language}`, centre.url).href);
    const panel = ada.page.locator('c-interaction-panel');
    await panel.locator('c-pause-guide').waitFor();
    await panel.locator('c-save-status [data-id="open-task"]').waitFor();
    await panel.locator('[data-command="hold"]').focus();
    const part = ada.page.getByRole('region', { name: 'Switchboard', exact: true });
    for (const width of ['230px', '380px']) {
        await part.evaluate((one, wide) => one.style.setProperty('width', wide), width);
        assert.deepEqual(await unreadable(panel), [], `${language}, ${width}`);
    }
}

test('an agent reads the panel in German, Spanish and Japanese, in the dark, and at twice the size', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.phoneLogs('never');
    const ada = await centre.signIn('agent');
    const { page } = ada;
    const panel = page.locator('c-interaction-panel');
    await ada.ring();
    await ada.answer();

    await read(ada, 'de');
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
    await panelPicture(ada, 'panel-german');
    await read(ada, 'es');
    await panelPicture(ada, 'panel-spanish');
    await read(ada, 'ja');
    await panelPicture(ada, 'panel-japanese');

    await read(ada, 'en');
    assert.deepEqual(await faint(panel), [], 'in the light');
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await ada.press('Transfer');
    assert.deepEqual(await faint(panel), [], 'in the dark');
    await panelPicture(ada, 'panel-dark');

    await page.emulateMedia({ colorScheme: 'light' });
    // The layout of a window of 1440 by 900 pixels at 200 %.
    await page.setViewportSize({ width: 720, height: 450 });
    assert.deepEqual(await unreadable(panel), [], 'at twice the size');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 721, `nothing scrolls sideways: ${wide} pixels`);
    const button = ada.card.getByRole('button', { name: /^Hang up/ });
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    assert.ok(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 720 && box.y + box.height <= 450);
    await pagePicture(ada, 'panel-zoom');
});
