/** `lightning/messageService`. Opaque, branded values: nobody can pass a string where the platform wants its own object. */
declare module 'lightning/messageService' {
    import type { WireAdapterConstructor } from 'lwc';
    const brand: unique symbol;
    export interface MessageContextValue {
        readonly [brand]: 'context';
    }
    export interface Subscription {
        readonly [brand]: 'subscription';
    }
    export interface MessageChannel {
        readonly [brand]: 'channel';
    }
    export const APPLICATION_SCOPE: unique symbol;
    /** The wired member receives the context itself, not `{ data }`. */
    export const MessageContext: WireAdapterConstructor<Record<string, never>, MessageContextValue>;
    export function createMessageContext(): MessageContextValue;
    export function releaseMessageContext(context: MessageContextValue): void;
    export function publish(context: MessageContextValue, channel: MessageChannel, message?: object): void;
    export function subscribe(
        context: MessageContextValue,
        channel: MessageChannel,
        listener: (message: unknown) => void,
        options?: { scope?: typeof APPLICATION_SCOPE }
    ): Subscription;
    export function unsubscribe(subscription: Subscription | null): void;
}
