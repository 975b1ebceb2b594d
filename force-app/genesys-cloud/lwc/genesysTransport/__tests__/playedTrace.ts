import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createMessageContext, publish, releaseMessageContext } from 'lightning/messageService';
import type { MessageChannel } from 'lightning/messageService';
import { connectClientEvents } from 'c/clientEvents';
import { createGenesysTransport } from 'c/genesysTransport';
import { applyEvent, emptyLedger } from 'c/interactions';
import type { AgentPresence, Utterance } from 'c/agentDesk';
import type { Interaction, Ledger } from 'c/interactions';

const TRACES = path.resolve(__dirname, '../../../../../local/genesys/traces');
const CHANNEL = 'a channel of the test' as unknown as MessageChannel;
const BEGIN = Date.parse('2026-03-02T09:00:00.000Z');

interface Entry {
    readonly atMs: number;
    readonly message: object;
}

/** What a page whose panel listens from the beginning knows after a trace. */
export interface Played {
    readonly ledger: Ledger;
    /** Oldest first. */
    readonly interactions: readonly Interaction[];
    /** Every picture of every interaction that differed from the one before, oldest first. */
    readonly pictures: readonly Interaction[];
    readonly utterances: readonly Utterance[];
    readonly presence: AgentPresence;
    /** How many messages were not understood. */
    readonly unknown: number;
    /** When that many milliseconds of the trace have passed, ISO 8601. */
    at(milliseconds: number): string;
}

const time = (milliseconds: number): string => new Date(BEGIN + milliseconds).toISOString();
/** Messages are delivered, and what they cause is done. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Plays a trace of the project's own over the page's message service. */
export async function played(name: string): Promise<Played> {
    const entries = JSON.parse(readFileSync(path.join(TRACES, `${name}.json`), 'utf8')) as readonly Entry[];
    let now = time(0);
    let ledger = emptyLedger();
    const pictures: Interaction[] = [];
    const utterances: Utterance[] = [];
    const messageContext = createMessageContext();
    const connection = connectClientEvents({
        messageContext,
        channel: CHANNEL,
        now: () => now,
        subscriptions: []
    });
    const transport = createGenesysTransport(connection, () => now);
    transport.events((event) => {
        const applied = applyEvent(ledger, event);
        ledger = applied.ledger;
        if (applied.interaction && applied.changes.length > 0) pictures.push(applied.interaction);
    });
    transport.onUtterance?.((_id, said) => utterances.push(...said));
    for (const { atMs, message } of entries) {
        now = time(atMs);
        publish(messageContext, CHANNEL, message);
        await settled();
    }
    const { unknown } = transport.diagnostics();
    const presence = transport.agent?.read() ?? {};
    connection.close();
    releaseMessageContext(messageContext);
    const interactions = ledger.order.flatMap((id) => ledger.interactions[id] ?? []);
    return { ledger, interactions, pictures, utterances, presence, unknown, at: time };
}
