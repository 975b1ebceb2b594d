/** How far the service's clock is ahead of this one, in milliseconds; to a second. */
export function skewOf(headers: Headers, now: number): number | undefined {
    const at = Date.parse(headers.get('date') ?? '');
    return Number.isNaN(at) ? undefined : at - now;
}
