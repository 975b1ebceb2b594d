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
    /** Writes of the Task that needed most. */
    readonly most: number;
    /** Messages that asked the phone to write attributes itself. */
    readonly handedOver: number;
    /** What one write for each message that is understood as one about an interaction would have cost. */
    readonly oneWritePerEvent: number;
    readonly ratio: number;
    /** The same with five tabs of one browser that all hear the phone. */
    readonly fiveTabs: Omit<WritesRow, 'trace' | 'mode' | 'ratio' | 'fiveTabs'>;
}

const AT = new Date('2026-01-15T09:00:00.000Z');
const MODES: readonly ReplayMode[] = ['own', 'follow', 'phone'];
const TABS = 5;

/** Plays every trace in each mode, with one tab and with five, and counts the commits on Task and what the phone is asked to write. */
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
            const ratio = events === 0 ? 0 : Number(((one.writes + one.handedOver) / events).toFixed(3));
            rows.push({ trace: name, mode, ...one, ratio, fiveTabs });
        }
    }
    return rows;
}

function counted(
    { tasks, writes, redundantWrites, mostWrites, handedOver }: Replayed,
    oneWritePerEvent: number
): WritesRow['fiveTabs'] {
    const redundant = redundantWrites;
    return { tasks: tasks.length, writes, redundant, most: mostWrites, handedOver, oneWritePerEvent };
}

/** What all traces say together, in the modes in which we write. */
export interface WritesSum {
    readonly tasks: number;
    readonly writes: number;
    readonly oneWritePerEvent: number;
    readonly perTask: number;
    /** Of the Task that needed most. */
    readonly mostPerTask: number;
    readonly redundant: number;
    /** Writes and Tasks that five tabs made beyond those of one. */
    readonly extraWithFiveTabs: number;
    /** Writes of ours in the mode in which the phone saves, with one tab and with five. */
    readonly wherePhoneSaves: number;
    /** There: how often attributes were handed to the phone, for the interactions that have a Task in the other modes. */
    readonly handedOver: number;
    readonly handedOverEach: number;
    /** What five tabs handed over beyond what one did. */
    readonly handedOverMoreWithFiveTabs: number;
}

export function sumOfWrites(all: readonly WritesRow[]): WritesSum {
    const rows = all.filter(({ mode }) => mode !== 'phone');
    const byPhone = all.filter(({ mode }) => mode === 'phone');
    const sumOf = (some: readonly WritesRow[], of: (row: WritesRow) => number): number =>
        some.reduce((total, row) => total + of(row), 0);
    const sum = (of: (row: WritesRow) => number): number => sumOf(rows, of);
    const interactions = sumOf(
        all.filter(({ mode }) => mode === 'own'),
        (row) => row.tasks
    );
    const handedOver = sumOf(byPhone, (row) => row.handedOver);
    const [tasks, writes] = [sum((row) => row.tasks), sum((row) => row.writes)];
    const more = (five: number, one: number): number => Math.max(0, five - one);
    return {
        tasks,
        writes,
        oneWritePerEvent: sum((row) => row.oneWritePerEvent),
        perTask: Number((writes / tasks).toFixed(3)),
        mostPerTask: Math.max(...rows.map((row) => row.most)),
        redundant: sum((row) => row.redundant + row.fiveTabs.redundant),
        extraWithFiveTabs: sum((row) => more(row.fiveTabs.writes, row.writes) + more(row.fiveTabs.tasks, row.tasks)),
        wherePhoneSaves: sumOf(byPhone, (row) => row.writes + row.fiveTabs.writes),
        handedOver,
        handedOverEach: Number((handedOver / Math.max(1, interactions)).toFixed(3)),
        handedOverMoreWithFiveTabs: sumOf(byPhone, (row) => more(row.fiveTabs.handedOver, row.handedOver))
    };
}
