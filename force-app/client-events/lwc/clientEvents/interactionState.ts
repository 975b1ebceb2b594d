import type { ClientInteraction } from 'c/clientEventCodec';

/** What the flags say, and where there is none, the state. */
export function isConnected(interaction: ClientInteraction | undefined): boolean {
    return interaction?.isConnected ?? hasState(interaction, 'CONNECTED');
}

export function isDisconnected(interaction: ClientInteraction | undefined): boolean {
    return interaction?.isDisconnected ?? hasState(interaction, 'DISCONNECTED');
}

export function hasState(interaction: ClientInteraction | undefined, state: string): boolean {
    return interaction?.state?.toUpperCase() === state;
}
