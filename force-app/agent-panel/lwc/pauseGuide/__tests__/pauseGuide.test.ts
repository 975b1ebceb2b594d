import PauseGuide from 'c/pauseGuide';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';

async function open(secureSessions: boolean): Promise<HTMLElement> {
    const element = createElement('c-pause-guide', { is: PauseGuide }) as unknown as HTMLElement;
    Object.assign(element, { secureSessions });
    document.body.appendChild(element);
    part(element, 'toggle')?.click();
    await settled();
    return element;
}

function part(element: Element, id: string): HTMLElement | null {
    return element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`) ?? null;
}

afterEach(() => document.body.replaceChildren());

describe('what is what', () => {
    it('the agent reads what secure pause, secure session and recording pause are', async () => {
        const element = await open(true);
        const terms = [...(part(element, 'terms')?.querySelectorAll('dt') ?? [])].map((term) => term.textContent);
        expect(terms).toEqual(['Secure pause', 'Secure session', 'Recording pause']);
        expect(part(element, 'terms')?.textContent).toContain('only in the phone');
        expect(part(element, 'none')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('the agent reads why no secure session is offered', async () => {
        const element = await open(false);
        expect(part(element, 'none')?.textContent).toContain('your admin has named no secure flow');
        await expect(element).toBeAccessible();
    });

    it('the agent closes it again', async () => {
        const element = await open(true);
        part(element, 'toggle')?.click();
        await settled();
        expect(part(element, 'terms')).toBeNull();
        expect(part(element, 'toggle')?.getAttribute('aria-expanded')).toBe('false');
        await expect(element).toBeAccessible();
    });
});
