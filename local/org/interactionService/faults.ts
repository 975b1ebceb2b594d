import type { ErrorCode } from './refusal.ts';

/** What goes wrong with a request. */
export type Fault =
    /** The connection closes before anything is read. For nobody at the address, close the service. */
    | { readonly kind: 'offline' }
    /** An answer that is late. */
    | { readonly kind: 'slow'; readonly ms: number }
    /** A gateway answers, with a page: 429, 502, 503 … */
    | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
    /** The service answers one of its errors, and has done nothing: 10019, 10055 … */
    | { readonly kind: 'error'; readonly code: ErrorCode }
    /** It is done, and the answer is lost, or breaks off in the middle. */
    | { readonly kind: 'lostAnswer' }
    | { readonly kind: 'cutAnswer' };

export interface FaultOptions {
    /** How many requests it hits; one where it is absent. */
    readonly times?: number;
    /** Requests for tokens, or calls; calls where it is absent. */
    readonly at?: 'tokens' | 'calls';
}

export interface Faults {
    /** Waits behind those asked for before. */
    next(fault: Fault, options?: FaultOptions): void;
    clear(): void;
    take(at: 'tokens' | 'calls'): Fault | undefined;
}

export function createFaults(): Faults {
    const waiting: Record<'tokens' | 'calls', Fault[]> = { tokens: [], calls: [] };
    return {
        next(fault, { at = 'calls', times = 1 } = {}) {
            for (let count = 0; count < times; count += 1) waiting[at].push(fault);
        },
        clear() {
            waiting.tokens.length = 0;
            waiting.calls.length = 0;
        },
        take: (at) => waiting[at].shift()
    };
}
