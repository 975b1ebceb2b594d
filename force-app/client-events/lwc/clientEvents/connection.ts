import { APPLICATION_SCOPE, publish, subscribe, unsubscribe } from 'lightning/messageService';
import { decodeClientEvent, INTERACTION_CATEGORIES, subscribeTo } from 'c/clientEventCodec';
import type { ClientAction, ClientEvent } from 'c/clientEventCodec';
import { createCounts } from './counts.ts';
import { createFirstEvents } from './firstEvents.ts';
import { createHandlers } from './handlers.ts';
import { createLiveInteractions } from './liveInteractions.ts';
import type { LiveInteractions } from './liveInteractions.ts';
import { holdsAlready, proofOf } from './proof.ts';
import { createTurns } from './turns.ts';
import { createWatches } from './watches.ts';
import type { ClientConnection, ConnectionOptions, SendOptions, SendOutcome } from './types.ts';

const CONFIRM_WITHIN = 3000;

interface Heard {
    readonly event: ClientEvent;
    readonly message: unknown;
}

/**
 * Joins the channel: one subscription for the whole application, until `close`. Events that come before the first
 * handler are kept for it, at most 200.
 * @throws what the platform throws when the context is missing or released
 */
export function connectClientEvents(options: ConnectionOptions): ClientConnection {
    const { messageContext, channel, now = systemNow, after = systemAfter, onError = toWindow } = options;
    const { confirmWithinMilliseconds: confirmWithin = CONFIRM_WITHIN } = options;
    const subscriptions = options.subscriptions ?? [
        subscribeTo('Interaction', INTERACTION_CATEGORIES, options.subscribeSpelling)
    ];
    const counts = createCounts();
    const watches = createWatches(after);
    const inTurn = createTurns();
    // What the handlers were told, so that what they read fits to what they heard.
    const told = createLiveInteractions(options.known);
    const handlers = createHandlers(failed, () => first.release());
    const first = createFirstEvents<Heard>(
        ({ event, message }) => {
            if (closed) return;
            told.note(event);
            handlers.tell(event, message);
        },
        ({ event }, before) => {
            told.note(event);
            if (before === 0) counts.reason('more events came before the first handler than are kept');
        }
    );
    let closed = false;
    let asking = false;

    function failed(error: unknown): void {
        counts.handlerFailed();
        report(onError, error);
    }

    function live(): LiveInteractions {
        const kept = first.kept();
        if (kept.length === 0) return told;
        const all = told.copy();
        for (const { event } of kept) all.note(event);
        return all;
    }

    function receive(message: unknown): void {
        const event = decodeClientEvent(message, now());
        counts.received(event);
        watches.note(event);
        // The phone may have started before us or may start again (T18).
        if (event.type === 'InitialSetup') ask();
        first.add({ event, message });
    }

    async function send(
        action: ClientAction,
        { confirmWithinMilliseconds = confirmWithin }: SendOptions = {}
    ): Promise<SendOutcome> {
        if (!isAction(action))
            throw new TypeError('send: action was none; give what a builder such as hold(id) returns');
        return inTurn(action, async () => {
            // Publishing while a message is being delivered races with the other subscribers.
            await Promise.resolve();
            if (closed) throw new Error('send: the connection to the phone is closed; connect again');
            const before = live().byId(action.data.id);
            if (holdsAlready(action, before)) return 'confirmed';
            const proof = proofOf(action, before);
            const watch = proof && watches.watch(proof, confirmWithinMilliseconds);
            try {
                publish(messageContext, channel, copyOf(action));
            } catch (error) {
                watch?.giveUp();
                throw error;
            }
            counts.sent();
            return watch ? watch.settled : 'unconfirmed';
        });
    }

    /** Who has left meanwhile misses nothing. */
    function notAsked(error: unknown): void {
        if (!closed) report(onError, error);
    }

    /** Once for however many start signals come before the question is out. */
    function ask(): void {
        if (asking) return;
        asking = true;
        for (const action of subscriptions) send(action).catch(notAsked);
        // Not queueMicrotask: Jest's fake timers stop it.
        void Promise.resolve().then(() => {
            asking = false;
        });
    }

    const subscription = subscribe(messageContext, channel, receive, { scope: APPLICATION_SCOPE });
    ask();

    return {
        on: handlers.on,
        onMessage: handlers.onMessage,
        send,
        interactions: () => live().list(),
        diagnostics: counts.read,
        close: (): void => {
            if (closed) return;
            closed = true;
            handlers.clear();
            watches.clear();
            unsubscribe(subscription);
        }
    };
}

function isAction(given: Partial<ClientAction> | undefined): boolean {
    return typeof given?.type === 'string' && typeof given.data === 'object' && given.data !== null;
}

/** The channel copies what it delivers, but only plain data survives the way there. */
function copyOf({ type, data }: ClientAction): object {
    return JSON.parse(JSON.stringify({ type, data })) as object;
}

function report(onError: (error: unknown) => void, error: unknown): void {
    try {
        onError(error);
    } catch {
        // Whoever listens for errors must not become one.
    }
}

/** As the browser does with a listener that throws: the window's `error` event has it, and it is in nobody's way. */
function toWindow(error: unknown): void {
    setTimeout(() => {
        throw error;
    });
}

const systemNow = (): string => new Date().toISOString();

function systemAfter(milliseconds: number, run: () => void): () => void {
    // A timer told to wait longer does not wait at all.
    const timer = setTimeout(run, Math.min(milliseconds, 2 ** 31 - 1));
    return () => clearTimeout(timer);
}
