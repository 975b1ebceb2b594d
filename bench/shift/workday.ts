import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readTrace } from '../../local/genesys/trace.ts';
import type { TraceEntry } from '../../local/genesys/trace.ts';

export interface Workday {
    /** When the shift begins. */
    readonly begins: Date;
    readonly hours: number;
    readonly interactions: number;
}

/** What an agent gets, in this order, again and again: one conversation each. */
const TURNS = [
    ['inbound-call', 'chat', 'inbound-call', 'email', 'transcribed-call'],
    ['inbound-call', 'message', 'outbound-call', 'missed-call', 'inbound-call'],
    ['callback', 'chat', 'blind-transfer-out', 'inbound-call', 'voicemail'],
    ['message', 'inbound-call', 'email', 'disconnect-without-wrap-up', 'outbound-call']
].flat();
/** The only one of them that never reaches the agent. */
const MISSED = 'missed-call';

const TRACES = path.resolve(import.meta.dirname, '../../local/genesys/traces');
const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** How many of these interactions are connected to the agent, so that each has a Task. */
export function connectedIn(interactions: number): number {
    return turnsFrom(0, interactions).filter((name) => name !== MISSED).length;
}

/**
 * The messages of some interactions of the day, in order; `atMs` counts from its beginning. The recorded traces, evenly
 * spread, each time with ids and times of its own.
 */
export function messagesOf({ begins, hours, interactions }: Workday, from: number, to: number): TraceEntry[] {
    const pause = (hours * 3_600_000) / interactions;
    return turnsFrom(from, to)
        .flatMap((name, at) => renewed(name, from + at, begins.getTime(), (from + at) * pause))
        .sort((one, other) => one.atMs - other.atMs);
}

function turnsFrom(from: number, to: number): string[] {
    return Array.from({ length: to - from }, (_, at) => TURNS[(from + at) % TURNS.length] ?? MISSED);
}

const texts = new Map<string, string>();

function textOf(name: string): string {
    const text = texts.get(name) ?? readFileSync(path.join(TRACES, `${name}.json`), 'utf8');
    texts.set(name, text);
    return text;
}

function renewed(name: string, number: number, begins: number, afterMs: number): TraceEntry[] {
    const text = textOf(name);
    const recorded = Math.min(...[...text.matchAll(MOMENT)].map(([moment]) => Date.parse(moment)));
    const later = begins + afterMs - recorded;
    const mark = number.toString(16).padStart(8, '0');
    const reading = readTrace(
        text
            .replace(MOMENT, (moment) => new Date(Date.parse(moment) + later).toISOString())
            .replace(UUID, (id) => mark + id.slice(mark.length))
    );
    if ('error' in reading) throw new Error(`${name}: ${reading.error}`);
    return reading.entries.map(({ atMs, message }) => ({ atMs: Math.round(atMs + afterMs), message }));
}
