import type { CommandOutcome, PanelCommand, RefusedCommand } from 'c/agentDesk';
import type { Interaction } from 'c/interactions';
import { fill } from 'c/labelText';
import { commandLabel } from './buttons.ts';
import { LABELS } from './labels.ts';

/** What the agent was told about a sent command, until the conversation moves on. */
export interface Told {
    readonly text: string;
    readonly moment: string;
}

/** Equal as long as what was said about a command still holds. */
export function momentOf({ consulting, securePause, segment, state }: Interaction): string {
    return [segment, state, Boolean(securePause), Boolean(consulting)].join();
}

/** Why the phone would not understand a command; undefined for any other failure. */
export function refusalOf(error: unknown): RefusedCommand['reason'] | undefined {
    const { name, reason } = (error ?? {}) as Partial<RefusedCommand>;
    return name === 'RefusedCommand' ? (reason ?? 'other') : undefined;
}

/** Never a result by guess (T16). Of mute and a secure session the phone tells nothing at all. */
export function outcomeWords(command: PanelCommand, label: string, outcome: CommandOutcome | 'notSent'): string {
    if (outcome === 'notSent') return fill(LABELS.notSent, label);
    if (command === 'mute') return LABELS.muteSent;
    if (command === 'secureSession' && outcome === 'unconfirmed') return LABELS.secureSessionSent;
    return outcome === 'confirmed' ? '' : fill(LABELS.notSeen, label);
}

export function awaitingWords(awaiting: readonly PanelCommand[], interaction: Interaction): string {
    return awaiting.map((command) => fill(LABELS.awaiting, commandLabel(command, interaction))).join('. ');
}
