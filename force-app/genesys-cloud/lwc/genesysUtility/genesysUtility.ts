import { deskReport } from 'c/agentDesk';
import type { AgentDesk, ReportedProblem } from 'c/agentDesk';
import { createAroundDesk } from 'c/deskOnPage';
import type { OpenDesk } from 'c/deskOnPage';
import type { OrgReader } from 'c/orgReader';
import { MessageContext } from 'lightning/messageService';
import type { MessageContextValue } from 'lightning/messageService';
import { CurrentPageReference } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import { IsConsoleNavigation } from 'lightning/platformWorkspaceApi';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { LightningElement, api, wire } from 'lwc';
import { connectDesk } from './connectDesk.ts';
import { LABELS } from './labels.ts';

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
    connected: OpenDesk | undefined;
    reader: OrgReader | undefined;
    context: MessageContextValue | undefined;
    around = createAroundDesk();

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
        this.around.page(page);
    }

    @wire(IsConsoleNavigation)
    receiveConsole(isConsole: boolean | undefined): void {
        this.around.console(isConsole);
    }

    @wire(EnclosingUtilityId)
    receiveUtilityId(utilityId: string | undefined): void {
        this.around.utility(utilityId);
    }

    disconnectedCallback(): void {
        this.around.closed();
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
        this.desk = this.connected.desk;
        this.around.opened(this.connected.desk);
    }
}
