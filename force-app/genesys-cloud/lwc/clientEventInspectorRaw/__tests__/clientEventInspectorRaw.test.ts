import ClientEventInspectorRaw from 'c/clientEventInspectorRaw';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';

type Raw = HTMLElement & Partial<ClientEventInspectorRaw>;

const publish = jest.fn<void, [object]>();

async function sendText(value: string): Promise<Raw> {
    const element = createElement('c-client-event-inspector-raw', { is: ClientEventInspectorRaw }) as unknown as Raw;
    element.publish = publish;
    document.body.appendChild(element);
    part(element, 'message')?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    part(element, 'publish')?.click();
    await settled();
    return element;
}

const part = (element: Raw, id: string): HTMLElement | null | undefined =>
    element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`);

beforeEach(() => publish.mockReset());
afterEach(() => document.body.replaceChildren());

describe('a developer who sends any message', () => {
    it('is warned that nothing checks it', async () => {
        const element = await sendText('');
        expect(part(element, 'warning')?.textContent).toContain('Nothing checks this message');
        await expect(element).toBeAccessible();
    });

    it('sends it as it is', async () => {
        const element = await sendText('{"type":"Whatever","data":[1]}');
        expect(publish.mock.calls).toEqual([[{ type: 'Whatever', data: [1] }]]);
        expect(part(element, 'outcome')?.textContent).toBe('Sent.');
        await expect(element).toBeAccessible();
    });

    it.each(['{"category":"completeConsultTransfer","data":{"id":"one"}}', '{"type":7}', '{}'])(
        'sends %s too, because the phone sends messages without a type (T9)',
        async (text) => {
            await sendText(text);
            expect(publish.mock.calls).toEqual([[JSON.parse(text)]]);
        }
    );

    it.each([
        ['{"type":', /^This is not JSON\. ./],
        ['[]', /^A message is an object/],
        ['null', /^A message is an object/],
        ['7', /^A message is an object/]
    ])('reads what is wrong with %s, and nothing is sent', async (text, words) => {
        const element = await sendText(text);
        expect(part(element, 'problem')?.textContent).toMatch(words);
        expect(publish).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });

    it('reads why the channel did not take it', async () => {
        publish.mockImplementation(() => {
            throw new TypeError('released');
        });
        const element = await sendText('{"type":"Whatever"}');
        expect(part(element, 'problem')?.textContent).toBe('Not sent. released');
    });
});
