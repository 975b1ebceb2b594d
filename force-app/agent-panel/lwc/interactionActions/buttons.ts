import type { DeskInteraction, PanelCommand } from 'c/agentDesk';
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
    'conference',
    'swap',
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
    conference: 'utility:groups',
    swap: 'utility:sync',
    securePause: 'utility:lock',
    secureSession: 'utility:shield',
    disconnect: 'utility:end_call'
};

const WAITING_ICON = 'utility:clock';

const VARIANTS: Readonly<Partial<Record<PanelAction, ActionButton['variant']>>> = {
    pickup: 'success',
    disconnect: 'destructive'
};

function endLabel({ interaction }: DeskInteraction): string {
    if (interaction.state === 'alerting') return LABELS.decline;
    return ['chat', 'email', 'message'].includes(interaction.type) ? LABELS.end : LABELS.hangUp;
}

/** Where the phone tells no state of mute, its words claim none (W4). */
function muteLabel({ details }: DeskInteraction): string {
    if (details?.muted === undefined) return LABELS.mute;
    return details.muted ? LABELS.muteEnd : LABELS.muteBegin;
}

const WORDS: Readonly<Record<PanelCommand | PanelAction, (item: DeskInteraction) => string>> = {
    pickup: () => LABELS.answer,
    hold: ({ interaction }) => (interaction.state === 'held' ? LABELS.retrieve : LABELS.hold),
    mute: muteLabel,
    securePause: ({ interaction }) => (interaction.securePause ? LABELS.securePauseEnd : LABELS.securePause),
    transfer: () => LABELS.transfer,
    blindTransfer: () => LABELS.transfer,
    consultTransfer: () => LABELS.talkFirst,
    concludeTransfer: () => LABELS.completeTransfer,
    conference: () => LABELS.conference,
    swap: () => LABELS.swap,
    secureSession: () => LABELS.secureSession,
    disconnect: endLabel
};

/** What a command does now. */
export function commandLabel(command: PanelCommand | PanelAction, item: DeskInteraction): string {
    return WORDS[command](item);
}

function iconOf(action: PanelAction, { details, interaction }: DeskInteraction): string | undefined {
    if (action === 'hold' && interaction.state === 'held') return 'utility:play';
    if (action === 'mute' && details?.muted) return 'utility:unmuted';
    return action === 'securePause' && interaction.securePause ? 'utility:unlock' : ICONS[action];
}

export function buttonsFor(
    item: DeskInteraction,
    caller: string,
    offers: (action: PanelAction) => boolean,
    { form, waits }: ButtonState
): readonly ActionButton[] {
    return ORDER.filter(offers).map((action) => {
        const label = commandLabel(action, item);
        const waiting = waits(action);
        return {
            action,
            label,
            spoken: fill(waiting ? LABELS.sent : LABELS.buttonFor, label, caller),
            icon: waiting ? WAITING_ICON : iconOf(action, item),
            variant: VARIANTS[action] ?? 'neutral',
            ...(FORMS.includes(action) ? { expanded: form === action ? ('true' as const) : ('false' as const) } : {})
        };
    });
}
