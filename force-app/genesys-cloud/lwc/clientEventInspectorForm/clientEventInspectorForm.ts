import { ACTIONS, buildAction } from 'c/clientEventCatalogue';
import type { ActionRow } from 'c/clientEventCatalogue';
import { InvalidActionError } from 'c/clientEvents';
import type { ClientAction, SendOutcome } from 'c/clientEvents';
import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { actionOptions, conversationField, isProblem, shownFields, valuesOf } from './fields.ts';
import type { Option, ShownField, Typed } from './fields.ts';
import { LABELS } from './labels.ts';

export type SendAction = (action: ClientAction) => Promise<SendOutcome>;

interface Checkable extends HTMLElement {
    setCustomValidity?(message: string): void;
    reportValidity?(): boolean;
}

/** A form for each action of the contract, made from the list of actions. What is wrong is said at the field. */
export default class ClientEventInspectorForm extends LightningElement {
    /** Publishes an action and answers what is known of its effect. */
    @api send: SendAction | undefined;
    /** The conversation that is meant unless another is typed. */
    @api conversation: string | undefined;

    labels = LABELS;
    actions: readonly Option[] = actionOptions();
    builder = 'hold';
    typed: Typed = {};
    problem = '';
    outcome = '';

    get row(): ActionRow | undefined {
        return ACTIONS.find(({ builder }) => builder === this.builder);
    }

    get given(): Typed {
        const field = this.row && conversationField(this.row);
        return field === undefined ? this.typed : { [field]: this.conversation ?? '', ...this.typed };
    }

    get fields(): ShownField[] {
        return this.row ? shownFields(this.row, this.given) : [];
    }

    get toggles(): boolean {
        return this.row?.toggles ?? false;
    }

    get experimental(): boolean {
        return this.row?.experimental ?? false;
    }

    handleAction(event: CustomEvent<{ value: string }>): void {
        this.builder = event.detail.value;
        this.typed = {};
        this.outcome = '';
        this.problem = '';
    }

    handleChange(event: CustomEvent<{ value: string }>): void {
        const input = event.currentTarget as Checkable;
        this.typed = { ...this.typed, [input.dataset.path ?? '']: event.detail.value };
        input.setCustomValidity?.('');
        input.reportValidity?.();
        this.problem = '';
    }

    handleSend(): void {
        const { row, send } = this;
        if (!row || !send) return;
        this.outcome = '';
        this.problem = '';
        for (const { path } of this.fields) this.tell(path, '');
        const values = valuesOf(row, this.given);
        if (isProblem(values)) {
            this.refuse(values.path, values.message);
            return;
        }
        try {
            void this.publish(send, buildAction(row.builder, values), row);
        } catch (error) {
            if (!(error instanceof InvalidActionError)) throw error;
            this.refuse(error.field, fill(LABELS.wrongField, error.field, error.given, error.allowed));
        }
    }

    async publish(send: SendAction, action: ClientAction, { provable }: ActionRow): Promise<void> {
        this.outcome = LABELS.sending;
        try {
            const outcome = await send(action);
            const unproven = provable ? LABELS.unconfirmed : LABELS.noProof;
            this.outcome = outcome === 'confirmed' ? LABELS.confirmed : unproven;
        } catch (error) {
            this.outcome = fill(LABELS.notSent, error instanceof Error ? error.message : String(error));
        }
    }

    /** The field of an error may be inside a field of the form, such as `attributes["a"]`. */
    refuse(field: string, message: string): void {
        const shown = this.fields.find(({ path }) => field === path || field.startsWith(`${path}[`));
        const around = shown ?? this.fields.find(({ path }) => path.startsWith(`${field}.`));
        if (around) this.tell(around.path, message);
        this.problem = message;
    }

    tell(path: string, message: string): void {
        const input = this.template?.querySelector<Checkable>(`[data-path="${path}"]`);
        input?.setCustomValidity?.(message);
        if (message === '') return;
        input?.reportValidity?.();
        input?.focus();
    }
}
