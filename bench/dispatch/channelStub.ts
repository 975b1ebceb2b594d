/**
 * The least that a message service does: it copies each message as JSON and hands the copy to every subscriber. Delivers
 * at once, so that a loop can time it. The names are those of lightning/messageService.
 */
type Listener = (message: unknown) => void;
interface Subscription {
    readonly listener: Listener;
}

let subscriptions: readonly Subscription[] = [];

export const APPLICATION_SCOPE: unique symbol = Symbol('APPLICATION_SCOPE');

export function subscribe(_context: unknown, _channel: unknown, listener: Listener): Subscription {
    const subscription = { listener };
    subscriptions = [...subscriptions, subscription];
    return subscription;
}

export function unsubscribe(subscription: Subscription): void {
    subscriptions = subscriptions.filter((one) => one !== subscription);
}

export function publish(_context: unknown, _channel: unknown, message: unknown): void {
    const text = JSON.stringify(message);
    for (const { listener } of subscriptions) listener(JSON.parse(text));
}
