import { ConnectionLost } from '../../org/orgError.ts';

/** What goes wrong with one of the next answers. */
export type Fault =
    /** This status instead, with a body that a gateway might send. */
    | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
    /** No answer, ever. */
    | { readonly kind: 'hang' }
    /** The connection closes. */
    | { readonly kind: 'close' }
    | { readonly kind: 'slow'; readonly ms: number };

export interface FaultOptions {
    /** How many requests it hits; one by default. */
    readonly times?: number;
    /** The request is done, and its answer is what goes wrong. */
    readonly afterDoing?: boolean;
}

export interface Faults {
    /** Waits behind those asked for before. */
    next(fault: Fault, options?: FaultOptions): void;
    clear(): void;
    /** Around one request. */
    around(request: Request, answer: () => Promise<Response>): Promise<Response>;
}

export function createFaults(wait: (ms: number) => Promise<void>): Faults {
    const waiting: { readonly fault: Fault; readonly afterDoing: boolean }[] = [];

    async function happen(fault: Fault, request: Request, answer: () => Promise<Response>): Promise<Response> {
        switch (fault.kind) {
            case 'slow':
                await wait(fault.ms);
                return answer();
            case 'close':
                throw new ConnectionLost();
            case 'hang':
                await new Promise<void>((resolve) => {
                    request.signal.addEventListener('abort', () => resolve(), { once: true });
                });
                throw new ConnectionLost();
            case 'status':
                return gatewayAnswer(fault.status, fault.headers);
        }
    }

    return {
        next(fault, { times = 1, afterDoing = false } = {}) {
            for (let at = 0; at < times; at += 1) waiting.push({ fault, afterDoing });
        },
        clear: () => void waiting.splice(0),
        async around(request, answer) {
            const [next] = waiting.splice(0, 1);
            if (next === undefined) return answer();
            if (!next.afterDoing) return happen(next.fault, request, answer);
            const done = await answer();
            return happen(next.fault, request, () => Promise.resolve(done));
        }
    };
}

/** Not the API's own words: a gateway in front of it speaks. */
function gatewayAnswer(status: number, headers: Readonly<Record<string, string>> = {}): Response {
    const body = `<html><body>${status}</body></html>\n`;
    return new Response(body, { status, headers: { 'content-type': 'text/html', ...headers } });
}
