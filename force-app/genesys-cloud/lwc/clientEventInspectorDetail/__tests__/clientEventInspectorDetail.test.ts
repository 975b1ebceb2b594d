import ClientEventInspectorDetail from 'c/clientEventInspectorDetail';
import type { ListedMessage } from 'c/clientEventInspectorList';
import { decodeClientEvent } from 'c/clientEvents';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';

type Detail = HTMLElement & Partial<ClientEventInspectorDetail>;

const AT = '2026-03-02T09:00:00.000Z';

async function show(message?: unknown): Promise<Detail> {
    const element = createElement('c-client-event-inspector-detail', {
        is: ClientEventInspectorDetail
    }) as unknown as Detail;
    if (message !== undefined) {
        const listed: ListedMessage = {
            key: '1',
            from: 'page',
            message,
            event: decodeClientEvent(message, AT),
            text: ''
        };
        element.message = listed;
    }
    document.body.appendChild(element);
    await settled();
    return element;
}

const text = (element: Detail, id: string): string | null | undefined =>
    element.shadowRoot?.querySelector(`[data-id="${id}"]`)?.textContent;

afterEach(() => document.body.replaceChildren());

describe('a developer who looks at one message', () => {
    it('reads what to do before one is chosen', async () => {
        const element = await show();
        expect(text(element, 'nothing')).toContain('Choose a message');
        await expect(element).toBeAccessible();
    });

    it('reads it as it came beside what it decodes to', async () => {
        const message = {
            type: 'interaction',
            category: 'CHANGE',
            data: { new: { id: 'c1', phone: 'tel:+61491570006' } }
        };
        const element = await show(message);
        expect(JSON.parse(text(element, 'raw') ?? '')).toEqual(message);
        expect(JSON.parse(text(element, 'decoded') ?? '')).toEqual({
            type: 'Interaction',
            category: 'change',
            id: 'c1',
            interaction: { id: 'c1', phone: '+61491570006' },
            receivedAt: AT
        });
        expect(text(element, 'whose')).toBe(`Sent on this page, ${AT}`);
        await expect(element).toBeAccessible();
    });

    it('reads why it was not understood, and not the message twice', async () => {
        const element = await show('hello');
        expect(text(element, 'raw')).toBe('"hello"');
        expect(JSON.parse(text(element, 'decoded') ?? '')).toEqual({
            type: 'Unknown',
            reason: 'not an object',
            receivedAt: AT
        });
    });
});
