import type { PanelCommand } from 'c/agentDesk';
import InteractionCard from 'c/interactionCard';
import type { Interaction } from 'c/interactions';
import { createElement } from 'lwc';
import { EDNA, type FakeDesk, SEEN_AT, fakeDesk, item, saved } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

type Properties = Pick<
    InteractionCard,
    | 'desk'
    | 'item'
    | 'now'
    | 'since'
    | 'permission'
    | 'fieldLabels'
    | 'directory'
    | 'recentTargets'
    | 'selected'
    | 'compact'
    | 'hiddenCommands'
>;
type Card = HTMLElement & Properties & Pick<InteractionCard, 'run' | 'takeNotes'>;

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
        const { element } = show({ item: { interaction, problems: [], awaiting: [], notesUnsaved: false } });
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

describe('notes and saving', () => {
    it('the agent types notes during the call', () => {
        const { element, fake } = show({ item: item({ state: 'connected' }) });
        part(element, 'c-interaction-notes')?.dispatchEvent(new CustomEvent('note', { detail: 'wants an offer' }));
        expect(fake.noted).toEqual([{ id: 'call-1', notes: 'wants an offer' }]);
    });

    it('the agent whose Voice Calls are saved reads that the notes are saved with them', () => {
        const { element } = show({ item: item({ state: 'connected' }, { savedOn: 'VoiceCall' }) });
        expect(part(element, 'c-interaction-notes')).toMatchObject({ target: 'VoiceCall' });
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
        expect(fake.retry.mock.calls).toEqual([[save.key]]);
        await expect(element).toBeAccessible();
    });

    it('the agent whose button to try again goes away lands on the name of the caller', async () => {
        const { element } = show({ item: item(ENDED, { save: saved({}) }) });
        part(element, 'c-save-status')?.dispatchEvent(new CustomEvent('focuslost'));
        await settled();
        expect(element.shadowRoot?.activeElement).toBe(part(element, '[data-id="caller"]'));
    });
});

describe('after the call, and without news', () => {
    it('the agent reads where the wrap-up code is chosen', async () => {
        const { element } = show({ item: item(ENDED), since: START, now: START + 45_000 });
        expect(text(element, 'wrap-up')).toContain('Choose the wrap-up code in the phone.');
        expect(text(element, 'time')).toBe('0:45');
        expect(part(element, 'c-interaction-notes')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('the agent puts away a call of which nothing was heard for long', async () => {
        const { element, fake } = show({ item: item({ state: 'connected' }), now: START + 3 * 60 * 60 * 1000 });
        expect(text(element, 'quiet')).toMatch(/^No news from the phone since .*The conversation may be over/);
        await expect(element).toBeAccessible();
        const lost = jest.fn();
        const heardByOthers = jest.fn();
        element.addEventListener('focuslost', lost);
        document.body.addEventListener('focuslost', heardByOthers);
        part(element, '[data-id="put-away"]')?.click();
        expect(fake.putAway).toEqual(['call-1']);
        expect(lost).toHaveBeenCalledTimes(1);
        expect(heardByOthers).not.toHaveBeenCalled();
        document.body.removeEventListener('focuslost', heardByOthers);
    });

    it('the agent on a call of an hour is not asked about it', () => {
        const { element } = show({ item: item({ state: 'connected' }), now: START + 60 * 60 * 1000 });
        expect(text(element, 'quiet')).toBeUndefined();
    });
});

describe('the conversation that is selected in the phone', () => {
    it('the agent sees and hears which card it is', async () => {
        const { element } = show({ item: item({ state: 'connected' }), selected: true });
        expect(part(element, 'article')?.getAttribute('aria-current')).toBe('true');
        expect(text(element, 'selected')).toBe('Selected in the phone');
        await expect(element).toBeAccessible();
    });

    it('no other card is marked', () => {
        const { element } = show({ item: item({ state: 'connected' }) });
        expect(part(element, 'article')?.hasAttribute('aria-current')).toBe(false);
    });
});

describe('the recording', () => {
    it.each([
        ['active', 'Recording is on'],
        ['PAUSED', 'Recording is paused'],
        ['none', 'Not recorded'],
        ['something', undefined]
    ])('the agent reads what the phone tells about the recording (%s)', (recordingState, words) => {
        const { element } = show({ item: item({ state: 'connected', recordingState }) });
        expect(text(element, 'recording')).toBe(words);
    });

    it('the agent is told of no recording while it rings', () => {
        const { element } = show({ item: item({ recordingState: 'paused' }) });
        expect(text(element, 'recording')).toBeUndefined();
    });
});

describe('what the phone tells beside the call', () => {
    const DETAILS = { participants: [{ name: 'Edna' }, { name: 'Billing' }], messages: [], muted: false } as const;
    const TALKING = { state: 'connected', securePause: true } as const;

    it('the agent finds it on the card', async () => {
        const { element } = show({ item: item(TALKING, { caller: EDNA, details: DETAILS }) });
        const shown = part<HTMLElement & Record<'details' | 'caller' | 'ended', unknown>>(element, 'c-call-details');
        expect([shown?.details, shown?.caller, shown?.ended]).toEqual([DETAILS, 'Edna Frank', false]);
        await expect(element).toBeAccessible();
        element.item = item(ENDED, { caller: EDNA, details: DETAILS });
        await settled();
        expect(shown?.ended).toBe(true);
    });

    it('the agent of a phone that tells nothing sees nothing of it', () => {
        expect(part(show({ item: item(TALKING) }).element, 'c-call-details')).toBeNull();
    });

    it('the agent reads once that the recording is paused', () => {
        const { element } = show({ item: item(TALKING, { details: { ...DETAILS, recordingPaused: true } }) });
        expect(part(element, 'c-call-details')?.shadowRoot?.textContent).toContain('Recording is paused');
        expect(text(element, 'secure-pause')).toBeUndefined();
    });

    it('the agent in compact mode reads of the pause as ever, and sees none of the rest', async () => {
        const shown = item(TALKING, { caller: EDNA, details: { ...DETAILS, recordingPaused: true } });
        const { element } = show({ compact: true, item: shown });
        expect(part(element, 'c-call-details')).toBeNull();
        expect(text(element, 'secure-pause')).toBe('Secure pause is on');
        await expect(element).toBeAccessible();
    });
});

describe('compact mode', () => {
    it('the agent in compact mode sees who it is, the notes and the save state, and no button', async () => {
        const words = [{ id: 'u1', speaker: 'customer', text: 'Hello', at: SEEN_AT }] as const;
        const { element } = show(
            { compact: true, item: item({ state: 'connected' }, { caller: EDNA, transcript: words }) },
            ['hold', 'mute']
        );
        expect(text(element, 'caller')).toBe('Edna Frank');
        expect(text(element, 'stage')).toBe('Connected');
        expect(part(element, 'c-interaction-actions')).toBeNull();
        expect(part(element, 'c-live-transcript')).toBeNull();
        expect(part(element, 'c-interaction-notes')).not.toBeNull();
        expect(part(element, 'c-save-status')).not.toBeNull();
        await expect(element).toBeAccessible();
    });
});

describe('the keyboard', () => {
    it('the keyboard stays with the card when the pressed button goes away', async () => {
        const { element, fake } = show({}, ['pickup']);
        const actions = part(element, 'c-interaction-actions');
        actions?.shadowRoot?.querySelector<HTMLElement>('[data-command="pickup"]')?.click();
        await settled();
        fake.allow(['hold']);
        element.item = item({ state: 'connected' }, { caller: EDNA });
        await settled();
        expect(element.shadowRoot?.activeElement).toBe(part(element, '[data-id="caller"]'));
    });

    it('a key for the notes does nothing while there are none, also later', async () => {
        const { element } = show();
        element.takeNotes();
        element.item = item({ state: 'connected' }, { caller: EDNA });
        await settled();
        expect(element.shadowRoot?.activeElement).toBeNull();
    });
});

describe('a call that the other phone saves', () => {
    const SHOWN = { otherWriter: 'salesforceVoice', caller: EDNA } as const;

    it('the agent reads who saves it, and finds no field whose words would be lost, and no word of saving', async () => {
        const { element } = show({ item: item({ state: 'connected' }, SHOWN) }, ['hold']);
        expect(text(element, 'other-saves')).toBe(
            'Salesforce Voice saves this one. Take notes in its panel: here nothing is saved.'
        );
        expect(part(element, 'c-interaction-notes')).toBeNull();
        expect(part(element, 'c-save-status')).toBeNull();
        expect(part(element, '[data-id="lost-notes"]')).toBeNull();
        expect(part(element, 'c-interaction-actions')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('the agent reads and copies what was typed before that was known', async () => {
        const { element } = show({ item: item({ state: 'connected', notes: 'A new router' }, SHOWN) });
        expect(text(element, 'lost-notes')).toBe(
            'These notes are not saved. Copy them into the panel of Salesforce Voice.'
        );
        expect(part<HTMLElement & { notes: string }>(element, 'c-notes-copy')?.notes).toBe('A new router');
        await expect(element).toBeAccessible();
    });

    it('there is nothing to open for notes when it is over, and the key for notes does nothing', async () => {
        const { element } = show({ item: item({ ...ENDED, done: true }, { ...SHOWN, otherWriter: 'another one' }) });
        element.takeNotes();
        await settled();
        expect(text(element, 'other-saves')).toContain('another one saves this one.');
        expect(part(element, '[data-id="notes-toggle"]')).toBeNull();
        expect(part(element, 'c-interaction-notes')).toBeNull();
    });
});

describe('what the Task is linked to', () => {
    const RELATIONS = { name: { choices: [EDNA] }, relatedTo: { choices: [] } } as const;
    const LIVE: Partial<Interaction> = { state: 'connected' };

    function lists(element: Element): HTMLElement | null {
        return part(element, 'c-interaction-relations');
    }

    it('the agent picks a record, and the desk is told for this conversation', async () => {
        const { element, fake } = show({ item: item(LIVE, { relations: RELATIONS }) });
        lists(element)?.dispatchEvent(new CustomEvent('relate', { detail: { relation: 'name', recordId: EDNA.id } }));
        lists(element)?.dispatchEvent(new CustomEvent('relate', { detail: { relation: 'relatedTo' } }));
        expect(fake.related).toEqual([
            { id: 'call-1', relation: 'name', record: EDNA.id },
            { id: 'call-1', relation: 'relatedTo', record: undefined }
        ]);
        await expect(element).toBeAccessible();
    });

    it('the agent of the small panel picks as well', async () => {
        const { element } = show({ item: item(LIVE, { relations: RELATIONS }), compact: true });
        expect(lists(element)).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('the agent sees no lists before the call is connected', () => {
        expect(lists(show({ item: item() }).element)).toBeNull();
    });

    it('what is over shows its lists once the agent opens it', async () => {
        const { element } = show({ item: item({ ...ENDED, done: true }, { relations: RELATIONS }) });
        expect(lists(element)).toBeNull();
        part(element, '[data-id="notes-toggle"]')?.click();
        await settled();
        expect(lists(element)).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('the agent is told of a second Task below the save state', () => {
        const save = saved({ taskId: '00T000000000001AAA', doubles: ['00T000000000002AAA'] });
        const { element } = show({ item: item(LIVE, { save }) });
        expect(part<HTMLElement & { save: unknown }>(element, 'c-task-doubles')?.save).toEqual(save);
    });
});
