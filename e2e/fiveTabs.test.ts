import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import type { Agent } from './agent.ts';
import { contactCentre } from './contactCentre.ts';
import { mappedFields } from './phoneMessages.ts';
import type { Heard } from './phoneMessages.ts';
import { areKept, crash, holdNextSave, openRealBrowser, putToSleep, turnTo } from './tabs.ts';
import type { RealBrowser } from './tabs.ts';
import { assertFields } from './taskFields.ts';

const centre = contactCentre();
const NOTES = 'Wants the order on Friday.';
/** Connected, hung up, wrapped up. */
const MILESTONES = 3;

let browser: RealBrowser | undefined;
afterEach(async () => {
    await browser?.close();
    browser = undefined;
});

/** Where writes are counted: however busy the machine, what belongs to one milestone comes within this time. */
const UNHURRIED = { Coalesce_Milliseconds__c: 1_500 };

/** One agent with the page open in five tabs of one browser. */
async function fiveTabs({
    prepare = () => Promise.resolve(),
    settings = {},
    phoneLogs = 'never'
}: {
    prepare?: (computer: BrowserContext) => Promise<unknown>;
    settings?: Readonly<Record<string, unknown>>;
    phoneLogs?: 'early' | 'never';
} = {}): Promise<{ tabs: readonly Agent[]; heard: Heard }> {
    await centre.settings({ Write_Mode__c: 'own', ...settings });
    await centre.phoneLogs(phoneLogs);
    const heard = await centre.hear('agent');
    browser = await openRealBrowser();
    await prepare(browser.computer);
    const tabs: Agent[] = [];
    while (tabs.length < 5) tabs.push(await centre.signIn('agent', browser.computer));
    return { tabs, heard };
}

/** What a page does a second later or more comes soon, so that nobody waits minutes for a tab to give way. */
function waitTwentyTimesAsFast(): void {
    const later = window.setTimeout.bind(window);
    const sooner = (run: () => void, ms = 0): number => later(run, ms < 1_000 ? ms : ms / 20);
    Object.assign(window, { setTimeout: sooner });
}

async function connects(tab: Agent | undefined): Promise<void> {
    const agent = await turnTo(tab);
    await agent.ring();
    await agent.answer();
}

async function haveWritten(times: number): Promise<void> {
    await centre.until(() => assert.equal(centre.pageWrites().length, times, JSON.stringify(centre.pageWrites())));
}

async function assertOneTask(heard: Heard, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await centre.until(() => {
        const [task, ...others] = centre.tasks();
        assert.ok(task, 'there is a Task');
        assert.deepEqual(others, []);
        assertFields(task, { ...mappedFields(heard.interactions()), ...more });
    });
}

test('an agent with five tabs open has one Task, written as often as with one tab', async () => {
    const { tabs, heard } = await fiveTabs({ settings: UNHURRIED });
    const [first, second, third, fourth, fifth] = tabs;
    await (await turnTo(first)).ring();
    await (await turnTo(second)).answer();
    await haveWritten(1);
    await (await turnTo(third)).types(NOTES);
    await (await turnTo(fourth)).hangUp();
    await haveWritten(2);
    await (await turnTo(fifth)).wrapUp('Question answered');
    for (const tab of tabs) await tab.seesSaved();
    await assertOneTask(heard, { Description: NOTES });
    assert.equal(centre.pageWrites().length, MILESTONES, JSON.stringify(centre.pageWrites()));
});

for (const { where, when } of [
    { where: 'onItsWay', when: 'before the org hears of it' },
    { where: 'committed', when: 'before it hears that the org has it' }
] as const) {
    test(`an agent whose tab crashes in mid-save, ${when}, has one Task from the other four`, async () => {
        const { tabs, heard } = await fiveTabs();
        const holding = holdNextSave(tabs, where);
        await connects(tabs[0]);
        const { tab, others, release } = await holding;
        const [second, third, fourth] = others;
        await (await turnTo(tab)).types(NOTES);
        await areKept(NOTES, second);

        await crash(tab);
        await release();

        await (await turnTo(second)).hangUp();
        await (await turnTo(third)).wrapUp('Question answered');
        await fourth?.seesSaved();
        await assertOneTask(heard, { Description: NOTES });
    });
}

test('an agent who reloads the saving tab and closes another one in mid-save has one Task, though an answer was lost', async () => {
    const { tabs, heard } = await fiveTabs();
    const holding = holdNextSave(tabs, 'committed');
    await connects(tabs[0]);
    const { tab, others, release } = await holding;
    const [second, third, fourth] = others;
    await centre.faults({ lostAnswer: 1 });
    await (await turnTo(second)).types(NOTES);

    await second?.page.close();
    await (await turnTo(tab)).reload();
    await release();

    await tab.sees('Connected');
    await (await turnTo(third)).hangUp();
    await (await turnTo(tab)).wrapUp('Complaint');
    await fourth?.seesSaved();
    await assertOneTask(heard, { Description: NOTES });
});

test('an agent whose four other tabs sleep through the call has the last values when they wake', async () => {
    const { tabs, heard } = await fiveTabs();
    const [first, ...others] = tabs;
    const awake = await turnTo(first);
    await awake.ring();
    const asleep = await Promise.all(others.map((tab) => putToSleep(tab, awake)));
    await awake.answer();
    await awake.types(NOTES);
    await awake.hangUp();
    await awake.wrapUp('Complaint');
    await awake.seesSaved();
    const written = centre.pageWrites().length;

    for (const { wake } of asleep) await wake();

    for (const tab of others) await tab.seesSaved();
    await assertOneTask(heard, { Description: NOTES });
    assert.equal(centre.pageWrites().length, written);
});

test('an agent whose saving tab falls asleep with the lock has the Task from the others, and nothing old when it wakes', async () => {
    const { tabs, heard } = await fiveTabs({ prepare: (computer) => computer.addInitScript(waitTwentyTimesAsFast) });
    const holding = holdNextSave(tabs, 'onItsWay');
    await connects(tabs[0]);
    const { tab, others, release } = await holding;
    const [second, third, fourth] = others;
    const awake = await turnTo(second);
    const asleep = await putToSleep(tab, awake);
    await awake.types(NOTES);
    await awake.hangUp();
    await (await turnTo(third)).wrapUp('Complaint');
    await fourth?.seesSaved();
    await assertOneTask(heard, { Description: NOTES });

    await release();
    await asleep.wake();

    await tab.seesSaved();
    await assertOneTask(heard, { Description: NOTES });
});

test('an agent who loses the connection for a whole call and closes four of five tabs has the Task once it is back', async () => {
    const { tabs, heard } = await fiveTabs();
    const [first, second, third, fourth, fifth] = tabs;
    await centre.faults({ offline: true });
    await (await turnTo(first)).ring();
    await (await turnTo(second)).answer();
    await (await turnTo(third)).types(NOTES);
    await third?.page.close();
    await first?.page.close();
    await (await turnTo(second)).hangUp();
    await crash(await turnTo(second));
    await (await turnTo(fourth)).wrapUp('Complaint');
    await fourth?.sees('Not saved');
    await fourth?.page.close();
    assert.deepEqual(centre.tasks(), []);

    await centre.faults({ offline: false });
    const last = await turnTo(fifth);
    await last.tryAgainNow();

    await last.seesSaved();
    await assertOneTask(heard, { Description: NOTES });
});

test('an agent whose org has no key field has one Task, though the saving tab crashed', async () => {
    await centre.profile({ 'unique-key': 'absent' });
    const { tabs, heard } = await fiveTabs();
    const holding = holdNextSave(tabs, 'committed');
    await connects(tabs[0]);
    const { tab, others, release } = await holding;
    const [second, third, fourth] = others;
    await turnTo(second);

    await crash(tab);
    await release();

    await second?.hangUp();
    await (await turnTo(third)).wrapUp('Complaint');
    await fourth?.seesSaved();
    await assertOneTask(heard);
});

test('an agent whose browser has no Web Locks has one Task from five tabs where the org has the key field', async () => {
    const { tabs, heard } = await fiveTabs({
        prepare: (computer) =>
            computer.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }))
    });
    const [first, second, third, fourth, fifth] = tabs;
    await connects(first);
    await (await turnTo(second)).types(NOTES);
    await (await turnTo(third)).hangUp();
    await (await turnTo(fourth)).wrapUp('Question answered');
    await fifth?.seesSaved();
    await assertOneTask(heard, { Description: NOTES });
});

test('an agent whose phone logs the Task has that one, filled from five tabs and written as often as from one', async () => {
    const { tabs, heard } = await fiveTabs({
        settings: { Write_Mode__c: 'follow', Follow_Seconds__c: 60, ...UNHURRIED },
        phoneLogs: 'early'
    });
    const [first, second, third, fourth] = tabs;
    await connects(first);
    await (await turnTo(second)).types(NOTES);
    await (await turnTo(third)).hangUp();
    await (await turnTo(fourth)).wrapUp('Question answered');
    for (const tab of tabs) await tab.seesSaved();
    await assertOneTask(heard, { Description: NOTES });
    assert.deepEqual(
        centre.pageWrites().filter(({ change }) => change === 'insert'),
        []
    );
    assert.ok(centre.pageWrites().length <= MILESTONES, JSON.stringify(centre.pageWrites()));
});

test('an agent in two browsers at once, in an org without the key field, reads of the second Task and merges them', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.profile({ 'unique-key': 'absent' });
    await centre.phoneLogs('never');
    const heard = await centre.hear('agent');
    const office = await centre.signIn('agent');
    const home = await centre.signIn('agent');
    // Both have looked and found no Task before either makes one.
    const holding = Promise.all([holdNextSave([office], 'onItsWay'), holdNextSave([home], 'onItsWay')]);
    await office.ring();
    await office.answer();
    for (const { release } of await holding) await release();
    await centre.until(() => assert.equal(centre.tasks().length, 2));

    await home.hangUp();
    await home.wrapUp('Complaint');
    await office.card.getByText(/^There are 2 Tasks/).waitFor();
    await office.card.getByRole('button', { name: /^Merge/ }).click();
    await office.press('Merge and delete the others');

    await office.sees('Merged. There is one Task now.');
    await assertOneTask(heard);
});
