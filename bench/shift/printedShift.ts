import { row } from '../aims.ts';
import type { AimRow } from '../aims.ts';
import type { Held, Shift } from './shift.ts';

type Measured = Shift | { readonly notMeasured: string };

const MB = 1_000_000;
const megabytes = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`;

export function printedShift(shift: Measured): string[] {
    if ('notMeasured' in shift) return [`A shift in Chromium: not measured. ${shift.notMeasured}`];
    const { interactions, hours, connected, tasks, writes, start, middle, end, cached, mostStored, longestTask } =
        shift;
    const ratio = (writes / connected).toFixed(2);
    return [
        `A shift of ${hours} hours and ${interactions} interactions on the page in Chromium`,
        `    ${tasks} Tasks for ${connected} connected interactions, ${writes} writes, ${ratio} each`,
        `    heap ${megabytes(start.heap)} at the start, ${megabytes(middle.heap)} in the middle, ${megabytes(end.heap)} at the end; beside it the platform's answers ${megabytes(cached)}`,
        `    of it code that the browser compiled ${megabytes(start.code)}, ${megabytes(middle.code)}, ${megabytes(end.code)}`,
        `    ${start.nodes} nodes and ${start.listeners} listeners at the start, ${end.nodes} and ${end.listeners} at the end`,
        `    ${end.stored} characters stored in the browser at the end, ${mostStored} at most`,
        `    longest task ${longestTask.processor} ms of the processor; by the clock ${longestTask.clock} ms, other programs of the machine included`
    ];
}

export function shiftAims(shift: Measured): AimRow[] {
    if ('notMeasured' in shift) return [];
    const { connected, tasks, start, middle, end, mostStored, longestTask } = shift;
    const values = ({ heap, code }: Held): number => heap - code;
    const inMegabytes = (bytes: number): number => Number((bytes / MB).toFixed(1));
    return [
        row('shift: connected interactions without a Task', Math.abs(connected - tasks), { most: 0 }, 'interactions'),
        // What runs often is compiled, and then stays: that is no leak.
        row('shift: growth of what is kept', inMegabytes(values(end) - values(start)), { most: 2 }, 'MB'),
        row('shift: growth of the heap after noon', inMegabytes(end.heap - middle.heap), { most: 0.5 }, 'MB'),
        row('shift: growth in nodes', end.nodes - start.nodes, { most: 100 }, 'nodes'),
        // From 50 ms on browsers call it a long task: the agent notices.
        row('shift: longest task', longestTask.processor, { most: 50 }, 'ms'),
        row('shift: stored in the browser', mostStored, { most: 250_000 }, 'characters')
    ];
}
