import InteractionList from 'c/interactionList';
import { createElement } from 'lwc';
import { fakeDesk, item } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

type List = HTMLElement & Pick<InteractionList, 'desk' | 'view' | 'compact'>;
type CardElement = HTMLElement & { now: number; since: number | undefined };

const HELD = item({ id: 'held', state: 'held' });

function show(): List {
    const element = createElement('c-interaction-list', { is: InteractionList }) as unknown as List;
    const { desk } = fakeDesk({ interactions: [HELD] });
    Object.assign(element, { view: desk.view(), desk });
    document.body.appendChild(element);
    return element;
}

function card(element: Element): CardElement | null | undefined {
    return element.shadowRoot?.querySelector<CardElement>('c-interaction-card');
}

afterEach(() => document.body.replaceChildren());

describe('the list of conversations', () => {
    it('the agent sees the cards, accessibly', async () => {
        const element = show();
        expect(card(element)?.dataset.conversation).toBe('held');
        await expect(element).toBeAccessible();
    });

    it('the agent reads that nothing goes on', async () => {
        const element = show();
        element.view = fakeDesk().desk.view();
        await settled();
        expect(card(element)).toBeNull();
        expect(element.shadowRoot?.textContent).toContain('No conversation right now');
        await expect(element).toBeAccessible();
    });

    it.each([['desk', 'view'] as const, ['view', 'desk'] as const])(
        'the agent sees no time by guess when another desk takes over (%s first)',
        async (...names) => {
            const element = show();
            element.view = fakeDesk({ interactions: [item({ id: 'held', state: 'connected' })] }).desk.view();
            await settled();
            const { desk } = fakeDesk({ interactions: [HELD] });
            const given = { desk, view: desk.view() };
            for (const name of names) {
                Object.assign(element, { [name]: given[name] });
            }
            await settled();
            expect(card(element)?.since).toBeUndefined();
        }
    );

    it('the agent whose card goes keeps the focus in the panel, and nobody else of the page hears of it', () => {
        const element = show();
        const lost = jest.fn();
        const heardByOthers = jest.fn();
        element.addEventListener('focuslost', lost);
        document.body.addEventListener('focuslost', heardByOthers);
        card(element)?.dispatchEvent(new CustomEvent('focuslost'));
        document.body.removeEventListener('focuslost', heardByOthers);
        expect(lost).toHaveBeenCalledTimes(1);
        expect(heardByOthers).not.toHaveBeenCalled();
    });

    it('the clock goes on when the list is shown again', () => {
        jest.useFakeTimers();
        const element = show();
        element.remove();
        expect(jest.getTimerCount()).toBe(0);
        document.body.appendChild(element);
        expect(jest.getTimerCount()).toBe(1);
        jest.useRealTimers();
    });

    it('the clock keeps its beat while much is said, so that no card is drawn anew for it', async () => {
        jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setTimeout'] });
        const element = show();
        const began = Date.now();
        jest.setSystemTime(began + 400);
        element.view = fakeDesk({ interactions: [HELD] }).desk.view();
        await settled();
        expect(card(element)?.now).toBe(began);
        jest.setSystemTime(began + 1_000);
        element.view = fakeDesk({ interactions: [HELD] }).desk.view();
        await settled();
        expect(card(element)?.now).toBe(began + 1_000);
        jest.useRealTimers();
    });
});
