import { createAgentDesk } from 'c/agentDesk';
import type { AgentDesk } from 'c/agentDesk';
import { CLIENT_EVENT } from 'c/genesysChannel';
import GenesysUtility from 'c/genesysUtility';
import { createMessageContext, publish } from 'lightning/messageService';
import { CurrentPageReference } from 'lightning/navigation';
import { EnclosingUtilityId, getInfo, updateUtility } from 'lightning/platformUtilityBarApi';
import { IsConsoleNavigation, getAllTabInfo } from 'lightning/platformWorkspaceApi';
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
const consoleWire = IsConsoleNavigation as unknown as TestWire;
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

describe('what the page tells the utility item', () => {
    beforeEach(() => {
        jest.mocked(getInfo).mockImplementation((id) =>
            Promise.resolve({ id, utilityLabel: 'Switchboard' } as Awaited<ReturnType<typeof getInfo>>)
        );
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('the desk learns of the record in front of the agent, and of the other tabs of a console', async () => {
        const attributes = { recordId: EDNA.id, objectApiName: 'Contact' };
        jest.mocked(getAllTabInfo).mockResolvedValueOnce([
            { tabId: 'ctab', isSubtab: false, focused: false, recordId: '001000000000001AAA' }
        ]);
        const { page } = show();
        await settled();
        pageWire.emit({ type: 'standard__recordPage', attributes });
        consoleWire.emit(true);
        await settled();
        expect(page).toHaveBeenLastCalledWith({ id: EDNA.id, objectApiName: 'Contact' }, [
            { id: '001000000000001AAA', objectApiName: 'Account' }
        ]);
    });

    it('the agent sees in the bar who is ringing, until the utility goes away', async () => {
        const { element, fake } = show();
        utilityWire.emit('utility-1');
        await settled();
        fake.show({ interactions: [RINGING] });
        await settled();
        expect(bar).toHaveBeenLastCalledWith('utility-1', { label: 'Ringing: Edna Frank', highlighted: true });
        element.remove();
        await settled();
        expect(bar).toHaveBeenLastCalledWith('utility-1', { label: 'Switchboard', highlighted: false });
    });

    it('the agent keeps working where the bar refuses', async () => {
        jest.mocked(getInfo).mockRejectedValue(new Error('Lightning Web Security is off'));
        const { element, fake } = show();
        utilityWire.emit('utility-1');
        fake.show({ interactions: [RINGING] });
        await settled();
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
