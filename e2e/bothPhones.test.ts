import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import type { Agent } from './agent.ts';
import { contactCentre } from './contactCentre.ts';
import { BOTH_UTILITY_ITEMS } from './customisedProject.ts';

type Vendor = 'genesysCloud' | 'salesforceVoice';

/** The two phones of the page, and the utility item of each. */
const PHONES = {
    genesysCloud: { name: 'Genesys Cloud', item: 0, component: 'c-genesys-utility' },
    salesforceVoice: { name: 'Salesforce Voice', item: 1, component: 'c-voice-utility' }
} as const;
const VENDORS = ['genesysCloud', 'salesforceVoice'] as const;
const NUMBER = '+61491570006';
const NOTES = 'Wants a refund.';

const centre = contactCentre({ changes: BOTH_UTILITY_ITEMS });

const other = (vendor: Vendor): Vendor => (vendor === 'genesysCloud' ? 'salesforceVoice' : 'genesysCloud');
const phone = ({ page }: Agent, vendor: Vendor): Locator =>
    page.getByRole('region', { name: `${PHONES[vendor].name} phone`, exact: true });
const saves = (vendor: Vendor): string =>
    `${PHONES[vendor].name} saves this one. Take notes in its panel: here nothing is saved.`;

/** Five seconds of the page, and some of the org to answer. */
async function step({ page }: Agent): Promise<void> {
    await page.clock.runFor(5_000);
    await pause(100);
}

/** A minute of the page. */
async function minute(ada: Agent): Promise<void> {
    for (let passed = 0; passed < 60; passed += 5) await step(ada);
}

/** Opens the panel of one phone, which closes the other one's. */
async function looksAt(ada: Agent, vendor: Vendor): Promise<void> {
    const { component, item } = PHONES[vendor];
    // By its place: an item's label tells of the call that rings.
    const button = ada.page.getByRole('contentinfo', { name: 'Utility bar' }).getByRole('button').nth(item);
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
    await ada.page.locator(component).getByRole('region', { name: 'Conversations' }).waitFor();
}

async function isReady(ada: Agent): Promise<void> {
    for (const vendor of VENDORS) await phone(ada, vendor).getByRole('button', { name: 'Ring my phone' }).waitFor();
    await ada.panel.waitFor();
}

/** On a computer whose clock a test can move on. */
async function signIn(): Promise<Agent> {
    const computer = await centre.computer();
    await computer.clock.install();
    const ada = await centre.openPage('agent', computer);
    await isReady(ada);
    return ada;
}

async function post(route: string, body: object): Promise<Readonly<Record<string, unknown>>> {
    const response = await fetch(new URL(`local/${route}`, centre.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: 'sid=agent' },
        body: JSON.stringify(body)
    });
    return (await response.json()) as Readonly<Record<string, unknown>>;
}

/** The id under which a phone tells of the call that rings now. */
async function rings(vendor: Vendor, callId: string = randomUUID()): Promise<string> {
    if (vendor === 'genesysCloud') {
        const { conversationId } = await post('genesys/calls', { number: NUMBER, queue: 'Customer Care' });
        return String(conversationId);
    }
    assert.deepEqual(await post('voice/moves', { move: 'ring', number: NUMBER, callId }), { done: true });
    return callId;
}

async function answers(ada: Agent, vendor: Vendor): Promise<void> {
    await looksAt(ada, vendor);
    await ada.sees('Ringing');
    await ada.answer();
}

async function ends(ada: Agent, vendor: Vendor): Promise<void> {
    await looksAt(ada, vendor);
    await ada.press('Hang up');
    await phone(ada, vendor).getByText('Wrap-up', { exact: true }).first().waitFor();
    if (vendor === 'genesysCloud') await ada.choose(phone(ada, vendor), 'Wrap-up code', 'Complaint');
    await phone(ada, vendor).getByRole('button', { name: 'Finish wrap-up' }).click();
    await ada.sees('Ended');
}

/** The panel of the phone that does not save says who does, and offers nothing that would be lost. */
async function onlyShows(ada: Agent, vendor: Vendor): Promise<void> {
    await looksAt(ada, vendor);
    await ada.sees(saves(other(vendor)));
    assert.equal(await ada.notes.count(), 0);
    assert.equal(await ada.card.getByText(/^(Saved|Not saved|Saving)/).count(), 0);
}

/** The only Task, once nothing more comes. */
async function onlyTask(ada: Agent, fields: Readonly<Record<string, unknown>>): Promise<void> {
    const check = (): void => {
        const [task, ...others] = centre.tasks();
        assert.deepEqual(others, []);
        for (const [field, value] of Object.entries(fields)) assert.equal(task?.[field], value, field);
        assert.ok(Number(task?.['CallDurationInSeconds'] ?? NaN) >= 0);
    };
    await centre.until(check);
    await minute(ada);
    check();
}

beforeEach(async () => {
    await centre.phones('both');
    await centre.phoneLogs('never');
});

for (const chosen of [undefined, ...VENDORS]) {
    const writer = chosen ?? 'genesysCloud';
    const named = chosen === undefined ? 'and none is chosen' : `and ${PHONES[chosen].name} is chosen`;
    const settings = { Write_Mode__c: 'own', Writing_Vendor__c: chosen ?? null };

    for (const [ids, isOne] of [
        ['one id', true],
        ['ids of their own', false]
    ] as const) {
        test(`a call that both phones tell under ${ids} has one Task, also through a reload, where both items are in the app ${named}`, async () => {
            await centre.settings(settings);
            const ada = await signIn();
            const conversation = await rings('genesysCloud');
            const leg = await rings('salesforceVoice', isOne ? conversation : undefined);
            for (const vendor of VENDORS) await answers(ada, vendor);
            await onlyShows(ada, other(writer));
            await looksAt(ada, writer);
            await ada.types(NOTES);
            await centre.until(() => assert.equal(centre.tasks().length, 1));

            await ada.page.reload();
            await isReady(ada);
            await onlyShows(ada, other(writer));
            await looksAt(ada, writer);
            await ada.sees('Connected');
            assert.equal(await ada.notes.inputValue(), NOTES);

            await ends(ada, other(writer));
            await ends(ada, writer);
            await onlyTask(ada, { Description: NOTES, CallObject: writer === 'genesysCloud' ? conversation : leg });
            await onlyShows(ada, other(writer));
        });
    }

    test(`a call of each phone in turn: the one that saves leaves a Task, the other one says so, where both items are in the app ${named}`, async () => {
        await centre.settings(settings);
        const ada = await signIn();
        await rings(other(writer));
        await answers(ada, other(writer));
        await onlyShows(ada, other(writer));
        await ends(ada, other(writer));
        await minute(ada);
        assert.deepEqual(centre.tasks(), []);

        const id = await rings(writer);
        await answers(ada, writer);
        await ada.types(NOTES);
        await ends(ada, writer);
        await ada.seesSaved();
        await onlyTask(ada, { Description: NOTES, CallObject: id });
    });
}

/** The item is gone from the app: its component is destroyed, the other one stays. */
async function takesOff(ada: Agent, vendor: Vendor): Promise<void> {
    await ada.page.locator(PHONES[vendor].component).evaluate((item) => item.remove());
}

for (const writer of VENDORS) {
    for (const [when, isOffline] of [
        ['in the middle of a call', false],
        ['while Salesforce cannot be reached', true]
    ] as const) {
        test(`notes reach the one Task although the item of ${PHONES[writer].name}, which saves, is taken off ${when}`, async () => {
            await centre.settings({ Write_Mode__c: 'own', Writing_Vendor__c: writer });
            const ada = await signIn();
            const ids = { genesysCloud: await rings('genesysCloud'), salesforceVoice: await rings('salesforceVoice') };
            for (const vendor of VENDORS) await answers(ada, vendor);
            await looksAt(ada, writer);
            await centre.faults({ offline: isOffline });
            await ada.types(NOTES);
            await takesOff(ada, writer);
            await onlyShows(ada, other(writer));
            await centre.faults({ offline: false });
            await centre.until(async () => {
                await step(ada);
                assert.deepEqual(
                    centre.tasks().map(({ CallObject, Description }) => [CallObject, Description]),
                    [[ids[writer], NOTES]]
                );
            });
            await ends(ada, other(writer));
            await onlyShows(ada, other(writer));
            await minute(ada);
            assert.equal(centre.tasks().length, 1);
        });
    }
}

test('the next call is saved by Salesforce Voice where Genesys Cloud was never chosen and its item is gone', async () => {
    await centre.settings({ Write_Mode__c: 'own', Writing_Vendor__c: null });
    const ada = await signIn();
    await takesOff(ada, 'genesysCloud');
    const id = await rings('salesforceVoice');
    await answers(ada, 'salesforceVoice');
    await ada.types(NOTES);
    await ends(ada, 'salesforceVoice');
    await ada.seesSaved();
    await onlyTask(ada, { Description: NOTES, CallObject: id });
});
