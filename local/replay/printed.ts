import type { Replayed } from './replayTrace.ts';

/** For a person: each Task or Voice Call with its filled fields, the writes, what the phone was asked to write, the problems. */
export function printed({ calls = [], tasks, writes, handedOver, problems }: Replayed): string {
    return [
        ...(tasks.length === 0 ? ['No Task'] : linesOf('Task', tasks)),
        ...linesOf('Voice Call', calls),
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

function linesOf(name: string, records: Replayed['tasks']): string[] {
    return records.flatMap((record, index) => [
        `${name} ${index + 1} of ${records.length}`,
        ...Object.entries(record)
            .filter(([, value]) => value !== null && value !== '')
            .map(([field, value]) => `    ${field}: ${String(value)}`)
    ]);
}

/** `{ kind: 'text', count: 312 }` reads `text 312`. */
function inOneLine(value: unknown): string {
    return typeof value === 'object' && value !== null ? Object.values(value).flat().join(' ') : String(value);
}
