/** Between one process of the bridge and the Interaction Service: who asks for what, and what goes wrong on the way. */
import { setTimeout as wait } from 'node:timers/promises';
import { serve } from '../../server.ts';
import type { BadDays } from '../badDays.ts';

export interface Gate {
    /** `http://127.0.0.1:4680` */
    readonly url: string;
    /** Whether the process waits for the answer to a call about it. */
    isWorkingOn(conversation: string): boolean;
    close(): Promise<void>;
}

export interface GateOptions {
    readonly service: { readonly url: string };
    readonly badDays: BadDays;
    readonly random: () => number;
    /** How long a call about routing takes. Milliseconds. */
    readonly takesMs: () => number;
}

/** Of the time that a call takes: when it is done at the latest. */
const DONE_BY = 0.6;
const ROUTING = /\/(route|agentWork|routingResult|participant)$/;

/** What has come in is done, also where the process that has asked is gone by then. */
export async function startGate({ badDays, random, service, takesMs }: GateOptions): Promise<Gate> {
    const open = new Set<string>();

    const forward = async (request: Request): Promise<Response> => {
        const { pathname } = new URL(request.url);
        return fetch(`${service.url}${pathname}`, {
            method: request.method,
            headers: [...request.headers].filter(([name]) => !OF_THE_CONNECTION.includes(name)),
            body: await request.arrayBuffer()
        });
    };
    const slowly = async (request: Request): Promise<Response> => {
        const text = await request.clone().text();
        const ms = takesMs();
        const beforeMs = random() * DONE_BY * ms;
        open.add(text);
        try {
            await wait(beforeMs);
            const answer = await forward(request);
            await wait(ms - beforeMs);
            return answer;
        } finally {
            open.delete(text);
        }
    };
    const withTrouble = badDays.around(slowly);
    const server = await serve(
        async (given) => {
            const { headers, method, url } = given;
            const request = new Request(url, { method, headers, body: await given.arrayBuffer() });
            return ROUTING.test(new URL(url).pathname) ? withTrouble(request) : forward(request);
        },
        { port: 0 }
    );
    return {
        url: new URL(server.url).origin,
        isWorkingOn: (conversation) => [...open].some((text) => text.includes(conversation)),
        close: () => server.close()
    };
}

const OF_THE_CONNECTION = ['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding'];
