import { Members } from '../outbound/members.ts';

export interface ConnectionTiming {
    /** For the connection to open. */
    readonly openWithinMs: number;
    /** After so much silence it is asked whether it lives. The vendor says something each 30 seconds. */
    readonly pingAfterMs: number;
    /** After so much silence it counts as broken. */
    readonly lostAfterMs: number;
}

export const TIMING: ConnectionTiming = { openWithinMs: 10_000, pingAfterMs: 35_000, lostAfterMs: 50_000 };

export interface Connection {
    /** Why it is of no use any more: it broke, or the vendor has said that it will. */
    readonly over: Promise<'lost' | 'closing'>;
    /** Something may still come, also after it was said that it will close. */
    readonly isOpen: boolean;
    close(): void;
}

export interface ConnectionOptions {
    readonly connectUri: string;
    readonly timing: ConnectionTiming;
    readonly onEvent: (topic: string, body: unknown) => void;
    readonly signal: AbortSignal;
}

/** A connection that could not be opened. Never names the address: whoever knows it hears everything. */
export class NoConnection extends Error {
    constructor(reason: string) {
        super(`The notifications cannot be listened to: ${reason}.`);
        this.name = 'NoConnection';
    }
}

/** Opens a channel's WebSocket, and says when it is of no use any more. Throws NoConnection. */
export async function connect({ connectUri, onEvent, signal, timing }: ConnectionOptions): Promise<Connection> {
    const socket = new WebSocket(addressIn(connectUri));
    let heardAt = performance.now();
    let end: (why: 'lost' | 'closing') => void = () => undefined;
    const over = new Promise<'lost' | 'closing'>((resolve) => (end = resolve));

    const watch = setInterval(
        () => {
            const silentMs = performance.now() - heardAt;
            if (silentMs >= timing.lostAfterMs) close();
            else if (silentMs >= timing.pingAfterMs && socket.readyState === WebSocket.OPEN)
                socket.send('{"message":"ping"}');
        },
        Math.max(1, Math.min(timing.pingAfterMs, timing.lostAfterMs - timing.pingAfterMs) / 3)
    );

    function close(): void {
        clearInterval(watch);
        signal.removeEventListener('abort', close);
        // A half-open one answers nothing: nobody waits for it.
        socket.close();
        end('lost');
    }

    socket.addEventListener('message', ({ data }) => {
        heardAt = performance.now();
        const said = new Members(parsed(data), '', []);
        const topic = said.id('topicName');
        if (topic === 'v2.system.socket_closing') end('closing');
        else if (topic !== undefined && topic !== 'channel.metadata') onEvent(topic, said.raw('eventBody'));
    });
    socket.addEventListener('close', close);
    socket.addEventListener('error', close);
    signal.addEventListener('abort', close);
    if (signal.aborted) close();

    const isOpen = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), timing.openWithinMs);
        socket.addEventListener('open', () => {
            clearTimeout(timer);
            resolve(true);
        });
        void over.then(() => {
            clearTimeout(timer);
            resolve(false);
        });
    });
    if (isOpen)
        return {
            over,
            get isOpen(): boolean {
                return socket.readyState === WebSocket.OPEN;
            },
            close
        };
    close();
    throw new NoConnection('it did not open');
}

function parsed(data: unknown): unknown {
    if (typeof data !== 'string') return undefined;
    try {
        return JSON.parse(data) as unknown;
    } catch {
        return undefined;
    }
}

/** With TLS only, but for this machine. */
function addressIn(connectUri: string): URL {
    const url = URL.parse(connectUri);
    const isHere = url !== null && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
    if (url !== null && (url.protocol === 'wss:' || (url.protocol === 'ws:' && isHere))) return url;
    throw new NoConnection('Genesys Cloud gave no address with TLS');
}
