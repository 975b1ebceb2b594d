import path from 'node:path';
import { subscribe, unsubscribe } from '../../local/lightning/platform/lightning/messageService.ts';
import type { MessageContextValue } from '../../local/lightning/platform/lightning/messageService.ts';
import { importDeployed } from '../deployed.ts';
import { RECEIVED_AT } from '../dispatch/clientEvents.ts';
import type { ClientEvents } from '../dispatch/clientEvents.ts';
import type { Connect } from './lostEvents.ts';

const MESSAGE_SERVICE = path.resolve(import.meta.dirname, '../../local/lightning/platform/lightning/messageService.ts');

/** c/clientEvents as deployed, over the page's message service. */
export async function clientEventsOnPage(): Promise<Connect> {
    const { connectClientEvents } = (await importDeployed('clientEventsOnPage', {
        entry: `export { connectClientEvents } from 'c/clientEvents'`,
        messageService: MESSAGE_SERVICE
    })) as ClientEvents;
    const now = (): string => RECEIVED_AT;
    return (messageContext, channel) => connectClientEvents({ messageContext, channel, subscriptions: [], now });
}

/** A component that subscribes and keeps nothing: its handlers hear what comes from then on. */
export const keepingNothing: Connect = (messageContext, channel) => {
    const handlers = new Map<unknown, (event: unknown) => void>();
    const subscription = subscribe(messageContext as MessageContextValue, channel, (message) => {
        const { type, data } = message as { readonly type: unknown; readonly data: unknown };
        handlers.get(type)?.(data);
    });
    return {
        on: (type, handler) => {
            handlers.set(type, handler);
            return () => handlers.delete(type);
        },
        close: () => unsubscribe(subscription)
    };
};
