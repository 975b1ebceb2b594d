import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** The wire between bridge and Salesforce: it can go dead without a word, or break. */
export interface TestWire {
    readonly url: string;
    /** Connections that were made so far. */
    readonly made: number;
    /** Nothing goes through any more, and nobody is told. New connections work. */
    goDead(): void;
    /** Each connection is reset. */
    reset(): void;
    close(): Promise<void>;
}

export async function wireForTests(port: number): Promise<TestWire> {
    const sockets = new Set<Socket>();
    let made = 0;
    const server = createServer((near) => {
        made += 1;
        const far = connect(port, '127.0.0.1');
        near.pipe(far);
        far.pipe(near);
        for (const [socket, other] of [
            [near, far],
            [far, near]
        ] as const) {
            sockets.add(socket);
            socket.on('error', () => other.destroy());
            socket.on('close', () => {
                sockets.delete(socket);
                other.destroy();
            });
        }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        get made(): number {
            return made;
        },
        goDead(): void {
            for (const socket of sockets) {
                socket.unpipe();
                socket.pause();
            }
        },
        reset(): void {
            for (const socket of sockets) socket.resetAndDestroy();
        },
        close(): Promise<void> {
            for (const socket of sockets) socket.destroy();
            return new Promise((resolve) => server.close(() => resolve()));
        }
    };
}
