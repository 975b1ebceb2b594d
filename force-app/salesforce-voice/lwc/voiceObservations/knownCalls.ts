/** So many calls are remembered. */
const KEPT = 50;

export interface KnownCalls<Kept> {
    get(id: string): Kept | undefined;
    has(id: string): boolean;
    delete(id: string): void;
    set(id: string, kept: Kept): void;
}

/** What is remembered of the last calls, by their ids. */
export function createKnownCalls<Kept>(): KnownCalls<Kept> {
    const calls = new Map<string, Kept>();
    return {
        get: (id) => calls.get(id),
        has: (id) => calls.has(id),
        delete(id): void {
            calls.delete(id);
        },
        set(id, kept): void {
            calls.delete(id);
            calls.set(id, kept);
            for (const oldest of [...calls.keys()].slice(0, -KEPT)) calls.delete(oldest);
        }
    };
}
