import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { CommandRefused } from '../commands/command.ts';
import type { Desk } from '../commands/command.ts';
import { runCommand } from '../commands/commands.ts';
import { writeControlFile } from './controlFile.ts';

export const COMMAND_PATH = '/command';
const MOST_BYTES = 65_536;

export interface ControlServer {
    close(): Promise<void>;
}

const question = z.strictObject({ command: z.string(), input: z.unknown() });

/**
 * Takes commands for the bridge that has the folder, on loopback only, from whoever can read the file beside the
 * folder. Rejects where it cannot listen.
 */
export async function startControl(
    desk: Desk,
    folder: string,
    onFault: (error: unknown) => void
): Promise<ControlServer> {
    const token = randomBytes(32).toString('base64url');
    const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
        answer(desk, token, request).then(
            ({ body, status }) => reply(response, status, body),
            (error: unknown) => {
                onFault(error);
                reply(response, 500, { error: 'The bridge could not do it. Its log has the fault.' });
            }
        );
    });
    await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const remove = writeControlFile(folder, { url: `http://127.0.0.1:${port}`, token });
    return {
        close: () =>
            new Promise((resolve) => {
                remove();
                server.close(() => resolve());
                server.closeIdleConnections();
            })
    };
}

interface Answered {
    readonly status: number;
    readonly body: object;
}

async function answer(desk: Desk, token: string, request: IncomingMessage): Promise<Answered> {
    if (!isToken(request.headers.authorization, token))
        return { status: 401, body: { error: 'Give the token that stands beside the folder of the database.' } };
    if (request.method !== 'POST' || request.url !== COMMAND_PATH)
        return { status: 404, body: { error: `Only POST ${COMMAND_PATH} is here.` } };
    if (!(Number(request.headers['content-length']) <= MOST_BYTES))
        return { status: 413, body: { error: `Give at most ${MOST_BYTES} bytes, and their number.` } };
    const asked = question.safeParse(parsed(await text(request)));
    if (!asked.success) return { status: 400, body: { error: 'Give { "command": "status", "input": {} }.' } };
    try {
        return { status: 200, body: await runCommand(desk, asked.data.command, asked.data.input) };
    } catch (error) {
        if (!(error instanceof CommandRefused)) throw error;
        return { status: 422, body: { error: error.message } };
    }
}

function isToken(header: string | undefined, token: string): boolean {
    const [given, expected] = [Buffer.from(header ?? ''), Buffer.from(`Bearer ${token}`)];
    return given.length === expected.length && timingSafeEqual(given, expected);
}

function parsed(given: string): unknown {
    try {
        return JSON.parse(given);
    } catch {
        return undefined;
    }
}

function reply(response: ServerResponse, status: number, body: object): void {
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body));
}
