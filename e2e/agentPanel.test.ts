import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agent } from './agent.ts';
import { contactCentre } from './contactCentre.ts';
import { tabTo } from './keyboard.ts';
import { assertAccessible } from './panelAxe.ts';
import { panelPicture } from './pictures.ts';
import type { Heard } from './phoneMessages.ts';
import { lastSaid } from './phoneMessages.ts';

const centre = contactCentre();
const OUTSIDE = '+442079460018';
/** A number that payment companies publish for tests. */
const TEST_CARD = '4111 1111 1111 1111';

function idOf(heard: Heard): string {
    return String(lastSaid(heard.interactions(), 'id'));
}

async function talks(): Promise<{ ada: Agent; heard: Heard }> {
    const heard = await centre.hear('agent');
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    return { ada, heard };
}

test('an agent passes a customer on to a colleague at once', async () => {
    const { ada } = await talks();
    const ben = await centre.signIn('agent2');
    await ada.choosesTarget('ben', /^Ben Baker/);
    await assertAccessible(ada, 'the transfer form');
    await panelPicture(ada, 'agent-transfer');
    await ada.transferForm.getByRole('button', { name: 'Transfer now' }).click();
    await ada.sees('Transferred');
    assert.equal(await ada.transferForm.count(), 0);
    await ben.sees('Ringing');
});

test('an agent talks to somebody first, then hands the customer over', async () => {
    const { ada, heard } = await talks();
    await ada.choosesTarget(OUTSIDE, `Call ${OUTSIDE} Phone number`);
    await ada.transferForm.getByRole('button', { name: 'Talk first' }).click();
    await ada.card.getByText(/You began to talk to somebody else first/).waitFor();
    await centre.farEnd('agent', 'consult', { conversationId: idOf(heard), action: 'answer' });
    await assertAccessible(ada, 'talking to somebody first');
    await panelPicture(ada, 'agent-talk-first');
    await ada.press('Complete transfer');
    await ada.sees('Transferred');
});

test('an agent is asked before a change of status could cut off notes, and stays or changes', async () => {
    await centre.phoneLogs('never');
    const { ada } = await talks();
    await ada.types('Not saved yet.');
    await ada.changesStatus('Meal');
    const question = ada.status.getByRole('alert');
    await question.getByText(/Your notes on Edna Frank are not in the Task yet/).waitFor();
    await assertAccessible(ada, 'the question about unsaved notes');
    await panelPicture(ada, 'agent-status');
    await question.getByRole('button', { name: 'Stay' }).click();
    await ada.status.getByText('Status: On Queue').waitFor();

    await ada.changesStatus('Meal');
    await ada.status.getByRole('button', { name: 'Change anyway' }).click();
    await ada.status.getByText('Status: Meal').waitFor();
    await ada.status.getByText('Queues: nothing offered').waitFor();
});

test('an agent who types a card number for a secure flow is stopped, and may say that it is none', async () => {
    const { ada } = await talks();
    await ada.press('Secure session');
    const form = ada.card.getByRole('region', { name: /^Secure session for/ });
    await form.getByRole('combobox', { name: 'Secure flow' }).selectOption({ label: 'Take a payment' });
    await form.getByRole('textbox').fill(TEST_CARD);
    await form.getByRole('button', { name: 'Start secure session' }).click();
    await form.getByText(/looks like a card number, so it was not sent/).waitFor();
    await assertAccessible(ada, 'the refused secure session');
    await panelPicture(ada, 'agent-secure-session');
    assert.deepEqual(ada.complaints, []);

    await form.getByRole('textbox').fill('Order 4711');
    await form.getByRole('button', { name: 'Start secure session' }).click();
    await ada.card.getByText(/^Secure session was sent/).waitFor();
    assert.equal(await form.count(), 0);
});

test('an agent who presses mute twice by mistake is muted, and reads that the phone shows it', async () => {
    const { ada } = await talks();
    await ada.card.getByRole('button', { name: /^Mute on\/off/ }).dblclick();
    await ada.card.getByText(/The phone shows whether you are muted|A moment, please/).waitFor();
    await ada.phone.getByRole('button', { name: 'Unmute' }).waitFor();
    await ada.card.getByRole('button', { name: 'Mute on/off: Edna Frank', exact: true }).click();
    await ada.phone.getByRole('button', { name: 'Mute', exact: true }).waitFor();
});

test('an agent keeps what is said out of the recording, and ends that', async () => {
    const { ada } = await talks();
    await ada.press('Secure pause');
    await ada.sees('Secure pause is on');
    await ada.press('Pause and secure session: what is what');
    await ada.card.getByText(/You can start and end it only in the phone/).waitFor();
    await assertAccessible(ada, 'secure pause and what is what');
    await ada.press('End pause');
    await ada.card.getByText('Secure pause is on').waitFor({ state: 'detached' });
});

test('an agent reads each line of the call once, with who said it', async () => {
    const { ada, heard } = await talks();
    const conversationId = idOf(heard);
    const say = (speaker: string, text: string): Promise<void> =>
        centre.farEnd('agent', 'speech', { conversationId, speaker, text });
    await say('customer', 'My last bill is wrong.');
    await say('agent', 'Let me look at it.');
    await say('customer', 'Thank you.');
    const log = ada.card.getByRole('log');
    await log.getByText('Thank you.').waitFor();
    const lines = (await log.innerText()).split('\n').filter((line) => line.trim());
    assert.deepEqual(lines, ['Customer: My last bill is wrong.', 'You: Let me look at it.', 'Customer: Thank you.']);
    await assertAccessible(ada, 'the transcript');
    await panelPicture(ada, 'agent-transcript');
});

test('an agent calls a missed caller back, and the call knows the record', async () => {
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.press('Decline');
    await ada.panel.getByRole('button', { name: /^Recent conversations \(1, 1 missed\)/ }).click();
    const group = ada.panel.getByRole('group', { name: 'Call back Edna Frank' });
    await assertAccessible(ada, 'the list of recent conversations');
    await panelPicture(ada, 'agent-recent');
    await group.getByRole('link').or(group.getByRole('button')).first().click();
    await ada.sees('Calling');
    await ada.card.getByText('Edna Frank').first().waitFor();
});

test('an agent does a call with the keys of the panel, and finds them with ?', async () => {
    const ada = await centre.signIn('agent');
    await ada.ring();
    await tabTo(ada, ada.panel.getByRole('button', { name: /^Keyboard shortcuts/ }));
    await ada.page.keyboard.press('?');
    const list = ada.panel.getByRole('region', { name: 'Keyboard shortcuts' });
    await list.getByText('Hold or resume').waitFor();
    await assertAccessible(ada, 'the list of keys');
    await panelPicture(ada, 'agent-keys');
    await ada.page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });

    await ada.page.keyboard.press('a');
    await ada.sees('Connected');
    await ada.page.keyboard.press('h');
    await ada.sees('On hold');
    await ada.page.keyboard.press('h');
    await ada.sees('Connected');
    await ada.page.keyboard.press('n');
    await ada.page.keyboard.type('hear the letters h and e');
    assert.equal(await ada.notes.inputValue(), 'hear the letters h and e');
    await ada.sees('Connected');

    await ada.page.keyboard.press('Shift+Tab');
    await ada.page.keyboard.press('t');
    await ada.page.keyboard.type('claims');
    await tabTo(ada, ada.transferForm.getByRole('radio', { name: /^Claims/ }));
    await ada.page.keyboard.press('Space');
    await ada.page.keyboard.press('Escape');
    await ada.transferForm.waitFor({ state: 'detached' });
    await ada.page.keyboard.press('e');
    await ada.sees('Wrap-up');
    await ada.card.getByText(/Choose the wrap-up code in the phone/).waitFor();
    await panelPicture(ada, 'agent-after-the-call');
});

test('an agent sees only what the admin left on the panel', async () => {
    const { ada } = await talks();
    const utility = ada.page.locator('c-genesys-utility');
    await utility.evaluate((item) => Object.assign(item, { hiddenActions: 'mute, consultTransfer, record' }));
    await ada.card.getByRole('button', { name: /^Mute/ }).waitFor({ state: 'detached' });
    await ada.press('Transfer');
    assert.equal(await ada.transferForm.getByRole('button', { name: 'Talk first' }).count(), 0);
    await ada.panel.getByRole('button', { name: 'Diagnostics' }).click();
    await ada.panel.getByText(/Hidden actions that do not exist: record\./).waitFor();

    await ada.panel.getByRole('button', { name: 'Diagnostics' }).click();
    await utility.evaluate((item) => Object.assign(item, { compact: true }));
    await ada.card.getByRole('button', { name: /^Hold/ }).waitFor({ state: 'detached' });
    await ada.types('Typed in compact mode.');
    assert.equal(await ada.status.count(), 0);
    await assertAccessible(ada, 'compact mode');
    await panelPicture(ada, 'agent-compact');
});

test('an agent sees which of two conversations is selected in the phone', async () => {
    const { ada } = await talks();
    await centre.farEnd('agent', 'calls', { medium: 'chat', name: 'Guest' });
    await ada.panel
        .getByRole('article', { name: 'Guest' })
        .getByRole('button', { name: /^Answer/ })
        .click();
    const call = ada.panel.getByRole('article', { name: 'Edna Frank' });
    await ada.phone.getByRole('button', { name: '+61491570006' }).click();
    await call.getByText('Selected in the phone').waitFor();
    assert.equal(await ada.panel.getByText('Selected in the phone').count(), 1);
    await assertAccessible(ada, 'two conversations, one selected');
});

/** Twice at once, and eleven times again in the first four seconds: then a phone says nothing until something happens. */
const CONNECTED_TIMES = 13;

async function phoneIsQuiet(heard: Heard): Promise<void> {
    const connected = (): number => heard.interactions().filter(({ state }) => state === 'CONNECTED').length;
    await centre.until(() => assert.equal(connected(), CONNECTED_TIMES));
}

test('an agent puts away a call without news, and has it back when the phone speaks of it', async () => {
    const { ada, heard } = await talks();
    await phoneIsQuiet(heard);
    let hours = 0;
    // The page of a slow machine hears the last of it later.
    await centre.until(async () => {
        await ada.page.clock.setFixedTime(Date.now() + (hours += 3) * 60 * 60 * 1000);
        const noNews = ada.card.getByText(/^No news from the phone since .* Look at the phone\.$/);
        await noNews.waitFor({ timeout: 10_000 });
    });
    await assertAccessible(ada, 'a call without news');
    await ada.card.getByRole('button', { name: 'Put away' }).click();
    await ada.panel.getByText('No conversation right now').waitFor();
    assert.equal(await ada.panel.getByRole('article').count(), 0);

    await ada.phone.getByRole('button', { name: 'Hold' }).click();
    await ada.sees('On hold');
});
