import { URGENT_WORK, WORK } from '../store/batches.ts';
import { DatabaseFault } from '../store/database.ts';
import { endWorker, keepWorker, LaneLost, nextDueIn, postponeLane, takeLane } from '../store/lanes.ts';
import type { HeldLane } from '../store/lanes.ts';
import { createIdleWorkers } from './idleWorkers.ts';
import type { IdleWorkers } from './idleWorkers.ts';
import { runLane } from './laneRunner.ts';
import type { LaneOptions } from './laneRunner.ts';

export interface WorkersOptions extends Omit<LaneOptions, 'assertAlive' | 'pause'> {
    /** Unlike that of every other process and every earlier start. */
    readonly name: string;
    /** Lanes at the same time. */
    readonly lanes: number;
    /** Beside them, lanes of what has a deadline. */
    readonly urgentLanes?: number;
    /** After this long without a sign its lanes are free for others. Milliseconds. */
    readonly leaseMs: number;
    /** A fault that is ours: the lane is free again, and waits. */
    readonly onFault: (error: unknown) => void;
}

export interface Workers {
    /** Takes nothing new, and waits until what has been started has ended. */
    drain(): Promise<void>;
}

/** What this worker was about to do is another one's now. */
export class WorkerLate extends Error {
    constructor() {
        super('This worker gave no sign for too long.');
        this.name = 'WorkerLate';
    }
}

const LONGEST_SLEEP_MS = 2_000;
const AFTER_FAULT_MS = 1_000;

/** Workers of this process: each takes a lane, delivers what waits in it, and takes the next. */
export async function startWorkers(options: WorkersOptions): Promise<Workers> {
    const { database, name, lanes, leaseMs, now = () => performance.now(), onFault, urgentLanes = 0 } = options;
    const ending = new AbortController();
    const idleWorkers = createIdleWorkers();
    const idleUrgent = createIdleWorkers();
    let signedAt = now();
    let lateAt = -Infinity;

    async function sign(): Promise<void> {
        const at = now();
        await keepWorker(database, name, leaseMs);
        // Others may have taken what was held by then: to live again gives nothing back.
        if (at - signedAt >= leaseMs) lateAt = at;
        signedAt = at;
    }

    const assertAliveSince = (takenAt: number): void => {
        if (now() - signedAt >= leaseMs || lateAt >= takenAt) throw new WorkerLate();
    };

    /** A lane whose work ended in a fault: while this worker lives, nobody else would take it. */
    async function letGo(held: HeldLane, reason: string): Promise<void> {
        while (!ending.signal.aborted) {
            const waitMs = AFTER_FAULT_MS * 2 ** Math.min(held.failures, 16);
            try {
                await postponeLane(database, held, { waitMs, reason, isFailure: true });
                return;
            } catch (error) {
                if (error instanceof LaneLost) return;
                await pause(AFTER_FAULT_MS, ending.signal);
            }
        }
    }

    async function work(number: number, idle: IdleWorkers, urgentOnly: boolean): Promise<void> {
        while (!ending.signal.aborted) {
            const calls = idle.calls();
            const takenAt = now();
            let held: HeldLane | undefined;
            try {
                held = await takeLane(database, `${name}#${number}`, urgentOnly);
                if (held === undefined) {
                    const dueIn = (await nextDueIn(database, urgentOnly)) ?? LONGEST_SLEEP_MS;
                    await idle.rest(calls, Math.min(LONGEST_SLEEP_MS, Math.max(1, dueIn)));
                    continue;
                }
                // There may be more than this one lane.
                idle.call();
                const assertAlive = (): void => assertAliveSince(takenAt);
                await runLane({ ...options, assertAlive, pause }, held, ending.signal);
            } catch (error) {
                if (error instanceof LaneLost) continue;
                const known = knownFault(error);
                if (known === undefined) onFault(error);
                if (held === undefined) await pause(AFTER_FAULT_MS, ending.signal);
                else await letGo(held, known ?? 'a fault of the bridge');
            }
        }
    }

    await sign();
    const heartbeat = setInterval(() => void sign().catch(() => undefined), leaseMs / 4);
    const quiet = await database.listen(WORK, () => idleWorkers.call());
    const quietUrgent = urgentLanes > 0 ? await database.listen(URGENT_WORK, () => idleUrgent.call()) : undefined;
    const running = Array.from({ length: lanes + urgentLanes }, (_, number) =>
        number < lanes ? work(number, idleWorkers, false) : work(number, idleUrgent, true)
    );

    return {
        async drain(): Promise<void> {
            ending.abort();
            idleWorkers.end();
            idleUrgent.end();
            await Promise.all(running);
            clearInterval(heartbeat);
            await quiet();
            await quietUrgent?.();
            await endWorker(database, name).catch(() => undefined);
        }
    };
}

function knownFault(error: unknown): string | undefined {
    if (error instanceof DatabaseFault) return 'the database did not answer';
    if (error instanceof WorkerLate) return 'the process that had it was held up';
    return undefined;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
        const end = (): void => {
            clearTimeout(timer);
            signal.removeEventListener('abort', end);
            resolve();
        };
        const timer = setTimeout(end, ms);
        signal.addEventListener('abort', end);
    });
}
