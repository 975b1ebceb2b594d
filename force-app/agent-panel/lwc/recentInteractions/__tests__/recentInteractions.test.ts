import type { RecentInteraction } from 'c/agentDesk';
import RecentInteractions from 'c/recentInteractions';
import { createElement } from 'lwc';
import { EDNA, SEEN_AT } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';
import { dialled, phoneIsReady } from '../../../../../test/mocks/lightning/clickToDial.ts';

type List = HTMLElement & Pick<RecentInteractions, 'recent' | 'now'>;
type ClickToDial = HTMLElement & { value: string; recordId?: string };

const MISSED: RecentInteraction = {
    key: 'call-1 1',
    type: 'call',
    direction: 'inbound',
    outcome: 'missed',
    number: '+61491570006',
    record: EDNA,
    endedAt: SEEN_AT
};
const CHAT: RecentInteraction = { key: 'chat-1 1', type: 'chat', outcome: 'handled', name: 'Guest', endedAt: SEEN_AT };

interface Shown {
    readonly element: List;
    readonly dials: unknown[];
}

async function show(recent: readonly RecentInteraction[], open = true): Promise<Shown> {
    const element = createElement('c-recent-interactions', { is: RecentInteractions }) as unknown as List;
    const dials: unknown[] = [];
    element.addEventListener('dial', (event) => dials.push((event as CustomEvent).detail));
    Object.assign(element, { recent, now: Date.parse(SEEN_AT) });
    document.body.appendChild(element);
    if (open) toggle(element).click();
    await settled();
    return { element, dials };
}

function toggle(element: Element): HTMLElement {
    return element.shadowRoot?.querySelector('[data-id="toggle"]') as HTMLElement;
}

function lines(element: Element): HTMLElement[] {
    return [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.line') ?? [])];
}

function number(element: Element): ClickToDial | null | undefined {
    return element.shadowRoot?.querySelector<ClickToDial>('lightning-click-to-dial');
}

afterEach(() => document.body.replaceChildren());

describe('recent conversations', () => {
    it('the agent sees how many there are and how many were missed before opening the list', async () => {
        const { element } = await show([MISSED, CHAT], false);
        expect(toggle(element).textContent?.trim()).toBe('Recent conversations (2, 1 missed)');
        expect(lines(element)).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it('the agent reads who it was, what became of it and when', async () => {
        const { element } = await show([MISSED, CHAT]);
        expect(lines(element).map((line) => line.querySelector('.name')?.textContent)).toEqual(['Edna Frank', 'Guest']);
        expect(lines(element)[0]?.textContent).toMatch(/Missed · \d{1,2}:00/);
        expect(toggle(element).getAttribute('aria-expanded')).toBe('true');
        await expect(element).toBeAccessible();
    });

    it.each([
        [{ outcome: 'missed' }, 'Missed'],
        [{ outcome: 'notReached', direction: 'outbound' }, 'Not reached'],
        [{ outcome: 'handled', direction: 'inbound' }, 'Inbound'],
        [{ outcome: 'handled', direction: 'outbound' }, 'Outbound']
    ] as const)('the agent reads the outcome of %o', async (facts, words) => {
        const { element } = await show([{ ...MISSED, ...facts }]);
        expect(lines(element)[0]?.textContent).toContain(`${words} ·`);
    });

    it('the agent calls back, and the record that was clicked goes with the number', async () => {
        const { dials, element } = await show([MISSED]);
        expect([number(element)?.value, number(element)?.recordId]).toEqual([MISSED.number, EDNA.id]);
        const link = number(element)?.shadowRoot?.querySelector('a');
        expect(link?.textContent).toBe(MISSED.number);
        link?.click();
        expect(dials).toEqual([{ number: MISSED.number, record: EDNA }]);
        expect(dialled).toHaveBeenCalledWith({ number: MISSED.number, recordId: EDNA.id });
    });

    it('the agent calls back a number that no record has', async () => {
        const { record: _record, ...unknown } = MISSED;
        const { dials, element } = await show([unknown]);
        number(element)?.click();
        expect(dials).toEqual([{ number: MISSED.number }]);
    });

    it('the agent reads the number where no phone takes calls from the page', async () => {
        phoneIsReady(false);
        const { element } = await show([MISSED]);
        expect(number(element)?.shadowRoot?.querySelector('a')).toBeNull();
        expect(number(element)?.shadowRoot?.textContent).toBe(MISSED.number);
        await expect(element).toBeAccessible();
        phoneIsReady(true);
    });

    it('the agent finds nothing to press where there is no number', async () => {
        const { element } = await show([CHAT]);
        expect(number(element)).toBeNull();
        expect(lines(element)[0]?.textContent).toContain('No number to call back');
    });
});
