import { ACTIONS } from 'c/clientEventCatalogue';
import ClientEventInspectorForm from 'c/clientEventInspectorForm';
import type { SendAction } from 'c/clientEventInspectorForm';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';

type Form = HTMLElement & Partial<ClientEventInspectorForm>;
type Input = HTMLElement & {
    value: string;
    label: string;
    required: boolean;
    options: { value: string }[];
    setCustomValidity: jest.Mock;
};

const CALL = 'c1c1c1c1-0000-4000-8000-000000000001';
const send = jest.fn<ReturnType<SendAction>, Parameters<SendAction>>();

async function show(builder = 'hold', conversation: string | undefined = CALL): Promise<Form> {
    const element = createElement('c-client-event-inspector-form', { is: ClientEventInspectorForm }) as unknown as Form;
    Object.assign(element, { send, conversation });
    document.body.appendChild(element);
    part(element, 'action')?.dispatchEvent(new CustomEvent('change', { detail: { value: builder } }));
    await settled();
    return element;
}

const part = (element: Form, id: string): HTMLElement | null | undefined =>
    element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`);
const text = (element: Form, id: string): string => part(element, id)?.textContent ?? '';
const field = (element: Form, path: string): Input | null | undefined =>
    element.shadowRoot?.querySelector<Input>(`[data-path="${path}"]`);

async function give(element: Form, values: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, value] of Object.entries(values)) {
        field(element, path)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    }
    await settled();
}

async function press(element: Form): Promise<void> {
    part(element, 'send')?.click();
    await settled();
}

beforeEach(() => {
    send.mockReset();
    send.mockResolvedValue('confirmed');
});
afterEach(() => document.body.replaceChildren());

describe('a developer who sends an action by the form', () => {
    it.each(ACTIONS.map((row) => [row.builder, row] as const))(
        'finds a field for everything that %s takes',
        async (builder, row) => {
            const element = await show(builder);
            const shown = [...(element.shadowRoot?.querySelectorAll<Input>('[data-path]') ?? [])];
            expect(shown.map(({ dataset }) => dataset.path)).toEqual(row.fields.map(({ path }) => path));
            expect(text(element, 'toggles') !== '').toBe(row.toggles);
            expect(text(element, 'experimental') !== '').toBe(row.experimental);
            await expect(element).toBeAccessible();
        }
    );

    it('finds the conversation filled in, and holds it', async () => {
        const element = await show('hold');
        expect(field(element, 'id')?.value).toBe(CALL);
        await press(element);
        expect(send.mock.calls[0]?.[0]).toMatchObject({
            type: 'PureCloud.Interaction.updateState',
            data: { action: 'hold', id: CALL }
        });
        expect(text(element, 'outcome')).toBe("Done: the phone's messages show it.");
        await expect(element).toBeAccessible();
    });

    it('may mean another conversation', async () => {
        const element = await show('mute');
        await give(element, { id: 'another' });
        await press(element);
        expect(send.mock.calls[0]?.[0].data).toEqual({ action: 'mute', id: 'another' });
    });

    it('transfers', async () => {
        const element = await show('blindTransfer');
        await give(element, {
            'participantContext.transferTargetType': 'address',
            'participantContext.transferTarget': '+61491570006'
        });
        await press(element);
        expect(send.mock.calls[0]?.[0].data).toEqual({
            action: 'blindTransfer',
            id: CALL,
            participantContext: { transferTarget: '+61491570006', transferTargetType: 'address' }
        });
    });

    it('gives participant data line by line: texts, and what is meant as something else', async () => {
        const element = await show('addCustomAttributes');
        await give(element, { attributes: 'order=0815\nvip = true\n\nscore=-3.5\ngone=null\nquoted="7"\nurl=/a?b=c' });
        await press(element);
        expect(send.mock.calls[0]?.[0].data.attributes).toEqual({
            order: '0815',
            vip: true,
            score: -3.5,
            gone: null,
            quoted: '7',
            url: '/a?b=c'
        });
    });

    it('gives a list with commas', async () => {
        const element = await show('subscribeTo');
        await give(element, { type: 'Notification', categories: 'chatUpdate, messageUpdate,' });
        await press(element);
        expect(send.mock.calls[0]?.[0]).toEqual({
            type: 'PureCloud.Subscribe',
            data: { type: 'Notification', categories: ['chatUpdate', 'messageUpdate'] }
        });
    });

    it('starts a secure flow without data, and says yes or no or nothing to its end', async () => {
        const element = await show('secureSession');
        await give(element, { 'secureSessionContext.flowId': 'flow', 'secureSessionContext.disconnect': 'false' });
        await press(element);
        expect(send.mock.calls[0]?.[0].data.secureSessionContext).toEqual({
            flowId: 'flow',
            userData: '',
            disconnect: false
        });
        await give(element, { 'secureSessionContext.disconnect': '' });
        await press(element);
        expect(send.mock.calls[1]?.[0].data.secureSessionContext).toEqual({ flowId: 'flow', userData: '' });
    });

    it('does not mean the conversation where an id is a status', async () => {
        const element = await show('updateStatus');
        expect(field(element, 'id')?.value).toBe('');
    });
});

describe('a developer who gives something wrong', () => {
    async function refusal(
        builder: string,
        values: Readonly<Record<string, string>>,
        path: string
    ): Promise<{ words: string; atField: unknown }> {
        const element = await show(builder, '');
        await give(element, values);
        const input = field(element, path);
        const setCustomValidity = jest.fn();
        if (input) Object.defineProperty(input, 'setCustomValidity', { value: setCustomValidity });
        await press(element);
        await expect(element).toBeAccessible();
        return { words: text(element, 'problem'), atField: setCustomValidity.mock.calls.at(-1)?.[0] };
    }

    it.each([
        ['hold', {}, 'id', /^id was an empty text\. Give the interaction's id/],
        [
            'blindTransfer',
            { id: CALL },
            'participantContext.transferTargetType',
            /^participantContext\.transferTargetType was nothing\. Give one of userId/
        ],
        [
            'addCustomAttributes',
            { id: CALL, attributes: 'Participant.a=1' },
            'attributes',
            /^attributes\["Participant\.a"\] was a name with Participant/
        ],
        ['addCustomAttributes', { id: CALL, attributes: 'a=1\n=2' }, 'attributes', /^Line 2 has no name/],
        ['subscribeTo', { type: 'Interaction' }, 'categories', /^categories was nothing\. Give a list/],
        [
            'secureSession',
            { id: CALL, 'secureSessionContext.flowId': 'f', 'secureSessionContext.userData': '4111 1111 1111 1111' },
            'secureSessionContext.userData',
            /looks like a card number/
        ]
    ])('reads at the field what is wrong: %s %j', async (builder, values, path, words) => {
        const told = await refusal(builder, values as Record<string, string>, path);
        expect(told.words).toMatch(words);
        expect(told.atField).toBe(told.words);
        expect(send).not.toHaveBeenCalled();
    });

    it('is rid of the words with the next attempt', async () => {
        const element = await show('hold', '');
        await press(element);
        expect(part(element, 'problem')).not.toBeNull();
        await give(element, { id: CALL });
        await press(element);
        expect(part(element, 'problem')).toBeNull();
    });
});

describe('a developer who waits for the effect', () => {
    it('reads that it is watched for', async () => {
        send.mockReturnValue(new Promise(() => undefined));
        const element = await show('hold');
        await press(element);
        expect(text(element, 'outcome')).toContain('Watching for a message');
        await expect(element).toBeAccessible();
    });

    it('reads that it may have worked all the same (T16)', async () => {
        send.mockResolvedValue('unconfirmed');
        const element = await show('hold');
        await press(element);
        expect(text(element, 'outcome')).toContain('it may still have worked');
    });

    it('reads that no message ever shows it', async () => {
        send.mockResolvedValue('unconfirmed');
        const element = await show('mute');
        await press(element);
        expect(text(element, 'outcome')).toBe('Sent. No message ever shows whether this works.');
    });

    it('reads that it was not sent, and why', async () => {
        send.mockRejectedValue(new Error('the connection is closed'));
        const element = await show('hold');
        await press(element);
        expect(text(element, 'outcome')).toBe('Not sent. the connection is closed');
    });
});
