/** Seconds that a Retry-After asks for, given as seconds or as a date; undefined where it says neither. Never negative. */
export function retryAfterSeconds(header: string | null, now: number): number | undefined {
    const text = header?.trim() ?? '';
    if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text));
    const date = /^[a-z]{3,9},? /i.test(text) ? Date.parse(text) : NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1_000));
}
