import type { ClientEvent, ClientEventType } from 'c/clientEventCodec';
import type { EventOf } from './types.ts';

const TYPES = Object.keys({
    InitialSetup: true,
    Interaction: true,
    UserAction: true,
    Notification: true,
    ActionEcho: true,
    Unknown: true
} satisfies Record<ClientEventType, true>);

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
        on: (type, handler): (() => void) => {
            if (!TYPES.includes(type))
                throw new TypeError(`on: type was ${String(type)}; give one of ${TYPES.join(', ')}`);
            demandFunction('on: handler', handler);
            return add(type, (event) => handler(event as EventOf<typeof type>));
        },
        onMessage: (listener): (() => void) => {
            demandFunction('onMessage: listener', listener);
            return add(undefined, (event, message) => listener(message, event));
        },
        tell: (event, message): void => {
            for (const entry of listening) {
                // One that was stopped by an earlier handler of the same event hears it no more.
                if (entry.stopped || (entry.type !== undefined && entry.type !== event.type)) continue;
                try {
                    const done = entry.handle(event, message);
                    if (isThenable(done)) done.then(undefined, failed);
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

/** A promise of another sandbox is no `Promise` of this one. */
function isThenable(value: unknown): value is PromiseLike<unknown> {
    return typeof (value as Partial<PromiseLike<unknown>> | null | undefined)?.then === 'function';
}

/** Without it every event would fail, and a component that gives no `onError` would not hear of it. */
function demandFunction(field: string, given: unknown): void {
    if (typeof given !== 'function')
        throw new TypeError(`${field} was no function; give what is called with each event`);
}
