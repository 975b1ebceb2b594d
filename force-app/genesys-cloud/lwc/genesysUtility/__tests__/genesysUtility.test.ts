import { createAgentDesk } from 'c/agentDesk';
import type { AgentDesk } from 'c/agentDesk';
import { CLIENT_EVENT } from 'c/genesysChannel';
import GenesysUtility from 'c/genesysUtility';
import { createMessageContext, publish } from 'lightning/messageService';
import { CurrentPageReference } from 'lightning/navigation';
import { EnclosingUtilityId, getInfo, updateUtility } from 'lightning/platformUtilityBarApi';
import { createElement } from 'lwc';
import { EDNA, type FakeDesk, fakeDesk, item } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

jest.mock('c/agentDesk', () => ({ createAgentDesk: jest.fn() }));

const made = jest.mocked(createAgentDesk);
const bar = jest.mocked(updateUtility);
/** Wire adapters of a test can be told what to deliver. */
interface TestWire {
    emit(value: unknown): void;
}
const pageWire = CurrentPageReference as unknown as TestWire;
const utilityWire = EnclosingUtilityId as unknown as TestWire;

const RINGING = item({}, { caller: EDNA });

interface Shown {
    readonly element: HTMLElement;
    readonly fake: FakeDesk;
    readonly page: jest.SpyInstance;
    readonly close: jest.SpyInstance;
}

function show(): Shown {
    const fake = fakeDesk();
    made.mockReturnValue(fake.desk);
    const page = jest.spyOn(fake.desk as { page: AgentDesk['page'] }, 'page');
    const close = jest.spyOn(fake.desk as { close: AgentDesk['close'] }, 'close');
    const element = createElement('c-genesys-utility', { is: GenesysUtility });
    document.body.appendChild(element);
    return { element, fake, page, close };
}

function panel(element: Element): Element | null | undefined {
    return element.shadowRoot?.querySelector('c-interaction-panel');
}

function part(element: Element, id: string): Element | null | undefined {
    return element.shadowRoot?.querySelector(`[data-id="${id}"]`);
}

describe('the utility item', () => {
    beforeEach(() => {
        jest.mocked(getInfo).mockImplementation((id) =>
            Promise.resolve({ id, utilityLabel: 'Switchboard' } as Awaited<ReturnType<typeof getInfo>>)
        );
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('the agent sees the panel, accessibly', async () => {
        const { element } = show();
        await settled();
        expect(panel(element)).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('the admin sees one desk for one utility item', async () => {
        show();
        await settled();
        expect(made).toHaveBeenCalledTimes(1);
    });

    it("the Subject's date is written as the browser writes dates, whatever the language of the org", async () => {
        const language = jest.spyOn(window.navigator, 'language', 'get').mockReturnValue('de-AT');
        show();
        await settled();
        expect(made.mock.lastCall?.[0].reading.locale).toBe('de-AT');
        language.mockRestore();
    });

    it('the desk hears what the phone says on its channel', async () => {
        show();
        await settled();
        const heard = jest.fn();
        made.mock.calls[0]?.[0].transport.events(heard);
        const data = { id: 'call-1', state: 'ALERTING', isConnected: false, isDisconnected: false, isDone: false };
        publish(createMessageContext(), CLIENT_EVENT, { type: 'Interaction', category: 'add', data });
        await settled();
        expect(heard.mock.calls[0]?.[0]).toMatchObject({ id: 'call-1', kind: 'described' });
    });

    it('the agent reads what to do when the phone cannot be reached', async () => {
        made.mockImplementationOnce(() => {
            throw new Error('no channel');
        });
        const element = createElement('c-genesys-utility', { is: GenesysUtility });
        document.body.appendChild(element);
        await settled();
        expect(part(element, 'failed')?.textContent).toContain('Reload the page');
        await expect(element).toBeAccessible();
    });

    it('the agent undocks the utility: the old desk is closed and a new one made', async () => {
        const { element, close } = show();
        await settled();
        element.remove();
        await settled();
        expect(close).toHaveBeenCalledTimes(1);
        document.body.appendChild(element);
        await settled();
        expect(made).toHaveBeenCalledTimes(2);
        expect(panel(element)).not.toBeNull();
    });
});

describe('what the admin set on the utility item', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('the panel gets compact mode and the hidden actions', async () => {
        const { element } = show();
        Object.assign(element, { compact: true, hiddenActions: 'mute' });
        await settled();
        const shown = panel(element) as (Element & { compact: boolean; hiddenActions: string }) | null;
        expect([shown?.compact, shown?.hiddenActions]).toEqual([true, 'mute']);
        await expect(element).toBeAccessible();
    });
});

describe('the page the agent is on', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it.each([
        ['a contact', { recordId: EDNA.id, objectApiName: 'Contact' }, { id: EDNA.id, objectApiName: 'Contact' }],
        [
            'a lead without object name',
            { recordId: '00Q000000000001' },
            { id: '00Q000000000001', objectApiName: 'Lead' }
        ],
        ['a record nobody knows', { recordId: 'a01000000000001' }, undefined]
    ])('the desk learns of %s', async (_name, attributes, record) => {
        const { page } = show();
        await settled();
        pageWire.emit({ type: 'standard__recordPage', attributes });
        expect(page).toHaveBeenLastCalledWith(record, []);
    });

    it('the desk learns that the agent left the record', async () => {
        const { page } = show();
        await settled();
        pageWire.emit({ type: 'standard__namedPage', attributes: { pageName: 'home' } });
        expect(page).toHaveBeenLastCalledWith(undefined, []);
    });
});

describe('the utility bar', () => {
    beforeEach(() => {
        jest.mocked(getInfo).mockImplementation((id) =>
            Promise.resolve({ id, utilityLabel: 'Switchboard' } as Awaited<ReturnType<typeof getInfo>>)
        );
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    async function ringingInBar(): Promise<Shown> {
        const shown = show();
        utilityWire.emit('utility-1');
        await settled();
        shown.fake.show({ interactions: [RINGING] });
        await settled();
        return shown;
    }

    it('the agent sees in the bar who is ringing', async () => {
        await ringingInBar();
        expect(bar).toHaveBeenLastCalledWith('utility-1', { label: 'Ringing: Edna Frank', highlighted: true });
    });

    it('the agent sees how many are ringing', async () => {
        const { fake } = await ringingInBar();
        fake.show({ interactions: [RINGING, item({ id: 'call-2' })] });
        await settled();
        expect(bar).toHaveBeenLastCalledWith('utility-1', { label: '2 ringing', highlighted: true });
    });

    it("the bar gets the admin's own label back after the ringing", async () => {
        const { fake } = await ringingInBar();
        fake.show({ interactions: [item({ state: 'connected' })] });
        await settled();
        expect(bar).toHaveBeenLastCalledWith('utility-1', { label: 'Switchboard', highlighted: false });
    });

    it('the bar is told once, however often the call changes', async () => {
        const { fake } = await ringingInBar();
        fake.show({ interactions: [RINGING] });
        await settled();
        expect(bar).toHaveBeenCalledTimes(1);
    });

    it('a utility that goes away while it rings gives the label back', async () => {
        const { element } = await ringingInBar();
        element.remove();
        await settled();
        expect(bar).toHaveBeenLastCalledWith('utility-1', { label: 'Switchboard', highlighted: false });
    });

    it('the agent keeps working where the bar refuses', async () => {
        jest.mocked(getInfo).mockRejectedValue(new Error('Lightning Web Security is off'));
        const { element } = await ringingInBar();
        expect(bar).not.toHaveBeenCalled();
        expect(panel(element)).not.toBeNull();
    });

    it('the admin puts it on a page without a bar and nothing breaks', async () => {
        const { element, fake } = show();
        utilityWire.emit(undefined);
        fake.show({ interactions: [RINGING] });
        await settled();
        expect(bar).not.toHaveBeenCalled();
        expect(panel(element)).not.toBeNull();
    });
});
