/**
 * Milliseconds that a Retry-After asks for, given as seconds or as a date; undefined where it says neither. Never
 * negative. `now` is that of the server's clock where it gives a date.
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
    const text = header?.trim() ?? '';
    if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1_000);
    const date = /^[a-z]{3,9},? /i.test(text) ? Date.parse(text) : NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The same in whole seconds. */
export function retryAfterSeconds(header: string | null, now: number): number | undefined {
    const ms = retryAfterMs(header, now);
    return ms === undefined ? undefined : Math.ceil(ms / 1_000);
}
