const SHAPE =
    /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/i;

/** The platform keeps no date outside these years. */
const FIRST_YEAR = 1700;
const LAST_YEAR = 4000;

const FORMATTERS_KEPT = 20;

/** Reads an ISO 8601 time that names its zone. One without a zone is a guess, so it is refused. */
export function readInstant(text: string): Date | undefined {
    const parts = SHAPE.exec(text.trim());
    if (!parts) {
        return undefined;
    }
    const [, year = '', month = '', day = '', hour = '', minute = '', second = '00', fraction = '', zone = ''] = parts;
    if (!isDay(`${year}-${month}-${day}`)) {
        return undefined;
    }
    const milliseconds = `${fraction}000`.slice(0, 3);
    const utc = Date.UTC(+year, +month - 1, +day, +hour, +minute, +second, +milliseconds);
    const instant = new Date(utc - offsetMinutes(zone) * 60_000);
    return inRange(instant.getUTCFullYear()) ? instant : undefined;
}

/** True for `yyyy-MM-dd` where the calendar has that day and the platform keeps that year. */
export function isDay(text: string): boolean {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    if (!parts || !inRange(Number(parts[1]))) {
        return false;
    }
    const date = new Date(`${text}T00:00:00.000Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day, `yyyy-MM-dd`, that a clock on the wall of that zone shows. An unknown zone counts as UTC. */
export function dayIn(instant: Date, timeZone: string): string {
    const parts = new Map(
        formatIn('en-US', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' })
            .formatToParts(instant)
            .map((part) => [part.type, part.value])
    );
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

/** Making a formatter takes a browser longer than all the rest of a save; a user needs two. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A formatter that never throws: an unknown locale counts as English (US), an unknown zone as UTC. */
export function formatIn(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = JSON.stringify([locale, timeZone, options]);
    const made = formatters.get(key);
    if (made) {
        return made;
    }
    const language = known(() => new Intl.DateTimeFormat(locale)) ? locale : 'en-US';
    const zone = known(() => new Intl.DateTimeFormat('en-US', { timeZone })) ? timeZone : 'UTC';
    const formatter = new Intl.DateTimeFormat(language, { ...options, timeZone: zone });
    if (formatters.size >= FORMATTERS_KEPT) {
        formatters.clear();
    }
    formatters.set(key, formatter);
    return formatter;
}

function known(attempt: () => unknown): boolean {
    try {
        attempt();
        return true;
    } catch {
        return false;
    }
}

function inRange(year: number): boolean {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function offsetMinutes(zone: string): number {
    const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
    if (!parts) {
        return 0;
    }
    const minutes = Number(parts[2]) * 60 + Number(parts[3]);
    return parts[1] === '-' ? -minutes : minutes;
}
