/**
 * A double of `lightning/messageService` for tests. It does what the platform documents: messages are copied, arrive
 * after the publisher's own code has run, reach the publisher too, and are not repeated for whoever comes late. Without
 * APPLICATION_SCOPE a component hears only while its tab is the active one.
 */
export type Listener = (message: unknown) => void;

export interface Context {
    readonly kind: 'message context';
}

export interface Subscribed {
    readonly context: Context;
    readonly channel: unknown;
    readonly listener: Listener;
    readonly everywhere: boolean;
}

export const APPLICATION_SCOPE: unique symbol = Symbol('APPLICATION_SCOPE');

const contexts = new Set<Context>();
const subscriptions = new Set<Subscribed>();
let onItsWay = 0;
let inActiveTab = true;

export function createMessageContext(): Context {
    const context: Context = Object.freeze({ kind: 'message context' });
    contexts.add(context);
    return context;
}

export function releaseMessageContext(context: Context | undefined): void {
    if (!context) return;
    contexts.delete(context);
    for (const one of subscriptions) if (one.context === context) subscriptions.delete(one);
}

/** The wire adapter: a context while the component is on the page. */
export class MessageContext {
    private readonly emit: (context: Context | undefined) => void;
    private context: Context | undefined = undefined;

    constructor(emit: (context: Context | undefined) => void) {
        this.emit = emit;
    }
    connect(): void {
        this.context = createMessageContext();
        this.emit(this.context);
    }
    update(): void {
        // It has no configuration.
    }
    disconnect(): void {
        releaseMessageContext(this.context);
        this.context = undefined;
    }
}

export function subscribe(
    context: Context | undefined,
    channel: unknown,
    listener: Listener,
    options?: { readonly scope?: unknown }
): Subscribed {
    if (typeof listener !== 'function')
        throw new TypeError(`subscribe: listener is ${typeof listener}, not a function`);
    const everywhere = options?.scope === APPLICATION_SCOPE;
    const subscription = {
        context: live('subscribe', context),
        channel: named('subscribe', channel),
        listener,
        everywhere
    };
    subscriptions.add(subscription);
    return subscription;
}

export function unsubscribe(subscription: Subscribed | null | undefined): void {
    if (subscription) subscriptions.delete(subscription);
}

export function publish(context: Context | undefined, channel: unknown, message?: unknown): void {
    live('publish', context);
    named('publish', channel);
    const text = JSON.stringify(message);
    for (const one of [...subscriptions]) {
        if (one.channel !== channel) continue;
        onItsWay += 1;
        // Not queueMicrotask: Jest's fake timers would stop it.
        void Promise.resolve().then(() => deliver(one, text));
    }
}

function deliver(to: Subscribed, text: string | undefined): void {
    onItsWay -= 1;
    if (!subscriptions.has(to) || !(to.everywhere || inActiveTab)) return;
    try {
        to.listener(text === undefined ? undefined : JSON.parse(text));
    } catch (error) {
        // One listener's error is no other's, and no test should miss it.
        console.error(error);
    }
}

/** Whether a message has been published and not been delivered yet. */
export const isBusy = (): boolean => onItsWay > 0;

/** Whether the components' tab is the active one. */
export function setActiveTab(active: boolean): void {
    inActiveTab = active;
}

function live(call: string, context: Context | undefined): Context {
    if (context && contexts.has(context)) return context;
    const given = context ? 'released, or none of this service' : String(context);
    throw new TypeError(`${call}: the message context is ${given}; use the one from @wire(MessageContext)`);
}

function named(call: string, channel: unknown): unknown {
    if (channel) return channel;
    throw new TypeError(`${call}: the channel is ${String(channel)}; import it from @salesforce/messageChannel/`);
}
