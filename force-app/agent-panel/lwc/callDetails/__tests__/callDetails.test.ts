import type { CallDetails as Details, LineQuality, SideMessage } from 'c/agentDesk';
import CallDetails from 'c/callDetails';
import { createElement } from 'lwc';
import { SEEN_AT } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

type Shown = HTMLElement & Pick<CallDetails, 'details' | 'caller' | 'ended'>;

const EDNA = { name: '+61491570006' } as const;
const BILLING = { name: 'Billing' } as const;

function show(told: Partial<Details> = {}, more: Partial<Shown> = {}): Shown {
    const element = createElement('c-call-details', { is: CallDetails }) as unknown as Shown;
    const details = { participants: [EDNA], messages: [], ...told };
    Object.assign(element, { details, caller: 'Edna Frank', ...more });
    document.body.appendChild(element);
    return element;
}

function part(element: Element, id: string): HTMLElement | null {
    return element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`) ?? null;
}

function words(element: Element | null | undefined): string | undefined {
    return element?.textContent?.replace(/\s+/g, ' ').trim();
}

function text(element: Element, id: string): string | undefined {
    return words(part(element, id));
}

function list(element: Element, selector: string): (string | undefined)[] {
    return [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(words);
}

function icons(element: Element | null): (string | undefined)[] {
    const all = [...(element?.querySelectorAll('lightning-icon') ?? [])];
    return all.map((icon) => (icon as Element & { iconName?: string }).iconName);
}

function message(facts: Partial<SideMessage> = {}): SideMessage {
    return { id: 'note:1', kind: 'note', from: 'supervisor', name: 'Maria', text: 'Offer 10 %', at: SEEN_AT, ...facts };
}

afterEach(() => document.body.replaceChildren());

describe('what was not told', () => {
    it.each([
        ['nothing but the caller', {}],
        ['nobody', { participants: [] }],
        ['a recording that goes on', { recordingPaused: false }],
        ['whether the agent is muted', { muted: true }]
    ] as [string, Partial<Details>][])('the agent sees nothing where the phone told %s', (_what, told) => {
        expect(part(show(told), 'details')).toBeNull();
    });

    it('the agent sees only what was told', async () => {
        const element = show({ flagRaised: true });
        expect(['people', 'recording', 'line', 'messages'].map((id) => part(element, id))).toEqual([
            null,
            null,
            null,
            null
        ]);
        expect(text(element, 'details')).toBe('The flag is raised');
        await expect(element).toBeAccessible();
    });
});

describe('who is on the line', () => {
    it('the agent reads who is on hold, and of whom nobody knows it not a word', async () => {
        const element = show({ participants: [{ ...EDNA, held: true }, { ...BILLING, held: false }, { name: 'Ben' }] });
        expect(list(element, 'li')).toEqual(['+61491570006On hold', 'Billing', 'Ben']);
        expect(part(element, 'people')?.getAttribute('aria-label')).toBe('On the line');
        expect(part(element, 'details')?.getAttribute('aria-label')).toBe('More about the call with Edna Frank');
        await expect(element).toBeAccessible();
    });

    it('the agent sees the list go when the other one has left', async () => {
        const element = show({ participants: [EDNA, BILLING] });
        element.details = { participants: [EDNA], messages: [] };
        await settled();
        expect(part(element, 'people')).toBeNull();
    });

    it('two of one name are both there', () => {
        expect(list(show({ participants: [BILLING, BILLING] }), 'li')).toEqual(['Billing', 'Billing']);
    });
});

it('the agent reads that the recording is paused, and no more once it goes on', async () => {
    const element = show({ recordingPaused: true });
    expect(text(element, 'recording')).toBe('Recording is paused');
    await expect(element).toBeAccessible();
    element.details = { participants: [EDNA], messages: [], recordingPaused: false };
    await settled();
    expect(part(element, 'details')).toBeNull();
});

describe('the flag and what was written', () => {
    it.each([
        [true, 'The flag is raised', 'utility:priority'],
        [false, 'The flag was lowered', 'utility:lower_flag']
    ])('the agent reads whether it is raised (%s), and sees it', async (flagRaised, told, icon) => {
        const element = show({ flagRaised });
        expect(text(element, 'flag')).toBe(told);
        expect(icons(part(element, 'flag'))).toEqual([icon]);
        expect(part(element, 'flag')?.classList.contains('fact_strong')).toBe(flagRaised);
        await expect(element).toBeAccessible();
    });

    it('the agent reads who wrote what, the newest first', async () => {
        const element = show({
            flagRaised: false,
            messages: [
                message({ id: '1', kind: 'flagRaised', from: 'agent', name: 'Ada', text: 'Refund?' }),
                message({ id: '2' }),
                message({ id: '3', kind: 'flagLowered', text: ' ' })
            ]
        });
        expect(list(element, '[data-id="message"]')).toEqual([
            'Maria lowered the flag',
            'Note from Maria: Offer 10 %',
            'Ada raised the flag: Refund?'
        ]);
        expect(part(element, 'messages')?.getAttribute('aria-label')).toBe('Notes and flags, newest first');
        await expect(element).toBeAccessible();
    });

    it.each([
        ['agent', 'Note from Agent: Hello'],
        ['supervisor', 'Note from Supervisor: Hello'],
        ['unknown', 'Note from Somebody: Hello']
    ] as const)('the agent reads the role of one who gave no name (%s)', (from, told) => {
        const { name: _name, ...nameless } = message({ from, text: 'Hello' });
        expect(text(show({ messages: [nameless] }), 'message')).toBe(told);
        document.body.replaceChildren();
        expect(text(show({ messages: [{ ...nameless, name: ' ' }] }), 'message')).toBe(told);
    });

    it('what was written is text, whatever it looks like', () => {
        const written = '<b>bold</b> &amp; {0}\n<img src=x onerror=alert(1)>';
        const element = show({ messages: [message({ name: '<i>Maria</i> {0}', text: written })] });
        expect(part(element, 'message')?.textContent).toBe(`Note from <i>Maria</i> {0}: ${written}`);
        expect(element.shadowRoot?.querySelector('b, i, img')).toBeNull();
    });

    it('the agent reaches a long list with the keyboard', () => {
        const messages = Array.from({ length: 200 }, (_, at) => message({ id: `note:${at}` }));
        const element = show({ messages });
        expect(list(element, '[data-id="message"]')).toHaveLength(200);
        expect(part(element, 'messages')?.tabIndex).toBe(0);
    });
});

describe('how good the line is', () => {
    const POOR: LineQuality = { word: 'poor', lossPercent: 7.25, jitterMs: 30, roundTripMs: 1200 };

    it.each([
        ['good', 'The line is good'],
        ['fair', 'The line is fair'],
        ['poor', 'The line is poor']
    ] as const)('the agent reads one word, and no figures (%s)', async (word, told) => {
        const element = show({ line: { ...POOR, word } });
        expect(text(element, 'line')).toBe(told);
        const isPoor = word === 'poor';
        expect(part(element, 'toggle')?.classList.contains('fact_strong')).toBe(isPoor);
        expect(icons(part(element, 'line'))).toEqual(['utility:chevronright', ...(isPoor ? ['utility:warning'] : [])]);
        expect(part(element, 'toggle')?.getAttribute('aria-expanded')).toBe('false');
        await expect(element).toBeAccessible();
    });

    it('the agent opens the figures, keeps them open through the next report, and closes them', async () => {
        const element = show({ line: POOR });
        part(element, 'toggle')?.click();
        await settled();
        expect(part(element, 'toggle')?.getAttribute('aria-expanded')).toBe('true');
        expect(icons(part(element, 'toggle'))[0]).toBe('utility:chevrondown');
        expect(list(element, 'dt')).toEqual(['Lost on the way', 'Arrives unevenly by', 'There and back']);
        expect(list(element, 'dd')).toEqual(['7.3 %', '30 ms', '1,200 ms']);
        await expect(element).toBeAccessible();
        element.details = { participants: [EDNA], messages: [], line: { word: 'good', jitterMs: 0 } };
        await settled();
        expect(list(element, 'dd')).toEqual(['0 ms']);
        part(element, 'toggle')?.click();
        await settled();
        expect(part(element, 'figures')).toBeNull();
    });

    it('the agent has nothing to open where there is no figure', async () => {
        const element = show({ line: { word: 'poor' } });
        expect(text(element, 'line')).toBe('The line is poor');
        expect(part(element, 'toggle')).toBeNull();
        await expect(element).toBeAccessible();
    });
});

it('after the call the agent still reads what was written, and nothing of the line', async () => {
    const element = show(
        {
            participants: [EDNA, BILLING],
            recordingPaused: true,
            flagRaised: true,
            line: { word: 'good' },
            messages: [message()]
        },
        { ended: true }
    );
    expect(text(element, 'details')).toBe('Note from Maria: Offer 10 %');
    await expect(element).toBeAccessible();
});
