import type { PanelCommand } from 'c/agentDesk';
import InteractionCard from 'c/interactionCard';
import type { Interaction } from 'c/interactions';
import { createElement } from 'lwc';
import { EDNA, type FakeDesk, SEEN_AT, fakeDesk, item, saved } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

type Properties = Pick<InteractionCard, 'desk' | 'item' | 'now' | 'since' | 'permission' | 'fieldLabels'>;
type Card = HTMLElement & Properties;

const START = Date.parse(SEEN_AT);

interface Shown {
    readonly element: Card;
    readonly fake: FakeDesk;
}

function show(properties: Partial<Properties> = {}, allowed: readonly PanelCommand[] = []): Shown {
    const element = createElement('c-interaction-card', { is: InteractionCard }) as unknown as Card;
    const fake = fakeDesk();
    fake.allow(allowed);
    Object.assign(element, { desk: fake.desk, item: item({}, { caller: EDNA }), now: START, ...properties });
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

describe('who is on the line', () => {
    it('the agent reads the name and account of the record on the page', () => {
        const { element } = show();
        expect(text(element, 'caller')).toBe('Edna Frank');
        expect(text(element, 'account')).toBe('Genepoint');
    });

    it('the agent reads number, type, direction and queue', () => {
        const { element } = show();
        expect(text(element, 'address')).toBe('+61491570006');
        expect(text(element, 'facts')).toBe('Call · Inbound · Queue Support');
    });

    it('the agent does not read the number twice when nothing else is known', () => {
        const { element } = show({ item: item() });
        expect(text(element, 'caller')).toBe('+61491570006');
        expect(text(element, 'address')).toBeUndefined();
    });

    it('the agent reads an unknown caller and nothing breaks when the phone told nothing', () => {
        const {
            id,
            segment,
            version,
            complete,
            type,
            connected,
            disconnected,
            done,
            handled,
            firstSeenAt,
            lastSeenAt
        } = item().interaction;
        const bare = { id, segment, version, complete, type, connected, disconnected, done, handled };
        const interaction: Interaction = { ...bare, state: 'alerting', firstSeenAt, lastSeenAt };
        const { element } = show({ item: { interaction, problems: [], awaiting: [] } });
        expect(text(element, 'caller')).toBe('Unknown caller');
        expect(text(element, 'facts')).toBe('Call');
    });

    it('the agent sees that a colleague calls', () => {
        const { element } = show({ item: item({ internal: true }) });
        expect(text(element, 'facts')).toContain('Internal');
    });
});

describe('where the conversation stands', () => {
    it.each([
        ['ringing', { state: 'alerting' }, 'Ringing'],
        ['dialing', { state: 'dialing', direction: 'outbound' }, 'Calling'],
        ['connected', { state: 'connected' }, 'Connected'],
        ['held', { state: 'held' }, 'On hold'],
        ['wrap-up', ENDED, 'Wrap-up'],
        ['ended', { ...ENDED, done: true }, 'Ended'],
        ['transferred', { ...ENDED, transferred: 'blind' }, 'Transferred'],
        ['missed', { state: 'disconnected' }, 'Not answered'],
        ['not reached', { state: 'disconnected', direction: 'outbound' }, 'Not reached']
    ] as [string, Partial<Interaction>, string][])(
        'the agent reads %s in words, accessibly',
        async (_name, facts, words) => {
            const { element } = show({ item: item(facts, { caller: EDNA }), since: START }, ['pickup', 'hold']);
            expect(text(element, 'stage')).toBe(words);
            await expect(element).toBeAccessible();
        }
    );

    it('the agent sees how long it has been ringing', async () => {
        const { element } = show({ since: START, now: START + 65_000 });
        expect(text(element, 'time')).toBe('1:05');
        expect(part(element, '[data-id="time"]')?.getAttribute('aria-label')).toBe('Ringing for 1:05');
        element.now = START + 3_725_000;
        await settled();
        expect(text(element, 'time')).toBe('1:02:05');
    });

    it("the agent never sees a negative time when the phone's clock is ahead", () => {
        const { element } = show({ since: START, now: START - 4000 });
        expect(text(element, 'time')).toBe('0:00');
    });

    it('the agent sees no timer by guess when nobody knows since when', () => {
        expect(text(show({ item: item({ state: 'held' }) }).element, 'time')).toBeUndefined();
    });

    it('the agent sees how long an ended call lasted', () => {
        const { element } = show({ item: item({ ...ENDED, done: true }) });
        expect(text(element, 'time')).toBe('4:05');
        expect(part(element, '[data-id="time"]')?.getAttribute('aria-label')).toBe('Lasted 4:05');
    });

    it('the agent sees that secure pause is on', () => {
        const { element } = show({ item: item({ state: 'connected', securePause: true }) });
        expect(text(element, 'secure-pause')).toBe('Secure pause is on');
    });
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
        expect(text(element, 'stage')).toBe('Connected');
    });

    it('the agent who presses hold twice does not undo it', async () => {
        const { element, fake } = show({ item: item({ state: 'connected' }, { awaiting: ['hold'] }) }, ['hold']);
        await press(element, 'hold');
        expect(fake.asked).toEqual([]);
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
        expect(text(element, 'command-words')).toContain('does not tell us whether you are muted');
    });

    it('the agent can unmute at once', async () => {
        const { element, fake } = show({ item: item({ state: 'connected' }, { awaiting: ['mute'] }) }, ['mute']);
        await press(element, 'mute');
        await press(element, 'mute');
        expect(fake.asked).toHaveLength(2);
    });

    it('the keyboard stays with the card when the pressed button goes away', async () => {
        const { element, fake } = show({}, ['pickup']);
        await press(element, 'pickup');
        fake.allow(['hold']);
        element.item = item({ state: 'connected' }, { caller: EDNA });
        await settled();
        expect(element.shadowRoot?.activeElement).toBe(part(element, '[data-id="caller"]'));
    });
});

describe('notes and saving', () => {
    it('the agent types notes during the call', () => {
        const { element, fake } = show({ item: item({ state: 'connected' }) });
        part(element, 'c-interaction-notes')?.dispatchEvent(new CustomEvent('note', { detail: 'wants an offer' }));
        expect(fake.noted).toEqual([{ id: 'call-1', notes: 'wants an offer' }]);
    });

    it('the agent keeps the notes field when the wrap-up completes while typing', async () => {
        const { element } = show({ item: item(ENDED) });
        const notes = part(element, 'c-interaction-notes');
        notes?.dispatchEvent(new CustomEvent('focusin', { bubbles: true }));
        element.item = item({ ...ENDED, done: true });
        await settled();
        expect(part(element, 'c-interaction-notes')).toBe(notes);
        notes?.dispatchEvent(new CustomEvent('focusout', { bubbles: true }));
        await settled();
        expect(part(element, 'c-interaction-notes')).toBeNull();
    });

    it('the agent opens the notes of an ended call again', async () => {
        const { element } = show({ item: item({ ...ENDED, done: true, notes: 'old' }) });
        part(element, '[data-id="notes-toggle"]')?.click();
        await settled();
        expect(part<HTMLElement & { notes: string }>(element, 'c-interaction-notes')?.notes).toBe('old');
        await expect(element).toBeAccessible();
    });

    it('the agent is not asked for notes on a call that was never answered', () => {
        const { element } = show({ item: item({ state: 'disconnected' }) });
        expect(part(element, 'c-interaction-notes')).toBeNull();
        expect(part(element, '[data-id="notes-toggle"]')).toBeNull();
    });

    it('the agent sees the save state and can try again', async () => {
        const save = saved({ phase: 'notSaved', failure: 'busy' });
        const { element, fake } = show({ item: item(ENDED, { save }) });
        const status = part<HTMLElement & { save: unknown }>(element, 'c-save-status');
        expect(status?.save).toEqual(save);
        status?.dispatchEvent(new CustomEvent('retry'));
        expect(fake.retry).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });
});
