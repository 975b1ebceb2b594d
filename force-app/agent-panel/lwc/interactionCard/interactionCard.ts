import type { AgentDesk, CommandOutcome, DeskInteraction, PanelCommand } from 'c/agentDesk';
import { callerAddress, callerName } from 'c/callerName';
import type { Interaction } from 'c/interactions';
import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { type CommandButton, buttonsFor, commandLabel } from './buttons.ts';
import { LABELS } from './labels.ts';
import { type Stage, factsOf, stageIcon, stageOf, stageWords, timerWords } from './stage.ts';
import { clockTime } from './time.ts';

const BADGES: Readonly<Partial<Record<Stage, string>>> = {
    ringing: 'slds-theme_warning',
    connected: 'slds-theme_success',
    held: 'slds-theme_warning'
};

/** What the agent was told about a sent command, until the conversation moves on. */
interface Told {
    readonly text: string;
    readonly moment: string;
}

function momentOf({ segment, securePause, state }: Interaction): string {
    return [segment, state, Boolean(securePause)].join();
}

/** One conversation as the agent sees it: who, where it stands, what can be done, notes, and whether its Task is saved. */
export default class InteractionCard extends LightningElement {
    @api desk: AgentDesk | undefined;
    @api item: DeskInteraction | undefined;
    /** Now and the moment the present state began, both in milliseconds; no timer where the beginning is not known. */
    @api now = 0;
    @api since: number | undefined;
    @api permission: string | undefined;
    @api fieldLabels: Readonly<Record<string, string>> | undefined;

    labels = LABELS;
    told: Told | undefined;
    notesWanted = false;
    notesInUse = false;
    /** Pressed, and its button was there at that time. */
    pressed: PanelCommand | undefined;

    renderedCallback(): void {
        const { pressed } = this;
        if (!pressed || this.buttons.some(({ command }) => command === pressed)) return;
        this.pressed = undefined;
        if (document.activeElement === document.body) (this.refs?.name as HTMLElement | undefined)?.focus();
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
        return this.closed ? 'card card_closed' : `card card_${this.stage}`;
    }

    get closed(): boolean {
        return ['ended', 'missed', 'notReached'].includes(this.stage);
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

    get buttons(): readonly CommandButton[] {
        const { desk, interaction } = this;
        return buttonsFor(interaction, this.caller, (command) => desk?.can(command, interaction.id) === true);
    }

    get hasButtons(): boolean {
        return this.buttons.length > 0;
    }

    get controlsLabel(): string {
        return fill(LABELS.controls, this.caller);
    }

    get securePaused(): boolean {
        return this.interaction.securePause === true && !this.interaction.disconnected;
    }

    /** Sent and not seen yet, else the last thing the agent was told. */
    get commandWords(): string {
        const awaiting = (this.item?.awaiting ?? []).filter((command) => command !== 'mute');
        if (awaiting.length > 0) {
            return awaiting.map((command) => fill(LABELS.awaiting, commandLabel(command, this.interaction))).join('. ');
        }
        return this.told?.moment === momentOf(this.interaction) ? this.told.text : '';
    }

    get notes(): string {
        return this.interaction.notes ?? '';
    }

    /** Never taken away while the agent types. */
    get showNotes(): boolean {
        if (this.notesInUse || this.notesWanted) return true;
        return !this.closed && this.stage !== 'ringing';
    }

    get canOpenNotes(): boolean {
        return this.stage === 'ended' && !this.notesInUse;
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

    async handleCommand(event: Event): Promise<void> {
        const command = (event.currentTarget as HTMLElement).dataset.command as PanelCommand;
        const { desk, interaction } = this;
        // Hold and secure pause are toggles: pressed twice they would undo what is on its way.
        if (!desk || (command !== 'mute' && this.item?.awaiting.includes(command))) return;
        const label = commandLabel(command, interaction);
        const moment = momentOf(interaction);
        this.pressed = command;
        this.told = { text: command === 'mute' ? LABELS.muteSent : '', moment };
        try {
            const outcome: CommandOutcome = await desk.command(command, interaction.id);
            if (outcome === 'confirmed' || command === 'mute') return;
            this.told = { text: fill(LABELS.notSeen, label), moment };
        } catch {
            this.told = { text: fill(LABELS.notSent, label), moment };
        }
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

    handleRetry(): void {
        this.desk?.retry();
    }
}
