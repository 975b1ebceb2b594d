import type { PanelCommand } from 'c/agentDesk';
import type { Interaction } from 'c/interactions';
import { fill } from 'c/labelText';
import { LABELS } from './labels.ts';
import { stageOf } from './stage.ts';

export interface CommandButton {
    readonly command: PanelCommand;
    readonly label: string;
    /** The label with the caller's name, so that two cards never sound alike. */
    readonly spoken: string;
    readonly icon: string;
    readonly variant: 'neutral' | 'success' | 'destructive';
}

/** In the order of a call: what an agent reaches for first stands first. */
const ORDER: readonly PanelCommand[] = ['pickup', 'hold', 'mute', 'securePause', 'disconnect'];

const ICONS: Readonly<Record<PanelCommand, string>> = {
    pickup: 'utility:call',
    hold: 'utility:pause',
    mute: 'utility:muted',
    securePause: 'utility:lock',
    disconnect: 'utility:end_call'
};

const VARIANTS: Readonly<Partial<Record<PanelCommand, CommandButton['variant']>>> = {
    pickup: 'success',
    disconnect: 'destructive'
};

function endLabel(interaction: Interaction): string {
    if (stageOf(interaction) === 'ringing') return LABELS.decline;
    return ['chat', 'email', 'message'].includes(interaction.type) ? LABELS.end : LABELS.hangUp;
}

/** What a command does now. Mute has no state that the phone tells, so its words claim none (W4). */
export function commandLabel(command: PanelCommand, interaction: Interaction): string {
    switch (command) {
        case 'pickup':
            return LABELS.answer;
        case 'hold':
            return interaction.state === 'held' ? LABELS.retrieve : LABELS.hold;
        case 'mute':
            return LABELS.mute;
        case 'securePause':
            return interaction.securePause ? LABELS.securePauseEnd : LABELS.securePause;
        default:
            return endLabel(interaction);
    }
}

function iconOf(command: PanelCommand, { securePause, state }: Interaction): string {
    if (command === 'hold' && state === 'held') return 'utility:play';
    return command === 'securePause' && securePause ? 'utility:unlock' : ICONS[command];
}

export function buttonsFor(
    interaction: Interaction,
    caller: string,
    can: (command: PanelCommand) => boolean
): readonly CommandButton[] {
    return ORDER.filter(can).map((command) => {
        const label = commandLabel(command, interaction);
        return {
            command,
            label,
            spoken: fill(LABELS.buttonFor, label, caller),
            icon: iconOf(command, interaction),
            variant: VARIANTS[command] ?? 'neutral'
        };
    });
}
