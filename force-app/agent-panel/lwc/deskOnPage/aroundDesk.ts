import type { AgentDesk, PageRecord } from 'c/agentDesk';
import type { PageReference } from 'lightning/navigation';
import { getAllTabInfo } from 'lightning/platformWorkspaceApi';
import { recordsOfTabs } from './consoleRecords.ts';
import { pageRecordOf } from './pageRecord.ts';
import { type UtilityHighlight, createUtilityHighlight } from './utilityHighlight.ts';

/** What is around a desk: the record in front of the agent, the tabs of a console, the item in the utility bar. */
export interface AroundDesk {
    /** What the wire `CurrentPageReference` tells. */
    page(page: PageReference | null | undefined): void;
    /** What the wire `IsConsoleNavigation` tells. Only a console app has tabs to ask for. */
    console(isConsole: boolean | undefined): void;
    /** What the wire `EnclosingUtilityId` tells: no id outside a utility bar, for instance on a record page. */
    utility(utilityId: string | undefined): void;
    /** From now on this desk learns of the records, and the bar shows who rings there. */
    opened(desk: AgentDesk): void;
    /** The desk is gone. */
    closed(): void;
}

export function createAroundDesk(): AroundDesk {
    let desk: AgentDesk | undefined;
    let reference: PageReference | null | undefined;
    let isConsoleApp = false;
    let tabRecords: readonly PageRecord[] = [];
    let itemId: string | undefined;
    let highlight: UtilityHighlight | undefined;

    function showPage(): void {
        const record = pageRecordOf(reference);
        const others = tabRecords.filter(({ id }) => id !== record?.id);
        desk?.page(record, others);
    }

    /** Where the platform refuses, the page in front is all there is. */
    async function readTabs(): Promise<void> {
        if (!isConsoleApp) return;
        const before = reference;
        const records = recordsOfTabs(await getAllTabInfo());
        const known = tabRecords.map(({ id }) => id).join();
        if (before !== reference || known === records.map(({ id }) => id).join()) return;
        tabRecords = records;
        showPage();
    }

    function askTabs(): void {
        readTabs().catch(() => undefined);
    }

    function showRinging(): void {
        if (desk) highlight?.show(desk.view().interactions);
    }

    return {
        page(page): void {
            reference = page;
            showPage();
            askTabs();
        },
        console(isConsole): void {
            isConsoleApp = isConsole === true;
            askTabs();
        },
        utility(utilityId): void {
            if (utilityId === itemId) return;
            itemId = utilityId;
            highlight?.end();
            highlight = utilityId ? createUtilityHighlight(utilityId) : undefined;
            showRinging();
        },
        opened(opened): void {
            desk = opened;
            desk.onChange(showRinging);
            showPage();
        },
        closed(): void {
            highlight?.end();
            desk = undefined;
        }
    };
}
