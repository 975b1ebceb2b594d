import path from 'node:path';
import { importDeployed } from '../deployed.ts';

/** What the bench uses of c/clientEvents. */
export interface ClientEvents {
    readonly connectClientEvents: (options: {
        readonly messageContext: unknown;
        readonly channel: unknown;
        readonly subscriptions: readonly unknown[];
        readonly now: () => string;
    }) => Connection;
    readonly decodeClientEvent: (message: unknown, receivedAt: string) => { readonly type: string };
}

export interface Connection {
    readonly on: (type: string, handler: (event: unknown) => void) => () => void;
    readonly close: () => void;
}

export const RECEIVED_AT = '2026-01-15T09:00:00.000Z';

/** As deployed, over the stub. */
export async function loadClientEvents(): Promise<ClientEvents> {
    const loaded = await importDeployed('clientEvents', {
        entry: `export { connectClientEvents, decodeClientEvent } from 'c/clientEvents'`,
        messageService: path.join(import.meta.dirname, 'channelStub.ts')
    });
    return loaded as ClientEvents;
}
