import { deskReport } from 'c/agentDesk';
import type { AgentDesk, ReportedProblem } from 'c/agentDesk';
import { createAroundDesk } from 'c/deskOnPage';
import type { OpenDesk } from 'c/deskOnPage';
import type { OrgReader } from 'c/orgReader';
import { createToolkitBridge } from 'c/voiceToolkit';
import type { ToolkitBridge } from 'c/voiceToolkit';
import { CurrentPageReference } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import { IsConsoleNavigation } from 'lightning/platformWorkspaceApi';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { LightningElement, api, wire } from 'lwc';
import { isInBar, onBar, standInBar } from './barItem.ts';
import { connectDesk } from './connectDesk.ts';
import { LABELS } from './labels.ts';
import { openRecordCall } from './recordCall.ts';
import type { RecordCall, WithoutCall } from './recordCall.ts';

/**
 * The utility item, or the part of a VoiceCall record page: puts a desk behind Salesforce Voice and shows it. One desk as
 * long as it is on the page. In the utility bar it hears every call, on a record page the one of the record.
 */
export default class VoiceUtility extends LightningElement {
    /** Notes and save state only: the phone is on the same screen. */
    @api compact = false;
    /** Actions to leave out: words of PanelCommand with commas between. */
    @api hiddenActions = '';
    /** A note that is sent beside a call is added to the call's notes. */
    @api notesFromVoice = false;

    labels = LABELS;
    desk: AgentDesk | undefined;
    /** Why there is no desk, for the agent; and, where that is a fault, for the admin. */
    words: string | undefined;
    failure: string | undefined;
    given: string | undefined;
    utilityId: string | undefined;
    connected: OpenDesk | undefined;
    reader: OrgReader | undefined;
    /** What hears the toolkit: the bridge of the bar's item, or the call of the record. */
    hears: Pick<ToolkitBridge, 'attach'> | undefined;
    recordCall: RecordCall | undefined;
    leaveBar: (() => void) | undefined;
    around = createAroundDesk();

    /** Of a VoiceCall; the platform sets it on a record page, and sets another one where the agent goes on to the next. */
    @api
    get recordId(): string | undefined {
        return this.given;
    }
    set recordId(recordId: string | undefined) {
        const before = this.ofRecord;
        this.given = recordId;
        this.moved(before);
    }

    /** A console tells an item in its utility bar, too, which record is in front. */
    get ofRecord(): string | undefined {
        return this.utilityId === undefined ? this.given : undefined;
    }

    /** What was not saved or not understood on this page, for support and for a replay. Holds nothing of a customer. */
    @api
    report(): ReportedProblem[] {
        return this.desk ? deskReport(this.desk.view(), this.desk.diagnostics()) : [];
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
        const before = this.ofRecord;
        this.utilityId = utilityId;
        this.around.utility(utilityId);
        this.moved(before);
    }

    connectedCallback(): void {
        this.stand();
    }

    renderedCallback(): void {
        this.attach();
    }

    disconnectedCallback(): void {
        this.leaveBar?.();
        this.stop();
        this.reader = undefined;
    }

    handleReady(event: CustomEvent<{ reader: OrgReader }>): void {
        this.reader = event.detail.reader;
        this.restart();
    }

    /** To another record, or from beside the bar into it. */
    moved(before: string | undefined): void {
        if (this.isConnected && before !== this.ofRecord) this.stand();
    }

    /** In the bar, or beside it. */
    stand(): void {
        this.leaveBar?.();
        this.leaveBar = this.ofRecord === undefined ? standInBar() : onBar(() => this.restart());
        this.restart();
    }

    restart(): void {
        this.stop();
        const { ofRecord, reader } = this;
        if (!reader) return;
        if (ofRecord === undefined) {
            const bridge = createToolkitBridge();
            this.hears = bridge;
            this.open(bridge);
        } else if (isInBar()) {
            this.words = LABELS.inBar;
        } else {
            this.recordCall = openRecordCall(
                reader,
                ofRecord,
                (bridge, callId) => this.open(bridge, callId),
                (why) => this.tell(why)
            );
            this.hears = this.recordCall;
        }
        this.attach();
    }

    open(bridge: ToolkitBridge, callId?: string): void {
        const { notesFromVoice, reader } = this;
        if (!reader) return;
        try {
            this.connected = connectDesk({ bridge, reader, callId, notesFromVoice });
        } catch (error) {
            this.words = LABELS.notConnected;
            this.failure = String(error);
            return;
        }
        this.desk = this.connected.desk;
        this.around.opened(this.connected.desk);
    }

    tell(why: WithoutCall): void {
        this.words = LABELS[why];
    }

    /** The element is there only once it was drawn (G1). */
    attach(): void {
        this.hears?.attach(this.template?.querySelector('lightning-service-cloud-voice-toolkit-api'));
    }

    stop(): void {
        this.around.closed();
        this.connected?.close();
        this.recordCall?.close();
        this.hears?.attach(undefined);
        this.connected = undefined;
        this.recordCall = undefined;
        this.hears = undefined;
        this.desk = undefined;
        this.words = undefined;
        this.failure = undefined;
    }
}
