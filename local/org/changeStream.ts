import type { Commit } from './orgTypes.ts';

type Listener = (commit: Commit) => void;

/** Tells of commits: to listeners in the same process, and to browsers as server-sent events. */
export class ChangeStream {
    private readonly listeners = new Set<Listener>();
    private readonly streams = new Set<ReadableStreamDefaultController<Uint8Array>>();

    listen(listener: Listener): () => void {
        this.listeners.add(listener);
        return () => {
            this.listeners.delete(listener);
        };
    }

    tell(commit: Commit): void {
        for (const listener of [...this.listeners]) {
            listener(commit);
        }
    }

    /** One event per commit; its data is the commit, its id the sequence. */
    response(): Response {
        const text = new TextEncoder();
        let controller: ReadableStreamDefaultController<Uint8Array>;
        let stop: () => void = () => undefined;
        const body = new ReadableStream<Uint8Array>({
            start: (started) => {
                controller = started;
                this.streams.add(controller);
                controller.enqueue(text.encode(': connected\n\n'));
                stop = this.listen((commit) => {
                    controller.enqueue(text.encode(`id: ${commit.sequence}\ndata: ${JSON.stringify(commit)}\n\n`));
                });
            },
            cancel: () => {
                stop();
                this.streams.delete(controller);
            }
        });
        return new Response(body, {
            headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }
        });
    }

    close(): void {
        this.listeners.clear();
        for (const controller of this.streams) {
            controller.close();
        }
        this.streams.clear();
    }
}
