import { filter, Subject } from 'rxjs';
import { subscribe, unsubscribe } from './channelStub.ts';
import { RECEIVED_AT } from './clientEvents.ts';
import type { ClientEvents } from './clientEvents.ts';
import { parseWithZod } from './zodSchema.ts';

/** What a listener asks for. */
export const ROUTED = ['Interaction', 'InitialSetup', 'UserAction', 'Notification'] as const;

export const VARIANTS = ['channel alone', 'c/clientEvents', 'rxjs', 'zod'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Begins to listen; gives what stops it. */
export type Listen = (handler: (event: unknown) => void) => () => void;

/**
 * Ways from the channel to a handler for each type. `channel alone` has one handler and no routing: it is what the copy
 * and the call cost. `rxjs` routes messages as they came and decodes nothing.
 */
export function variants({ connectClientEvents }: ClientEvents): Readonly<Record<Variant, Listen>> {
    return {
        'channel alone': (handler) => listen(handler),
        'c/clientEvents': (handler) => {
            const now = (): string => RECEIVED_AT;
            const connection = connectClientEvents({ messageContext: {}, channel: {}, subscriptions: [], now });
            for (const type of ROUTED) connection.on(type, handler);
            return () => connection.close();
        },
        rxjs: (handler) => {
            const messages = new Subject<unknown>();
            for (const type of ROUTED) messages.pipe(filter((message) => typeOf(message) === type)).subscribe(handler);
            return listen((message) => messages.next(message));
        },
        zod: (handler) => {
            const handlers = new Map<string, (event: unknown) => void>(ROUTED.map((type) => [type, handler]));
            return listen((message) => {
                const event = parseWithZod(message, RECEIVED_AT);
                handlers.get(event.type)?.(event);
            });
        }
    };
}

function listen(listener: (message: unknown) => void): () => void {
    const subscription = subscribe({}, {}, listener);
    return () => unsubscribe(subscription);
}

function typeOf(message: unknown): unknown {
    return (message as { readonly type?: unknown }).type;
}
