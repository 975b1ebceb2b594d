import type { FieldValue } from 'c/attributeMapping';
import { answerInTime } from './answerInTime.ts';
import { isRefusal, saveErrorOf } from './taskFaults.ts';

export type TaskValues = Readonly<Record<string, FieldValue>>;

/** A way to write Tasks. Each function rejects with MutationRefused or SaveError. */
export interface TaskRoute {
    /** Resolves the new Task's id. */
    readonly create: (values: TaskValues) => Promise<string>;
    readonly update: (taskId: string, values: TaskValues) => Promise<string>;
    readonly remove: (taskId: string) => Promise<void>;
}

/** The org answered that it did not write, and why. */
export class MutationRefused extends Error {
    readonly errors: unknown;

    constructor(errors: unknown) {
        super('The org refused the mutation.');
        this.errors = errors;
    }
}

/** Waits for the org. Rejects with MutationRefused where the org itself refused, else with SaveError. */
export async function answered<T>(ask: () => Promise<T>): Promise<T> {
    try {
        return await answerInTime(ask());
    } catch (error) {
        const why = saveErrorOf(error);
        throw (why.failure === 'refused' || why.failure === 'orgRefusesTask') && isRefusal(error)
            ? new MutationRefused(error)
            : why;
    }
}
