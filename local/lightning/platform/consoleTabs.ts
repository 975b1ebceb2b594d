/** The tabs of a console app: workspace tabs, and the subtabs that were opened from a record. */
import { addressOf } from './pageLocation.ts';
import type { PageReference } from './pageLocation.ts';
import { createPageValue } from './valueWire.ts';

export interface ConsoleTab {
    readonly id: string;
    /** Of the workspace tab that a subtab is in. */
    readonly parentId: string | null;
    readonly page: PageReference;
}

export interface ConsoleTabs {
    readonly tabs: readonly ConsoleTab[];
    readonly focusedId: string | null;
}

export const consoleTabs = createPageValue<ConsoleTabs>({ tabs: [], focusedId: null });

let made = 0;

function add(page: PageReference, parentId: string | null, focus: boolean): string {
    const { tabs, focusedId } = consoleTabs.get();
    const id = `ctab${made}`;
    made += 1;
    consoleTabs.set({ tabs: [...tabs, { id, parentId, page }], focusedId: focus ? id : focusedId });
    return id;
}

const isRecord = (page: PageReference | undefined): boolean => page?.type === 'standard__recordPage';

export function focusedTab(): ConsoleTab | undefined {
    const { tabs, focusedId } = consoleTabs.get();
    return tabs.find(({ id }) => id === focusedId);
}

/**
 * The agent goes to a page. One that is open is brought to the front. A record that is followed from another record
 * opens as a subtab of its workspace tab; anything else opens a workspace tab. Returns the tab's id.
 */
export function visitInConsole(page: PageReference): string {
    const { tabs } = consoleTabs.get();
    const address = addressOf(page);
    const open = tabs.find((tab) => addressOf(tab.page) === address);
    if (open) {
        consoleTabs.set({ tabs, focusedId: open.id });
        return open.id;
    }
    const from = focusedTab();
    const parentId = isRecord(page) && isRecord(from?.page) ? (from?.parentId ?? from?.id ?? null) : null;
    return add(page, parentId, true);
}

/** Opens a tab whatever is in front. */
export function openInConsole(
    page: PageReference,
    { parentId = null, focus = false }: { parentId?: string | null; focus?: boolean } = {}
): string {
    return add(page, parentId, focus);
}

/**
 * Closes a tab and its subtabs. Returns the tab that is in front then: the one that was, or else the workspace tab, the
 * tab before, or none.
 */
export function closeInConsole(tabId: string): ConsoleTab | undefined {
    const { tabs, focusedId } = consoleTabs.get();
    const closing = tabs.find(({ id }) => id === tabId);
    if (closing === undefined) return focusedTab();
    const left = tabs.filter(({ id, parentId }) => id !== tabId && parentId !== tabId);
    const before = tabs.slice(0, tabs.indexOf(closing)).filter((tab) => left.includes(tab));
    const next =
        left.find(({ id }) => id === focusedId) ??
        left.find(({ id }) => id === closing.parentId) ??
        before.at(-1) ??
        left[0];
    consoleTabs.set({ tabs: left, focusedId: next?.id ?? null });
    return next;
}

/** Between tests. */
export function resetConsoleTabs(): void {
    made = 0;
    consoleTabs.set({ tabs: [], focusedId: null });
}
