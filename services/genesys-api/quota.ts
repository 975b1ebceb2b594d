/** What an answer tells of the OAuth client's quota (headers inin-ratelimit-*, not on an official page). */
export function quotaOf(headers: Headers): { allowed: number; count: number; resetSeconds: number } | undefined {
    const [allowed, count, resetSeconds] = ['allowed', 'count', 'reset'].map((name) =>
        numberOf(headers.get(`inin-ratelimit-${name}`))
    );
    if (allowed === undefined || count === undefined || resetSeconds === undefined || allowed === 0) return undefined;
    return { allowed, count, resetSeconds };
}

const numberOf = (header: string | null): number | undefined =>
    header !== null && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined;
