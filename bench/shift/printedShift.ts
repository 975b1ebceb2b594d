import { row } from '../aims.ts';
import type { AimRow } from '../aims.ts';
import type { Shift } from './shift.ts';

type Measured = Shift | { readonly notMeasured: string };

const MB = 1_000_000;
const megabytes = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`;

export function printedShift(shift: Measured): string[] {
    if ('notMeasured' in shift) return [`A shift in Chromium: not measured. ${shift.notMeasured}`];
    const { interactions, hours, connected, tasks, writes, start, end, cached, mostStored } = shift;
    const ratio = (writes / connected).toFixed(2);
    return [
        `A shift of ${hours} hours and ${interactions} interactions on the page in Chromium`,
        `    ${tasks} Tasks for ${connected} connected interactions, ${writes} writes, ${ratio} each`,
        `    heap ${megabytes(start.heap)} at the start, ${megabytes(end.heap)} at the end; beside it the platform's answers ${megabytes(cached)}`,
        `    ${start.nodes} nodes and ${start.listeners} listeners at the start, ${end.nodes} and ${end.listeners} at the end`,
        `    ${end.stored} characters stored in the browser at the end, ${mostStored} at most`,
        `    longest task ${shift.longestTask} ms; of a twentieth of the day, in the median, ${shift.longestTaskOfAPart} ms`
    ];
}

export function shiftAims(shift: Measured): AimRow[] {
    if ('notMeasured' in shift) return [];
    const { connected, tasks, start, end, mostStored, longestTask } = shift;
    return [
        row('shift: connected interactions without a Task', Math.abs(connected - tasks), { most: 0 }, 'interactions'),
        row('shift: growth of the heap', Number(((end.heap - start.heap) / MB).toFixed(1)), { most: 2 }, 'MB'),
        row('shift: growth in nodes', end.nodes - start.nodes, { most: 100 }, 'nodes'),
        // From 50 ms on browsers call it a long task: the agent notices.
        row('shift: longest task', longestTask, { most: 50 }, 'ms'),
        row('shift: stored in the browser', mostStored, { most: 250_000 }, 'characters')
    ];
}
