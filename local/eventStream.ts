/**
 * One stream of server-sent events out of several, because a browser opens only six connections to a server for all
 * its tabs together. An answer that is no stream is left out. Each part must hand over whole events.
 */
export function joinedEvents(answers: readonly Response[]): Response {
    const readers = answers.flatMap(({ ok, body }) => (ok && body !== null ? [body.getReader()] : []));
    const body = new ReadableStream<Uint8Array>({
        start(controller) {
            const passOn = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> => {
                for (;;) {
                    const { done, value } = await reader.read();
                    if (done) return;
                    controller.enqueue(value);
                }
            };
            const all = Promise.all(readers.map(passOn));
            all.then(() => controller.close()).catch(() => undefined);
        },
        cancel: async () => {
            await Promise.all(readers.map((reader) => reader.cancel()));
        }
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}
