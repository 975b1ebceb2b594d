import { VendorError } from './vendorError.ts';

export interface Quota {
    /** Counts a request. Throws VendorError: 429, with the same headers. */
    use(clientId: string): Readonly<Record<string, string>>;
    /** Of each client, from now on. */
    perMinute: number;
}

const MINUTE_MS = 60_000;

/** A count for each client that begins anew every minute. */
export function createQuota(now: () => number, perMinute: number): Quota {
    const used = new Map<string, { count: number; readonly until: number }>();
    const quota: Quota = {
        perMinute,
        use(clientId) {
            const held = used.get(clientId);
            const window = held && held.until > now() ? held : { count: 0, until: now() + MINUTE_MS };
            used.set(clientId, window);
            window.count += 1;
            const reset = String(Math.ceil((window.until - now()) / 1_000));
            const headers = {
                'inin-ratelimit-count': String(window.count),
                'inin-ratelimit-allowed': String(quota.perMinute),
                'inin-ratelimit-reset': reset
            };
            if (window.count <= quota.perMinute) return headers;
            throw new VendorError({
                status: 429,
                code: 'too.many.requests',
                message: 'Too many requests. Try again in {seconds} seconds.',
                params: { seconds: reset },
                limit: { key: 'client.requests.rate.per.minute', namespace: 'platform.api', value: quota.perMinute },
                headers: { ...headers, 'retry-after': reset }
            });
        }
    };
    return quota;
}
