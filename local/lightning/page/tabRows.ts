/** The tabs of a console as rows for the screen. */
import { nameOf } from './recordNames.ts';
import type { PlainRecord } from './localOrg.ts';
import type { ConsoleTab, ConsoleTabs } from '../platform/consoleTabs.ts';
import { addressOf } from '../platform/pageLocation.ts';

export interface TabRow {
    readonly id: string;
    readonly label: string;
    readonly address: string;
    readonly current: 'page' | null;
    readonly closeText: string;
    readonly itemClass: string;
}

/** Workspace tabs (`parentId` null), or the subtabs of one. A workspace tab is in front with its subtabs. */
export function tabRows(
    { tabs, focusedId }: ConsoleTabs,
    parentId: string | null,
    known: ReadonlyMap<string, PlainRecord>
): TabRow[] {
    const front = tabs.find(({ id }) => id === focusedId);
    return tabs
        .filter((tab) => tab.parentId === parentId)
        .map((tab) => {
            const label = labelOf(tab, known);
            const isFront = tab.id === focusedId || tab.id === front?.parentId;
            return {
                id: tab.id,
                label,
                address: addressOf(tab.page),
                current: tab.id === focusedId ? 'page' : null,
                closeText: `Close ${label}`,
                itemClass: `tab${isFront ? ' tab_focused' : ''}`
            };
        });
}

function labelOf({ page }: ConsoleTab, known: ReadonlyMap<string, PlainRecord>): string {
    const { recordId, objectApiName, apiName } = page.attributes;
    const record = recordId === undefined ? undefined : known.get(recordId);
    if (record) return nameOf(record);
    if (recordId !== undefined) return objectApiName ?? 'Record';
    return objectApiName === undefined ? (apiName ?? 'Page').replaceAll('_', ' ') : `${objectApiName}s`;
}
