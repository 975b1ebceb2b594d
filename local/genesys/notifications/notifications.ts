/** What the vendor's notification service tells of conversations of messages: channels, topics, WebSockets. */
import type { Upgrade } from '../../server.ts';
import type { Centre, Typing } from '../platformApi/centre.ts';
import type { Route } from '../platformApi/routes.ts';
import { createChannels } from './channels.ts';
import { conversationEvent } from './conversationEvent.ts';
import { notificationRoutes } from './notificationRoutes.ts';
import { HEARTBEAT_MS, createStreaming } from './streaming.ts';
import { topicsOf } from './topics.ts';

/** What happens around notifications and no client of them can do. */
export interface NotificationsControl {
    /** How many channels somebody is connected to. */
    connections(): number;
    /** Breaks every connection, without a word. */
    drop(): void;
    /** While it is true the connections stand, and nothing comes out of them. */
    freeze(isFrozen: boolean): void;
    /** As before maintenance: the vendor closes the connections about a minute later, this one when `drop` is called. */
    warnOfClosing(): void;
    /** Every channel is gone, as after 24 hours. */
    expireChannels(): void;
    /** 30 seconds at first. From the next beat on. */
    setHeartbeat(ms: number): void;
}

export interface Notifications {
    readonly routes: readonly Route[];
    readonly upgrade: Upgrade;
    readonly control: NotificationsControl;
}

export function createNotifications(centre: Centre): Notifications {
    let heartbeatMs = HEARTBEAT_MS;
    const channels = createChannels(() => centre.now());
    const streaming = createStreaming(channels, () => heartbeatMs);
    const typings = new Map<string, (Typing | undefined)[]>();
    const told = new Map<string, string>();

    /** Once for all that changes at the same moment. */
    function changed(conversationId: string, typing?: Typing): void {
        if (typings.size === 0) queueMicrotask(tell);
        const waiting = typings.get(conversationId) ?? [];
        typings.set(conversationId, typing === undefined ? waiting : [...waiting, typing]);
    }

    function tell(): void {
        const all = [...typings];
        typings.clear();
        for (const [id, typed] of all) {
            const conversation = centre.state.conversations.find((one) => one.id === id);
            if (conversation === undefined) continue;
            const listening = channels.listening(topicsOf(conversation));
            if (listening.length === 0) {
                told.delete(id);
                continue;
            }
            for (const typing of typed.length === 0 ? [undefined] : typed) {
                const eventBody = conversationEvent(centre, conversation, typing);
                const text = JSON.stringify(eventBody);
                if (typing === undefined && told.get(id) === text) continue;
                if (typing === undefined) told.set(id, text);
                for (const [channel, topicName] of listening) {
                    const metadata = { CorrelationId: centre.newId() };
                    streaming.send(channel.id, { topicName, version: '2', eventBody, metadata });
                }
            }
        }
    }

    centre.onChanged(changed);
    return {
        routes: notificationRoutes(channels),
        upgrade: streaming.upgrade,
        control: {
            connections: streaming.count,
            drop: streaming.drop,
            freeze: streaming.freeze,
            warnOfClosing: () =>
                streaming.sendToAll({
                    topicName: 'v2.system.socket_closing',
                    eventBody: { message: 'This connection will be closed.' }
                }),
            expireChannels: () => channels.expireAll(),
            setHeartbeat(ms) {
                heartbeatMs = ms;
            }
        }
    };
}
