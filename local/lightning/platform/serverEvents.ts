/** The one stream of events that this page holds open: commits of the org, and what the phone says. */

export interface EventFollower {
    /** By the name of the event; each gets the event's content. */
    readonly on: Readonly<Record<string, (content: unknown) => void>>;
    readonly opened?: () => void;
    readonly lost?: () => void;
}

const followers = new Set<EventFollower>();
let source: EventSource | undefined;
let opening = false;

/**
 * Follows the server's events. A newcomer has the stream opened anew, so that everybody is told the present state, as
 * after a lost connection. Where the page has no server-sent events, nothing happens.
 */
export function followServer(follower: EventFollower): () => void {
    if (typeof EventSource === 'undefined') return () => undefined;
    followers.add(follower);
    openSoon();
    return () => {
        followers.delete(follower);
        if (followers.size > 0) return;
        source?.close();
        source = undefined;
    };
}

/** Once for all that begin to follow in the same turn. */
function openSoon(): void {
    if (opening) return;
    opening = true;
    queueMicrotask(() => {
        opening = false;
        source?.close();
        source = followers.size > 0 ? open() : undefined;
    });
}

function open(): EventSource {
    const opened = new EventSource('/local/events');
    const names = new Set([...followers].flatMap(({ on }) => Object.keys(on)));
    for (const name of names) {
        opened.addEventListener(name, ({ data }: MessageEvent<string>) => {
            const content = JSON.parse(data) as unknown;
            for (const { on } of [...followers]) on[name]?.(content);
        });
    }
    opened.onopen = () => [...followers].forEach((follower) => follower.opened?.());
    opened.onerror = () => [...followers].forEach((follower) => follower.lost?.());
    return opened;
}
