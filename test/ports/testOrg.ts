import { SaveError } from 'c/taskSync';
import type { Clock, SaveFailure, SaveRequest, SaveResult, TaskKey, TaskWriter } from 'c/taskSync';

export interface TestTask {
    readonly taskId: string;
    readonly conversationId: string;
    readonly userId: string;
    readonly values: Record<string, unknown>;
    readonly createdAt: number;
}

/** A writer over a small org: finds before it makes, and can fail before or after the commit. Latency in milliseconds. */
export function createTestOrg(
    clock: Clock,
    latencyMs = 0
): TaskWriter & {
    readonly tasks: TestTask[];
    readonly requests: SaveRequest[];
    writes: number;
    fail: SaveFailure | undefined;
    loseAnswer: boolean;
    hold: Promise<void> | undefined;
    phoneLogs(conversationId: string, userId: string): void;
} {
    const org = {
        tasks: [] as TestTask[],
        requests: [] as SaveRequest[],
        writes: 0,
        fail: undefined as SaveFailure | undefined,
        loseAnswer: false,
        hold: undefined as Promise<void> | undefined,
        phoneLogs(conversationId: string, userId: string): void {
            org.tasks.push({
                taskId: `00Tphone${org.tasks.length}`,
                conversationId,
                userId,
                values: {},
                createdAt: clock.now()
            });
        },
        async save(key: TaskKey, request: SaveRequest): Promise<SaveResult> {
            org.requests.push(request);
            await org.hold;
            if (org.fail !== undefined) {
                throw new SaveError(org.fail, 'the org said no');
            }
            const found =
                org.tasks.find((task) => task.taskId === request.taskId) ??
                org.tasks.find(
                    (task) =>
                        task.conversationId === key.conversationId &&
                        task.userId === key.userId &&
                        task.createdAt >= Date.parse(key.connectedTime) - 1_000
                );
            // A look-up and a write are two requests: another tab may come between.
            await (latencyMs === 0
                ? Promise.resolve()
                : new Promise<void>((resolve) => clock.after(latencyMs, resolve)));
            const values = {
                ...(request.keepDefaults || found === undefined ? request.defaults : {}),
                ...request.patch
            };
            if (found === undefined && !request.mayCreate) {
                return { outcome: 'noTaskYet', wrote: false, unsaved: [] };
            }
            const changed = Object.entries(values).some(([name, value]) => found?.values[name] !== value);
            const task = found ?? {
                taskId: `00Tours${org.tasks.length}`,
                conversationId: key.conversationId,
                userId: key.userId,
                values: {},
                createdAt: clock.now()
            };
            if (found === undefined) {
                org.tasks.push(task);
            }
            Object.assign(task.values, values);
            org.writes += found === undefined || changed ? 1 : 0;
            if (org.loseAnswer) {
                org.loseAnswer = false;
                throw new SaveError('offline', 'the answer was lost');
            }
            return {
                outcome: 'saved',
                taskId: task.taskId,
                wrote: found === undefined || changed,
                ...(found === undefined ? { created: true } : {}),
                unsaved: []
            };
        }
    };
    return org;
}
