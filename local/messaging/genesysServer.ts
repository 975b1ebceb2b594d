/** The local Genesys Cloud at an address of its own for the bridge, which can be in trouble there and nowhere else. */
import { setTimeout as wait } from 'node:timers/promises';
import type { PlatformApi } from '../genesys/platformApi/platformApi.ts';
import { ConnectionLost } from '../org/orgError.ts';
import { serve } from '../server.ts';
import type { LocalServer, Upgrade } from '../server.ts';

/** `losing`: what is asked for is done, and the answer never comes. `down`: nobody is at the address. */
export const CONDITIONS = ['working', 'slow', 'losing', 'down'] as const;
export type Condition = (typeof CONDITIONS)[number];

export interface GenesysServer {
    /** `http://127.0.0.1:4321` */
    readonly origin: string;
    readonly condition: Condition;
    /** How many hear its notifications now. */
    readonly listeners: number;
    become(condition: Condition): Promise<void>;
    close(): Promise<void>;
}

const SLOW_MS = 2_000;

export async function startGenesysServer(genesys: PlatformApi): Promise<GenesysServer> {
    let condition: Condition = 'working';
    let listeners = 0;
    let changing: Promise<unknown> = Promise.resolve();

    async function answer(request: Request): Promise<Response> {
        if (condition === 'slow') await wait(SLOW_MS);
        const response = await genesys.fetch(request);
        // Reading and signing in go on, or nobody could find out what was done.
        const isSending = request.method === 'POST' && new URL(request.url).pathname.startsWith('/api/');
        if (condition === 'losing' && isSending) throw new ConnectionLost();
        return response;
    }

    const upgrade: Upgrade = (incoming, socket, head) => {
        listeners += 1;
        socket.once('close', () => (listeners -= 1));
        genesys.upgrade(incoming, socket, head);
    };

    let server: LocalServer | undefined = await serve(answer, { port: 0, upgrade });
    const { origin, port } = new URL(server.url);

    async function change(next: Condition): Promise<void> {
        condition = next;
        if (next !== 'down') server ??= await serve(answer, { port: Number(port), upgrade });
        else {
            await server?.close();
            server = undefined;
        }
    }
    const inTurn = (work: () => Promise<void>): Promise<void> => {
        const done = changing.then(work);
        changing = done.catch(() => undefined);
        return done;
    };

    return {
        origin,
        get condition() {
            return condition;
        },
        get listeners() {
            return listeners;
        },
        become: (next) => inTurn(() => change(next)),
        close: () => inTurn(async () => server?.close())
    };
}
