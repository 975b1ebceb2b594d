import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from 'playwright-core';
import { readTrace } from '../local/genesys/trace.ts';
import type { Agent } from './agent.ts';
import { contactCentre } from './contactCentre.ts';

const centre = contactCentre();
const TAB = 'lightning/n/Switchboard_Phone_Messages';
const TRACE = readFileSync(path.resolve(import.meta.dirname, '../local/genesys/traces/inbound-call.json'), 'utf8');

/** A developer who is signed in as the agent and has the page of the phone's messages open. */
class Developer {
    readonly agent: Agent;
    constructor(agent: Agent) {
        this.agent = agent;
    }
    get list(): Locator {
        return this.agent.page.getByRole('listbox', { name: 'Messages, newest first' });
    }
    /** The messages of which this is said in the list. */
    messages(words: string): Locator {
        return this.list.getByRole('option').filter({ hasText: words });
    }
    section(title: string): Locator {
        return this.agent.page.locator('details').filter({ has: this.agent.page.getByText(title, { exact: true }) });
    }
    async opens(title: string): Promise<Locator> {
        const section = this.section(title);
        await section.locator('summary').click();
        return section;
    }
    async choose(label: string, option: string, within: Locator | Agent['page'] = this.agent.page): Promise<void> {
        await within.getByRole('combobox', { name: label, exact: true }).click();
        await within.getByRole('option', { name: option, exact: true }).click();
    }
    /** Replays a trace at once. */
    async replays(trace: string): Promise<Locator> {
        const section = await this.opens('Replay a trace');
        await section.getByRole('textbox', { name: 'Trace (JSON)' }).fill(trace);
        await this.choose('Speed', 'At once', section);
        await section.getByText(/^I know that everything/).click();
        await section.getByRole('button', { name: 'Replay' }).click();
        return section;
    }
}

async function openInspector(): Promise<Developer> {
    const agent = await centre.openPage('agent', await centre.computer(), TAB);
    await agent.page.getByRole('heading', { name: 'Phone messages', level: 1 }).waitFor();
    await agent.isReady();
    return new Developer(agent);
}

test('a developer watches a call, finds its answer among the messages, and reads it raw beside decoded', async () => {
    const dev = await openInspector();
    await dev.agent.ring();
    await dev.messages('Interaction add').waitFor();
    await dev.agent.answer();
    await dev.messages('Interaction connect').waitFor();
    await dev.choose('Category', 'connect');
    await dev.messages('Interaction add').waitFor({ state: 'detached' });

    await dev.messages('Interaction connect').click();

    const raw = dev.agent.page.getByRole('region', { name: 'As it came' });
    const decoded = dev.agent.page.getByRole('region', { name: 'Decoded' });
    assert.equal((JSON.parse(await raw.innerText()) as { category: string }).category, 'connect');
    const event = JSON.parse(await decoded.innerText()) as { interaction: { state: string } };
    assert.equal(event.interaction.state, 'CONNECTED');
    await dev.agent.hangUp();
});

test('a developer goes through the messages by keyboard', async () => {
    const dev = await openInspector();
    await dev.agent.ring();
    await dev.messages('Interaction add').click();

    const chosen = dev.list.getByRole('option', { selected: true });
    await centre.until(async () => {
        // A message that comes after the key stands above the one that it went to.
        await dev.agent.page.keyboard.press('Home');
        assert.equal(await dev.list.getByRole('option').first().getAttribute('aria-selected'), 'true');
    });
    assert.equal(await chosen.count(), 1);
    assert.equal(await chosen.evaluate((row) => row.matches(':focus')), true);
});

test('a developer holds the call by the form, and reads that the phone did it', async () => {
    const dev = await openInspector();
    await dev.agent.ring();
    await dev.agent.answer();
    const form = await dev.opens('Send an action');

    await form.getByRole('button', { name: 'Send', exact: true }).click();

    await form.getByText("Done: the phone's messages show it.").waitFor();
    await dev.agent.sees('On hold');
    await dev.messages('Sent here').filter({ hasText: 'ActionEcho hold' }).waitFor();
});

test('a developer who leaves the conversation out reads so at the field, and nothing is sent', async () => {
    const dev = await openInspector();
    const form = await dev.opens('Send an action');

    await form.getByRole('button', { name: 'Send', exact: true }).click();

    await form
        .getByRole('alert')
        .getByText(/^id was an empty text/)
        .waitFor();
    const field = form.getByRole('textbox', { name: 'id', exact: true });
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.equal(await dev.messages('Sent here').count(), 0);
});

test('a developer sends a message of their own, which the page hears as any other', async () => {
    const dev = await openInspector();
    const raw = await dev.opens('Send any message');
    await raw.getByRole('textbox', { name: 'Message (JSON)' }).fill('{"type":"Teleport","data":{}}');

    await raw.getByRole('button', { name: 'Send unchecked' }).click();

    await dev.messages('Sent here').filter({ hasText: 'Unknown' }).waitFor();
});

test('a developer records a call, downloads it without a number or name in it, and replays it to the same end', async () => {
    const dev = await openInspector();
    const { page } = dev.agent;
    const trace = await dev.opens('Record and share');
    await trace.getByRole('button', { name: 'Record', exact: true }).click();
    await dev.agent.handlesCall();
    await trace.getByRole('button', { name: 'Stop recording' }).click();
    await trace.getByRole('button', { name: 'Make a file to share' }).click();
    const [download] = await Promise.all([
        page.waitForEvent('download'),
        trace.getByRole('link', { name: /^Download/ }).click()
    ]);

    const text = readFileSync(await download.path(), 'utf8');
    assert.match(download.suggestedFilename(), /^trace-.*\.json$/);
    const reading = readTrace(text);
    assert.ok('entries' in reading);
    const heard = await dev.list.getByRole('option').allInnerTexts();
    assert.ok(reading.entries.length > 5 && reading.entries.length <= heard.length);
    assert.doesNotMatch(text, /Edna|Frank|\+6149|Customer Care|mypurecloud/);

    const replay = await dev.replays(text);
    await replay.getByText(`${reading.entries.length} of ${reading.entries.length} messages`).waitFor();
    await dev.agent.panel.getByRole('article').nth(1).waitFor();
    await dev.agent.sees('Ended');
});

test('a developer replays the recorded call, and Switchboard writes its Task', async () => {
    await centre.settings({ Write_Mode__c: 'own', Coalesce_Milliseconds__c: 200 });
    const dev = await openInspector();
    const replay = await dev.replays(TRACE);

    await replay.getByText('23 of 23 messages').waitFor();

    await dev.agent.seesSaved();
    assert.equal(centre.tasks().length, 1);
});

test('a developer reads markup in a message as text, in the list, beside it and in the panel', async () => {
    const dev = await openInspector();
    const { page } = dev.agent;
    const markup = '<img src=x onerror="document.title=1"><b>Edna</b>';
    const call = { id: 'one', name: markup, queueName: markup, state: 'ALERTING', attributes: { [markup]: markup } };
    const messages = [
        { type: 'Interaction', category: 'add', data: call },
        { type: markup, category: markup },
        { type: `PureCloud.${markup}`, data: { action: markup, id: 'one' } }
    ];
    await dev.replays(JSON.stringify(messages.map((message) => ({ atMs: 0, message }))));

    await dev.messages(`ActionEcho ${markup}`).click();
    await page.getByRole('region', { name: 'As it came' }).getByText(markup.slice(0, 10)).waitFor();
    await dev.messages('Interaction add').click();
    await page.getByRole('region', { name: 'Decoded' }).getByText(markup.slice(0, 10)).waitFor();

    assert.equal(await page.locator('img[src="x"], c-client-event-inspector b').count(), 0);
    assert.notEqual(await page.title(), '1');
});

test('a developer sends a message without a type, as the phone does too (T9)', async () => {
    const dev = await openInspector();
    const raw = await dev.opens('Send any message');
    const message = { category: 'completeConsultTransfer', data: { id: 'one' } };
    await raw.getByRole('textbox', { name: 'Message (JSON)' }).fill(JSON.stringify(message));

    await raw.getByRole('button', { name: 'Send unchecked' }).click();

    await dev.messages('Sent here').filter({ hasText: 'Interaction completeConsultTransfer' }).waitFor();
});

test('a developer replays thousands of messages at once, and the page keeps the newest', async () => {
    const dev = await openInspector();
    const many = Array.from({ length: 3000 }, (_, n) => ({
        atMs: n,
        message: { type: 'Interaction', category: 'change', data: { new: { id: `c${n % 5}`, state: 'CONNECTED' } } }
    }));
    const replay = await dev.replays(JSON.stringify(many));

    await replay.getByText('3,000 of 3,000 messages').waitFor();

    await dev.agent.page.getByText(/^The newest 500 are kept; [\d,]+ older ones were let go\.$/).waitFor();
});

test('a developer reads which entry of a broken trace is wrong, and nothing is played', async () => {
    const dev = await openInspector();
    const replay = await dev.replays('[{"atMs":0,"message":{"type":"InitialSetup"}},{"atMs":9}]');

    await replay.getByRole('alert').getByText('Entry 2 has no "message".').waitFor();

    assert.equal(await dev.messages('Sent here').count(), 0);
});

test('a developer pauses in the middle of a flood of messages, reads how many wait, and goes on', async () => {
    const dev = await openInspector();
    await dev.agent.page.getByRole('button', { name: 'Pause', exact: true }).click();
    await dev.replays(TRACE);

    await dev.agent.page.getByText(/^Paused\. 23 waiting$/).waitFor();

    await dev.agent.page.getByRole('button', { name: 'Resume', exact: true }).click();
    await dev.messages('Interaction acw').waitFor();
});

test('the page of the phone’s messages is accessible with messages, a chosen one and every section open', async () => {
    const dev = await openInspector();
    await dev.agent.ring();
    await dev.messages('Interaction add').click();
    for (const title of ['Send an action', 'Send any message', 'Record and share', 'Replay a trace'])
        await dev.opens(title);

    const axe = new AxeBuilder({ page: dev.agent.page });
    const page = ['page-shell', 'page-tab-page', 'c-client-event-inspector'] as [string, string, string];
    const { passes, violations } = await axe.include({ fromShadowDom: page }).analyze();

    assert.ok(passes.flatMap(({ nodes }) => nodes).length > 50, 'axe looked into the page');
    assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        []
    );
});
