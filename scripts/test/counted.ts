/** Reads what Jest and node:test counted. Undefined when they wrote nothing that can be read. */
import { existsSync, readFileSync } from 'node:fs';
import type { Counts } from './step.ts';

function readObject(file: string): Record<string, unknown> | undefined {
    if (!existsSync(file)) return undefined;
    try {
        const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
        return typeof value === 'object' && value !== null ? { ...value } : undefined;
    } catch {
        return undefined;
    }
}

const numberIn = (object: Record<string, unknown>, name: string): number => {
    const value = object[name];
    return typeof value === 'number' ? value : 0;
};

export function countedByNode(file: string): Counts | undefined {
    const read = readObject(file);
    if (!read) return undefined;
    return { passed: numberIn(read, 'passed'), failed: numberIn(read, 'failed'), skipped: numberIn(read, 'skipped') };
}

export function countedByJest(file: string): Counts | undefined {
    const read = readObject(file);
    if (!read) return undefined;
    return {
        passed: numberIn(read, 'numPassedTests'),
        // A file that could not be loaded holds no failed test, but it failed.
        failed: numberIn(read, 'numFailedTests') + numberIn(read, 'numRuntimeErrorTestSuites'),
        skipped: numberIn(read, 'numPendingTests') + numberIn(read, 'numTodoTests')
    };
}
