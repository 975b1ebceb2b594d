/** Console tabs as components see them. This page has one tab: the page in front. */
import { addressOf, currentPage, openPage, pageAt } from '../pageLocation.ts';
import { createPageValue, wireTo } from '../valueWire.ts';

export interface TabInfo {
    readonly tabId: string;
    readonly isSubtab: boolean;
    readonly focused: boolean;
    readonly parentTabId: string | null;
    readonly recordId: string | null;
    readonly objectApiName: string | null;
    readonly url: string;
    readonly pageReference?: unknown;
    readonly subtabs: readonly TabInfo[];
}

const TAB = 'ctab0';
const enclosingTab = createPageValue<string | null>(null);

/** Set by the shell from the app's navigation style. */
export const consoleNavigation = createPageValue(true);

/** Wire adapter: true in a console app. */
export const IsConsoleNavigation = wireTo(consoleNavigation);
/** Wire adapter: a utility item has no enclosing tab. */
export const EnclosingTabId = wireTo(enclosingTab);

export function getFocusedTabInfo(): Promise<TabInfo> {
    const page = currentPage.get();
    return Promise.resolve({
        tabId: TAB,
        isSubtab: false,
        focused: true,
        parentTabId: null,
        recordId: page?.attributes['recordId'] ?? null,
        objectApiName: page?.attributes['objectApiName'] ?? null,
        url: page ? addressOf(page) : '/',
        ...(page ? { pageReference: page } : {}),
        subtabs: []
    });
}

export async function getTabInfo(tabId: string): Promise<TabInfo> {
    if (tabId !== TAB) throw new RangeError(`tabId is ${JSON.stringify(tabId)}, the only tab is ${TAB}.`);
    return getFocusedTabInfo();
}

export async function getAllTabInfo(): Promise<readonly TabInfo[]> {
    return [await getFocusedTabInfo()];
}

export function focusTab(tabId: string): Promise<boolean> {
    return Promise.resolve(tabId === TAB);
}

/** Opens in the one tab; resolves its id. Rejects when the input names no page this app can show. */
export async function openTab(input: {
    readonly recordId?: string;
    readonly url?: string;
    readonly pageReference?: { readonly type: string; readonly attributes?: Readonly<Record<string, unknown>> };
    readonly focus?: boolean;
}): Promise<string> {
    const { recordId, url, pageReference } = input;
    const address = pageReference
        ? addressOf(pageReference)
        : recordId
          ? addressOf({ type: 'standard__recordPage', attributes: { recordId } })
          : (url ?? '');
    const page = pageAt(address);
    if (!page) throw new RangeError('openTab: no page. Give recordId, pageReference or a /lightning/ url.');
    openPage(page, address);
    return TAB;
}
