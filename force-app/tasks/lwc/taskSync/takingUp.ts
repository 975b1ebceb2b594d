import type { LivePresence } from './livePresence.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';
import type { TaskLine } from './taskLine.ts';
import type { Clock, TaskKey } from './types.ts';

/** How often what other tabs left behind is looked for, in milliseconds. */
const TAKE_UP_MS = 60_000;

export interface TakingUpParts {
    readonly clock: Clock;
    readonly outbox: Outbox;
    readonly presence: LivePresence;
    /** The Task with this key id, where this page looks after it. */
    readonly shown: (id: string) => TaskLine | undefined;
    readonly lineFor: (key: TaskKey) => TaskLine;
    readonly ask: (line: TaskLine, entry: OutboxEntry) => void;
    /** Tells what other tabs found. */
    readonly tellFound: () => void;
}

/** Brings to the org what a tab left that is gone. */
export interface TakingUp {
    /** Whatever is kept, now; and from now on what nobody touched for a while. */
    begin(): void;
    stop(): void;
}

export function createTakingUp(parts: TakingUpParts): TakingUp {
    const { clock, outbox, presence, shown, lineFor, ask, tellFound } = parts;
    /** Calls of other tabs: how they end is waited for. */
    const watched = new Set<string>();
    /** When the newest value had come at the last look, by Task. */
    let seen: ReadonlyMap<string, number> = new Map();
    let stop = (): void => undefined;

    function takeUp(isLeft: (entry: OutboxEntry) => boolean): void {
        const entries = outbox.keys().flatMap((id) => outbox.read(id) ?? []);
        const left = entries.filter(isLeft);
        seen = new Map(entries.map(({ key, keptAt }) => [key.id, keptAt]));
        for (const entry of left) {
            const { id } = entry.key;
            const line = shown(id);
            const isHeard = line?.heard === true;
            if (entry.disconnectedAt !== undefined) {
                // A write that the tab was asked for which is gone: also where this one shows the call.
                if (line?.state.pending !== true && (!isHeard || entry.due > 0)) {
                    ask(lineFor(entry.key), entry);
                }
            } else if (!isHeard && !watched.has(id)) {
                watched.add(id);
                presence.whenGone(
                    id,
                    () => shown(id)?.heard !== true && outbox.read(id)?.disconnectedAt === undefined,
                    () => markEnded(lineFor(entry.key))
                );
            }
        }
    }

    function markEnded(line: TaskLine): void {
        const entry = outbox.read(line.key.id);
        if (entry !== undefined) {
            ask(line, { ...entry, disconnectedAt: new Date(clock.now()).toISOString(), wrappedUp: true });
        }
    }

    function goOn(): void {
        stop = clock.after(TAKE_UP_MS, () => {
            takeUp(({ key, keptAt }) => seen.get(key.id) === keptAt);
            tellFound();
            goOn();
        });
    }

    return {
        begin(): void {
            takeUp(() => true);
            stop();
            goOn();
        },
        stop: () => stop()
    };
}
