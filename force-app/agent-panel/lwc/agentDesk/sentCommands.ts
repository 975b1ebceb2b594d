import type { CommandOutcome, PanelCommand, Transport } from './types.ts';

/** Commands that were sent and whose effect was not seen yet. */
export interface SentCommands {
    send(command: PanelCommand, id: string): Promise<CommandOutcome>;
    awaiting(id: string): readonly PanelCommand[];
}

export function createSentCommands(transport: Transport, onChange: () => void): SentCommands {
    const sent = new Map<string, readonly PanelCommand[]>();
    const awaiting = (id: string): readonly PanelCommand[] => sent.get(id) ?? [];

    return {
        async send(command, id): Promise<CommandOutcome> {
            sent.set(id, [...awaiting(id), command]);
            onChange();
            try {
                return await transport.commands[command](id);
            } finally {
                const first = awaiting(id).indexOf(command);
                sent.set(
                    id,
                    awaiting(id).filter((_command, index) => index !== first)
                );
                onChange();
            }
        },
        awaiting
    };
}
