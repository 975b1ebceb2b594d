import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { closeInConsole, consoleTabs, focusedTab, resetConsoleTabs, visitInConsole } from './consoleTabs.ts';
import {
    closeTab,
    consoleNavigation,
    focusTab,
    getAllTabInfo,
    getFocusedTabInfo,
    getTabInfo,
    openSubtab,
    openTab
} from './lightning/platformWorkspaceApi.ts';
import { currentPage, pageAt } from './pageLocation.ts';
import type { PageReference } from './pageLocation.ts';

const EDNA = '/lightning/r/Contact/003000000000001AAA/view';
const CASE = '/lightning/r/Case/500000000000001AAA/view';
const TASK = '/lightning/r/Task/00T000000000001AAA/view';
const LIST = '/lightning/o/Contact/list';
const page = (address: string): PageReference => pageAt(address)!;
const visit = (address: string): string => visitInConsole(page(address));

const history = { pushState: () => undefined, replaceState: () => undefined };

beforeEach(() => {
    Object.assign(globalThis, { history });
    resetConsoleTabs();
    consoleNavigation.set(true);
});
afterEach(() => {
    consoleNavigation.set(true);
    Reflect.deleteProperty(globalThis, 'history');
});

describe('an agent in a console app', () => {
    test('opens a workspace tab from a list', () => {
        visit(LIST);
        const edna = visit(EDNA);
        assert.deepEqual([focusedTab()?.id, focusedTab()?.parentId], [edna, null]);
    });

    test('opens a subtab from a record, also from a subtab', () => {
        const edna = visit(EDNA);
        visit(CASE);
        visit(TASK);
        assert.deepEqual(
            consoleTabs.get().tabs.map(({ parentId }) => parentId),
            [null, edna, edna]
        );
    });

    test('comes back to a tab that is open', () => {
        const edna = visit(EDNA);
        visit(CASE);
        assert.equal(visit(EDNA), edna);
        assert.equal(consoleTabs.get().tabs.length, 2);
    });

    test('closes a subtab and stands on its workspace tab', () => {
        const edna = visit(EDNA);
        visit(TASK);
        const shown = visit(CASE);
        assert.equal(closeInConsole(shown)?.id, edna);
    });

    test('closes a workspace tab with its subtabs and stands on the tab before', () => {
        const list = visit(LIST);
        const edna = visit(EDNA);
        visit(CASE);
        assert.equal(closeInConsole(edna)?.id, list);
        assert.equal(consoleTabs.get().tabs.length, 1);
    });

    test('stays where they are when another tab is closed', () => {
        const list = visit(LIST);
        const edna = visit(EDNA);
        assert.equal(closeInConsole(list)?.id, edna);
    });

    test('has nothing in front after the last tab', () => {
        closeInConsole(visit(EDNA));
        assert.equal(focusedTab(), undefined);
    });
});

describe('a component in a console app', () => {
    test('is told the record in front, and the workspace tab around a subtab', async () => {
        const edna = visit(EDNA);
        visit(CASE);
        const info = await getFocusedTabInfo();
        assert.deepEqual([info.recordId, info.isSubtab, info.parentTabId], ['500000000000001AAA', true, edna]);
    });

    test('is told every workspace tab with its subtabs', async () => {
        visit(LIST);
        visit(EDNA);
        visit(CASE);
        const all = await getAllTabInfo();
        assert.deepEqual(
            all.map(({ recordId, subtabs }) => [recordId, subtabs.map((one) => one.recordId)]),
            [
                [null, []],
                ['003000000000001AAA', ['500000000000001AAA']]
            ]
        );
    });

    test('opens a tab behind the one in front, and brings it to the front', async () => {
        const edna = visit(EDNA);
        const opened = await openTab({ recordId: '500000000000001AAA' });
        assert.equal((await getFocusedTabInfo()).tabId, edna);
        await focusTab(opened);
        assert.equal(currentPage.get()?.attributes['recordId'], '500000000000001AAA');
    });

    test('opens a subtab and closes it', async () => {
        const edna = visit(EDNA);
        const opened = await openSubtab(edna, { recordId: '500000000000001AAA' });
        assert.equal((await getTabInfo(opened)).parentTabId, edna);
        await closeTab(opened);
        assert.equal((await getAllTabInfo())[0]?.subtabs.length, 0);
    });

    test('is told which tabs there are when it names another', async () => {
        visit(EDNA);
        await assert.rejects(getTabInfo('ctab9'), /tabId is "ctab9"\. Open tabs: ctab0\./);
    });

    test('is refused in an app without console navigation', async () => {
        visit(EDNA);
        consoleNavigation.set(false);
        for (const call of [getFocusedTabInfo(), getAllTabInfo(), openTab({ recordId: '500000000000001AAA' })]) {
            await assert.rejects(call, /no console navigation/);
        }
    });
});
