import type { NamedTarget } from 'c/agentDesk';
import TransferDialog from 'c/transferDialog';
import { createElement } from 'lwc';
import { directory } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

type Properties = Pick<
    TransferDialog,
    | 'directory'
    | 'recentTargets'
    | 'withoutPhones'
    | 'canTransferNow'
    | 'canTalkFirst'
    | 'waiting'
    | 'refused'
    | 'permission'
>;
type Dialog = HTMLElement & Properties;

function target(key: string, facts: Partial<NamedTarget> = {}): NamedTarget {
    return { key, name: key, kind: 'user', address: `${key}-id`, pinned: false, ...facts };
}

const BEN = target('Ben Baker');
const CARE = target('Customer Care', { kind: 'queue' });
const SURVEY = target('Survey', { kind: 'flow', pinned: true });
const NAMES = directory({ targets: [BEN, CARE, SURVEY] });

interface Shown {
    readonly element: Dialog;
    readonly sent: unknown[];
    readonly cancelled: jest.Mock;
}

function show(properties: Partial<Properties> = {}): Shown {
    const element = createElement('c-transfer-dialog', { is: TransferDialog }) as unknown as Dialog;
    const sent: unknown[] = [];
    const cancelled = jest.fn();
    element.addEventListener('transfer', (event) => sent.push((event as CustomEvent).detail));
    element.addEventListener('cancel', cancelled);
    Object.assign(element, {
        caller: 'Edna Frank',
        directory: NAMES,
        canTransferNow: true,
        canTalkFirst: true,
        ...properties
    });
    document.body.appendChild(element);
    return { element, sent, cancelled };
}

function part<T extends HTMLElement>(element: Element, selector: string): T | null {
    return element.shadowRoot?.querySelector<T>(selector) ?? null;
}

function text(element: Element, id: string): string | undefined {
    return part(element, `[data-id="${id}"]`)?.textContent?.trim();
}

/** Names in the order in which they stand, by group. */
function listed(element: Element): Record<string, (string | null)[]> {
    const groups = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-group]') ?? [])];
    return Object.fromEntries(
        groups.map((group) => [
            group.dataset.group,
            [...group.querySelectorAll('.name')].map(({ textContent }) => textContent)
        ])
    );
}

async function type(element: Element, words: string): Promise<void> {
    const search = part<HTMLInputElement>(element, '[data-id="search"]') as HTMLInputElement;
    search.value = words;
    search.dispatchEvent(new CustomEvent('input'));
    await settled();
}

async function choose(element: Element, key: string): Promise<void> {
    part(element, `[data-key="${key}"]`)?.click();
    await settled();
}

async function press(element: Element, id: string): Promise<void> {
    part(element, `[data-id="${id}"]`)?.click();
    await settled();
}

afterEach(() => document.body.replaceChildren());

describe('whom to', () => {
    it('the agent begins in the search field', () => {
        const { element } = show();
        expect(element.shadowRoot?.activeElement).toBe(part(element, '[data-id="search"]'));
    });

    it('the agent sees pinned names before recent ones before the rest, each once', async () => {
        const { element } = show({ recentTargets: ['Customer Care', 'Survey', 'left the company'] });
        expect(listed(element)).toEqual({ pinned: ['Survey'], recent: ['Customer Care'], all: ['Ben Baker'] });
        await expect(element).toBeAccessible();
    });

    it.each([
        ['a part of the name', 'bak', { all: ['Ben Baker'] }],
        ['the kind', 'queue', { all: ['Customer Care'] }],
        ['several words in any order', 'care customer', { all: ['Customer Care'] }]
    ])('the agent finds by %s', async (_what, words, found) => {
        const { element } = show();
        await type(element, words);
        expect(listed(element)).toEqual({ ...found, typed: [`Flow ${words}`] });
    });

    it('the agent types a number, which goes as it was written', async () => {
        const { element, sent } = show();
        await type(element, ' 0491 570 006 ');
        expect(listed(element)).toEqual({ typed: ['Call 0491 570 006'] });
        await choose(element, 'typed phone');
        await press(element, 'now');
        expect(sent).toEqual([{ command: 'blindTransfer', to: { kind: 'phone', address: '0491 570 006' } }]);
    });

    it('the agent types the name of a flow', async () => {
        const { element, sent } = show();
        await type(element, 'After hours');
        expect(text(element, 'none')).toContain('No name fits');
        await choose(element, 'typed flow');
        await press(element, 'now');
        expect(sent).toEqual([{ command: 'blindTransfer', to: { kind: 'flow', address: 'After hours' } }]);
        await expect(element).toBeAccessible();
    });

    it('the agent finds no phone number for what is written', async () => {
        const { element } = show({
            directory: directory({ targets: [CARE, target('Warehouse', { kind: 'phone' })] }),
            withoutPhones: true
        });
        expect(listed(element)).toEqual({ all: ['Customer Care'] });
        await type(element, '4711');
        expect(listed(element)).toEqual({ typed: ['Flow 4711'] });
    });

    it('the agent with hundreds of names is told to type', async () => {
        const targets = Array.from({ length: 200 }, (_, at) => target(`Colleague ${at}`));
        const { element } = show({ directory: directory({ targets }) });
        expect(listed(element)['all']).toHaveLength(30);
        expect(text(element, 'more')).toBe('170 more. Type to find them.');
        await type(element, 'colleague 199');
        expect(listed(element)['all']).toEqual(['Colleague 199']);
    });

    it.each([
        ['noAccess', /Ask your admin for the permission set Switchboard_Agent/],
        ['unknown', /not here yet/],
        ['read', /named nobody yet/]
    ] as const)('the agent without names reads why, and can type all the same (%s)', async (state, words) => {
        const { element, sent } = show({ directory: directory({ state }), permission: 'Switchboard_Agent' });
        expect(text(element, 'about')).toMatch(words);
        await type(element, '4711');
        await choose(element, 'typed phone');
        await press(element, 'talk-first');
        expect(sent).toHaveLength(1);
        await expect(element).toBeAccessible();
    });
});

describe('how', () => {
    it('the agent passes the customer on at once', async () => {
        const { element, sent } = show();
        await choose(element, 'Customer Care');
        await press(element, 'now');
        expect(sent).toEqual([{ command: 'blindTransfer', to: { kind: 'queue', address: 'Customer Care-id' } }]);
    });

    it('the agent talks to the colleague first', async () => {
        const { element, sent } = show();
        await choose(element, 'Ben Baker');
        await press(element, 'talk-first');
        expect(sent).toEqual([{ command: 'consultTransfer', to: { kind: 'user', address: 'Ben Baker-id' } }]);
    });

    it('the agent sees only the ways that are possible', () => {
        const { element } = show({ canTalkFirst: false });
        expect(part(element, '[data-id="now"]')).not.toBeNull();
        expect(part(element, '[data-id="talk-first"]')).toBeNull();
    });

    it('the agent who chose nobody is told so, and nothing is sent', async () => {
        const { element, sent } = show();
        await press(element, 'now');
        expect(text(element, 'error')).toContain('Choose somebody first');
        expect(sent).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it('a name that the search hides is not sent', async () => {
        const { element, sent } = show();
        await choose(element, 'Ben Baker');
        await type(element, 'customer');
        await press(element, 'now');
        expect(sent).toEqual([]);
    });

    it('the agent reads that it is sent, and cannot send it twice (T16)', async () => {
        const { element, sent } = show({ waiting: true });
        await choose(element, 'Ben Baker');
        await press(element, 'now');
        expect(text(element, 'waiting')).toBe('Sent, waiting for the phone');
        expect(sent).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['badTarget', /does not understand this target/],
        ['notTheActiveCall', /only while this is the one call that is going on/],
        ['other', /Use the phone instead/]
    ] as const)('the agent reads what to do when it was refused (%s)', async (refused, words) => {
        const { element } = show({ refused });
        expect(text(element, 'error')).toMatch(words);
        await expect(element).toBeAccessible();
    });

    it('the agent goes back by button and by Escape', async () => {
        const { cancelled, element } = show();
        await press(element, 'cancel');
        part(element, '[data-id="search"]')?.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })
        );
        expect(cancelled).toHaveBeenCalledTimes(2);
    });
});
