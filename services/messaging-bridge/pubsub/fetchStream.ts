import type { ClientDuplexStream } from '@grpc/grpc-js';
import type { Clock } from '@switchboard/genesys-api';
import type { Failure } from './failures.ts';
import { failureOf } from './failures.ts';
import type { FetchRequest, FetchResponse } from './wire.ts';

/** One Subscribe call, read one response at a time. */
export interface FetchStream {
    request(request: FetchRequest): void;
    /** What came, in order, also after the end of the call; then how it ended. Silence for too long is an end. */
    next(): Promise<{ response: FetchResponse } | { failure: Failure }>;
    /** Responses that nobody has read yet. */
    readonly waiting: readonly FetchResponse[];
    cancel(): void;
}

/** Salesforce sends an empty response within 270 s; a call that is silent for longer is dead, whatever TCP says. */
export function fetchStream(
    call: ClientDuplexStream<FetchRequest, FetchResponse>,
    silence: { readonly ms: number; readonly clock: Clock }
): FetchStream {
    const waiting: FetchResponse[] = [];
    let ended: Failure | undefined;
    let wake = (): void => undefined;

    function end(failure: Failure): void {
        ended ??= failure;
        wake();
    }

    call.on('data', (response: FetchResponse) => {
        waiting.push(response);
        wake();
    });
    call.on('status', (status: Parameters<typeof failureOf>[0]) => end(failureOf(status)));
    // Says the same as the status; without a listener it would end the process, also long after the last look.
    call.on('error', () => undefined);

    async function somethingOrSilence(): Promise<void> {
        const watch = new AbortController();
        const something = new Promise<void>((resolve) => (wake = resolve));
        const silent = silence.clock.wait(silence.ms, watch.signal).then(
            () => end({ reaction: 'backOff', text: `Salesforce has been silent for ${silence.ms / 1000} s.` }),
            () => undefined
        );
        await Promise.race([something, silent]);
        watch.abort();
    }

    return {
        waiting,
        request: (request) => void (ended === undefined && call.write(request)),
        async next() {
            if (waiting.length === 0 && ended === undefined) await somethingOrSilence();
            const response = waiting.shift();
            if (response !== undefined) return { response };
            return { failure: ended ?? { reaction: 'backOff', text: 'The stream to Salesforce broke.' } };
        },
        cancel(): void {
            end({ reaction: 'backOff', text: 'The stream was closed here.' });
            call.cancel();
        }
    };
}
