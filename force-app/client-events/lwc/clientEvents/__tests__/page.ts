import { createMessageContext, publish, releaseMessageContext, subscribe } from 'lightning/messageService';
import type { MessageChannel } from 'lightning/messageService';
import { connectClientEvents } from 'c/clientEvents';
import type { ClientConnection, ConnectionOptions } from 'c/clientEvents';

export const CHANNEL = 'a channel of the test' as unknown as MessageChannel;
export const CALL = 'c1c1c1c1-0000-4000-8000-000000000001';
export const NOW = '2026-03-02T09:00:00.000Z';

export interface Page {
    readonly connection: ClientConnection;
    /** What the phone received: every message on the channel that is an action. */
    readonly sent: object[];
    readonly errors: unknown[];
    /** The phone speaks. */
    says(...messages: readonly object[]): Promise<void>;
    interaction(category: string, data: unknown): Promise<void>;
    /** Time passes. */
    pass(milliseconds: number): Promise<void>;
    /** How many timers wait. */
    timers(): number;
    leave(): void;
}

/** A page with the component's connection and a phone on the same channel. */
export async function openPage(options: Partial<ConnectionOptions> = {}): Promise<Page> {
    const messageContext = createMessageContext();
    const phone = createMessageContext();
    const sent: object[] = [];
    const errors: unknown[] = [];
    let now = 0;
    let waiting: { at: number; run: () => void }[] = [];
    subscribe(phone, CHANNEL, (message) => {
        if (/^PureCloud\./.test((message as { type: string }).type)) sent.push(message as object);
    });
    const connection = connectClientEvents({
        messageContext,
        channel: CHANNEL,
        now: () => NOW,
        after: (ms, run) => {
            const timer = { at: now + ms, run };
            waiting = [...waiting, timer];
            return () => {
                waiting = waiting.filter((other) => other !== timer);
            };
        },
        onError: (error) => errors.push(error),
        ...options
    });
    await settled();

    const says = async (...messages: readonly object[]): Promise<void> => {
        for (const message of messages) publish(phone, CHANNEL, message);
        await settled();
    };
    return {
        connection,
        sent,
        errors,
        says,
        interaction: (category, data) => says({ type: 'Interaction', category, data }),
        pass: async (milliseconds) => {
            now += milliseconds;
            const due = waiting.filter(({ at }) => at <= now);
            waiting = waiting.filter(({ at }) => at > now);
            due.forEach(({ run }) => run());
            await settled();
        },
        timers: () => waiting.length,
        leave: () => {
            connection.close();
            releaseMessageContext(messageContext);
            releaseMessageContext(phone);
        }
    };
}

/** Lets everything happen that waits for nothing but its turn. */
export function settled(): Promise<void> {
    return new Promise((resolve) => {
        setTimeout(resolve, 0);
    });
}
