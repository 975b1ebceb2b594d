/**
 * Lightning Message Service of one page: one bus per document, nothing crosses browser tabs, nothing is replayed to
 * late subscribers. Messages are copied as JSON, so what JSON cannot carry does not arrive.
 */
import { ALWAYS_ACTIVE, isActiveArea } from '../pageAreas.ts';

export type MessageListener = (message: unknown) => void;
export interface MessageContextValue {
    readonly area: string;
}
export interface MessageSubscription {
    readonly channel: unknown;
}
export interface SubscriberOptions {
    readonly scope?: unknown;
}

interface Subscribed extends MessageSubscription {
    readonly context: MessageContextValue;
    readonly listener: MessageListener;
    readonly everywhere: boolean;
}

/** Ask for messages of the whole app instead of the active area. */
export const APPLICATION_SCOPE: unique symbol = Symbol('APPLICATION_SCOPE');

const contexts = new Set<MessageContextValue>();
let subscriptions: readonly Subscribed[] = [];

/** A context for code that is not a component. Give it back with `releaseMessageContext`. */
export function createMessageContext(): MessageContextValue {
    return contextIn(ALWAYS_ACTIVE);
}

/** Ends a context and every subscription made with it. */
export function releaseMessageContext(context: MessageContextValue | undefined): void {
    if (!context) return;
    contexts.delete(context);
    subscriptions = subscriptions.filter((subscription) => subscription.context !== context);
}

/** Wire adapter: a component's context in the area that encloses it, released when the component leaves the page. */
export class MessageContext {
    static readonly contextSchema = { area: 'optional' } as const;
    private readonly emit: (context: MessageContextValue | undefined) => void;
    private context: MessageContextValue | undefined = undefined;

    constructor(emit: (context: MessageContextValue | undefined) => void) {
        this.emit = emit;
    }
    connect(): void {
        // The engine calls update() at once, with the enclosing area.
    }
    update(_config?: object, enclosing?: { readonly area?: string }): void {
        if (this.context) return;
        this.context = contextIn(enclosing?.area ?? ALWAYS_ACTIVE);
        this.emit(this.context);
    }
    disconnect(): void {
        releaseMessageContext(this.context);
        this.context = undefined;
    }
}

/** Throws a TypeError when the context is missing or released, or the listener is no function. */
export function subscribe(
    context: MessageContextValue | undefined,
    channel: unknown,
    listener: MessageListener,
    options?: SubscriberOptions
): MessageSubscription {
    if (typeof listener !== 'function') {
        throw new TypeError(`subscribe: listener is ${typeof listener}, a function is needed.`);
    }
    const subscription: Subscribed = {
        context: live(context, 'subscribe'),
        channel: checkedChannel(channel, 'subscribe'),
        listener,
        everywhere: options?.scope === APPLICATION_SCOPE
    };
    subscriptions = [...subscriptions, subscription];
    return subscription;
}

export function unsubscribe(subscription: MessageSubscription | null | undefined): void {
    subscriptions = subscriptions.filter((one) => one !== subscription);
}

/** Delivers a copy to each subscriber of the channel, after the publisher's own code has run to its end. */
export function publish(context: MessageContextValue | undefined, channel: unknown, message?: unknown): void {
    live(context, 'publish');
    checkedChannel(channel, 'publish');
    const text = JSON.stringify(message);
    for (const subscription of subscriptions) {
        if (subscription.channel === channel) queueMicrotask(() => deliver(subscription, text));
    }
}

/** Between tests: forgets every context and subscription. */
export function resetMessageService(): void {
    contexts.clear();
    subscriptions = [];
}

function contextIn(area: string): MessageContextValue {
    const context = Object.freeze({ area });
    contexts.add(context);
    return context;
}

function deliver(subscription: Subscribed, text: string | undefined): void {
    if (!subscriptions.includes(subscription)) return;
    if (!subscription.everywhere && !isActiveArea(subscription.context.area)) return;
    subscription.listener(text === undefined ? undefined : JSON.parse(text));
}

function live(context: MessageContextValue | undefined, call: string): MessageContextValue {
    if (!context || !contexts.has(context)) {
        throw new TypeError(
            `${call}: messageContext is ${context ? 'released or not a message context' : String(context)}. ` +
                'Wire MessageContext and use it from connectedCallback on, or call createMessageContext().'
        );
    }
    return context;
}

function checkedChannel(channel: unknown, call: string): unknown {
    if (channel === undefined || channel === null || channel === '') {
        throw new TypeError(
            `${call}: messageChannel is ${JSON.stringify(channel) ?? 'undefined'}. ` +
                'Import one from @salesforce/messageChannel/.'
        );
    }
    return channel;
}
