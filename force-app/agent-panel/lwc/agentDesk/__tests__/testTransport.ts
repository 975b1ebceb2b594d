import type { CommandOutcome, PanelCommand, Transport } from 'c/agentDesk';
import type { InteractionEvent, InteractionFacts } from 'c/interactions';

export type TestTransport = Transport & {
    readonly sent: string[];
    tell(event: InteractionEvent): void;
    describe(id: string, facts: InteractionFacts): void;
    answer: (outcome: CommandOutcome) => void;
};

/** A phone in the test's hand: tells events, notes commands, answers them when told to. */
export function createTestTransport(now: () => number): TestTransport {
    const listeners = new Set<(event: InteractionEvent) => void>();
    const sent: string[] = [];
    const command =
        (name: PanelCommand) =>
        (id: string): Promise<CommandOutcome> => {
            sent.push(`${name} ${id}`);
            return new Promise((resolve) => {
                transport.answer = resolve;
            });
        };
    const transport: TestTransport = {
        vendor: 'test',
        sent,
        answer: () => undefined,
        events(listener): () => void {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        tell(event): void {
            listeners.forEach((listener) => listener(event));
        },
        describe(id, facts): void {
            transport.tell({ kind: 'described', at: new Date(now()).toISOString(), id, facts });
        },
        commands: {
            pickup: command('pickup'),
            hold: command('hold'),
            mute: command('mute'),
            securePause: command('securePause'),
            disconnect: command('disconnect')
        },
        can: (name, interaction) => name !== 'pickup' || interaction.state === 'alerting',
        diagnostics: () => ({ received: 0, unknown: 0, reasons: [] }),
        onDiagnostics: () => () => undefined
    };
    return transport;
}
