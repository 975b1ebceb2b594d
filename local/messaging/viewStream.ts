import { setTimeout as wait } from 'node:timers/promises';

const LOOK_MS = 150;

/**
 * Server-sent events `view`: one at once, and one whenever another picture is to be seen. Looks for itself, because two
 * sides that know nothing of the page make the picture.
 */
export function viewStream(view: () => Promise<object>, signal: AbortSignal): Response {
    const encoder = new TextEncoder();
    const over = new AbortController();
    const end = AbortSignal.any([signal, over.signal]);
    const body = new ReadableStream<Uint8Array>({
        async start(controller) {
            let shown = '';
            while (!end.aborted) {
                const next = await view().then(
                    (picture) => `event: view\ndata: ${JSON.stringify(picture)}\n\n`,
                    (error: unknown) => `event: problem\ndata: ${JSON.stringify(String(error))}\n\n`
                );
                if (next !== shown && !end.aborted) controller.enqueue(encoder.encode(next));
                shown = next;
                await wait(LOOK_MS, undefined, { signal: end }).catch(() => undefined);
            }
            if (!over.signal.aborted) controller.close();
        },
        cancel: () => over.abort()
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}
