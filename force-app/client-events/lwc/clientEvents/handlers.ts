import type { ClientEvent, ClientEventType } from 'c/clientEventCodec';
import type { EventOf } from './types.ts';

type Handle = (event: ClientEvent, message: unknown) => unknown;
interface Listening {
    /** Absent: every type. */
    readonly type: ClientEventType | undefined;
    readonly handle: Handle;
    stopped: boolean;
}

export interface Handlers {
    readonly on: <T extends ClientEventType>(type: T, handler: (event: EventOf<T>) => void) => () => void;
    readonly onMessage: (listener: (message: unknown, event: ClientEvent) => void) => () => void;
    readonly tell: (event: ClientEvent, message: unknown) => void;
    readonly clear: () => void;
}

/**
 * Each handler alone: one that throws, or whose promise is rejected, is told about and the others run.
 * @param added called after a handler was added
 */
export function createHandlers(failed: (error: unknown) => void, added: () => void): Handlers {
    let listening: readonly Listening[] = [];

    function add(type: ClientEventType | undefined, handle: Handle): () => void {
        const entry: Listening = { type, handle, stopped: false };
        listening = [...listening, entry];
        added();
        return (): void => {
            entry.stopped = true;
            listening = listening.filter((other) => other !== entry);
        };
    }

    return {
        on: (type, handler) => add(type, (event) => handler(event as EventOf<typeof type>)),
        onMessage: (listener) => add(undefined, (event, message) => listener(message, event)),
        tell: (event, message): void => {
            for (const entry of listening) {
                // One that was stopped by an earlier handler of the same event hears it no more.
                if (entry.stopped || (entry.type !== undefined && entry.type !== event.type)) continue;
                try {
                    const done = entry.handle(event, message);
                    if (done instanceof Promise) done.catch(failed);
                } catch (error) {
                    failed(error);
                }
            }
        },
        clear: (): void => {
            listening.forEach((entry) => (entry.stopped = true));
            listening = [];
        }
    };
}
