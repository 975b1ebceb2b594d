import type { PanelCommand } from 'c/agentDesk';

/** The words that an admin may write, in the order of a call. */
export const PANEL_COMMANDS: readonly PanelCommand[] = [
    'pickup',
    'hold',
    'mute',
    'securePause',
    'blindTransfer',
    'consultTransfer',
    'concludeTransfer',
    'conference',
    'swap',
    'secureSession',
    'disconnect'
];

export interface HiddenActions {
    readonly hidden: readonly PanelCommand[];
    /** Words that name no action, as the admin wrote them. */
    readonly unknown: readonly string[];
}

/** Reads what the admin wrote, whatever its case and spaces: `mute, securePause`. */
export function readHiddenActions(text: string | undefined): HiddenActions {
    const words = (text ?? '')
        .split(/[,;\s]+/)
        .map((word) => word.trim())
        .filter(Boolean);
    const named = words.map((word) => ({
        word,
        command: PANEL_COMMANDS.find((command) => command.toLowerCase() === word.toLowerCase())
    }));
    return {
        hidden: PANEL_COMMANDS.filter((command) => named.some((one) => one.command === command)),
        unknown: [...new Set(named.filter(({ command }) => !command).map(({ word }) => word))]
    };
}
