import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Upgrade } from '../../server.ts';
import type { Channels } from './channels.ts';
import { STREAMING } from './notificationRoutes.ts';

export interface Streaming {
    readonly upgrade: Upgrade;
    /** To whoever is connected to the channel; nothing is kept for later. */
    send(channelId: string, message: object): void;
    sendToAll(message: object): void;
    /** How many channels somebody is connected to. */
    count(): number;
    /** Breaks every connection, without a word. */
    drop(): void;
    /** While it is true nothing comes out of the connections, and nothing that goes in is answered. */
    freeze(isFrozen: boolean): void;
}

export const HEARTBEAT_MS = 30_000;

const metadata = (message: string): object => ({ topicName: 'channel.metadata', eventBody: { message } });

/** The WebSockets of the channels. A channel has one connection: a second one ends the first. */
export function createStreaming(channels: Channels, heartbeatMs: () => number): Streaming {
    const server = new WebSocketServer({ noServer: true });
    const connections = new Map<string, WebSocket>();
    let isFrozen = false;

    function say(connection: WebSocket, message: object): void {
        if (!isFrozen && connection.readyState === connection.OPEN) connection.send(JSON.stringify(message));
    }

    function connected(connection: WebSocket, id: string): void {
        connections.get(id)?.close(1000, 'Another connection has the channel');
        connections.set(id, connection);
        const channel = channels.named(id);
        if (channel !== undefined) channel.isConnected = true;
        let beating = setTimeout(beat, heartbeatMs());
        function beat(): void {
            if (channels.named(id) === undefined) return;
            say(connection, metadata('WebSocket Heartbeat'));
            beating = setTimeout(beat, heartbeatMs());
        }
        connection.on('message', (data) => answer(connection, String(data)));
        connection.on('error', () => undefined);
        connection.on('close', () => {
            clearTimeout(beating);
            if (connections.get(id) !== connection) return;
            connections.delete(id);
            const left = channels.named(id);
            if (left !== undefined) left.isConnected = false;
        });
    }

    function answer(connection: WebSocket, text: string): void {
        if (isPing(text)) say(connection, metadata('pong'));
    }

    channels.onGone((id) => connections.get(id)?.close(1001, 'The channel is gone'));

    return {
        upgrade(incoming, socket, head) {
            const { pathname } = new URL(incoming.url ?? '/', 'http://localhost');
            const id = pathname.slice(STREAMING.length);
            if (!pathname.startsWith(STREAMING) || channels.named(id) === undefined) {
                socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
                return;
            }
            server.handleUpgrade(incoming, socket, head, (connection) => connected(connection, id));
        },
        send(channelId, message) {
            const connection = connections.get(channelId);
            if (connection !== undefined) say(connection, message);
        },
        sendToAll(message) {
            for (const connection of connections.values()) say(connection, message);
        },
        count: () => connections.size,
        drop() {
            for (const connection of connections.values()) connection.terminate();
        },
        freeze(frozen) {
            isFrozen = frozen;
        }
    };
}

function isPing(text: string): boolean {
    try {
        const said: unknown = JSON.parse(text);
        return typeof said === 'object' && said !== null && 'message' in said && said.message === 'ping';
    } catch {
        return false;
    }
}
