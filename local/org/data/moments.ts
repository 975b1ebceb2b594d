/** A moment as the platform keeps it: whole seconds, UTC, written with zero milliseconds. */
export function storedMoment(date: Date): string {
    return date.toISOString().replace(/\.\d{3}Z$/, '.000Z');
}

/** Reads an ISO 8601 date-time with a zone; undefined when it is none. */
export function readMoment(text: string): Date | undefined {
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
        return undefined;
    }
    const date = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    return Number.isNaN(date.getTime()) ? undefined : date;
}

/** True for a day of the calendar written as YYYY-MM-DD. */
export function isDay(text: string): boolean {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
        return false;
    }
    const date = new Date(`${text}T00:00:00.000Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
