import type { AgentDesk, CommandDetail, DeskInteraction, Directory, PanelCommand, RefusedCommand } from 'c/agentDesk';
import type { NamedSecureFlow, SecureFlow } from 'c/agentDesk';
import type { Interaction } from 'c/interactions';
import { fill } from 'c/labelText';
import type { PanelAction } from 'c/panelShortcuts';
import { LightningElement, api } from 'lwc';
import { type ActionButton, buttonsFor, commandLabel } from './buttons.ts';
import { LABELS } from './labels.ts';
import { type Offer, allows, offers } from './offers.ts';
import { type Told, awaitingWords, isUntold, momentOf, outcomeWords, refusalOf, refusalWords } from './told.ts';

type Form = Extract<PanelAction, 'transfer' | 'secureSession'>;

/**
 * What an agent can do with one conversation: its buttons, the forms that two of them open, and what became of the last
 * press. Fires `focuslost` when the pressed button went away under the agent's keyboard.
 */
export default class InteractionActions extends LightningElement {
    @api desk: AgentDesk | undefined;
    @api item: DeskInteraction | undefined;
    @api caller = '';
    @api permission: string | undefined;
    @api directory: Directory | undefined;
    @api recentTargets: readonly string[] = [];
    /** Commands that the admin took off the panel. */
    @api hiddenCommands: readonly string[] = [];

    labels = LABELS;
    told: Told | undefined;
    form: Form | undefined;
    refused: RefusedCommand['reason'] | undefined;
    /** A form was sent, and nothing is known of it yet. */
    waiting = false;
    /** Pressed, and its button was there at that time. */
    pressed: PanelAction | undefined;
    /** Whose button gets the focus once it is drawn. */
    focusOn: PanelAction | undefined;

    /** Does what a button of this name does; nothing where there is none. */
    @api
    run(action: PanelAction): void {
        if (!offers(this.offer, action)) return;
        if (action === 'transfer' || action === 'secureSession') this.open(action);
        else void this.send(action);
    }

    renderedCallback(): void {
        // A call that comes back does not open what was left open.
        if (this.item?.interaction.disconnected) this.form = undefined;
        const { focusOn, pressed } = this;
        const button = focusOn && this.template?.querySelector<HTMLElement>(`[data-command="${focusOn}"]`);
        if (button) {
            this.focusOn = undefined;
            button.focus();
        }
        if (!pressed || this.buttons.some(({ action }) => action === pressed)) return;
        this.pressed = undefined;
        if (document.activeElement === document.body) this.dispatchEvent(new CustomEvent('focuslost'));
    }

    get interaction(): Interaction {
        return (this.item as DeskInteraction).interaction;
    }

    get offer(): Offer {
        const { desk, directory, hiddenCommands, interaction } = this;
        return { desk, directory, hidden: hiddenCommands ?? [], id: interaction.id };
    }

    get buttons(): readonly ActionButton[] {
        const { form, offer } = this;
        return buttonsFor(this.item as DeskInteraction, this.caller, (action) => offers(offer, action), {
            form,
            waits: (action) => this.awaits(action)
        });
    }

    get hasButtons(): boolean {
        return this.buttons.length > 0;
    }

    get controlsLabel(): string {
        return fill(LABELS.controls, this.caller);
    }

    get consulting(): boolean {
        return this.interaction.consulting === true && !this.interaction.disconnected;
    }

    get transferOpen(): boolean {
        return this.form === 'transfer' && offers(this.offer, 'transfer');
    }

    /** A phone number is no place for what is written. */
    get withoutPhones(): boolean {
        return ['chat', 'email', 'message'].includes(this.interaction.type);
    }

    get canTransferNow(): boolean {
        return allows(this.offer, 'blindTransfer');
    }

    get canTalkFirst(): boolean {
        return allows(this.offer, 'consultTransfer');
    }

    get secureSessionOpen(): boolean {
        return this.form === 'secureSession' && offers(this.offer, 'secureSession');
    }

    get secureFlows(): readonly NamedSecureFlow[] {
        return this.directory?.secureFlows ?? [];
    }

    /** Where a vendor has no secure session nothing sounds alike. */
    get hasPauses(): boolean {
        if (this.desk?.lacks.includes('secureSession')) return false;
        return this.buttons.some(({ action }) => action === 'securePause' || action === 'secureSession');
    }

    get hasSecureSession(): boolean {
        return this.buttons.some(({ action }) => action === 'secureSession');
    }

    /** Sent and not seen yet, else the last thing the agent was told. */
    get commandWords(): string {
        const item = this.item as DeskInteraction;
        return awaitingWords(item) || (this.told?.moment === momentOf(item) ? this.told.text : '');
    }

    /** The second click of a double click would undo the first, once the phone has shown that one. */
    handleCommand(event: MouseEvent): void {
        if (event.detail > 1) return;
        this.run((event.currentTarget as HTMLElement).dataset.command as PanelAction);
    }

    async handleTransfer(event: CustomEvent<{ command: PanelCommand; to: CommandDetail['to'] }>): Promise<void> {
        const { command, to } = event.detail;
        await this.sendForm(command, to ? { to } : {});
    }

    async handleSecureSession(event: CustomEvent<SecureFlow>): Promise<void> {
        await this.sendForm('secureSession', { secureFlow: event.detail });
    }

    handleCancel(): void {
        this.focusOn = this.form;
        this.form = undefined;
    }

    awaits(action: PanelAction): boolean {
        const awaiting = this.item?.awaiting ?? [];
        if (action === 'transfer') return awaiting.includes('blindTransfer') || awaiting.includes('consultTransfer');
        return awaiting.includes(action);
    }

    open(form: Form): void {
        this.refused = undefined;
        if (this.form === form) this.handleCancel();
        else this.form = form;
    }

    /** The form stays while nothing is known, and where something must be put right in it. */
    async sendForm(command: PanelCommand, detail: CommandDetail): Promise<void> {
        if (this.waiting) return;
        this.refused = undefined;
        this.waiting = true;
        const refused = await this.send(command, detail);
        this.waiting = false;
        this.refused = refused;
        if (!refused && this.form) this.handleCancel();
    }

    /** Answers why the phone would not understand it, where that is so. */
    async send(command: PanelCommand, detail?: CommandDetail): Promise<RefusedCommand['reason'] | undefined> {
        const { desk, item } = this;
        if (!desk || !item) return undefined;
        const { id } = item.interaction;
        const moment = momentOf(item);
        const untold = isUntold(command, item);
        // Hold, mute and secure pause are toggles: pressed twice they would undo what is on its way.
        if (item.awaiting.includes(command)) {
            if (untold) this.told = { text: LABELS.muteWaits, moment };
            return undefined;
        }
        this.pressed = command === 'blindTransfer' || command === 'consultTransfer' ? 'transfer' : command;
        this.told = { text: untold ? LABELS.muteSent : '', moment };
        try {
            const outcome = await (detail ? desk.command(command, id, detail) : desk.command(command, id));
            this.told = { text: outcomeWords(command, item, outcome), moment };
        } catch (error) {
            const refused = refusalOf(error);
            if (refused && detail) return refused;
            this.told = { text: refusalWords(commandLabel(command, item), refused), moment };
        }
        return undefined;
    }
}
