import type { PageRecord } from 'c/agentDesk';
import type { TabInfo } from 'lightning/platformWorkspaceApi';
import { pageRecordOf } from './pageRecord.ts';

function recordOf({ objectApiName, pageReference, recordId }: TabInfo): PageRecord | undefined {
    return (
        pageRecordOf(pageReference) ??
        pageRecordOf({ type: 'standard__recordPage', attributes: { recordId, objectApiName } })
    );
}

/** The records of all tabs of a console and of their subtabs, each once. */
export function recordsOfTabs(tabs: readonly TabInfo[]): readonly PageRecord[] {
    const all = tabs.flatMap((tab) => [tab, ...(tab.subtabs ?? [])]).flatMap((tab) => recordOf(tab) ?? []);
    return all.filter(({ id }, place) => all.findIndex((one) => one.id === id) === place);
}
