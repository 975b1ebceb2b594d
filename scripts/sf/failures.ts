/** What a failed call says of components, permission sets and records, one line each. */

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const listOf = (value: unknown): Readonly<Record<string, unknown>>[] =>
    (Array.isArray(value) ? value : [value]).filter(isRecord);

/** Of `project deploy start`: the org gives one failure alone, or a list. */
function components(details: Readonly<Record<string, unknown>>): string[] {
    const inner = isRecord(details.details) ? details.details.componentFailures : undefined;
    return listOf(inner).map(({ componentType, fullName, lineNumber, problem }) => {
        const line = text(lineNumber) === '' ? '' : `, line ${text(lineNumber)}`;
        return `${text(componentType)} ${text(fullName)}${line}: ${text(problem)}`.trim();
    });
}

/** Of `org assign permset`. */
const assignments = (details: Readonly<Record<string, unknown>>): string[] =>
    listOf(details.failures).map(({ message }) => text(message));

/** Of `data import tree`. No values of records are in it, only their places and fields. */
const records = (details: unknown): string[] =>
    listOf(details)
        .filter(({ StatusCode }) => StatusCode !== undefined)
        .map(({ referenceId, StatusCode, Message, fields }) =>
            `${text(referenceId)}: ${text(StatusCode)}, ${text(Message)} (${text(fields)})`.trim()
        );

export function failuresIn(details: unknown): string[] {
    const told = isRecord(details) ? [...components(details), ...assignments(details)] : [];
    return [...told, ...records(details)];
}
