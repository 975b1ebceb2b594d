import type { PanelCommand } from 'c/agentDesk';
import type { Interaction } from 'c/interactions';
import { fill } from 'c/labelText';
import type { PanelAction } from 'c/panelShortcuts';
import { LABELS } from './labels.ts';

export interface ActionButton {
    readonly action: PanelAction;
    readonly label: string;
    /** The label with the caller's name, so that two cards never sound alike. */
    readonly spoken: string;
    /** Absent where the words need the room. */
    readonly icon: string | undefined;
    readonly variant: 'neutral' | 'success' | 'destructive';
    /** For a button that opens a form. */
    readonly expanded?: 'true' | 'false';
}

export interface ButtonState {
    /** Sent, and the effect not seen yet; of mute nothing is seen, so it rests for a moment. */
    readonly waits: (action: PanelAction) => boolean;
    /** The form that is open. */
    readonly form: PanelAction | undefined;
}

/** In the order of a call: what an agent reaches for first stands first. */
const ORDER: readonly PanelAction[] = [
    'pickup',
    'hold',
    'mute',
    'transfer',
    'concludeTransfer',
    'securePause',
    'secureSession',
    'disconnect'
];

const FORMS: readonly PanelAction[] = ['transfer', 'secureSession'];

const ICONS: Readonly<Partial<Record<PanelAction, string>>> = {
    pickup: 'utility:call',
    hold: 'utility:pause',
    mute: 'utility:muted',
    transfer: 'utility:forward',
    securePause: 'utility:lock',
    secureSession: 'utility:shield',
    disconnect: 'utility:end_call'
};

const WAITING_ICON = 'utility:clock';

const VARIANTS: Readonly<Partial<Record<PanelAction, ActionButton['variant']>>> = {
    pickup: 'success',
    disconnect: 'destructive'
};

function endLabel(interaction: Interaction): string {
    if (interaction.state === 'alerting') return LABELS.decline;
    return ['chat', 'email', 'message'].includes(interaction.type) ? LABELS.end : LABELS.hangUp;
}

/** What a command does now. Mute has no state that the phone tells, so its words claim none (W4). */
export function commandLabel(command: PanelCommand | PanelAction, interaction: Interaction): string {
    switch (command) {
        case 'pickup':
            return LABELS.answer;
        case 'hold':
            return interaction.state === 'held' ? LABELS.retrieve : LABELS.hold;
        case 'mute':
            return LABELS.mute;
        case 'securePause':
            return interaction.securePause ? LABELS.securePauseEnd : LABELS.securePause;
        case 'transfer':
        case 'blindTransfer':
            return LABELS.transfer;
        case 'consultTransfer':
            return LABELS.talkFirst;
        case 'concludeTransfer':
            return LABELS.completeTransfer;
        case 'secureSession':
            return LABELS.secureSession;
        default:
            return endLabel(interaction);
    }
}

function iconOf(action: PanelAction, { securePause, state }: Interaction): string | undefined {
    if (action === 'hold' && state === 'held') return 'utility:play';
    return action === 'securePause' && securePause ? 'utility:unlock' : ICONS[action];
}

export function buttonsFor(
    interaction: Interaction,
    caller: string,
    offers: (action: PanelAction) => boolean,
    { form, waits }: ButtonState
): readonly ActionButton[] {
    return ORDER.filter(offers).map((action) => {
        const label = commandLabel(action, interaction);
        const waiting = waits(action);
        return {
            action,
            label,
            spoken: fill(waiting ? LABELS.sent : LABELS.buttonFor, label, caller),
            icon: waiting ? WAITING_ICON : iconOf(action, interaction),
            variant: VARIANTS[action] ?? 'neutral',
            ...(FORMS.includes(action) ? { expanded: form === action ? ('true' as const) : ('false' as const) } : {})
        };
    });
}
