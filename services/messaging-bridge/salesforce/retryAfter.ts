/** How far the service's clock is ahead of this one, in milliseconds; to a second. */
export function skewOf(headers: Headers, now: number): number | undefined {
    const at = Date.parse(headers.get('date') ?? '');
    return Number.isNaN(at) ? undefined : at - now;
}

/** Milliseconds that a Retry-After asks for, as seconds or as a date by the service's own clock. Never negative. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
    const value = headers.get('retry-after')?.trim() ?? '';
    if (/^\d{1,9}(\.\d{1,9})?$/.test(value)) return Math.ceil(Number(value) * 1_000);
    const until = /^[a-z]{3,9},? /i.test(value) ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(until)) return undefined;
    return Math.max(0, until - (now + (skewOf(headers, now) ?? 0)));
}
