import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadDecode } from '../local/decode/codec.ts';
import { readTrace } from '../local/genesys/trace.ts';
import type { TraceEntry } from '../local/genesys/trace.ts';
import { replayTrace } from '../local/replay/replayTrace.ts';
import type { Replayed, ReplayMode } from '../local/replay/replayTrace.ts';

export interface WritesRow {
    readonly trace: string;
    readonly mode: ReplayMode;
    readonly tasks: number;
    readonly writes: number;
    /** Writes that gave no field another value, counted in the org's own log. */
    readonly redundant: number;
    /** What one write for each message that is understood as one about an interaction would have cost. */
    readonly oneWritePerEvent: number;
    readonly ratio: number;
    /** The same with five tabs of one browser that all hear the phone. */
    readonly fiveTabs: Pick<WritesRow, 'tasks' | 'writes' | 'redundant' | 'oneWritePerEvent'>;
}

const AT = new Date('2026-01-15T09:00:00.000Z');
const MODES: readonly ReplayMode[] = ['own', 'follow', 'phone'];
const TABS = 5;

/** Plays every trace in each mode, with one tab and with five, and counts the commits on Task. */
export async function measureWrites(
    projectDir: string,
    wanted: (trace: string) => boolean = () => true
): Promise<WritesRow[]> {
    const folder = path.join(projectDir, 'local/genesys/traces');
    const names = readdirSync(folder).filter((name) => name.endsWith('.json') && wanted(name));
    const decode = await loadDecode();
    const isInteraction = ({ message }: TraceEntry): boolean =>
        (decode(message, AT.toISOString()) as { readonly type: string }).type === 'Interaction';
    const rows: WritesRow[] = [];
    for (const name of names) {
        const trace = readTrace(readFileSync(path.join(folder, name), 'utf8'));
        if ('error' in trace) throw new Error(`${name}: ${trace.error}`);
        const { entries } = trace;
        const events = entries.filter(isInteraction).length;
        for (const mode of MODES) {
            const play = (tabs: number): Promise<Replayed> =>
                replayTrace(entries, { projectDir, user: 'agent', mode, at: AT, tabs });
            const one = counted(await play(1), events);
            const fiveTabs = counted(await play(TABS), TABS * events);
            const ratio = events === 0 ? 0 : Number((one.writes / events).toFixed(3));
            rows.push({ trace: name, mode, ...one, ratio, fiveTabs });
        }
    }
    return rows;
}

function counted({ tasks, writes, redundantWrites }: Replayed, oneWritePerEvent: number): WritesRow['fiveTabs'] {
    return { tasks: tasks.length, writes, redundant: redundantWrites, oneWritePerEvent };
}

/** What all traces say together, in the modes in which we write. */
export interface WritesSum {
    readonly tasks: number;
    readonly writes: number;
    readonly oneWritePerEvent: number;
    readonly perTask: number;
    /** On the trace where it is highest. */
    readonly mostPerTask: number;
    readonly redundant: number;
    /** Writes and Tasks that five tabs made beyond those of one. */
    readonly extraWithFiveTabs: number;
    /** Writes of ours in the mode in which the phone saves, with one tab and with five. */
    readonly wherePhoneSaves: number;
}

export function sumOfWrites(all: readonly WritesRow[]): WritesSum {
    const rows = all.filter(({ mode }) => mode !== 'phone');
    const sum = (of: (row: WritesRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
    const [tasks, writes] = [sum((row) => row.tasks), sum((row) => row.writes)];
    const more = (five: number, one: number): number => Math.max(0, five - one);
    return {
        tasks,
        writes,
        oneWritePerEvent: sum((row) => row.oneWritePerEvent),
        perTask: Number((writes / tasks).toFixed(3)),
        mostPerTask: Math.max(...rows.filter((row) => row.tasks > 0).map((row) => row.writes / row.tasks)),
        redundant: sum((row) => row.redundant + row.fiveTabs.redundant),
        extraWithFiveTabs: sum((row) => more(row.fiveTabs.writes, row.writes) + more(row.fiveTabs.tasks, row.tasks)),
        wherePhoneSaves: all
            .filter(({ mode }) => mode === 'phone')
            .reduce((total, row) => total + row.writes + row.fiveTabs.writes, 0)
    };
}
