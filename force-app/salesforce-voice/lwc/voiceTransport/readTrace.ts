import { applyEvent, emptyLedger } from 'c/interactions';
import type { Interaction } from 'c/interactions';
import { decodeVoiceEvent } from 'c/voiceToolkitEvents';
import { applyVoiceEvent, noCalls } from './voiceCalls.ts';

/** Why a text is no trace: no list, or an entry (from 1) that is no `{ atMs, message }` in order of time. */
export type VoiceTraceProblem =
    { readonly problem: 'noList' } | { readonly problem: 'badEntry'; readonly entry: number };

/** The interactions of a trace as they stood at its end, oldest first. */
export type VoiceTraceReading = { readonly interactions: readonly Interaction[] } | VoiceTraceProblem;

/**
 * Reads a recorded trace as a page that listened would have understood it: a JSON list of `{ "atMs": number, "message":
 * { "type", "detail" } }`. Never throws.
 * @param began when its first message came, epoch milliseconds
 */
export function interactionsOfVoiceTrace(text: string, began: number): VoiceTraceReading {
    const list = parsed(text);
    if (!Array.isArray(list) || list.length === 0) return { problem: 'noList' };
    let calls = noCalls();
    let ledger = emptyLedger();
    let last = 0;
    for (const [index, entry] of (list as readonly unknown[]).entries()) {
        if (!isEntry(entry, last)) return { problem: 'badEntry', entry: index + 1 };
        last = entry.atMs;
        const decoded = decodeVoiceEvent(entry.message);
        if (!decoded.ok) continue;
        const at = new Date(began + entry.atMs).toISOString();
        const applied = applyVoiceEvent(calls, decoded.event, { at, kept: {} });
        calls = applied.calls;
        if (applied.event !== undefined) ledger = applyEvent(ledger, applied.event).ledger;
    }
    const { interactions, order } = ledger;
    return { interactions: order.flatMap((id) => interactions[id] ?? []) };
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
    } catch {
        return undefined;
    }
}

/** A longer trace than a year is none: its times would be no dates. */
const LONGEST_MS = 366 * 24 * 60 * 60 * 1_000;

function isEntry(entry: unknown, last: number): entry is { readonly atMs: number; readonly message: unknown } {
    if (typeof entry !== 'object' || entry === null || !Object.hasOwn(entry, 'message')) return false;
    const { atMs } = entry as { readonly atMs?: unknown };
    return typeof atMs === 'number' && atMs >= last && atMs <= LONGEST_MS;
}
