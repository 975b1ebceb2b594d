import { setTimeout as wait } from 'node:timers/promises';
import { ConnectionLost } from '../org/orgError.ts';

type Handler = (request: Request) => Promise<Response>;

/** What may go wrong with a request of the bridge; after that only some of it has been done. */
export interface BadDays {
    /** Share of the requests that go wrong. */
    share: number;
    /** How often each kind of it has happened. */
    readonly counts: Readonly<Record<string, number>>;
    around(answer: Handler): Handler;
}

const page = (status: number, headers: Readonly<Record<string, string>> = {}): Response =>
    new Response('<html><body>A gateway.</body></html>', {
        status,
        headers: { 'content-type': 'text/html', ...headers }
    });

/**
 * Genesys Cloud at its worst. It is slow before it does a thing for less than the bridge waits for it to be shown: one
 * that takes longer than `showsWithinSeconds` would break what the operator has promised the bridge.
 */
export function createBadDays(random: () => number): BadDays {
    const kinds: Readonly<Record<string, (request: Request, answer: Handler) => Promise<Response>>> = {
        async slowBefore(request, answer) {
            await wait(random() * 800);
            return answer(request);
        },
        async slowAfter(request, answer) {
            const done = await answer(request);
            await wait(random() * 3_000);
            return done;
        },
        tooMany: async () => page(429, { 'retry-after': '1' }),
        tooManyNoTime: async () => page(429),
        unavailable: async () => page(503),
        async failsAfterwards(request, answer) {
            await answer(request);
            return page(500);
        },
        async closes() {
            throw new ConnectionLost();
        },
        async losesAnswer(request, answer) {
            await answer(request);
            throw new ConnectionLost();
        }
    };
    const names = Object.keys(kinds);
    const counts: Record<string, number> = {};
    return {
        share: 0,
        counts,
        around(answer) {
            return async (request) => {
                const name = random() < this.share ? names[Math.floor(random() * names.length)] : undefined;
                const happen = name === undefined ? undefined : kinds[name];
                if (name === undefined || happen === undefined) return answer(request);
                counts[name] = (counts[name] ?? 0) + 1;
                return happen(request, answer);
            };
        }
    };
}
