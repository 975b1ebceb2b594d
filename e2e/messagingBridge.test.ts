/** A rep of Salesforce and a customer of Genesys Cloud in one browser, with the real bridge between them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import type { Agent } from './agent.ts';
import { contactCentre, PATIENCE_MS } from './contactCentre.ts';
import { tabTo } from './keyboard.ts';
import { assertPageAccessible } from './pageAxe.ts';
import { pagePicture } from './pictures.ts';

const centre = contactCentre();

/** The bridge's embedded database takes some seconds to start, and more on a busy machine. */
const START_MS = 90_000;

interface Messaging {
    readonly rep: Agent;
    readonly page: Page;
    /** What the rep reads. */
    readonly written: Locator;
    /** What the customer reads. */
    readonly read: Locator;
    readonly box: Locator;
    /** Where the customer writes. */
    readonly phone: Locator;
}

async function messaging(address = 'messaging'): Promise<Messaging> {
    const rep = await centre.openPage('agent', await centre.computer(), address);
    const { page } = rep;
    if (address !== 'messaging') await page.getByRole('link', { name: 'Messaging' }).click();
    return {
        rep,
        page,
        written: page.getByRole('log', { name: 'What you and Edna Okafor wrote' }),
        read: page.getByRole('log', { name: 'What Edna Okafor reads' }),
        box: page.getByRole('textbox', { name: 'Message to the customer' }),
        phone: page.getByRole('textbox', { name: 'Message of the customer' })
    };
}

const isRunning = ({ page }: Messaging): Promise<void> =>
    page.getByText('It is running.').waitFor({ timeout: START_MS });

const assertAccessible = ({ page }: Messaging, state: string): Promise<void> => assertPageAccessible(page, state, 50);

/** The last line can be seen. */
const scrolledBy = (box: Locator): Promise<number> => box.evaluate(({ scrollTop }) => scrollTop);

async function isAtEnd(log: Locator): Promise<void> {
    const below = (): Promise<number> =>
        log.evaluate(({ clientHeight, scrollHeight, scrollTop }) => scrollHeight - scrollTop - clientHeight);
    for (const since = Date.now(); (await below()) > 1; await wait(20))
        assert.ok(Date.now() - since < PATIENCE_MS, `${await below()} pixels are below what is shown`);
}

test('a customer writes, a rep answers, and each reads the other, also what was written while the bridge was killed', async () => {
    const there = await messaging();
    const { box, page, phone, read, rep, written } = there;
    await isRunning(there);
    await assertAccessible(there, 'nobody has written');
    await phone.fill('Or by cheque?');
    await phone.press('Enter');
    await written.getByText('Or by cheque?').waitFor();
    await written.getByText('Hi, can I pay by card?').waitFor();
    assert.equal(await box.count(), 0, 'the rep has not accepted');
    await written.getByText('Routed.').waitFor();
    await page.getByRole('button', { name: 'Accept' }).click();
    await box.fill('Yes, you can pay by card.');
    await box.press('Enter');
    await read.getByText('Yes, you can pay by card.').waitFor();
    await written.getByRole('listitem').filter({ hasText: 'Yes, you can' }).getByText('Delivered').waitFor();
    assert.equal(await box.inputValue(), '');

    await page.getByRole('button', { name: 'Offer answers' }).click();
    await page.getByRole('textbox', { name: /^Answers to choose from/ }).fill('Visa, Mastercard');
    await box.fill('Which card is it?');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await read.getByText('1. Visa').waitFor();
    await written.getByRole('listitem').filter({ hasText: 'Mastercard' }).first().waitFor();
    await assertAccessible(there, 'running');
    await page.setViewportSize({ width: 1280, height: 680 });
    await isAtEnd(written);
    await page.getByRole('button', { name: '2. Mastercard' }).waitFor();
    // What a busy machine tells late is not shown any more.
    await centre.until(async () => {
        await phone.pressSequentially('B');
        await written.getByText('Edna Okafor is typing…').waitFor({ timeout: 6_000 });
    });
    await phone.fill('');
    await pagePicture(rep, 'messaging-rep-and-customer');
    await page.getByRole('button', { name: '2. Mastercard' }).click();
    await written
        .getByRole('listitem')
        .filter({ hasText: /^Edna Okafor: Mastercard/ })
        .waitFor();

    await page.getByRole('button', { name: 'Kill the bridge' }).click();
    await page.getByText('It was killed.').waitFor();
    await box.fill('Then it is paid.');
    await box.press('Enter');
    await written.getByText('Then it is paid.').waitFor();
    await isAtEnd(written);
    // The key scrolls smoothly, and what happens meanwhile may end that.
    for (let left = 240; left > 0 && (await scrolledBy(written)) > 0; left -= 1) {
        await written.press('Home');
        await page.waitForTimeout(250);
    }
    assert.equal(await scrolledBy(written), 0);
    await phone.fill('Visa');
    await phone.press('Enter');
    await read.getByText('Visa', { exact: true }).waitFor();
    assert.equal(await read.getByText('Then it is paid.').count(), 0);
    await assertAccessible(there, 'killed');
    await page.getByRole('button', { name: 'Start the bridge' }).click();
    await read.getByText('Then it is paid.').waitFor({ timeout: START_MS });
    await written
        .getByRole('listitem')
        .filter({ hasText: /^Edna Okafor: Visa/ })
        .waitFor();
    assert.equal(await read.getByText('Yes, you can pay by card.').count(), 1);
    assert.equal(await scrolledBy(written), 0, 'who reads above is left there');
});

test('a rep comes from the Lightning page and writes with the keyboard only, and the message waits while Genesys Cloud is down', async () => {
    const there = await messaging('');
    const { box, page, phone, read, rep, written } = there;
    await isRunning(there);
    await tabTo(rep, phone);
    await page.keyboard.type('Hello?');
    await page.keyboard.press('Enter');
    await written.getByText('Hello?').waitFor();
    await tabTo(rep, page.getByRole('button', { name: 'Accept' }));
    await page.keyboard.press('Enter');
    await tabTo(rep, page.getByRole('button', { name: 'Kill the bridge' }));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const down = page.getByRole('option', { name: 'Down' });
    await down.waitFor();
    /** The place of the option that the next key of Enter chooses; -1 as long as there is none. */
    const focused = (): Promise<number> =>
        page
            .getByRole('option')
            .evaluateAll((options) => options.findIndex(({ classList }) => classList.contains('slds-has-focus')));
    for (let presses = 0; presses < 8; presses += 1) {
        if (await down.evaluate(({ classList }) => classList.contains('slds-has-focus'))) break;
        const before = await focused();
        await page.keyboard.press('ArrowDown');
        // The mark follows the key a moment later, on a busy machine after the next one.
        await centre.until(async () => assert.notEqual(await focused(), before));
    }
    await page.keyboard.press('Enter');
    await page.getByText('Nobody is at its address.').waitFor();
    await tabTo(rep, box);
    await page.keyboard.type('Are you there?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.waitForTimeout(1_000);
    assert.equal(await read.getByText('Are you there?').count(), 0);

    await page.getByRole('combobox', { name: 'Genesys Cloud is' }).click();
    await page.getByRole('option', { name: 'Working' }).click();
    await read.getByText('Are you there?').waitFor({ timeout: START_MS });
});
