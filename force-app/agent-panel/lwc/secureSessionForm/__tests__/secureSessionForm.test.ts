import SecureSessionForm from 'c/secureSessionForm';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';

type Properties = Pick<SecureSessionForm, 'flows' | 'waiting' | 'refused'>;
type Form = HTMLElement & Properties;

const FLOW = { key: 'Card', name: 'Card payment', flowId: '741f4f39-7a94-470d-a1dd-dd68d01e0dd8' } as const;

interface Shown {
    readonly element: Form;
    readonly sent: unknown[];
    readonly cancelled: jest.Mock;
}

function show(properties: Partial<Properties> = {}): Shown {
    const element = createElement('c-secure-session-form', { is: SecureSessionForm }) as unknown as Form;
    const sent: unknown[] = [];
    const cancelled = jest.fn();
    element.addEventListener('start', (event) => sent.push((event as CustomEvent).detail));
    element.addEventListener('cancel', cancelled);
    Object.assign(element, { caller: 'Edna Frank', flows: [FLOW], ...properties });
    document.body.appendChild(element);
    return { element, sent, cancelled };
}

function part<T extends HTMLElement>(element: Element, id: string): T | null {
    return element.shadowRoot?.querySelector<T>(`[data-id="${id}"]`) ?? null;
}

function text(element: Element, id: string): string | undefined {
    return part(element, id)?.textContent?.trim();
}

async function press(element: Element, id: string): Promise<void> {
    part(element, id)?.click();
    await settled();
}

async function chooseFlow(element: Element): Promise<void> {
    const flow = part<HTMLSelectElement>(element, 'flow') as HTMLSelectElement;
    flow.value = FLOW.flowId;
    flow.dispatchEvent(new CustomEvent('change'));
    await settled();
}

async function type(element: Element, words: string): Promise<void> {
    const data = part<HTMLInputElement>(element, 'data') as HTMLInputElement;
    data.value = words;
    data.dispatchEvent(new CustomEvent('input'));
    await settled();
}

afterEach(() => document.body.replaceChildren());

describe('a secure session', () => {
    it('the agent begins at the flow, and reads that secret data do not belong here', async () => {
        const { element } = show();
        expect(element.shadowRoot?.activeElement).toBe(part(element, 'flow'));
        expect(text(element, 'warning')).toContain('Never type card numbers');
        await expect(element).toBeAccessible();
    });

    it('the agent hands the customer over and stays in the call', async () => {
        const { element, sent } = show();
        await chooseFlow(element);
        await type(element, 'order 5');
        await press(element, 'start');
        expect(sent).toEqual([{ flowId: FLOW.flowId, data: 'order 5', disconnect: false }]);
    });

    it('the agent ends the own part once the flow has begun', async () => {
        const { element, sent } = show();
        await chooseFlow(element);
        await press(element, 'disconnect');
        await press(element, 'start');
        expect(sent).toEqual([{ flowId: FLOW.flowId, data: '', disconnect: true }]);
    });

    it('the agent who chose no flow is told so, and nothing is sent', async () => {
        const { element, sent } = show();
        await press(element, 'start');
        expect(text(element, 'error')).toBe('Choose a secure flow first.');
        expect(sent).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it('the agent may say that what looks like a card number is none (T21)', async () => {
        const { element, sent } = show();
        await chooseFlow(element);
        await type(element, '4111111111111111');
        expect(part(element, 'no-card')).toBeNull();
        element.refused = 'likelyCardNumber';
        await settled();
        expect(text(element, 'error')).toContain('looks like a card number, so it was not sent');
        await expect(element).toBeAccessible();
        await press(element, 'no-card');
        await press(element, 'start');
        expect(sent).toEqual([{ flowId: FLOW.flowId, data: '4111111111111111', disconnect: false, noCard: true }]);
    });

    it('what was said of one text is not said of the next (T21)', async () => {
        const { element, sent } = show({ refused: 'likelyCardNumber' });
        await chooseFlow(element);
        await press(element, 'no-card');
        await type(element, '5500005555555559');
        await press(element, 'start');
        expect(sent).toEqual([{ flowId: FLOW.flowId, data: '5500005555555559', disconnect: false }]);
    });

    it('the agent reads that it is sent, and cannot send it twice (T16)', async () => {
        const { element, sent } = show({ waiting: true });
        await chooseFlow(element);
        await press(element, 'start');
        expect(text(element, 'waiting')).toBe('Sent, waiting for the phone');
        expect(sent).toEqual([]);
    });

    it('the agent goes back by button and by Escape', async () => {
        const { cancelled, element } = show();
        await press(element, 'cancel');
        part(element, 'data')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        expect(cancelled).toHaveBeenCalledTimes(2);
    });
});
