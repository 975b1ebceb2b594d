import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadDecode } from '../local/decode/codec.ts';
import { readTrace } from '../local/genesys/trace.ts';
import { replayTrace } from '../local/replay/replayTrace.ts';
import type { ReplayMode } from '../local/replay/replayTrace.ts';

export interface WritesRow {
    readonly trace: string;
    readonly mode: ReplayMode;
    readonly tasks: number;
    readonly writes: number;
    /** What one write for each message that is understood as one about an interaction would have cost. */
    readonly oneWritePerEvent: number;
    readonly ratio: number;
}

const AT = new Date('2026-01-15T09:00:00.000Z');

/** Plays every trace in both writing modes and counts the commits on Task. */
export async function measureWrites(projectDir: string): Promise<WritesRow[]> {
    const folder = path.join(projectDir, 'local/genesys/traces');
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const decode = await loadDecode();
    const isInteraction = (message: unknown): boolean =>
        (decode(message, AT.toISOString()) as { readonly type: string }).type === 'Interaction';
    const rows: WritesRow[] = [];
    for (const name of names) {
        const trace = readTrace(readFileSync(path.join(folder, name), 'utf8'));
        if ('error' in trace) throw new Error(`${name}: ${trace.error}`);
        const events = trace.entries.filter(({ message }) => isInteraction(message)).length;
        for (const mode of ['own', 'follow'] as const) {
            const { tasks, writes } = await replayTrace(trace.entries, { projectDir, user: 'agent', mode, at: AT });
            const ratio = events === 0 ? 0 : Number((writes / events).toFixed(3));
            rows.push({ trace: name, mode, tasks: tasks.length, writes, oneWritePerEvent: events, ratio });
        }
    }
    return rows;
}
