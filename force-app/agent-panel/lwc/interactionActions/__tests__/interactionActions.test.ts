import type { PanelCommand } from 'c/agentDesk';
import InteractionActions from 'c/interactionActions';
import type { Interaction } from 'c/interactions';
import { createElement } from 'lwc';
import { EDNA, type FakeDesk, directory, fakeDesk, item } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

type Properties = Pick<InteractionActions, 'desk' | 'item' | 'directory' | 'hiddenCommands'>;
type Actions = HTMLElement & Properties & Pick<InteractionActions, 'run'>;

interface Shown {
    readonly element: Actions;
    readonly fake: FakeDesk;
}

function show(properties: Partial<Properties> = {}, allowed: readonly PanelCommand[] = []): Shown {
    const element = createElement('c-interaction-actions', { is: InteractionActions }) as unknown as Actions;
    const fake = fakeDesk();
    fake.allow(allowed);
    Object.assign(element, {
        desk: fake.desk,
        item: item({}, { caller: EDNA }),
        caller: 'Edna Frank',
        ...properties
    });
    document.body.appendChild(element);
    return { element, fake };
}

function part<T extends HTMLElement>(element: Element, selector: string): T | null {
    return element.shadowRoot?.querySelector<T>(selector) ?? null;
}

function text(element: Element, id: string): string | undefined {
    return part(element, `[data-id="${id}"]`)?.textContent?.trim();
}

interface Button extends HTMLElement {
    label: string;
    iconName: string;
    variant: string;
}

function buttons(element: Element): Button[] {
    return [...(element.shadowRoot?.querySelectorAll<Button>('lightning-button') ?? [])];
}

function button(element: Element, command: PanelCommand): Button | undefined {
    return buttons(element).find(({ dataset }) => dataset.command === command);
}

async function press(element: Element, command: PanelCommand): Promise<void> {
    button(element, command)?.click();
    await settled();
}

const ENDED: Partial<Interaction> = {
    state: 'disconnected',
    handled: true,
    connectedTime: '2026-11-20T10:00:10.000Z',
    endTime: '2026-11-20T10:04:15.000Z'
};

afterEach(() => {
    document.body.replaceChildren();
});

describe('what the agent can do', () => {
    it('the agent sees only what is possible, the most urgent first', () => {
        const { element } = show({}, ['disconnect', 'pickup']);
        expect(buttons(element).map(({ label }) => label)).toEqual(['Answer', 'Decline']);
    });

    it('the agent hears whose call a button is about', () => {
        const { element } = show({}, ['pickup']);
        expect(button(element, 'pickup')?.ariaLabel).toBe('Answer: Edna Frank');
        expect(part(element, '[role="group"]')?.getAttribute('aria-label')).toBe('Controls for Edna Frank');
    });

    it.each([
        ['hold', { state: 'connected' }, 'Hold'],
        ['hold', { state: 'held' }, 'Resume'],
        ['securePause', { state: 'connected' }, 'Secure pause'],
        ['securePause', { state: 'connected', securePause: true }, 'End pause'],
        ['disconnect', { state: 'connected' }, 'Hang up'],
        ['disconnect', { state: 'connected', type: 'chat' }, 'End']
    ] as [PanelCommand, Partial<Interaction>, string][])(
        'the button %s says what it does now',
        (command, facts, words) => {
            const { element } = show({ item: item(facts) }, [command]);
            expect(button(element, command)?.label).toBe(words);
        }
    );

    it('the agent answers', async () => {
        const { element, fake } = show({}, ['pickup']);
        await press(element, 'pickup');
        expect(fake.asked).toEqual([{ command: 'pickup', id: 'call-1' }]);
    });

    it('the agent reads that a command is on its way, never a result by guess (T16, W6)', () => {
        const { element } = show({ item: item({ state: 'connected' }, { awaiting: ['hold'] }) }, ['hold']);
        expect(text(element, 'command-words')).toBe('Hold: sent, waiting for the phone');
        expect(button(element, 'hold')?.label).toBe('Hold');
    });

    it('the agent who presses hold twice does not undo it', async () => {
        const { element, fake } = show({ item: item({ state: 'connected' }, { awaiting: ['hold'] }) }, ['hold']);
        await press(element, 'hold');
        expect(fake.asked).toEqual([]);
    });

    it('the agent who double-clicks hold holds once, however fast the phone shows it', async () => {
        const { element, fake } = show({ item: item({ state: 'connected' }) }, ['hold']);
        for (const detail of [1, 2]) {
            button(element, 'hold')?.dispatchEvent(new MouseEvent('click', { detail }));
            element.item = item({ state: 'held' });
            await settled();
        }
        expect(fake.asked).toEqual([{ command: 'hold', id: 'call-1' }]);
    });

    it('the agent reads that the phone shows no change (T16)', async () => {
        const { element, fake } = show({ item: item({ state: 'connected' }) }, ['hold']);
        fake.answer(() => Promise.resolve('unconfirmed'));
        await press(element, 'hold');
        expect(text(element, 'command-words')).toContain('Hold was sent, but the phone shows no change');
    });

    it('the agent no longer reads about a command once the call has moved on', async () => {
        const { element, fake } = show({ item: item({ state: 'connected' }) }, ['hold']);
        fake.answer(() => Promise.resolve('unconfirmed'));
        await press(element, 'hold');
        element.item = item({ state: 'held' });
        await settled();
        expect(text(element, 'command-words')).toBe('');
    });

    it('the agent reads what to do when a command could not be sent', async () => {
        const { element, fake } = show({ item: item({ state: 'connected' }) }, ['disconnect']);
        fake.answer(() => Promise.reject(new Error('closed')));
        await press(element, 'disconnect');
        expect(text(element, 'command-words')).toBe('Hang up could not be sent. Use the phone instead.');
    });

    it('the agent is never told to be muted, because the phone does not say it (W4)', async () => {
        const { element, fake } = show({ item: item({ state: 'connected' }) }, ['mute']);
        fake.answer(() => Promise.resolve('unconfirmed'));
        await press(element, 'mute');
        expect(button(element, 'mute')?.label).toBe('Mute on/off');
        expect(text(element, 'command-words')).toContain('The phone shows whether you are muted');
        expect(text(element, 'command-words')).toContain('Pressing again takes it back.');
    });

    it('the agent who presses mute twice by mistake does not undo it, and can unmute a moment later (W4)', async () => {
        const talking = { state: 'connected' } as const;
        const { element, fake } = show({ item: item(talking, { caller: EDNA, awaiting: ['mute'] }) }, ['mute']);
        expect(button(element, 'mute')?.ariaLabel).toBe('Mute on/off: Edna Frank, sent, waiting for the phone');
        await press(element, 'mute');
        expect(fake.asked).toEqual([]);
        expect(text(element, 'command-words')).toBe('A moment, please: the phone is still at the last press.');
        element.item = item(talking, { caller: EDNA });
        await settled();
        await press(element, 'mute');
        expect(fake.asked).toHaveLength(1);
    });
});

describe('a phone that tells whether the agent is muted', () => {
    const heard = item({ state: 'connected' }, { details: { participants: [], messages: [], muted: false } });
    const muted = item({ state: 'connected' }, { details: { participants: [], messages: [], muted: true } });
    const sending = { ...heard, awaiting: ['mute'] } as const;

    it.each([
        ['Mute', 'utility:muted', heard],
        ['Unmute', 'utility:unmuted', muted]
    ])('the agent reads %s', async (label, iconName, shown) => {
        const { element } = show({ item: shown }, ['mute']);
        expect(button(element, 'mute')).toMatchObject({ label, iconName, ariaLabel: `${label}: Edna Frank` });
        await expect(element).toBeAccessible();
    });

    it('the agent reads nothing more once the button says Unmute', async () => {
        const { element, fake } = show({ item: heard }, ['mute']);
        fake.answer(() => {
            element.item = muted;
            return Promise.resolve('confirmed');
        });
        await press(element, 'mute');
        expect(button(element, 'mute')?.label).toBe('Unmute');
        expect(text(element, 'command-words')).toBe('');
    });

    it('the agent whose first press made the phone tell it reads no more that the panel cannot know', async () => {
        const { element, fake } = show({ item: item({ state: 'connected' }) }, ['mute']);
        expect(button(element, 'mute')?.label).toBe('Mute on/off');
        fake.answer(() => {
            element.item = muted;
            return Promise.resolve('confirmed');
        });
        await press(element, 'mute');
        expect(text(element, 'command-words')).toBe('');
    });

    it('the agent reads that it is on its way, as of any other command', async () => {
        const { element, fake } = show({ item: sending }, ['mute']);
        expect(text(element, 'command-words')).toBe('Mute: sent, waiting for the phone');
        await press(element, 'mute');
        expect(fake.asked).toEqual([]);
        expect(text(element, 'command-words')).toBe('Mute: sent, waiting for the phone');
    });

    it('the agent reads that the phone shows no change (T16)', async () => {
        const { element, fake } = show({ item: muted }, ['mute']);
        fake.answer(() => Promise.resolve('unconfirmed'));
        await press(element, 'mute');
        expect(text(element, 'command-words')).toContain('Unmute was sent, but the phone shows no change');
    });
});

const FLOW = { key: 'Card', name: 'Card payment', flowId: '741f4f39-7a94-470d-a1dd-dd68d01e0dd8' } as const;
const CONNECTED = item({ state: 'connected' }, { caller: EDNA });
const EVERYTHING: readonly PanelCommand[] = [
    'hold',
    'mute',
    'securePause',
    'blindTransfer',
    'consultTransfer',
    'secureSession',
    'disconnect'
];

function refusal(reason: string): Promise<never> {
    return Promise.reject(Object.assign(new Error('not sent'), { name: 'RefusedCommand', reason }));
}

async function transfer(element: Element, detail: unknown): Promise<void> {
    part(element, 'c-transfer-dialog')?.dispatchEvent(new CustomEvent('transfer', { detail }));
    await settled();
}

describe('transfers', () => {
    const TO_BEN = { command: 'consultTransfer', to: { kind: 'user', address: 'ben' } } as const;

    it('the agent reaches all that makes sense for a connected call', async () => {
        const { element } = show({ item: CONNECTED, directory: directory({ secureFlows: [FLOW] }) }, [
            ...EVERYTHING,
            'concludeTransfer'
        ]);
        expect(buttons(element).map(({ label }) => label)).toEqual([
            'Hold',
            'Mute on/off',
            'Transfer',
            'Complete transfer',
            'Secure pause',
            'Secure session',
            'Hang up'
        ]);
        await expect(element).toBeAccessible();
    });

    it('the agent opens the form, and closes it with the same button', async () => {
        const { element } = show({ item: CONNECTED }, ['blindTransfer']);
        expect(button(element, 'transfer' as PanelCommand)?.ariaExpanded).toBe('false');
        await press(element, 'transfer' as PanelCommand);
        expect(part(element, 'c-transfer-dialog')).not.toBeNull();
        expect(button(element, 'transfer' as PanelCommand)?.ariaExpanded).toBe('true');
        await expect(element).toBeAccessible();
        await press(element, 'transfer' as PanelCommand);
        expect(part(element, 'c-transfer-dialog')).toBeNull();
    });

    it('the agent sends the transfer with its target, and the form goes', async () => {
        const { element, fake } = show({ item: CONNECTED }, ['consultTransfer']);
        await press(element, 'transfer' as PanelCommand);
        await transfer(element, TO_BEN);
        expect(fake.asked).toEqual([{ command: 'consultTransfer', id: 'call-1', detail: { to: TO_BEN.to } }]);
        expect(part(element, 'c-transfer-dialog')).toBeNull();
    });

    it('the agent sees the form wait while nothing is known of the transfer (T16)', async () => {
        const { element, fake } = show({ item: CONNECTED }, ['consultTransfer']);
        fake.answer(() => new Promise(() => undefined));
        await press(element, 'transfer' as PanelCommand);
        await transfer(element, TO_BEN);
        await transfer(element, TO_BEN);
        expect(fake.asked).toHaveLength(1);
        expect(part<HTMLElement & { waiting: boolean }>(element, 'c-transfer-dialog')?.waiting).toBe(true);
    });

    it('the agent reads in the form why the target was refused, and nothing else', async () => {
        const { element, fake } = show({ item: CONNECTED }, ['blindTransfer']);
        fake.answer(() => refusal('badTarget'));
        await press(element, 'transfer' as PanelCommand);
        await transfer(element, { ...TO_BEN, command: 'blindTransfer' });
        expect(part<HTMLElement & { refused: string }>(element, 'c-transfer-dialog')?.refused).toBe('badTarget');
        expect(text(element, 'command-words')).toBe('');
    });

    it('the form that was left open is closed when the call comes back', async () => {
        const { element } = show({ item: CONNECTED }, ['blindTransfer']);
        await press(element, 'transfer' as PanelCommand);
        element.item = item(ENDED, { caller: EDNA });
        await settled();
        element.item = item({ state: 'connected', segment: 2 }, { caller: EDNA });
        await settled();
        expect(part(element, 'c-transfer-dialog')).toBeNull();
    });

    it('the form goes with the call', async () => {
        const { element, fake } = show({ item: CONNECTED }, ['blindTransfer']);
        await press(element, 'transfer' as PanelCommand);
        fake.allow([]);
        element.item = item(ENDED, { caller: EDNA });
        await settled();
        expect(part(element, 'c-transfer-dialog')).toBeNull();
    });

    it('the agent who talks to a colleague first reads how to complete and how to go on alone', async () => {
        const { element } = show({ item: item({ state: 'connected', consulting: true }) }, ['concludeTransfer']);
        expect(text(element, 'consulting')).toContain('Complete transfer hands the customer over');
        expect(text(element, 'consulting')).toContain('To go on alone, end the other talk in the phone');
        expect(button(element, 'concludeTransfer')?.label).toBe('Complete transfer');
        await expect(element).toBeAccessible();
    });
});

describe('somebody else on the line', () => {
    const BOTH: readonly PanelCommand[] = ['swap', 'conference', 'hold', 'blindTransfer', 'securePause', 'disconnect'];

    it('the agent finds Conference and Swap behind Transfer', async () => {
        const { element } = show({ item: CONNECTED }, BOTH);
        expect(buttons(element).map(({ label }) => label)).toEqual([
            'Hold',
            'Transfer',
            'Conference',
            'Swap',
            'Secure pause',
            'Hang up'
        ]);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['conference', 'Conference'],
        ['swap', 'Swap']
    ] as const)('the agent presses %s, and reads that it is on its way', async (command, label) => {
        const { element, fake } = show({ item: CONNECTED }, [command]);
        await press(element, command);
        expect(fake.asked).toEqual([{ command, id: 'call-1' }]);
        element.item = { ...CONNECTED, awaiting: [command] };
        await settled();
        expect(text(element, 'command-words')).toBe(`${label}: sent, waiting for the phone`);
        expect(button(element, command)?.ariaLabel).toBe(`${label}: Edna Frank, sent, waiting for the phone`);
        await expect(element).toBeAccessible();
    });

    it('the agent with two calls reads why nothing was sent', async () => {
        const { element, fake } = show({ item: CONNECTED }, ['hold']);
        fake.answer(() => refusal('notTheActiveCall'));
        await press(element, 'hold');
        expect(text(element, 'command-words')).toBe(
            'Hold was not sent: from here it works only while this is the one call that is going on. Use the phone instead.'
        );
        await expect(element).toBeAccessible();
    });
});

describe('secure pause, secure session and recording', () => {
    it('the agent of a phone without secure sessions is not told what they are', () => {
        const { element, fake } = show({ item: CONNECTED }, ['securePause']);
        expect(part(element, 'c-pause-guide')).not.toBeNull();
        const other = show({ item: CONNECTED, desk: { ...fake.desk, lacks: ['secureSession'] } });
        expect(button(other.element, 'securePause')).toBeDefined();
        expect(part(other.element, 'c-pause-guide')).toBeNull();
    });

    it('the agent finds no button for a secure session where no flow has a name', () => {
        const { element } = show({ item: CONNECTED, directory: directory() }, EVERYTHING);
        expect(button(element, 'secureSession')).toBeUndefined();
        expect(part<HTMLElement & { secureSessions: boolean }>(element, 'c-pause-guide')?.secureSessions).toBe(false);
    });

    it('the agent starts a secure session', async () => {
        const { element, fake } = show({ item: CONNECTED, directory: directory({ secureFlows: [FLOW] }) }, EVERYTHING);
        await press(element, 'secureSession');
        const secureFlow = { flowId: FLOW.flowId, data: 'order 5', disconnect: false };
        part(element, 'c-secure-session-form')?.dispatchEvent(new CustomEvent('start', { detail: secureFlow }));
        await settled();
        expect(fake.asked).toEqual([{ command: 'secureSession', id: 'call-1', detail: { secureFlow } }]);
        expect(part(element, 'c-secure-session-form')).toBeNull();
    });

    it('the agent reads that the phone does not tell whether the secure session began (T16)', async () => {
        const { element, fake } = show({ item: CONNECTED, directory: directory({ secureFlows: [FLOW] }) }, EVERYTHING);
        fake.answer(() => Promise.resolve('unconfirmed'));
        await press(element, 'secureSession');
        const start = new CustomEvent('start', { detail: { flowId: FLOW.flowId } });
        part(element, 'c-secure-session-form')?.dispatchEvent(start);
        await settled();
        expect(text(element, 'command-words')).toMatch(/^Secure session was sent\. The phone does not tell us/);
    });

    it('the agent stays in the form when the data look like a card number (T21)', async () => {
        const { element, fake } = show({ item: CONNECTED, directory: directory({ secureFlows: [FLOW] }) }, EVERYTHING);
        fake.answer(() => refusal('likelyCardNumber'));
        await press(element, 'secureSession');
        const form = part<HTMLElement & { refused: string }>(element, 'c-secure-session-form');
        form?.dispatchEvent(new CustomEvent('start', { detail: { flowId: FLOW.flowId } }));
        await settled();
        expect(form?.refused).toBe('likelyCardNumber');
        await expect(element).toBeAccessible();
    });
});

describe('what the admin chose', () => {
    it('the agent does not see what the admin hid, and no key does it', async () => {
        const { element, fake } = show({ item: CONNECTED, hiddenCommands: ['mute', 'consultTransfer'] }, EVERYTHING);
        expect(button(element, 'mute')).toBeUndefined();
        element.run('mute');
        expect(fake.asked).toEqual([]);
        await press(element, 'transfer' as PanelCommand);
        const dialog = part<HTMLElement & { canTransferNow: boolean; canTalkFirst: boolean }>(
            element,
            'c-transfer-dialog'
        );
        expect([dialog?.canTransferNow, dialog?.canTalkFirst]).toEqual([true, false]);
    });

    it('the transfer button goes when both ways are hidden', () => {
        const { element } = show({ item: CONNECTED, hiddenCommands: ['blindTransfer', 'consultTransfer'] }, EVERYTHING);
        expect(button(element, 'transfer' as PanelCommand)).toBeUndefined();
    });
});
