/** Console tabs as components see them. Outside a console app every function rejects, as on the platform. */
import { closeInConsole, consoleTabs, openInConsole } from '../consoleTabs.ts';
import type { ConsoleTab } from '../consoleTabs.ts';
import { addressOf, openPage, pageAt } from '../pageLocation.ts';
import type { PageReference } from '../pageLocation.ts';
import { createPageValue, wireTo } from '../valueWire.ts';

export interface TabInfo {
    readonly tabId: string;
    readonly url: string;
    readonly title: string;
    readonly pinned: boolean;
    readonly closeable: boolean;
    readonly focused: boolean;
    readonly highlighted: boolean;
    readonly isSubtab: boolean;
    readonly parentTabId: string | null;
    readonly recordId: string | null;
    readonly objectApiName: string | null;
    readonly pageReference: PageReference;
    readonly subtabs: readonly TabInfo[];
}

interface TabInput {
    readonly recordId?: string;
    readonly url?: string;
    readonly pageReference?: { readonly type: string; readonly attributes?: Readonly<Record<string, unknown>> };
    readonly focus?: boolean;
}

const enclosingTab = createPageValue<string | null>(null);

/** Set by the shell from the app's navigation style. */
export const consoleNavigation = createPageValue(true);

/** Wire adapter: true in a console app. */
export const IsConsoleNavigation = wireTo(consoleNavigation);
/** Wire adapter: a utility item has no enclosing tab. */
export const EnclosingTabId = wireTo(enclosingTab);

function infoOf(tab: ConsoleTab): TabInfo {
    const { tabs, focusedId } = consoleTabs.get();
    const { id, parentId, page } = tab;
    return {
        tabId: id,
        url: addressOf(page),
        title: page.attributes['objectApiName'] ?? page.attributes['apiName'] ?? '',
        pinned: false,
        closeable: true,
        focused: id === focusedId,
        highlighted: false,
        isSubtab: parentId !== null,
        parentTabId: parentId,
        recordId: page.attributes['recordId'] ?? null,
        objectApiName: page.attributes['objectApiName'] ?? null,
        pageReference: page,
        subtabs: tabs.filter((one) => one.parentId === id).map(infoOf)
    };
}

async function inConsole<T>(run: () => T): Promise<T> {
    if (!consoleNavigation.get()) throw new Error('This app has no console navigation: see IsConsoleNavigation.');
    return run();
}

function tabOf(tabId: string): ConsoleTab {
    const { tabs } = consoleTabs.get();
    const found = tabs.find(({ id }) => id === tabId);
    if (found) return found;
    const known = tabs.map(({ id }) => id).join(', ');
    throw new RangeError(`tabId is ${JSON.stringify(tabId)}. Open tabs: ${known || 'none'}.`);
}

export function getFocusedTabInfo(): Promise<TabInfo> {
    return inConsole(() => infoOf(tabOf(consoleTabs.get().focusedId ?? '')));
}

export function getTabInfo(tabId: string): Promise<TabInfo> {
    return inConsole(() => infoOf(tabOf(tabId)));
}

/** Workspace tabs, each with its subtabs. */
export function getAllTabInfo(): Promise<readonly TabInfo[]> {
    return inConsole(() =>
        consoleTabs
            .get()
            .tabs.filter(({ parentId }) => parentId === null)
            .map(infoOf)
    );
}

export function focusTab(tabId: string): Promise<boolean> {
    return inConsole(() => {
        openPage(tabOf(tabId).page);
        return true;
    });
}

/** Resolves the id of the new tab. Rejects when the input names no page this app can show. */
export function openTab(input: TabInput): Promise<string> {
    return inConsole(() => openedFrom(input, null));
}

export function openSubtab(parentTabId: string, input: TabInput): Promise<string> {
    return inConsole(() => {
        const { id, parentId } = tabOf(parentTabId);
        return openedFrom(input, parentId ?? id);
    });
}

export function closeTab(tabId: string): Promise<boolean> {
    return inConsole(() => {
        const next = closeInConsole(tabOf(tabId).id);
        if (next) openPage(next.page);
        return true;
    });
}

function openedFrom({ recordId, url, pageReference, focus = false }: TabInput, parentId: string | null): string {
    const address = pageReference
        ? addressOf(pageReference)
        : recordId
          ? addressOf({ type: 'standard__recordPage', attributes: { recordId } })
          : (url ?? '');
    const page = pageAt(address);
    if (!page) throw new RangeError('openTab: no page. Give recordId, pageReference or a /lightning/ url.');
    const id = openInConsole(page, { parentId, focus });
    if (focus) openPage(page, address);
    return id;
}
