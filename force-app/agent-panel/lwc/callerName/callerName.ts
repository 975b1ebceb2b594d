import type { DeskInteraction } from 'c/agentDesk';
import type { Interaction } from 'c/interactions';

/** Words that stand for a missing number on the wire. */
const WITHHELD = /^(0?anonymous|unavailable|unknown|internal)$/i;

function shown(text: string | undefined): string | undefined {
    const trimmed = text?.trim();
    return trimmed && !WITHHELD.test(trimmed) ? trimmed : undefined;
}

/** The other side's number or address as far as it says something to an agent. */
export function callerAddress(interaction: Interaction): string | undefined {
    return shown(interaction.displayAddress) ?? shown(interaction.phone) ?? shown(interaction.ani);
}

/** The record's name, else what the phone calls the other side, else the number, else `unknown`. */
export function callerName(item: Pick<DeskInteraction, 'caller' | 'interaction'>, unknown: string): string {
    const { caller, interaction } = item;
    return (
        shown(caller?.name) ??
        shown(interaction.remoteName) ??
        shown(interaction.name) ??
        callerAddress(interaction) ??
        unknown
    );
}
