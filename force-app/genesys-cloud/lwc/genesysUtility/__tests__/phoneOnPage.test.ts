import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createAgentDesk } from 'c/agentDesk';
import { CLIENT_EVENT } from 'c/genesysChannel';
import GenesysUtility from 'c/genesysUtility';
import { phoneOnPage } from 'c/phoneOnPage';
import { createMessageContext, publish } from 'lightning/messageService';
import { createElement } from 'lwc';
import { fakeDesk } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

jest.mock('c/agentDesk', () => ({ createAgentDesk: jest.fn() }));

const TRACES = path.resolve(__dirname, '../../../../../local/genesys/traces');

async function show(): Promise<HTMLElement> {
    jest.mocked(createAgentDesk).mockReturnValue(fakeDesk().desk);
    const element = createElement('c-genesys-utility', { is: GenesysUtility });
    document.body.appendChild(element);
    await settled();
    return element;
}

async function says(message: object): Promise<void> {
    publish(createMessageContext(), CLIENT_EVENT, message);
    await settled();
}

afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
});

describe("what an admin's page may ask the utility item", () => {
    it('the admin finds the phone of the page, and finds it gone with the utility item', async () => {
        expect(phoneOnPage()).toBeUndefined();
        const element = await show();
        expect(phoneOnPage()?.vendor).toBe('genesysCloud');
        element.remove();
        expect(phoneOnPage()).toBeUndefined();
    });

    it('the admin sees that nothing came yet, and nothing is claimed about signing in', async () => {
        await show();
        expect(phoneOnPage()?.news()).toEqual({ received: {}, unknown: 0 });
    });

    it('the admin sees an agent who is signed in and whose phone tells of no interaction', async () => {
        await show();
        await says({ type: 'UserAction', category: 'login', data: {} });
        expect(phoneOnPage()?.news()).toEqual({ signedIn: true, received: { UserAction: 1 }, unknown: 0 });
    });

    it('the admin sees that the agent signed out', async () => {
        await show();
        await says({ type: 'UserAction', category: 'login', data: {} });
        await says({ type: 'UserAction', category: 'logout', data: {} });
        expect(phoneOnPage()?.news().signedIn).toBe(false);
    });

    it('the admin sees how many interaction messages came, and how many messages were not understood', async () => {
        await show();
        await says({ type: 'Interaction', category: 'connect', data: 'call-1' });
        await says({ type: 'Interaction', category: 'disconnect', data: 'call-1' });
        await says({ type: 'Nonsense' });
        expect(phoneOnPage()?.news()).toEqual({ received: { Interaction: 2 }, unknown: 1 });
    });

    it('the admin previews a recorded call', async () => {
        await show();
        const read = phoneOnPage()?.readTrace(readFileSync(path.join(TRACES, 'inbound-call.json'), 'utf8'));
        expect(read).toMatchObject({ interactions: [{ type: 'call', handled: true, disconnected: true }] });
    });

    it.each([
        ['no JSON', 'hello', { refused: expect.stringContaining('This is not JSON') as string }],
        ['no list', '{}', { refused: expect.stringContaining('A trace is a list') as string }],
        ['an empty list', '[]', { refused: 'This trace has no entries.' }],
        [
            'a wrong entry',
            '[{"atMs":0,"message":{}},{"atMs":"soon","message":{}}]',
            { refused: 'Entry 2 has an "atMs" that is no number from 0 up.', line: 2 }
        ]
    ])('the admin reads why a file is no trace: %s', async (_what, text, answer) => {
        await show();
        expect(phoneOnPage()?.readTrace(text)).toEqual(answer);
    });

    it('the admin who previews a trace without a call sees none', async () => {
        await show();
        const text = JSON.stringify([
            { atMs: 0, message: { type: 'InitialSetup' } },
            { atMs: 1, message: 'odd' }
        ]);
        expect(phoneOnPage()?.readTrace(text)).toEqual({ interactions: [] });
    });
});

it('the admin reads what the word hold did a second time, also after the item was popped out', async () => {
    const tells = (state: string): Promise<void> =>
        says({ type: 'Interaction', category: 'change', data: { new: { id: 'call-1', state, isConnected: true } } });
    const first = await show();
    await tells('HELD');
    await says({ type: 'PureCloud.Interaction.updateState', data: { action: 'hold', id: 'call-1' } });
    await tells('CONNECTED');
    first.remove();
    await show();
    const lines = phoneOnPage()?.observations?.() ?? [];
    expect(lines.map(({ id, outcome }) => [id, outcome])).toEqual([
        ['genesysHold', 'works'],
        ['genesysSecurePause', 'unclear'],
        ['genesysMute', 'fact']
    ]);
});
