/** The clock of a server, as its answers tell it: what it wrote down is compared with this one, never with ours. */
export interface ServerClock {
    /** Takes the place of `fetch`: reads the header Date of each answer. */
    readonly fetch: typeof fetch;
    /** Whole milliseconds since 1970, up to a second and the way of an answer too early; ours until an answer has told. */
    now(): number;
}

export function createServerClock(send: typeof fetch = fetch): ServerClock {
    let told: { readonly date: number; readonly at: number } | undefined;
    return {
        async fetch(input, init): Promise<Response> {
            const response = await send(input, init);
            const date = Date.parse(response.headers.get('date') ?? '');
            if (!Number.isNaN(date)) told = { date, at: performance.now() };
            return response;
        },
        now: () => (told === undefined ? Date.now() : Math.floor(told.date + performance.now() - told.at))
    };
}
