import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/server';
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import type { Log } from '../calling/audit.ts';
import type { CallTool } from '../calling/toolCall.ts';
import type { Configuration } from '../connections/configuration.ts';
import { createMcpServer } from './mcpServer.ts';
import { withStandIn } from './protoArgument.ts';
import { STOP_MS, underWay } from './underWay.ts';

/** After the last call: an answer may be on its way, or a question that nobody answers any more. */
const ANSWER_MS = 500;
const LOOK_MS = 20;

export interface StdioOptions {
    readonly configuration: Configuration;
    readonly callTool: CallTool;
    readonly log: Log;
}

export interface StdioServing {
    /** Takes no more requests, and ends those under way. */
    close(): Promise<void>;
    /** When it has ended: it was closed, or its client has. */
    readonly ended: Promise<void>;
}

/** Serves the program that started this one, through every connection. */
export function serveOverStdio({ callTool, configuration, log }: StdioOptions): StdioServing {
    const calls = underWay(callTool);
    const caller = { name: 'stdio', connections: Object.keys(configuration.connections) };
    // The SDK breaks off what is under way when its input ends.
    const input = new PassThrough();
    const wire = new StdioServerTransport(input, process.stdout);
    const serving = serveStdio(() => createMcpServer({ configuration, callTool: calls.callTool, caller, named: {} }), {
        transport: wire,
        onerror: () => log.error({ event: 'badMessage' })
    });
    const unanswered = unansweredOn(wire);

    const isQuiet = (): boolean =>
        unanswered.size === 0 && input.readableLength === 0 && process.stdout.writableLength === 0;

    async function settled(): Promise<void> {
        const until = performance.now() + STOP_MS;
        let idleUntil = performance.now() + ANSWER_MS;
        do {
            await pause(LOOK_MS);
            const now = performance.now();
            if (calls.isBusy()) idleUntil = now + ANSWER_MS;
            else if (isQuiet() || now > idleUntil) return;
        } while (performance.now() < until);
    }

    async function stop(): Promise<void> {
        process.stdin.unpipe(input);
        process.stdin.pause();
        await settled();
        await serving.close();
        await calls.noted();
    }

    const { promise: ended, resolve } = Promise.withResolvers<void>();
    let stopping: Promise<void> | undefined;
    const close = (): Promise<void> => (stopping ??= stop().finally(resolve));
    for (const event of ['end', 'close', 'error'] as const) process.stdin.once(event, () => void close());
    process.stdout.once('error', () => void close());
    process.stdin.pipe(input, { end: false });
    return { ended, close };
}

/** The requests that came over the wire and have no answer yet. */
function unansweredOn(wire: StdioServerTransport): ReadonlySet<RequestId> {
    const unanswered = new Set<RequestId>();
    const heard = wire.onmessage;
    wire.onmessage = (message: JSONRPCMessage): void => {
        if ('method' in message && 'id' in message) unanswered.add(message.id);
        // That one gets no answer.
        if ('method' in message && message.method === 'notifications/cancelled')
            unanswered.delete((message.params as { readonly requestId?: RequestId } | undefined)?.requestId ?? '');
        heard?.(withStandIn(message));
    };
    const send = wire.send.bind(wire);
    wire.send = async (message): Promise<void> => {
        await send(message);
        if (!('method' in message) && message.id !== undefined) unanswered.delete(message.id);
    };
    return unanswered;
}
