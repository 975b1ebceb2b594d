import type { CallDetails, DeskInteraction, DeskView, SideMessage } from 'c/agentDesk';
import InteractionPanel from 'c/interactionPanel';
import { createElement } from 'lwc';
import { EDNA, type FakeDesk, SEEN_AT, fakeDesk, item, saved } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

type Panel = HTMLElement & Pick<InteractionPanel, 'desk' | 'compact' | 'hiddenActions'>;

interface Shown {
    readonly element: Panel;
    readonly fake: FakeDesk;
}

function show(view: Partial<DeskView> = {}, choices: Partial<Panel> = {}): Shown {
    const element = createElement('c-interaction-panel', { is: InteractionPanel }) as unknown as Panel;
    const fake = fakeDesk(view);
    Object.assign(element, { desk: fake.desk, ...choices });
    document.body.appendChild(element);
    return { element, fake };
}

function list(element: Element): Element | null | undefined {
    return element.shadowRoot?.querySelector('c-interaction-list');
}

function part(element: Element, id: string): HTMLElement | null {
    const roots = [element.shadowRoot, list(element)?.shadowRoot];
    return roots.map((root) => root?.querySelector<HTMLElement>(`[data-id="${id}"]`)).find(Boolean) ?? null;
}

type CardElement = HTMLElement & {
    now: number;
    since: number | undefined;
    selected: boolean;
    compact: boolean;
    hiddenCommands: readonly string[];
};

function cards(element: Element): CardElement[] {
    return [...(list(element)?.shadowRoot?.querySelectorAll<CardElement>('c-interaction-card') ?? [])];
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

    it('no card moves while the focus goes from a button that is gone to the card of that button', async () => {
        const older = item({ id: 'older', state: 'connected', firstSeenAt: '2026-11-20T09:00:00.000Z' });
        const { element, fake } = show({ interactions: [older, RINGING] });
        cards(element)[0]?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
        fake.show({ interactions: [older, item({ id: 'ringing', state: 'disconnected', done: true })] });
        await settled();
        cards(element)[0]?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
        cards(element)[0]?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
        await settled();
        expect(order(element)).toEqual(['ringing', 'older']);
    });
});

describe('what is wrong with the set-up', () => {
    it.each([
        ['noAccessToMapping', /permission set Switchboard_Agent/],
        ['noAccessToSettings', /permission set Switchboard_Agent/],
        ['offline', /cannot be reached/],
        ['sessionExpired', /Log in again/],
        ['taskRefused', /Switchboard Setup, Org health/]
    ] as const)('the agent reads whom to ask for what (%s)', async (setupProblem, words) => {
        const { element } = show({ setupProblem, missingPermission: 'Switchboard_Agent' });
        expect(part(element, 'setup')?.textContent).toMatch(words);
        await expect(element).toBeAccessible();
    });

    it('the agent of an org that saves Voice Calls reads of their fields, and of no Task', async () => {
        const { element } = show({ savedOn: 'VoiceCall', setupProblem: 'noAccessToMapping' });
        const banner = part(element, 'setup')?.textContent;
        expect(banner).toContain('which call detail belongs to which field of the Voice Call');
        expect(banner).toContain('permission set Switchboard Agent');
        expect(banner).not.toContain('Task');
        await expect(element).toBeAccessible();
    });

    it('the agent sees no banner when all is well', () => {
        expect(part(show().element, 'setup')).toBeNull();
    });

    it('the agent reads that an earlier call is not saved and tries again', async () => {
        const { element, fake } = show({ earlier: [saved({ phase: 'notSaved', pending: true })] });
        expect(part(element, 'earlier')?.textContent).toContain('1 earlier conversation is not saved yet.');
        part(element, 'retry')?.click();
        expect(fake.resume).toHaveBeenCalledTimes(1);
        expect(fake.retry).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });

    it('the agent reads which field of a call before the reload was not saved, and puts it away', async () => {
        const trouble = saved({ taskId: '00T000000000001AAA', unsaved: [{ field: 'Queue__c', code: 'forbidden' }] });
        const { element } = show({ earlier: [trouble] });
        expect(part(element, 'earlier')).toBeNull();
        expect(part(element, 'earlier-trouble')?.textContent).toContain('before this page was loaded');
        await expect(element).toBeAccessible();
        part(element, 'earlier-trouble')?.querySelector<HTMLElement>('lightning-button')?.click();
        await settled();
        expect(part(element, 'earlier-trouble')).toBeNull();
    });

    it('the agent reads of a Task that was deleted before the reload, and only that one is made anew', async () => {
        const gone = saved({ key: 'gone', phase: 'notSaved', failure: 'taskDeleted', pending: true });
        const { element, fake } = show({ earlier: [gone] });
        expect(part(element, 'earlier')).toBeNull();
        await expect(element).toBeAccessible();
        part(element, 'earlier-trouble')?.querySelector('c-save-status')?.dispatchEvent(new CustomEvent('retry'));
        expect(fake.retry.mock.calls).toEqual([['gone']]);
    });

    it('the agent can merge the doubles of a call before the reload', () => {
        const { element } = show({ earlier: [saved({ key: 'k7', taskId: '00T1', doubles: ['00T2'] })] });
        const doubles = part(element, 'earlier-trouble')?.querySelector<HTMLElement & { conversation: string }>(
            'c-task-doubles'
        );
        expect(doubles?.conversation).toBe('k7');
    });

    it('the agent reads how many earlier calls are not saved', () => {
        const { element } = show({
            earlier: [saved({ phase: 'notSaved', pending: true }), saved({ phase: 'waiting', pending: true })]
        });
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

    it.each([
        ['callback', 'Callback for you: Edna Frank'],
        ['chat', 'New chat from Edna Frank'],
        ['email', 'New email from Edna Frank'],
        ['message', 'New message from Edna Frank'],
        ['voicemail', 'New voicemail from Edna Frank']
    ] as const)('the agent hears that a %s is offered, in which nobody calls', async (type, words) => {
        expect(await saidAfter({}, { interactions: [item({ type }, { caller: EDNA })] })).toBe(words);
    });

    it('the agent hears each of three guests of the same name', async () => {
        const guest = (id: string): DeskInteraction => item({ id, type: 'chat', remoteName: 'Guest' });
        const { element, fake } = show({ interactions: [guest('a')] });
        const heard: unknown[] = [];
        for (const ids of [['a'], ['b', 'a'], ['c', 'b', 'a']]) {
            fake.show({ interactions: ids.map(guest) });
            await settled();
            heard.push(part(element, 'said')?.textContent);
        }
        expect(heard.map((words) => String(words).trim())).toEqual(Array(3).fill('New chat from Guest'));
        expect(heard[1]).not.toBe(heard[0]);
        expect(heard[2]).not.toBe(heard[1]);
    });

    it('the agent who types after the call does not hear of each save', async () => {
        const ended = (phase: 'saved' | 'saving'): Partial<DeskView> => ({
            interactions: [item({ state: 'disconnected', handled: true }, { caller: EDNA, save: saved({ phase }) })]
        });
        const { element, fake } = show(ended('saving'));
        const heard: unknown[] = [];
        for (const phase of ['saved', 'saving', 'saved'] as const) {
            fake.show(ended(phase));
            await settled();
            heard.push(part(element, 'said')?.textContent);
        }
        expect(new Set(heard)).toEqual(new Set(['Task saved for Edna Frank']));
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

describe('what a screen reader says of what nobody hears on the line', () => {
    const FLAG: SideMessage = { id: 'f1', kind: 'flagRaised', from: 'agent', text: 'Refund?', at: SEEN_AT };
    const NOTE: SideMessage = { id: 'n1', kind: 'note', from: 'supervisor', text: 'Offer 10 %', at: SEEN_AT };
    const LOWERED: SideMessage = { id: 'f2', kind: 'flagLowered', from: 'supervisor', at: SEEN_AT };

    /** The words that are new after each look. */
    async function heardIn(
        looks: readonly (Partial<CallDetails> | undefined)[],
        choices: Partial<Panel> = {}
    ): Promise<string[]> {
        const view = (told: Partial<CallDetails> | undefined): Partial<DeskView> => {
            const details = told && { participants: [], messages: [], ...told };
            return { interactions: [item({ state: 'connected' }, { caller: EDNA, ...(details ? { details } : {}) })] };
        };
        const { element, fake } = show(view(undefined), choices);
        await settled();
        const heard = [part(element, 'said')?.textContent ?? ''];
        for (const told of looks) {
            fake.show(view(told));
            await settled();
            heard.push(part(element, 'said')?.textContent ?? '');
        }
        return heard.filter((words, at) => at > 0 && words !== heard[at - 1]).map((words) => words.trim());
    }

    it('the agent hears of a flag, also of the next one, and not of what was written with it', async () => {
        const again = { ...FLAG, id: 'f3' };
        const flag = 'A flag was raised in the call with Edna Frank';
        const looks = [[FLAG], [FLAG, LOWERED], [FLAG, LOWERED, again]].map((messages) => ({ messages }));
        expect(await heardIn(looks)).toEqual([flag, flag]);
    });

    it('the agent hears of a note that somebody else wrote', async () => {
        expect(await heardIn([{ messages: [{ ...NOTE, from: 'agent' }] }])).toEqual([]);
        document.body.replaceChildren();
        expect(await heardIn([{ messages: [NOTE] }, { messages: [NOTE], muted: true }])).toEqual([
            'A new note in the call with Edna Frank'
        ]);
    });

    it('the agent hears once in a call that the line is poor, not with each report', async () => {
        const lines = [
            { word: 'good' },
            { word: 'poor', roundTripMs: 900 },
            { word: 'poor', roundTripMs: 950 },
            { word: 'fair' },
            { word: 'poor', roundTripMs: 900 }
        ] as const;
        expect(await heardIn(lines.map((line) => ({ line })))).toEqual(['The line with Edna Frank is poor']);
    });

    it('the agent hears it of the next call as well', async () => {
        const poor = { participants: [], messages: [], line: { word: 'poor' } } as const;
        const call = (id: string, details?: CallDetails): DeskInteraction =>
            item({ id, state: 'connected', remoteName: id }, details ? { details } : {});
        const { element, fake } = show({ interactions: [call('Ann'), call('Bob')] });
        fake.show({ interactions: [call('Ann', poor), call('Bob')] });
        fake.show({ interactions: [call('Ann', poor), call('Bob', poor)] });
        await settled();
        expect(part(element, 'said')?.textContent).toBe('The line with Bob is poor');
    });

    it('the agent who opens the panel in mid-call does not hear of old notes', async () => {
        const details: CallDetails = { participants: [], messages: [FLAG, NOTE] };
        const { element } = show({ interactions: [item({ state: 'connected' }, { caller: EDNA, details })] });
        await settled();
        expect(part(element, 'said')?.textContent).toBe('Connected with Edna Frank');
    });

    it('the agent in compact mode, which shows none of it, hears none of it', async () => {
        const looks = [{ messages: [FLAG, NOTE] }, { messages: [FLAG, NOTE], line: { word: 'poor' } as const }];
        expect(await heardIn(looks, { compact: true })).toEqual([]);
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

    it('no timer runs while nothing is live', async () => {
        const { fake } = show({ interactions: [TALKING] });
        fake.show({ interactions: [ENDED] });
        await settled();
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

const MISSED_CALL = {
    key: 'call-0 1',
    type: 'call',
    outcome: 'missed',
    number: '+61491570006',
    record: EDNA,
    endedAt: SEEN_AT
} as const;

function child<T extends HTMLElement = HTMLElement>(element: Element, tag: string): T | null {
    return element.shadowRoot?.querySelector<T>(tag) ?? null;
}

describe('the conversation that is selected in the phone', () => {
    const OLDER = item({ id: 'older', state: 'connected', firstSeenAt: '2026-11-20T09:00:00.000Z' });

    it('the agent sees it after the ringing ones and before the others, and marked', () => {
        const { element } = show({ interactions: [OLDER, TALKING, RINGING], selected: 'older' });
        expect(order(element)).toEqual(['ringing', 'older', 'talking']);
        expect(cards(element).map(({ selected }) => selected)).toEqual([false, true, false]);
    });

    it('no card moves while the agent types, though the phone selects another', async () => {
        const { element, fake } = show({ interactions: [OLDER, TALKING], selected: 'talking' });
        cards(element)[0]?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
        fake.show({ selected: 'older' });
        await settled();
        expect(order(element)).toEqual(['talking', 'older']);
        expect(cards(element).map(({ selected }) => selected)).toEqual([false, true]);
    });
});

describe('status and recent conversations', () => {
    it('the agent sees the own status where the vendor tells of it', async () => {
        const { element, fake } = show();
        expect(child(element, 'c-agent-status')).toBeNull();
        fake.show({ agent: { status: 'ON_QUEUE' }, statusAwaited: 'Lunch' });
        await settled();
        expect(child<HTMLElement & { awaited: string }>(element, 'c-agent-status')?.awaited).toBe('Lunch');
        await expect(element).toBeAccessible();
    });

    it('the agent calls back, and the desk learns from which record', () => {
        const { element, fake } = show({ recent: [MISSED_CALL] });
        const detail = { number: MISSED_CALL.number, record: EDNA };
        child(element, 'c-recent-interactions')?.dispatchEvent(new CustomEvent('dial', { detail }));
        expect(fake.dialled).toEqual([{ number: MISSED_CALL.number, record: EDNA }]);
    });

    it('the agent sees no list of recent conversations while there are none', () => {
        expect(child(show().element, 'c-recent-interactions')).toBeNull();
    });
});

describe('keys', () => {
    function press(from: Element | null | undefined, key: string): Promise<void> {
        from?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
        return settled();
    }

    it('the agent answers the ringing call with a key', async () => {
        const { element, fake } = show({ interactions: [TALKING, RINGING] });
        fake.allow(['pickup']);
        await press(part(element, 'said'), 'a');
        expect(fake.asked).toEqual([{ command: 'pickup', id: 'ringing' }]);
    });

    it('a key is about the call with the focus', async () => {
        const { element, fake } = show({ interactions: [TALKING, RINGING] });
        fake.allow(['hold']);
        cards(element)[1]?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
        await press(cards(element)[1], 'h');
        expect(fake.asked).toEqual([{ command: 'hold', id: 'talking' }]);
    });

    it('the agent ends no call by a key that may have been meant for another', async () => {
        const { element, fake } = show({ interactions: [TALKING, RINGING] });
        fake.allow(['disconnect']);
        await press(part(element, 'said'), 'e');
        expect(fake.asked).toEqual([]);
        cards(element)[1]?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
        await press(cards(element)[1], 'e');
        expect(fake.asked).toEqual([{ command: 'disconnect', id: 'talking' }]);
    });

    it('a letter that is typed into the notes is a letter', async () => {
        const { element, fake } = show({ interactions: [TALKING] });
        fake.allow(['disconnect']);
        const notes = child(cards(element)[0] as Element, 'c-interaction-notes');
        await press(notes?.shadowRoot?.querySelector('textarea'), 'e');
        expect(fake.asked).toEqual([]);
    });

    it('a key does nothing where the call does not offer it', async () => {
        const { element, fake } = show({ interactions: [RINGING] });
        await press(part(element, 'said'), 'h');
        expect(fake.asked).toEqual([]);
    });

    it('the agent goes to the notes with a key', async () => {
        const { element } = show({ interactions: [TALKING] });
        await press(part(element, 'said'), 'n');
        const notes = child(cards(element)[0] as Element, 'c-interaction-notes');
        expect(notes?.shadowRoot?.activeElement?.tagName).toBe('TEXTAREA');
    });

    it('the agent opens the list of keys with ?, and comes back to its button', async () => {
        const { element } = show();
        await press(part(element, 'said'), '?');
        expect(child(element, 'c-shortcut-list')).not.toBeNull();
        expect(part(element, 'shortcuts')?.getAttribute('aria-expanded')).toBe('true');
        await expect(element).toBeAccessible();
        child(element, 'c-shortcut-list')?.dispatchEvent(new CustomEvent('close'));
        await settled();
        expect(child(element, 'c-shortcut-list')).toBeNull();
        expect(element.shadowRoot?.activeElement).toBe(part(element, 'shortcuts'));
    });
});

describe('what the admin chose', () => {
    it('the agent in compact mode sees the conversations and nothing around them', async () => {
        const { element } = show(
            { interactions: [TALKING], agent: { status: 'BUSY' }, recent: [MISSED_CALL] },
            { compact: true }
        );
        expect(cards(element).map(({ compact }) => compact)).toEqual([true]);
        expect(child(element, 'c-agent-status')).toBeNull();
        expect(child(element, 'c-recent-interactions')).toBeNull();
        expect(part(element, 'shortcuts')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('no key acts in compact mode', async () => {
        const { element, fake } = show({ interactions: [RINGING] }, { compact: true });
        fake.allow(['pickup']);
        part(element, 'said')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
        await settled();
        expect(fake.asked).toEqual([]);
    });

    it.each([
        ['mute, securePause', ['mute', 'securePause']],
        [' MUTE;hold ', ['hold', 'mute']],
        ['swap Conference', ['conference', 'swap']],
        ['', []]
    ])('the admin hides actions by their words: %o', (hiddenActions, hidden) => {
        const { element } = show({ interactions: [TALKING] }, { hiddenActions });
        expect(cards(element)[0]?.hiddenCommands).toEqual(hidden);
    });

    it('the admin is told which words hide nothing, and which would', async () => {
        const { element } = show({}, { hiddenActions: 'mute, record, transfer' });
        const diagnostics = child<HTMLElement & { unknownActions: readonly string[] }>(
            element,
            'c-interaction-diagnostics'
        );
        expect(diagnostics?.unknownActions).toEqual(['record', 'transfer']);
    });

    it('the list of keys leaves out what is hidden', async () => {
        const { element } = show({}, { hiddenActions: 'mute blindTransfer consultTransfer' });
        part(element, 'shortcuts')?.click();
        await settled();
        const list = child<HTMLElement & { without: readonly string[] }>(element, 'c-shortcut-list');
        expect(list?.without).toEqual(expect.arrayContaining(['mute', 'transfer']));
    });

    it('the list of keys leaves out what this phone never does', async () => {
        const { element, fake } = show();
        element.desk = { ...fake.desk, lacks: ['conference', 'swap'] };
        part(element, 'shortcuts')?.click();
        await settled();
        const list = child<HTMLElement & { without: readonly string[] }>(element, 'c-shortcut-list');
        expect(list?.without).toEqual(['conference', 'swap']);
    });
});
