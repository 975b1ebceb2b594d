import type { Utterance } from 'c/agentDesk';
import LiveTranscript from 'c/liveTranscript';
import { createElement } from 'lwc';
import { SEEN_AT } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

type Transcript = HTMLElement & Pick<LiveTranscript, 'utterances' | 'caller'>;

function said(id: string, text: string, speaker: Utterance['speaker'] = 'customer'): Utterance {
    return { id, text, speaker, at: SEEN_AT };
}

const HELLO = said('1', 'Hello');
const HI = said('2', 'How can I help?', 'agent');

/** The browser of these tests measures nothing: 300 pixels of lines in a window of 100. */
function measure(log: HTMLElement): void {
    Object.defineProperty(log, 'scrollHeight', { configurable: true, value: 300 });
    Object.defineProperty(log, 'clientHeight', { configurable: true, value: 100 });
}

function show(): { element: Transcript; log: HTMLElement } {
    const element = createElement('c-live-transcript', { is: LiveTranscript }) as unknown as Transcript;
    Object.assign(element, { utterances: [HELLO, HI], caller: 'Edna Frank' });
    document.body.appendChild(element);
    const log = part(element, 'log') as HTMLElement;
    measure(log);
    return { element, log };
}

function part(element: Element, id: string): HTMLElement | null {
    return element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`) ?? null;
}

async function scrollTo(log: HTMLElement, top: number): Promise<void> {
    Object.assign(log, { scrollTop: top });
    log.dispatchEvent(new CustomEvent('scroll'));
    await settled();
}

async function says(element: Transcript): Promise<void> {
    Object.assign(element, { utterances: [...element.utterances, said('3', 'My invoice is wrong.')] });
    await settled();
}

afterEach(() => document.body.replaceChildren());

describe('what is said', () => {
    it('the agent is not told who spoke where the phone named neither side', async () => {
        const { element, log } = show();
        element.utterances = [{ id: '1', text: 'Hello?', at: SEEN_AT }];
        await settled();
        expect(log.textContent?.trim()).toBe('Somebody: Hello?');
    });

    it('the agent reads who said what, in order', async () => {
        const { element, log } = show();
        const lines = [...log.querySelectorAll('[data-id="line"]')].map(({ textContent }) => textContent);
        expect(lines.map((line) => line?.replace(/\s+/g, ' ').trim())).toEqual([
            'Customer: Hello',
            'You: How can I help?'
        ]);
        expect(log.getAttribute('role')).toBe('log');
        expect(log.getAttribute('aria-label')).toContain('Edna Frank');
        const sides = [...log.querySelectorAll('[data-id="line"]')].map(({ className }) => className);
        expect(sides).toEqual(['line line_customer', 'line line_agent']);
        await expect(element).toBeAccessible();
    });

    it('V9 what is said is text, whatever it looks like', async () => {
        const { element, log } = show();
        const text = '<b>bold</b> &amp; <img src=x onerror=alert(1)>';
        element.utterances = [said('1', text)];
        await settled();
        expect(log.textContent).toContain(text);
        expect(log.querySelector('b, img')).toBeNull();
    });

    it('the agent sees the newest line', async () => {
        const { element, log } = show();
        await says(element);
        expect(log.scrollTop).toBe(300);
    });

    it('the agent who scrolled up stays there, and goes back with a button', async () => {
        const { element, log } = show();
        await scrollTo(log, 20);
        await says(element);
        expect(log.scrollTop).toBe(20);
        await expect(element).toBeAccessible();
        part(element, 'newest')?.click();
        expect(log.scrollTop).toBe(300);
        await settled();
        expect(element.shadowRoot?.activeElement).toBe(log);
        expect(part(element, 'newest')).toBeNull();
    });

    it('the agent who scrolls down again follows again', async () => {
        const { element, log } = show();
        await scrollTo(log, 20);
        await scrollTo(log, 195);
        await says(element);
        expect(log.scrollTop).toBe(300);
    });

    it('a screen reader does not speak over the customer unless the agent asks for it', async () => {
        const { element, log } = show();
        expect(log.getAttribute('aria-live')).toBe('off');
        part(element, 'aloud')?.click();
        await settled();
        expect(log.getAttribute('aria-live')).toBe('polite');
        expect(part(element, 'aloud')?.getAttribute('aria-pressed')).toBe('true');
        await expect(element).toBeAccessible();
    });
});
