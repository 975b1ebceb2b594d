import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Agent } from './agent.ts';
import { contactCentre } from './contactCentre.ts';
import { anotherUtilityItem } from './customisedProject.ts';
import { assertAccessible, VOICE_PHONE } from './panelAxe.ts';

interface Heard {
    readonly type: string;
    readonly detail: Readonly<Record<string, unknown>>;
}
interface VoiceListener {
    readonly heard: Heard[];
    readonly toolkit: Readonly<Record<string, (...args: unknown[]) => unknown>>;
}

const EVENTS = ['audiostats', 'callstarted', 'callconnected', 'callended', 'hold', 'resume', 'participantadded'];
EVENTS.push('conference', 'note', 'wrapupended');

/** A component of a customer that listens to the toolkit as the vendor's documentation shows it. */
const centre = contactCentre({
    changes: anotherUtilityItem('voiceListener', {
        template:
            '<template><lightning-service-cloud-voice-toolkit-api></lightning-service-cloud-voice-toolkit-api></template>',
        script: `
            import { LightningElement } from 'lwc';
            export default class VoiceListener extends LightningElement {
                renderedCallback() {
                    const toolkit = this.template.querySelector('lightning-service-cloud-voice-toolkit-api');
                    const heard = [];
                    for (const name of ${JSON.stringify(EVENTS)}) {
                        toolkit.addEventListener(name, ({ type, detail }) => heard.push({ type, detail }));
                    }
                    globalThis.voiceListener = { heard, toolkit };
                }
            }`
    })
});

const voicePhone = (agent: Agent): Locator => agent.page.getByRole('region', { name: 'Salesforce Voice phone' });
const genesysPhone = (agent: Agent): Locator => agent.page.getByRole('region', { name: 'Genesys Cloud phone' });
const press = (agent: Agent, name: string): Promise<void> =>
    voicePhone(agent).getByRole('button', { name, exact: true }).click();
const sees = (agent: Agent, words: string): Promise<void> =>
    voicePhone(agent).getByText(words, { exact: true }).first().waitFor();

async function openVoice(): Promise<Agent> {
    const ada = await centre.openPage('agent', await centre.computer());
    await voicePhone(ada).getByRole('button', { name: 'Ring my phone' }).waitFor();
    return ada;
}

/** What the customer's component heard since the page was loaded. */
async function heardOn({ page }: Agent): Promise<readonly Heard[]> {
    return page.evaluate(() => [...(globalThis as unknown as { voiceListener: VoiceListener }).voiceListener.heard]);
}
async function hears(agent: Agent, types: readonly string[]): Promise<readonly Heard[]> {
    await agent.page.waitForFunction(
        (count) => (globalThis as unknown as { voiceListener: VoiceListener }).voiceListener.heard.length >= count,
        types.length
    );
    const heard = await heardOn(agent);
    assert.deepEqual(
        heard.map(({ type }) => type),
        types
    );
    return heard;
}
/** The customer's component calls a method; the answer is whatever came back. */
async function calls({ page }: Agent, method: string, ...args: unknown[]): Promise<string> {
    return page.evaluate(
        ([name, given]) => {
            const { toolkit } = (globalThis as unknown as { voiceListener: VoiceListener }).voiceListener;
            return typeof toolkit[name]?.(...given);
        },
        [method, args] as const
    );
}

beforeEach(() => centre.phones('voice'));

test('a person chooses which phone the page has, and may have both', async () => {
    await centre.phones('genesys');
    const ada = await centre.openPage('agent', await centre.computer());
    await ada.isReady();
    assert.equal(await voicePhone(ada).count(), 0);

    const drawer = ada.page.getByRole('complementary', { name: 'Try faults and settings' });
    for (const [option, seen] of [
        ['Salesforce Voice', [0, 1]],
        ['Both', [1, 1]]
    ] as const) {
        await ada.page.getByRole('button', { name: 'Try faults' }).click();
        await ada.choose(drawer, 'Phone on the page', option);
        await drawer.getByRole('button', { name: 'Reload the page' }).click();
        await drawer.waitFor({ state: 'detached' });
        await voicePhone(ada).getByRole('button', { name: 'Ring my phone' }).waitFor();
        assert.deepEqual([await genesysPhone(ada).count(), await voicePhone(ada).count()], seen);
    }
});

test("a customer's component hears a call of the Voice phone from ringing to wrap-up, and takes part in it", async () => {
    const ada = await openVoice();
    await press(ada, 'Ring my phone');
    await sees(ada, 'Ringing');
    assert.equal(await calls(ada, 'acceptCall'), 'undefined');
    await sees(ada, 'Connected');
    await calls(ada, 'hold', 'Initial_Caller');
    await sees(ada, 'On hold');
    await calls(ada, 'resume', 'Initial_Caller');
    await sees(ada, 'Connected');
    await press(ada, 'Consult');
    await press(ada, 'Answers');
    await calls(ada, 'merge');
    const added = voicePhone(ada).getByRole('group', { name: '+61491570156' });
    await added.getByRole('button', { name: 'Take off the call' }).click();
    await added.waitFor({ state: 'detached' });
    await press(ada, 'Hang up');
    await sees(ada, 'Wrap-up');
    await press(ada, 'Finish wrap-up');
    await sees(ada, 'No call');

    const heard = await hears(ada, [
        'callstarted',
        'callconnected',
        'hold',
        'resume',
        'hold',
        'participantadded',
        'participantadded',
        'conference',
        'callended',
        'wrapupended'
    ]);
    assert.deepEqual(new Set(heard.map(({ detail }) => detail['callId'])).size, 1);
});

test('an agent goes on with a call after a reload of the page, and is told it again', async () => {
    const ada = await openVoice();
    await press(ada, 'Ring my phone');
    await press(ada, 'Accept');
    await sees(ada, 'Connected');
    const [, before] = await hears(ada, ['callstarted', 'callconnected']);
    await ada.page.reload();
    await sees(ada, 'Connected');
    const [again] = await hears(ada, ['callconnected']);
    assert.deepEqual(again, before);
    await press(ada, 'Hang up');
    await hears(ada, ['callconnected', 'callended']);
});

test('a developer switches to Native Telephony and reads in the log what it does not do', async () => {
    const ada = await openVoice();
    await voicePhone(ada).getByText('Phone settings').click();
    await ada.choose(voicePhone(ada), 'Telephony', 'Native Telephony');
    await voicePhone(ada).getByText('What the phone did').click();
    await calls(ada, 'startPreviewCall', '+61491570156');
    await voicePhone(ada)
        .getByText(/Not done\. startPreviewCall: Native Telephony has no preview calls/)
        .waitFor();
    await press(ada, 'Ring my phone');
    await press(ada, 'Accept');
    await hears(ada, ['callconnected']);
});

test('a developer plays a trace of Salesforce Voice to the components of the page', async () => {
    const ada = await openVoice();
    await voicePhone(ada).getByText('Play a trace').click();
    await ada.choose(voicePhone(ada), 'Trace', 'ended while held');
    await ada.choose(voicePhone(ada), 'Speed', 'At once');
    await press(ada, 'Play');
    await hears(ada, ['callstarted', 'callconnected', 'hold', 'callended', 'wrapupended']);
});

test('a page stays awake in a flood of reports of the line', async () => {
    const ada = await openVoice();
    await press(ada, 'Ring my phone');
    await press(ada, 'Accept');
    await voicePhone(ada).getByText('Beside the line').click();
    await press(ada, '300 reports at once');
    await press(ada, 'Note');
    await hears(ada, ['callstarted', 'callconnected', ...Array.from({ length: 600 }, () => 'audiostats'), 'note']);
});

test('a person who needs assistive technology finds no barrier in the Voice phone', async () => {
    const ada = await openVoice();
    for (const title of ['Phone settings', 'Play a trace', 'What the phone did']) {
        await voicePhone(ada).getByText(title).click();
    }
    await assertAccessible(ada, 'idle', VOICE_PHONE);
    await press(ada, 'Ring my phone');
    await press(ada, 'Accept');
    await voicePhone(ada).getByText('Beside the line').click();
    await press(ada, 'Consult');
    await sees(ada, 'rings');
    await assertAccessible(ada, 'consulting', VOICE_PHONE);
});
