import { ACTIONS } from './actions.ts';
import { allowed } from './allowed.ts';
import { listenToInteractions } from './listen.ts';
import { createPresence } from './presence.ts';
import { publish } from './publish.ts';
import { utterancesOf } from './utterances.ts';
import type {
    AgentPresence,
    CommandDetail,
    CommandOutcome,
    PanelCommand,
    Transport,
    TransportDiagnostics
} from 'c/agentDesk';
import type { ClientConnection } from 'c/clientEvents';

/**
 * @param now when now is, ISO 8601
 * @param presence what is known of the agent already; the phone tells it only when it changes
 */
export function createGenesysTransport(
    connection: ClientConnection,
    now: () => string = () => new Date().toISOString(),
    presence: AgentPresence = {}
): Transport {
    const command =
        (name: PanelCommand) =>
        (id: string, detail: CommandDetail = {}): Promise<CommandOutcome> =>
            publish(connection, () => ACTIONS[name](id, detail, lastTold(id)));

    const lastTold = (id: string): ReturnType<ClientConnection['interactions']>[number]['interaction'] | undefined =>
        connection.interactions().find(({ interaction }) => interaction.id === id)?.interaction;

    return {
        vendor: 'genesysCloud',
        events: (listener) => listenToInteractions(connection, listener, now),
        commands: {
            pickup: command('pickup'),
            hold: command('hold'),
            mute: command('mute'),
            securePause: command('securePause'),
            blindTransfer: command('blindTransfer'),
            consultTransfer: command('consultTransfer'),
            concludeTransfer: command('concludeTransfer'),
            secureSession: command('secureSession'),
            disconnect: command('disconnect')
        },
        can: allowed,
        agent: createPresence(connection, presence),
        onSelection: (listener): (() => void) =>
            connection.on('Notification', (event) => {
                if (event.category === 'interactionSelection') listener(event.interactionId);
            }),
        onUtterance: (listener): (() => void) =>
            connection.on('Notification', (event) => {
                if (event.category !== 'conversationTranscription' || event.utterances.length === 0) return;
                listener(event.id, utterancesOf(event));
            }),
        diagnostics: (): TransportDiagnostics => {
            const { received, unknown, reasons } = connection.diagnostics();
            return { received, unknown, reasons };
        },
        // Counts of what was understood are read with the next event; telling each would repaint the panel in vain.
        onDiagnostics: (listener): (() => void) => {
            const offUnknown = connection.on('Unknown', () => listener());
            const offOdd = connection.on('Interaction', ({ oddFields }) => {
                if (oddFields) listener();
            });
            return (): void => {
                offUnknown();
                offOdd();
            };
        }
    };
}
