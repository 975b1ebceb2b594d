import type { CommandOutcome, DeskInteraction, PanelCommand, RefusedCommand } from 'c/agentDesk';
import { fill } from 'c/labelText';
import { commandLabel } from './buttons.ts';
import { LABELS } from './labels.ts';

/** What the agent was told about a sent command, until the conversation moves on. */
export interface Told {
    readonly text: string;
    readonly moment: string;
}

/** Equal as long as what was said about a command still holds. */
export function momentOf({ details, interaction }: DeskInteraction): string {
    const { consulting, securePause, segment, state } = interaction;
    return [segment, state, Boolean(securePause), Boolean(consulting), details?.muted].join();
}

/** Why the phone would not understand a command; undefined for any other failure. */
export function refusalOf(error: unknown): RefusedCommand['reason'] | undefined {
    const { name, reason } = (error ?? {}) as Partial<RefusedCommand>;
    return name === 'RefusedCommand' ? (reason ?? 'other') : undefined;
}

/** Why it was not sent, and where to turn. */
export function refusalWords(label: string, refused: RefusedCommand['reason'] | undefined): string {
    return fill(refused === 'notTheActiveCall' ? LABELS.notActive : LABELS.notSent, label);
}

/** Never a result by guess (T16). Of a secure session, and of mute by some phones, nothing at all is told. */
export function outcomeWords(command: PanelCommand, item: DeskInteraction, outcome: CommandOutcome): string {
    if (isUntold(command, item)) return LABELS.muteSent;
    if (command === 'secureSession' && outcome === 'unconfirmed') return LABELS.secureSessionSent;
    return outcome === 'confirmed' ? '' : fill(LABELS.notSeen, commandLabel(command, item));
}

/** Sent, and the phone does not tell what became of it. */
export function isUntold(command: PanelCommand, { details }: DeskInteraction): boolean {
    return command === 'mute' && details?.muted === undefined;
}

export function awaitingWords(item: DeskInteraction): string {
    return item.awaiting
        .filter((command) => !isUntold(command, item))
        .map((command) => fill(LABELS.awaiting, commandLabel(command, item)))
        .join('. ');
}
