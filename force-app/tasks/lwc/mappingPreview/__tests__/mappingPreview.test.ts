import MappingPreview from 'c/mappingPreview';
import type { Interaction } from 'c/interactions';
import { announcePhone } from 'c/phoneOnPage';
import type { PhoneOnPage, ReadTrace } from 'c/phoneOnPage';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';
import { CALL, field, picture, rule } from '../../../../../test/samples/mappingPicture.ts';

type Preview = HTMLElement & Partial<MappingPreview>;
let takeBack: (() => void) | undefined;
let last: Interaction | undefined;
let trace: ReadTrace;
const told = jest.fn<void, [Interaction | undefined]>();

const PHONE: PhoneOnPage = {
    vendor: 'Any',
    news: () => ({ received: {}, unknown: 0 }),
    lastInteraction: () => last,
    readTrace: () => trace
};

async function show(mode: 'own' | 'follow' | 'phone' = 'own'): Promise<Preview> {
    const element = createElement('c-mapping-preview', { is: MappingPreview }) as unknown as Preview;
    element.picture = picture([rule('Call.QueueName', 'Queue__c')], field('Queue__c', 'String', { label: 'Queue' }));
    element.mode = mode;
    element.addEventListener('interaction', (event) =>
        told((event as CustomEvent<{ interaction: Interaction | undefined }>).detail.interaction)
    );
    document.body.appendChild(element);
    await settled();
    return element;
}
const part = (element: Preview, id: string): HTMLElement | null | undefined =>
    element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`);
const row = (element: Preview, key: string): string =>
    element.shadowRoot?.querySelector(`[data-field="${key}"]`)?.textContent ?? '';

async function chooseFile(element: Preview, text: () => Promise<string>): Promise<void> {
    part(element, 'file')?.dispatchEvent(new CustomEvent('change', { detail: { files: [{ text }] } }));
    await settled();
}

beforeEach(() => {
    last = CALL;
    trace = { interactions: [] };
    takeBack = announcePhone(PHONE);
});
afterEach(() => {
    takeBack?.();
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('an admin who looks at what would be written', () => {
    it('reads field, value and rule of the last interaction, accessibly', async () => {
        const element = await show();
        expect(row(element, 'Queue__c|Queue__c')).toContain('Customer Care');
        expect(row(element, 'Queue__c|Queue__c')).toContain('Written');
        await expect(element).toBeAccessible();
    });

    it.each([
        [
            'was never connected',
            { handled: false },
            /^This one was never connected to the agent\. Switchboard makes no Task of it/
        ],
        ['is not connected yet', { handled: false, disconnected: false }, /it has no Task, and nothing is written\.$/],
        ['was connected', {}, /^$/]
    ])('reads and hears whether anything is written of a call that %s, accessibly', async (_, more, said) => {
        last = { ...CALL, ...more };
        const element = await show();
        element.picture = { ...picture([]), settings: { mode: 'own', logMissed: false } };
        await settled();
        const told = part(element, 'without-task');
        expect(told?.getAttribute('role')).toBe('status');
        expect(told?.textContent).toMatch(said);
        await expect(element).toBeAccessible();
    });

    it('reads that no phone is on the page, and sees the values once it is opened', async () => {
        takeBack?.();
        const element = await show();
        expect(part(element, 'no-phone')?.textContent).toContain('utility bar');
        await expect(element).toBeAccessible();
        takeBack = announcePhone(PHONE);
        await settled();
        expect(row(element, 'Queue__c|Queue__c')).toContain('Customer Care');
    });

    it('sees the newest of the interactions of two phones, and the trace of either', async () => {
        const later = { ...CALL, queueName: 'Late', lastSeenAt: '2026-12-24T10:00:00.000Z' };
        const leave = announcePhone({
            ...PHONE,
            vendor: 'Other',
            lastInteraction: () => later,
            readTrace: () => ({ refused: 'not ours' })
        });
        trace = { interactions: [{ ...CALL, queueName: 'Web' }] };
        const element = await show();
        expect(row(element, 'Queue__c|Queue__c')).toContain('Late');
        await chooseFile(element, () => Promise.resolve('[]'));
        expect(row(element, 'Queue__c|Queue__c')).toContain('Web');
        leave();
    });

    it('reads that there was no interaction yet, and looks again after one', async () => {
        last = undefined;
        const element = await show();
        expect(part(element, 'none-yet')?.textContent).toContain('no interaction');
        await expect(element).toBeAccessible();
        last = CALL;
        part(element, 'again')?.click();
        await settled();
        expect(part(element, 'none-yet')).toBeNull();
    });

    it('sees the interactions of a trace file, the latest first chosen', async () => {
        trace = { interactions: [CALL, { ...CALL, type: 'chat', queueName: 'Web' }] };
        const element = await show();
        await chooseFile(element, () => Promise.resolve('[]'));
        expect(row(element, 'Queue__c|Queue__c')).toContain('Web');
        expect(told).toHaveBeenLastCalledWith(expect.objectContaining({ queueName: 'Web' }));
        part(element, 'choose')?.dispatchEvent(new CustomEvent('change', { detail: { value: '0' } }));
        await settled();
        expect(row(element, 'Queue__c|Queue__c')).toContain('Customer Care');
    });

    it.each<[string, ReadTrace, RegExp]>([
        ['is broken', { refused: 'not JSON' }, /cannot be read: not JSON/],
        ['is broken in a line', { refused: 'no time', line: 4 }, /line 4: no time/],
        ['holds no interaction', { interactions: [] }, /holds no interaction/]
    ])('reads that a trace %s', async (_, answer, words) => {
        trace = answer;
        const element = await show();
        await chooseFile(element, () => Promise.resolve('x'));
        expect(part(element, 'problem')?.textContent).toMatch(words);
        await expect(element).toBeAccessible();
    });

    it.each<[string, ReadTrace]>([
        ['is broken', { refused: 'not JSON' }],
        ['holds no interaction', { interactions: [] }]
    ])('does not read of an earlier trace below the words about one that %s', async (_, answer) => {
        trace = { interactions: [{ ...CALL, type: 'chat', queueName: 'Web' }] };
        const element = await show();
        await chooseFile(element, () => Promise.resolve('[]'));
        trace = answer;
        await chooseFile(element, () => Promise.resolve('x'));
        expect(row(element, 'Queue__c|Queue__c')).toContain('Customer Care');
        expect(part(element, 'choose')).toMatchObject({ value: 'last' });
        expect(told).toHaveBeenLastCalledWith(CALL);
    });

    it('reads that a file could not be read', async () => {
        const element = await show();
        await chooseFile(element, () => Promise.reject(new Error('gone')));
        expect(part(element, 'problem')?.textContent).toContain('could not be read');
    });

    it.each([
        ['phone', 'handed to it as they are, and its own mapping puts them into fields'],
        ['phone', 'what comes by itself here, it has already'],
        ['follow', 'left to it']
    ] as const)('reads in the mode %s who writes', async (mode, words) => {
        expect(part(await show(mode), 'mode')?.textContent).toContain(words);
    });

    it('reads in the mode phone that Switchboard writes, where the phone of the page writes no Tasks', async () => {
        takeBack = announcePhone({ ...PHONE, writesTasks: false });
        expect(part(await show('phone'), 'mode')?.textContent).toContain('so Switchboard writes it, as with Own.');
    });

    it('leaves nothing in the browser', async () => {
        const element = await show();
        element.remove();
        expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
    });
});
