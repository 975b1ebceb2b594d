import type { Replayed } from './replayTrace.ts';

/** For a person: each Task with its filled fields, then the writes, what the phone was asked to write, then the problems. */
export function printed({ tasks, writes, handedOver, problems }: Replayed): string {
    const lines = tasks.flatMap((task, index) => [
        `Task ${index + 1} of ${tasks.length}`,
        ...Object.entries(task)
            .filter(([, value]) => value !== null && value !== '')
            .map(([field, value]) => `    ${field}: ${String(value)}`)
    ]);
    return [
        ...(tasks.length === 0 ? ['No Task'] : lines),
        `${writes} ${writes === 1 ? 'write' : 'writes'}`,
        ...(handedOver === 0 ? [] : [`${handedOver} times handed to the phone`]),
        problems.length === 0 ? 'No problems' : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`,
        ...problems.map(
            (problem) =>
                `    ${Object.entries(problem)
                    .map(([name, value]) => `${name}: ${inOneLine(value)}`)
                    .join(', ')}`
        )
    ].join('\n');
}

/** `{ kind: 'text', count: 312 }` reads `text 312`. */
function inOneLine(value: unknown): string {
    return typeof value === 'object' && value !== null ? Object.values(value).flat().join(' ') : String(value);
}
