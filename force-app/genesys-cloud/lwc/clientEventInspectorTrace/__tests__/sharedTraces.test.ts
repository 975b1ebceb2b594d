import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { decodeClientEvent } from 'c/clientEvents';
import type { ClientConnection, ClientEvent } from 'c/clientEvents';
import { pseudonymise } from 'c/clientEventTrace';
import type { TraceEntry } from 'c/clientEventTrace';
import { createGenesysTransport } from 'c/genesysTransport';
import { applyEvent, emptyLedger } from 'c/interactions';
import type { Interaction } from 'c/interactions';

const FOLDER = path.resolve(__dirname, '../../../../../local/genesys/traces');
const TRACES = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file, JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as TraceEntry[]] as const);
const BEGIN = Date.parse('2026-03-02T09:00:00.000Z');

/** What every step changed, and how the agent's list stood after it: without ids, names and times. */
function story(trace: readonly TraceEntry[]): unknown[] {
    const handlers: [type: string, handle: (event: ClientEvent) => void][] = [];
    const on = ((type: string, handle: (event: ClientEvent) => void) => {
        handlers.push([type, handle]);
        return () => undefined;
    }) as ClientConnection['on'];
    const connection = { on, interactions: () => [] } as unknown as ClientConnection;
    let at = '';
    let ledger = emptyLedger();
    const steps: unknown[] = [];
    createGenesysTransport(connection, () => at).events((event) => {
        const applied = applyEvent(ledger, event);
        ledger = applied.ledger;
        steps.push({ changes: applied.changes, list: Object.values(ledger.interactions).map(standing) });
    });
    for (const { atMs, message } of trace) {
        at = new Date(BEGIN + atMs).toISOString();
        const event = decodeClientEvent(message, at);
        for (const [type, handle] of handlers) if (type === event.type) handle(event);
    }
    return steps;
}

function standing(one: Interaction): unknown {
    const { connected, consulting, direction, disconnected, done, handled, state, transferred, type } = one;
    return {
        connected,
        consulting,
        direction,
        disconnected,
        done,
        handled,
        state,
        transferred,
        type,
        knows: Object.keys(one).sort()
    };
}

describe('a developer who replays a shared trace', () => {
    it.each(TRACES)('sees the agent’s list go through the same steps: %s', (_file, entries) => {
        const steps = story(entries);
        expect(story(pseudonymise(entries, 'a salt'))).toEqual(steps);
    });
});
