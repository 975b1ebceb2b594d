import type { ClientEvent, ClientEventType } from 'c/clientEventCodec';
import type { EventOf } from './types.ts';

interface Listening {
    readonly type: ClientEventType;
    readonly handle: (event: ClientEvent) => void;
}

export interface Handlers {
    readonly add: <T extends ClientEventType>(type: T, handler: (event: EventOf<T>) => void) => () => void;
    readonly dispatch: (event: ClientEvent) => void;
    readonly clear: () => void;
}

/** Each handler alone: one that throws is told about, the others run. */
export function createHandlers(failed: (error: unknown) => void): Handlers {
    let listening: readonly Listening[] = [];
    return {
        add: (type, handler) => {
            const entry: Listening = { type, handle: (event) => handler(event as EventOf<typeof type>) };
            listening = [...listening, entry];
            return (): void => {
                listening = listening.filter((other) => other !== entry);
            };
        },
        dispatch: (event): void => {
            for (const entry of listening) {
                // One that was stopped by an earlier handler of the same event hears it no more.
                if (entry.type !== event.type || !listening.includes(entry)) continue;
                try {
                    entry.handle(event);
                } catch (error) {
                    failed(error);
                }
            }
        },
        clear: (): void => {
            listening = [];
        }
    };
}
