import { createAgentDesk } from 'c/agentDesk';
import type { AgentDesk, Transport } from 'c/agentDesk';
import { openDesk } from 'c/deskOnPage';
import type { OpenDesk } from 'c/deskOnPage';
import { phoneOnPage } from 'c/phoneOnPage';
import { browserClock, browserStorage } from 'c/taskSync';
import { type FakeDesk, fakeDesk, item } from '../../../../../test/fakes/agentDesk.ts';

jest.mock('c/agentDesk', () => ({ createAgentDesk: jest.fn() }));

const made = jest.mocked(createAgentDesk);
let opened: OpenDesk | undefined;

function open({ writesTasks } = { writesTasks: true }): { readonly fake: FakeDesk; readonly close: jest.SpyInstance } {
    const fake = fakeDesk();
    made.mockReturnValue(fake.desk);
    const close = jest.spyOn(fake.desk as { close: AgentDesk['close'] }, 'close');
    opened = openDesk({
        transport: { vendor: 'somePhone' } as Transport,
        ...(writesTasks ? { phoneWriter: { save: () => Promise.reject(new Error('not asked')) } } : {}),
        reader: { query: () => Promise.reject(new Error('not asked')) },
        storage: browserStorage(),
        clock: browserClock(),
        phone: { news: () => ({ received: { Interaction: 2 }, unknown: 0 }), readTrace: () => ({ interactions: [] }) }
    });
    return { fake, close };
}

function closing(): boolean {
    const event = new CustomEvent('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
}

afterEach(() => {
    opened?.close();
    opened = undefined;
    jest.clearAllMocks();
});

describe('the desk of a page', () => {
    it("writes the Subject's date as the browser writes dates, whatever the language of the org", () => {
        const language = jest.spyOn(window.navigator, 'language', 'get').mockReturnValue('de-AT');
        open();
        expect(made.mock.lastCall?.[0].reading.locale).toBe('de-AT');
        language.mockRestore();
    });

    it('is closed once, with all that waits for the page', () => {
        const { close, fake } = open();
        fake.unsaved = true;
        opened?.close();
        window.dispatchEvent(new CustomEvent('online'));
        expect([close.mock.calls.length, fake.resume.mock.calls.length, closing()]).toEqual([1, 0, false]);
    });
});

describe("what an admin's page may ask", () => {
    it('the admin finds the phone of the page, and finds it gone with the desk', () => {
        expect(phoneOnPage()).toBeUndefined();
        open();
        expect(phoneOnPage()?.vendor).toBe('somePhone');
        expect(phoneOnPage()?.news()).toEqual({ received: { Interaction: 2 }, unknown: 0 });
        opened?.close();
        expect(phoneOnPage()).toBeUndefined();
    });

    it('the admin is told whether the phone can write Tasks', () => {
        open();
        expect(phoneOnPage()?.writesTasks).toBe(true);
        opened?.close();
        open({ writesTasks: false });
        expect(phoneOnPage()?.writesTasks).toBe(false);
    });

    it('the admin previews the interaction that was heard of last, also when it is over', () => {
        const { fake } = open();
        expect(phoneOnPage()?.lastInteraction()).toBeUndefined();
        const over = item({ id: 'over', state: 'disconnected', lastSeenAt: '2026-11-20T11:00:00.000Z' });
        fake.show({ interactions: [over, item({ id: 'older' })] });
        expect(phoneOnPage()?.lastInteraction()?.id).toBe('over');
    });
});

describe('closing the page', () => {
    it('the agent is asked before a page is closed that still has something to save', () => {
        const { fake } = open();
        fake.unsaved = true;
        expect(closing()).toBe(true);
    });

    it('the agent closes the page without a question when all is saved', () => {
        open();
        expect(closing()).toBe(false);
    });
});

describe('the network comes back', () => {
    it('what waits is tried again, and a deleted Task is not made anew', () => {
        const { fake } = open();
        window.dispatchEvent(new CustomEvent('online'));
        expect([fake.resume.mock.calls.length, fake.retry.mock.calls.length]).toEqual([1, 0]);
    });
});
