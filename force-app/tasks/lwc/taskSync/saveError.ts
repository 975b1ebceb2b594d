import type { SaveFailure } from './types.ts';

/** Why a save did not happen. `transient` failures are tried again by themselves. */
export class SaveError extends Error {
    readonly failure: SaveFailure;
    readonly transient: boolean;

    constructor(failure: SaveFailure, detail: string) {
        super(detail);
        this.name = 'SaveError';
        this.failure = failure;
        this.transient = isTransient(failure);
    }
}

export function isTransient(failure: SaveFailure): boolean {
    return ['offline', 'busy', 'rowLocked', 'noCallRecord'].includes(failure);
}

/** What is shown of whatever was thrown. */
export function textOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
