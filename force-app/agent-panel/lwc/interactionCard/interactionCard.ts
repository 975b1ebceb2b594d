import type { AgentDesk, CallDetails, DeskInteraction, Directory, TaskRelation, Utterance } from 'c/agentDesk';
import { callerAddress, callerName } from 'c/callerName';
import { type Interaction, quietSince } from 'c/interactions';
import { fill } from 'c/labelText';
import { vendorText } from 'c/mappingWords';
import type { PanelAction } from 'c/panelShortcuts';
import { timeOfDay } from 'c/timeWords';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';
import { type Stage, factsOf, isClosed, recordingWords, stageIcon, stageOf, stageWords, timerWords } from './stage.ts';
import { clockTime } from './time.ts';

const BADGES: Readonly<Partial<Record<Stage, string>>> = {
    ringing: 'slds-theme_warning',
    connected: 'slds-theme_success',
    held: 'slds-theme_warning'
};

/** What this card asks of its buttons. */
type Actions = HTMLElement & { run(action: PanelAction): void };

/** One conversation as the agent sees it: who, where it stands, what can be done, notes, and whether its Task is saved. */
export default class InteractionCard extends LightningElement {
    @api desk: AgentDesk | undefined;
    @api item: DeskInteraction | undefined;
    /** Now and the moment the present state began, both in milliseconds; no timer where the beginning is not known. */
    @api now = 0;
    @api since: number | undefined;
    @api permission: string | undefined;
    @api fieldLabels: Readonly<Record<string, string>> | undefined;
    @api directory: Directory | undefined;
    @api recentTargets: readonly string[] = [];
    /** The agent looks at it in the phone. */
    @api selected = false;
    /** Who it is, notes and save state only. */
    @api compact = false;
    /** Commands that the admin took off the panel. */
    @api hiddenCommands: readonly string[] = [];

    labels = LABELS;
    notesWanted = false;
    notesInUse = false;
    /** The notes get the focus once they are drawn. */
    notesNext = false;

    /** Does what a button of this name does; nothing where there is none. */
    @api
    run(action: PanelAction): void {
        this.template?.querySelector<Actions>('c-interaction-actions')?.run(action);
    }

    /** Puts the focus into the notes; nothing where there are none. */
    @api
    takeNotes(): void {
        if (!this.showNotes && !this.canOpenNotes) return;
        if (this.canOpenNotes) this.notesWanted = true;
        this.notesNext = true;
        this.focusNotes();
    }

    renderedCallback(): void {
        this.focusNotes();
    }

    get interaction(): Interaction {
        return (this.item as DeskInteraction).interaction;
    }

    get caller(): string {
        return callerName(this.item as DeskInteraction, LABELS.unknownCaller);
    }

    get account(): string | undefined {
        return this.item?.caller?.accountName;
    }

    /** The number, where it is not the name already. */
    get address(): string | undefined {
        const address = callerAddress(this.interaction);
        return address === this.caller ? undefined : address;
    }

    get facts(): string {
        return factsOf(this.interaction).join(' · ');
    }

    get recording(): string | undefined {
        return this.compact ? undefined : recordingWords(this.interaction);
    }

    get stage(): Stage {
        return stageOf(this.interaction);
    }

    get stageWords(): string {
        return stageWords(this.interaction);
    }

    get icon(): string {
        return stageIcon(this.interaction);
    }

    get badgeClass(): string {
        return ['slds-badge', BADGES[this.stage] ?? ''].join(' ').trim();
    }

    get cardClass(): string {
        const look = this.closed ? 'card_closed' : `card_${this.stage}`;
        return `card ${look}${this.selected ? ' card_selected' : ''}`;
    }

    get current(): 'true' | undefined {
        return this.selected ? 'true' : undefined;
    }

    get full(): boolean {
        return !this.compact;
    }

    get closed(): boolean {
        return isClosed(this.stage);
    }

    get time(): string | undefined {
        if (this.closed) return this.lasted;
        return this.since === undefined ? undefined : clockTime(this.now - this.since);
    }

    get lasted(): string | undefined {
        const { connectedTime, endTime } = this.interaction;
        const milliseconds = connectedTime && endTime ? Date.parse(endTime) - Date.parse(connectedTime) : Number.NaN;
        return Number.isFinite(milliseconds) ? clockTime(milliseconds) : undefined;
    }

    get spokenTime(): string {
        return fill(timerWords(this.stage) ?? LABELS.lasted, this.time ?? '');
    }

    /** Nothing was heard for so long that it may be over. */
    get quiet(): string | undefined {
        const since = this.closed ? undefined : quietSince(this.interaction, new Date(this.now).toISOString());
        return since && fill(LABELS.quiet, timeOfDay(since, this.now));
    }

    get details(): CallDetails | undefined {
        return this.compact ? undefined : this.item?.details;
    }

    /** Said among the details where the phone tells that the recording itself is paused. */
    get securePaused(): boolean {
        if (this.details?.recordingPaused !== undefined) return false;
        return this.interaction.securePause === true && !this.interaction.disconnected;
    }

    get wrapUpOpen(): boolean {
        return this.stage === 'wrapUp';
    }

    get transcript(): readonly Utterance[] | undefined {
        const { item, compact } = this;
        return !compact && item?.transcript?.length ? item.transcript : undefined;
    }

    get notes(): string {
        return this.interaction.notes ?? '';
    }

    /** The phone that saves it, where this one only shows it: nothing is said of saving then. */
    get otherSaves(): string | undefined {
        const writer = this.item?.otherWriter;
        return writer === undefined ? undefined : fill(LABELS.otherSaves, vendorText(writer));
    }

    /** Typed before it was known that another phone saves. */
    get lostNotes(): string | undefined {
        const writer = this.item?.otherWriter;
        return writer === undefined || this.notes === '' ? undefined : fill(LABELS.otherSavesNotes, vendorText(writer));
    }

    /** Never taken away while the agent types, unless nobody would save them. */
    get showNotes(): boolean {
        if (this.item?.otherWriter !== undefined) return false;
        if (this.notesInUse || this.notesWanted) return true;
        return !this.closed && this.stage !== 'ringing';
    }

    /** Of what is over and put aside only on request. */
    get relations(): DeskInteraction['relations'] {
        return this.closed && !this.showNotes ? undefined : this.item?.relations;
    }

    get canOpenNotes(): boolean {
        return this.stage === 'ended' && !this.notesInUse && this.item?.otherWriter === undefined;
    }

    get notesExpanded(): string {
        return String(this.notesWanted);
    }

    get notesIcon(): string {
        return this.notesWanted ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get ended(): boolean {
        return this.interaction.disconnected;
    }

    handleFocusLost(): void {
        // It is told while this card is drawn, when there are no refs.
        this.template?.querySelector<HTMLElement>('[data-id="caller"]')?.focus();
    }

    /** The card goes, and the focus with it: whoever shows the cards takes it. */
    handlePutAway(): void {
        this.desk?.putAway(this.interaction.id);
        this.dispatchEvent(new CustomEvent('focuslost'));
    }

    handleNote(event: CustomEvent<string>): void {
        this.desk?.note(this.interaction.id, event.detail);
    }

    handleNotesToggle(): void {
        this.notesWanted = !this.notesWanted;
    }

    handleNotesFocus(): void {
        this.notesInUse = true;
    }

    handleNotesBlur(): void {
        this.notesInUse = false;
    }

    handleRelate(event: CustomEvent<{ readonly relation: TaskRelation; readonly recordId?: string }>): void {
        const { recordId, relation } = event.detail;
        this.desk?.relate(this.interaction.id, relation, recordId);
    }

    handleRetry(): void {
        this.desk?.retry(this.item?.save?.key);
    }

    focusNotes(): void {
        const notes = this.notesNext && this.template?.querySelector<HTMLElement>('c-interaction-notes');
        if (!notes) return;
        this.notesNext = false;
        notes.focus();
    }
}
