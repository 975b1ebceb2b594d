import type { DeskView } from 'c/agentDesk';
import InteractionPanel from 'c/interactionPanel';
import { createElement } from 'lwc';
import { EDNA, type FakeDesk, fakeDesk, item, saved } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

type Panel = HTMLElement & Pick<InteractionPanel, 'desk'>;

interface Shown {
    readonly element: Panel;
    readonly fake: FakeDesk;
}

function show(view: Partial<DeskView> = {}): Shown {
    const element = createElement('c-interaction-panel', { is: InteractionPanel }) as unknown as Panel;
    const fake = fakeDesk(view);
    element.desk = fake.desk;
    document.body.appendChild(element);
    return { element, fake };
}

function part(element: Element, id: string): HTMLElement | null {
    return element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`) ?? null;
}

type CardElement = HTMLElement & { now: number; since: number | undefined };

function cards(element: Element): CardElement[] {
    return [...(element.shadowRoot?.querySelectorAll<CardElement>('c-interaction-card') ?? [])];
}

function order(element: Element): (string | undefined)[] {
    return cards(element).map(({ dataset }) => dataset.conversation);
}

const RINGING = item({ id: 'ringing', firstSeenAt: '2026-11-20T10:05:00.000Z' });
const TALKING = item({ id: 'talking', state: 'connected', connectedTime: '2026-11-20T10:01:00.000Z' });
const ENDED = item({ id: 'ended', state: 'disconnected', handled: true, done: true }, { save: saved() });

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

describe('what is on the panel', () => {
    it('the agent reads that nothing is going on', async () => {
        const { element } = show();
        expect(part(element, 'idle')?.textContent).toContain('No conversation right now');
        await expect(element).toBeAccessible();
    });

    it('the agent sees ringing before talking before ended', async () => {
        const { element } = show({ interactions: [ENDED, TALKING, RINGING] });
        expect(order(element)).toEqual(['ringing', 'talking', 'ended']);
        expect(part(element, 'idle')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('the agent sees the newest ringing call first', () => {
        const newer = item({ id: 'newer', firstSeenAt: '2026-11-20T10:06:00.000Z' });
        expect(order(show({ interactions: [RINGING, newer] }).element)).toEqual(['newer', 'ringing']);
    });

    it('the agent keeps an open wrap-up among the live ones', () => {
        const wrapUp = item({ id: 'wrap-up', state: 'disconnected', handled: true });
        const { element } = show({ interactions: [ENDED, wrapUp] });
        expect(order(element)).toEqual(['wrap-up', 'ended']);
        expect(part(element, 'idle')).toBeNull();
    });

    it('the agent sees ended calls below the idle words', async () => {
        const { element } = show({ interactions: [ENDED] });
        expect(part(element, 'idle')).not.toBeNull();
        expect(order(element)).toEqual(['ended']);
        await expect(element).toBeAccessible();
    });

    it('the agent sees a new call appear', async () => {
        const { element, fake } = show();
        fake.show({ interactions: [RINGING] });
        await settled();
        expect(order(element)).toEqual(['ringing']);
    });

    it('a view of the same version changes nothing', async () => {
        const { element, fake } = show({ interactions: [RINGING] });
        fake.show({ interactions: [], version: 1 });
        await settled();
        expect(order(element)).toEqual(['ringing']);
    });

    it('no card moves while the agent types in one, and they settle afterwards', async () => {
        const older = item({ id: 'older', state: 'connected', firstSeenAt: '2026-11-20T09:00:00.000Z' });
        const { element, fake } = show({ interactions: [older, TALKING] });
        expect(order(element)).toEqual(['talking', 'older']);
        cards(element)[0]?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
        const ended = item({ id: 'talking', state: 'disconnected', handled: true, done: true });
        fake.show({ interactions: [older, ended, RINGING] });
        await settled();
        expect(order(element)).toEqual(['ringing', 'talking', 'older']);
        cards(element)[1]?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
        await settled();
        expect(order(element)).toEqual(['ringing', 'older', 'talking']);
    });
});

describe('what is wrong with the set-up', () => {
    it.each([
        ['noAccessToMapping', /permission set Switchboard_Agent/],
        ['noAccessToSettings', /permission set Switchboard_Agent/],
        ['offline', /cannot be reached/],
        ['sessionExpired', /Log in again/],
        ['taskRefused', /Switchboard Health/]
    ] as const)('the agent reads whom to ask for what (%s)', async (setupProblem, words) => {
        const { element } = show({ setupProblem, missingPermission: 'Switchboard_Agent' });
        expect(part(element, 'setup')?.textContent).toMatch(words);
        await expect(element).toBeAccessible();
    });

    it('the agent sees no banner when all is well', () => {
        expect(part(show().element, 'setup')).toBeNull();
    });

    it('the agent reads that an earlier call is not saved and tries again', async () => {
        const { element, fake } = show({ earlier: [saved({ phase: 'notSaved' })] });
        expect(part(element, 'earlier')?.textContent).toContain('1 earlier conversation is not saved yet.');
        part(element, 'retry')?.click();
        expect(fake.retry).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });

    it('the agent reads how many earlier calls are not saved', () => {
        const { element } = show({ earlier: [saved({ phase: 'notSaved' }), saved({ phase: 'waiting' })] });
        expect(part(element, 'earlier')?.textContent).toContain('2 earlier conversations are not saved yet.');
    });
});

describe('what a screen reader says', () => {
    async function saidAfter(first: Partial<DeskView>, next: Partial<DeskView>): Promise<string | null | undefined> {
        const { element, fake } = show(first);
        fake.show(next);
        await settled();
        return part(element, 'said')?.textContent;
    }

    it('the agent hears who is calling', async () => {
        const ringing = item({}, { caller: EDNA });
        expect(await saidAfter({}, { interactions: [ringing] })).toBe('Edna Frank is calling');
    });

    it('the agent hears a call that already rings when the panel opens', async () => {
        const { element } = show({ interactions: [item({}, { caller: EDNA })] });
        await settled();
        expect(part(element, 'said')?.textContent).toBe('Edna Frank is calling');
    });

    it.each([
        ['dialing', 'Calling Edna Frank'],
        ['connected', 'Connected with Edna Frank'],
        ['held', 'Edna Frank is on hold'],
        ['disconnected', 'Conversation with Edna Frank has ended']
    ] as const)('the agent hears the step to %s', async (state, words) => {
        const before = { interactions: [item({}, { caller: EDNA })] };
        expect(await saidAfter(before, { interactions: [item({ state }, { caller: EDNA })] })).toBe(words);
    });

    it.each([
        ['saved', 'Task saved for Edna Frank'],
        ['notSaved', 'Task not saved for Edna Frank']
    ] as const)('the agent hears %s', async (phase, words) => {
        const ended = { state: 'disconnected', handled: true } as const;
        const before = { interactions: [item(ended, { caller: EDNA })] };
        const save = saved({ phase });
        expect(await saidAfter(before, { interactions: [item(ended, { caller: EDNA, save })] })).toBe(words);
    });

    it('the agent does not hear about calls that ended before the panel opened', async () => {
        const { element } = show({ interactions: [ENDED] });
        await settled();
        expect(part(element, 'said')?.textContent).toBe('');
    });

    it('the agent does not hear the same thing twice', async () => {
        const ringing = { interactions: [item({}, { caller: EDNA })] };
        const { element, fake } = show(ringing);
        fake.show({ interactions: [item({ version: 2 }, { caller: EDNA })] });
        await settled();
        expect(part(element, 'said')?.textContent).toBe('Edna Frank is calling');
    });
});

describe('time', () => {
    beforeEach(() => {
        jest.useFakeTimers({ now: Date.parse('2026-11-20T10:05:10.000Z') });
    });

    it('one timer moves all cards', async () => {
        const { element } = show({ interactions: [RINGING, TALKING] });
        expect(jest.getTimerCount()).toBe(1);
        jest.advanceTimersByTime(1000);
        await settled();
        expect(cards(element).map(({ now }) => now)).toEqual([Date.now(), Date.now()]);
    });

    it('no timer runs while nothing is live', () => {
        const { fake } = show({ interactions: [TALKING] });
        fake.show({ interactions: [ENDED] });
        expect(jest.getTimerCount()).toBe(0);
    });

    it('no timer outlives the panel', () => {
        const { element } = show({ interactions: [TALKING] });
        element.remove();
        expect(jest.getTimerCount()).toBe(0);
    });

    it('the agent sees ringing and talking from their beginning', () => {
        const { element } = show({ interactions: [RINGING, TALKING] });
        expect(cards(element).map(({ since }) => since)).toEqual([
            Date.parse('2026-11-20T10:05:00.000Z'),
            Date.parse('2026-11-20T10:01:00.000Z')
        ]);
    });

    it('the agent sees the hold from the moment it was seen', async () => {
        const { element, fake } = show({ interactions: [TALKING] });
        jest.advanceTimersByTime(5000);
        fake.show({ interactions: [item({ id: 'talking', state: 'held' })] });
        await settled();
        expect(cards(element)[0]?.since).toBe(Date.now());
    });

    it('the agent sees no hold time by guess after a reload', () => {
        const { element } = show({ interactions: [item({ state: 'held' })] });
        expect(cards(element)[0]?.since).toBeUndefined();
    });

    it('the agent sees the wrap-up from the end of the call after a reload', () => {
        const endTime = '2026-11-20T10:04:00.000Z';
        const { element } = show({ interactions: [item({ state: 'disconnected', handled: true, endTime })] });
        expect(cards(element)[0]?.since).toBe(Date.parse(endTime));
    });
});

describe('coming and going', () => {
    it('the panel listens once and stops when it is left', () => {
        const { element, fake } = show();
        expect(fake.listeners()).toBe(1);
        element.remove();
        expect(fake.listeners()).toBe(0);
    });

    it('the agent undocks the panel and sees everything again', async () => {
        const { element, fake } = show({ interactions: [TALKING] });
        element.remove();
        fake.show({ interactions: [TALKING, RINGING] });
        document.body.appendChild(element);
        await settled();
        expect(order(element)).toEqual(['ringing', 'talking']);
        expect(fake.listeners()).toBe(1);
    });

    it('the panel follows a new desk and leaves the old one', async () => {
        const { element, fake } = show({ interactions: [TALKING] });
        const next = fakeDesk({ interactions: [RINGING] });
        element.desk = next.desk;
        await settled();
        expect(fake.listeners()).toBe(0);
        expect(order(element)).toEqual(['ringing']);
    });

    it('the panel waits for a desk', async () => {
        const element = createElement('c-interaction-panel', { is: InteractionPanel });
        document.body.appendChild(element);
        await settled();
        expect(part(element, 'idle')).not.toBeNull();
        await expect(element).toBeAccessible();
    });
});
