import { ACTIONS } from './actions.ts';
import type { PhoneCommand } from './actions.ts';
import { allowed } from './allowed.ts';
import { listenToInteractions } from './listen.ts';
import { createPresence } from './presence.ts';
import { publish } from './publish.ts';
import { utterancesOf } from './utterances.ts';
import { Refusal } from 'c/refusedCommand';
import type {
    AgentPresence,
    CommandDetail,
    CommandOutcome,
    Transport,
    TransportDiagnostics,
    Utterance
} from 'c/agentDesk';
import type { ClientConnection } from 'c/clientEvents';

/** What the phone told an earlier panel on this page: it tells none of it again. */
export interface ToldBefore {
    readonly presence: AgentPresence;
    /** Conversation id. */
    readonly selected?: string | undefined;
    /** By conversation id, oldest first. */
    readonly transcripts: Readonly<Record<string, readonly Utterance[]>>;
}

const NOTHING_TOLD: ToldBefore = { presence: {}, transcripts: {} };

/** Runs soon, unless it was stopped before: whoever listens is not ready for an answer at once. */
function soon(run: () => void): () => void {
    let wanted = true;
    void Promise.resolve().then(() => {
        if (wanted) run();
    });
    return () => {
        wanted = false;
    };
}

/** @param now when now is, ISO 8601 */
export function createGenesysTransport(
    connection: ClientConnection,
    now: () => string = () => new Date().toISOString(),
    before: ToldBefore = NOTHING_TOLD
): Transport {
    const command =
        (name: PhoneCommand) =>
        (id: string, detail: CommandDetail = {}): Promise<CommandOutcome> =>
            publish(connection, () => ACTIONS[name](id, detail, lastTold(id)));

    const never = (): Promise<CommandOutcome> => Promise.reject(new Refusal('other'));

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
            conference: never,
            swap: never,
            disconnect: command('disconnect')
        },
        can: allowed,
        lacks: ['conference', 'swap'],
        agent: createPresence(connection, before.presence),
        onSelection(listener): () => void {
            const stop = soon(() => {
                if (before.selected !== undefined) listener(before.selected);
            });
            const off = connection.on('Notification', (event) => {
                if (event.category !== 'interactionSelection') return;
                stop();
                listener(event.interactionId);
            });
            return () => {
                stop();
                off();
            };
        },
        onUtterance(listener): () => void {
            const stop = soon(() => Object.entries(before.transcripts).forEach(([id, said]) => listener(id, said)));
            const off = connection.on('Notification', (event) => {
                if (event.category !== 'conversationTranscription' || event.utterances.length === 0) return;
                listener(event.id, utterancesOf(event));
            });
            return () => {
                stop();
                off();
            };
        },
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
