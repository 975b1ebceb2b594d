import type { ClientMessage } from './clientMessage.ts';

/** What one page of the phone was asked to tell. It begins anew with the page. */
export interface Subscriptions {
    /** Takes the data of a `PureCloud.Subscribe`, in either spelling (T3); anything else is ignored. */
    take(data: unknown): void;
    /** False for a notification that nobody asked for. */
    wants(message: ClientMessage): boolean;
}

/** Seen without a subscription, unlike the other notifications. */
const TOLD_ANYWAY = 'interactionselection';

export function createSubscriptions(): Subscriptions {
    const notifications = new Set([TOLD_ANYWAY]);
    return {
        take(data) {
            const { type, categories } = asRecord(data);
            if (typeof type !== 'string' || type.toLowerCase() !== 'notification' || !Array.isArray(categories)) {
                return;
            }
            for (const category of categories) {
                if (typeof category === 'string') {
                    notifications.add(category.toLowerCase());
                }
            }
        },
        wants: (message) => message.type !== 'Notification' || notifications.has(message.category.toLowerCase())
    };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
