import type { AgentDesk } from 'c/agentDesk';
import { createAroundDesk } from 'c/deskOnPage';
import type { AroundDesk } from 'c/deskOnPage';
import { getAllTabInfo } from 'lightning/platformWorkspaceApi';
import type { TabInfo } from 'lightning/platformWorkspaceApi';
import { EDNA, fakeDesk } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

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

function show(): { readonly around: AroundDesk; readonly page: jest.SpyInstance } {
    const { desk } = fakeDesk();
    const page = jest.spyOn(desk as { page: AgentDesk['page'] }, 'page');
    const around = createAroundDesk();
    around.opened(desk);
    return { around, page };
}

afterEach(() => {
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
        const { around, page } = show();
        around.console(true);
        around.page(pageOf(CONTACT));
        await settled();
        expect(page).toHaveBeenLastCalledWith(CONTACT, [ACCOUNT, CASE]);
    });

    it('an app with standard navigation is not asked for tabs', async () => {
        const { around, page } = show();
        around.console(false);
        around.page(pageOf(CONTACT));
        await settled();
        expect(tabs).not.toHaveBeenCalled();
        expect(page).toHaveBeenLastCalledWith(CONTACT, []);
    });

    it('the page in front is told at once, and once more only when other tabs are open', async () => {
        tabs.mockResolvedValue([]);
        const { around, page } = show();
        around.console(true);
        page.mockClear();
        around.page(pageOf(CONTACT));
        await settled();
        expect(page.mock.calls).toEqual([[CONTACT, []]]);
    });

    it('the page in front is all there is where the platform refuses', async () => {
        tabs.mockRejectedValue(new Error('Lightning Web Security is off'));
        const { around, page } = show();
        around.console(true);
        around.page(pageOf(CASE));
        await settled();
        expect(page).toHaveBeenLastCalledWith(CASE, []);
    });
});
