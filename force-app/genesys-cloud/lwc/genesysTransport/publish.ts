import { refusalOf } from './refusal.ts';
import type { CommandOutcome } from 'c/agentDesk';
import type { ClientAction, ClientConnection } from 'c/clientEvents';

/**
 * Builds an action and sends it. Rejects only with a refusal, when it could not be built; one that could not be
 * published is unconfirmed like any other whose effect nobody saw (T16).
 */
export async function publish(connection: ClientConnection, build: () => ClientAction): Promise<CommandOutcome> {
    let action: ClientAction;
    try {
        action = build();
    } catch (error) {
        throw refusalOf(error);
    }
    try {
        return await connection.send(action);
    } catch {
        return 'unconfirmed';
    }
}
