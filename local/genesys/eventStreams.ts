/** Server-sent events, one set of open pages per user. */
export interface EventStreams {
    /** Opens a stream that begins with one event. */
    open(userName: string, event: string, data: unknown): Response;
    send(userName: string, event: string, data: unknown): void;
    close(): void;
}

export function createEventStreams(): EventStreams {
    const pages = new Map<string, Set<ReadableStreamDefaultController<Uint8Array>>>();
    const encoder = new TextEncoder();
    const encode = (event: string, data: unknown): Uint8Array =>
        encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

    function open(userName: string, event: string, data: unknown): Response {
        const ofUser = pages.get(userName) ?? new Set();
        pages.set(userName, ofUser);
        let page: ReadableStreamDefaultController<Uint8Array> | undefined;
        const body = new ReadableStream<Uint8Array>({
            start(controller) {
                page = controller;
                ofUser.add(controller);
                controller.enqueue(encode(event, data));
            },
            cancel() {
                if (page) {
                    ofUser.delete(page);
                }
            }
        });
        return new Response(body, {
            headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }
        });
    }

    function send(userName: string, event: string, data: unknown): void {
        pages.get(userName)?.forEach((page) => page.enqueue(encode(event, data)));
    }

    function close(): void {
        pages.forEach((ofUser) => ofUser.forEach((page) => page.close()));
        pages.clear();
    }

    return { open, send, close };
}
