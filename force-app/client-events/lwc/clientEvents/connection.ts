import { APPLICATION_SCOPE, publish, subscribe, unsubscribe } from 'lightning/messageService';
import { decodeClientEvent, INTERACTION_CATEGORIES, likelyCardNumber, subscribeTo } from 'c/clientEventCodec';
import type { ClientAction } from 'c/clientEventCodec';
import { createCounts } from './counts.ts';
import { createHandlers } from './handlers.ts';
import { createLiveInteractions } from './liveInteractions.ts';
import { proofOf } from './proof.ts';
import { createWatches } from './watches.ts';
import type { ClientConnection, ConnectionOptions, SendOutcome } from './types.ts';

const CONFIRM_WITHIN = 3000;

/** Joins the channel: one subscription for the whole application, until `close`. */
export function connectClientEvents(options: ConnectionOptions): ClientConnection {
    const { messageContext, channel, now = systemNow, after = systemAfter, onError = ignore } = options;
    const subscriptions = options.subscriptions ?? [
        subscribeTo('Interaction', INTERACTION_CATEGORIES, options.subscribeSpelling)
    ];
    const counts = createCounts();
    const live = createLiveInteractions();
    const watches = createWatches(after, options.confirmWithinMilliseconds ?? CONFIRM_WITHIN);
    const handlers = createHandlers((error) => {
        counts.handlerFailed();
        report(onError, error);
    });
    let closed = false;

    function receive(message: unknown): void {
        const event = decodeClientEvent(message, now());
        counts.received(event);
        live.note(event);
        watches.note(event);
        // The phone may have started before us or may start again (T18).
        if (event.type === 'InitialSetup') ask();
        handlers.dispatch(event);
    }

    async function send(action: ClientAction): Promise<SendOutcome> {
        // Publishing while a message is being delivered races with the other subscribers.
        await Promise.resolve();
        if (closed) throw new Error('send: the connection to the phone is closed; connect again');
        warnOfCardNumber(action);
        const proof = proofOf(action, live.byId);
        const outcome = proof ? watches.watch(proof) : undefined;
        try {
            publish(messageContext, channel, copyOf(action));
        } catch (error) {
            outcome?.giveUp();
            throw error;
        }
        counts.sent();
        return outcome ? outcome.settled : 'unconfirmed';
    }

    function warnOfCardNumber({ data }: ClientAction): void {
        const session = data.secureSessionContext;
        const userData = typeof session === 'object' && session !== null && 'userData' in session && session.userData;
        if (typeof userData === 'string' && likelyCardNumber(userData)) {
            counts.reason('secureSession: userData looks like a card number');
        }
    }

    function ask(): void {
        for (const action of subscriptions) send(action).catch((error: unknown) => report(onError, error));
    }

    const subscription = subscribe(messageContext, channel, receive, { scope: APPLICATION_SCOPE });
    ask();

    return {
        on: handlers.add,
        send,
        interactions: live.list,
        diagnostics: counts.read,
        close: (): void => {
            if (closed) return;
            closed = true;
            unsubscribe(subscription);
            handlers.clear();
            watches.clear();
        }
    };
}

/** The channel copies what it delivers, but only plain data survives the way there. */
function copyOf(action: ClientAction): object {
    return JSON.parse(JSON.stringify(action)) as object;
}

function report(onError: (error: unknown) => void, error: unknown): void {
    try {
        onError(error);
    } catch {
        // Whoever listens for errors must not become one.
    }
}

const ignore = (): void => undefined;
const systemNow = (): string => new Date().toISOString();

function systemAfter(milliseconds: number, run: () => void): () => void {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
}
