import { deskReport } from 'c/agentDesk';
import type { AgentDesk, PageRecord, ReportedProblem } from 'c/agentDesk';
import type { OrgReader } from 'c/orgReader';
import { MessageContext } from 'lightning/messageService';
import type { MessageContextValue } from 'lightning/messageService';
import { CurrentPageReference } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import { IsConsoleNavigation, getAllTabInfo } from 'lightning/platformWorkspaceApi';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { LightningElement, api, wire } from 'lwc';
import { type ConnectedDesk, connectDesk } from './connectDesk.ts';
import { recordsOfTabs } from './consoleRecords.ts';
import { LABELS } from './labels.ts';
import { pageRecordOf } from './pageRecord.ts';
import { type UtilityHighlight, createUtilityHighlight } from './utilityHighlight.ts';

/** The utility item: puts a desk behind the Genesys Cloud phone and shows it. One desk as long as the item is on the page. */
export default class GenesysUtility extends LightningElement {
    /** Notes and save state only: the phone is on the same screen. */
    @api compact = false;
    /** Actions to leave out: words of PanelCommand with commas between. */
    @api hiddenActions = '';

    labels = LABELS;
    desk: AgentDesk | undefined;
    /** Why there is no desk, for the admin. */
    failure: string | undefined;
    connected: ConnectedDesk | undefined;
    reader: OrgReader | undefined;
    context: MessageContextValue | undefined;
    pageReference: PageReference | null | undefined;
    highlight: UtilityHighlight | undefined;
    utilityId: string | undefined;
    isConsole = false;
    /** Records of the tabs of a console app. */
    tabRecords: readonly PageRecord[] = [];

    /** What was not saved or not understood on this page, for support and for a replay. Holds nothing of a customer. */
    @api
    report(): ReportedProblem[] {
        return this.desk ? deskReport(this.desk.view(), this.desk.diagnostics()) : [];
    }

    @wire(MessageContext)
    receiveContext(context: MessageContextValue | undefined): void {
        this.context = context;
        this.start();
    }

    @wire(CurrentPageReference)
    receivePage(page: PageReference | null | undefined): void {
        this.pageReference = page;
        this.showPage();
        this.readTabs().catch(() => undefined);
    }

    /** Only a console app has tabs to ask for. */
    @wire(IsConsoleNavigation)
    receiveConsole(isConsole: boolean | undefined): void {
        this.isConsole = isConsole === true;
        this.readTabs().catch(() => undefined);
    }

    /** No id outside a utility bar, for instance on the page of an app builder. */
    @wire(EnclosingUtilityId)
    receiveUtilityId(utilityId: string | undefined): void {
        if (utilityId === this.utilityId) return;
        this.utilityId = utilityId;
        this.highlight?.end();
        this.highlight = utilityId ? createUtilityHighlight(utilityId) : undefined;
        this.showRinging();
    }

    disconnectedCallback(): void {
        this.highlight?.end();
        this.connected?.close();
        this.connected = undefined;
        this.desk = undefined;
        this.reader = undefined;
    }

    handleReady(event: CustomEvent<{ reader: OrgReader }>): void {
        this.reader = event.detail.reader;
        this.start();
    }

    start(): void {
        const { context, reader } = this;
        if (this.connected || !context || !reader) return;
        try {
            this.connected = connectDesk(context, reader);
            this.failure = undefined;
        } catch (error) {
            this.failure = String(error);
            return;
        }
        const { desk } = this.connected;
        this.desk = desk;
        desk.onChange(() => this.showRinging());
        this.showPage();
    }

    showPage(): void {
        const record = pageRecordOf(this.pageReference);
        const others = this.tabRecords.filter(({ id }) => id !== record?.id);
        this.desk?.page(record, others);
    }

    /** Where the platform refuses, the page in front is all there is. */
    async readTabs(): Promise<void> {
        if (!this.isConsole) return;
        const page = this.pageReference;
        const records = recordsOfTabs(await getAllTabInfo());
        const before = this.tabRecords.map(({ id }) => id).join();
        if (page !== this.pageReference || before === records.map(({ id }) => id).join()) return;
        this.tabRecords = records;
        this.showPage();
    }

    showRinging(): void {
        if (this.desk) this.highlight?.show(this.desk.view().interactions);
    }
}
