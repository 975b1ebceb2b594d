import { LightningElement } from 'lwc';
import { knownRecords } from '../recordNames.ts';
import type { PlainRecord } from '../localOrg.ts';
import { tabRows } from '../tabRows.ts';
import type { TabRow } from '../tabRows.ts';
import { closeInConsole, consoleTabs } from '../../platform/consoleTabs.ts';
import type { ConsoleTabs } from '../../platform/consoleTabs.ts';
import { openPage } from '../../platform/pageLocation.ts';

interface Strip {
    readonly label: string;
    readonly tabs: readonly TabRow[];
}

/** The tabs of a console app, and the subtabs of the one in front. */
export default class ConsoleTabStrip extends LightningElement {
    private open: ConsoleTabs = { tabs: [], focusedId: null };
    private known: ReadonlyMap<string, PlainRecord> = new Map();
    private stop: () => void = () => undefined;

    connectedCallback(): void {
        this.stop = consoleTabs.follow((open) => {
            this.open = open;
        });
        this.open = consoleTabs.get();
        void knownRecords().then((known) => {
            this.known = known;
        });
    }
    disconnectedCallback(): void {
        this.stop();
    }

    get strips(): readonly Strip[] {
        const subtabs = this.subtabs();
        const workspace = { label: 'Workspace tabs', tabs: tabRows(this.open, null, this.known) };
        return subtabs.length === 0 ? [workspace] : [workspace, { label: 'Subtabs', tabs: subtabs }];
    }

    subtabs(): readonly TabRow[] {
        const { tabs, focusedId } = this.open;
        const focused = tabs.find(({ id }) => id === focusedId);
        return focused ? tabRows(this.open, focused.parentId ?? focused.id, this.known) : [];
    }

    close(event: Event): void {
        const { id = '' } = (event.currentTarget as HTMLElement).dataset;
        const next = closeInConsole(id);
        if (next) openPage(next.page);
    }
}
