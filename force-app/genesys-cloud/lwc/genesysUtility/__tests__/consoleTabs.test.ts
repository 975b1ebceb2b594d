import { createAgentDesk } from 'c/agentDesk';
import type { AgentDesk } from 'c/agentDesk';
import GenesysUtility from 'c/genesysUtility';
import { CurrentPageReference } from 'lightning/navigation';
import { IsConsoleNavigation, getAllTabInfo } from 'lightning/platformWorkspaceApi';
import type { TabInfo } from 'lightning/platformWorkspaceApi';
import { createElement } from 'lwc';
import { EDNA, fakeDesk } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

jest.mock('c/agentDesk', () => ({ createAgentDesk: jest.fn() }));

/** Wire adapters of a test can be told what to deliver. */
interface TestWire {
    emit(value: unknown): void;
}
const pageWire = CurrentPageReference as unknown as TestWire;
const consoleWire = IsConsoleNavigation as unknown as TestWire;
const tabs = jest.mocked(getAllTabInfo);

const CONTACT = { id: EDNA.id, objectApiName: 'Contact' };
const CASE = { id: '500000000000001AAA', objectApiName: 'Case' };
const ACCOUNT = { id: '001000000000001AAA', objectApiName: 'Account' };

function pageOf({ id, objectApiName }: typeof CASE): { type: string; attributes: Record<string, string> } {
    return { type: 'standard__recordPage', attributes: { recordId: id, objectApiName } };
}

function tab(facts: Partial<TabInfo>): TabInfo {
    return { tabId: 'ctab', isSubtab: false, focused: false, ...facts };
}

async function show(): Promise<jest.SpyInstance> {
    const fake = fakeDesk();
    jest.mocked(createAgentDesk).mockReturnValue(fake.desk);
    const page = jest.spyOn(fake.desk as { page: AgentDesk['page'] }, 'page');
    document.body.appendChild(createElement('c-genesys-utility', { is: GenesysUtility }));
    await settled();
    return page;
}

afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
    tabs.mockResolvedValue([]);
});

describe('the tabs of a console app', () => {
    it('the desk learns of the records of all tabs and subtabs, each once', async () => {
        tabs.mockResolvedValue([
            tab({ pageReference: pageOf(CONTACT), focused: true }),
            tab({ recordId: ACCOUNT.id, subtabs: [tab({ pageReference: pageOf(CASE), isSubtab: true })] }),
            tab({ pageReference: pageOf(CASE) }),
            tab({ pageReference: { type: 'standard__objectPage', attributes: {} } })
        ]);
        const page = await show();
        consoleWire.emit(true);
        pageWire.emit(pageOf(CONTACT));
        await settled();
        expect(page).toHaveBeenLastCalledWith(CONTACT, [ACCOUNT, CASE]);
    });

    it('an app with standard navigation is not asked for tabs', async () => {
        const page = await show();
        consoleWire.emit(false);
        pageWire.emit(pageOf(CONTACT));
        await settled();
        expect(tabs).not.toHaveBeenCalled();
        expect(page).toHaveBeenLastCalledWith(CONTACT, []);
    });

    it('the page in front is told at once, and once more only when other tabs are open', async () => {
        tabs.mockResolvedValue([]);
        const page = await show();
        consoleWire.emit(true);
        page.mockClear();
        pageWire.emit(pageOf(CONTACT));
        await settled();
        expect(page.mock.calls).toEqual([[CONTACT, []]]);
    });

    it('the page in front is all there is where the platform refuses', async () => {
        tabs.mockRejectedValue(new Error('Lightning Web Security is off'));
        const page = await show();
        consoleWire.emit(true);
        pageWire.emit(pageOf(CASE));
        await settled();
        expect(page).toHaveBeenLastCalledWith(CASE, []);
    });
});
