/** Work that is done for each name by itself: one at a time, and the last that was told. */
export interface Turns<T> {
    /** Without what is told it is to be asked. What was told last takes the place of what was told before. */
    add(name: string, told?: T): void;
    /** Nothing is begun any more; waits until what was begun has ended. */
    close(): Promise<void>;
}

export interface TurnsOptions<T> {
    readonly work: (name: string, told?: T) => Promise<unknown>;
    /** How many names at the same time. */
    readonly atOnce: number;
    /** How long a name whose work failed `failures` times in a row waits. Milliseconds. */
    readonly waitMs: (failures: number) => number;
    readonly onFailure: (error: unknown) => void;
}

/**
 * Work that fails is done again after a while, without what was told by then. What is told comes before what is asked,
 * and otherwise who came first comes first.
 */
export function createTurns<T>({ atOnce, onFailure, waitMs, work }: TurnsOptions<T>): Turns<T> {
    const told = new Map<string, T>();
    const asked = new Set<string>();
    const busy = new Map<string, Promise<void>>();
    const failures = new Map<string, number>();
    const resting = new Map<string, ReturnType<typeof setTimeout>>();
    let isClosed = false;

    function next(): string | undefined {
        for (const names of [told, asked]) for (const name of names.keys()) if (!busy.has(name)) return name;
        return undefined;
    }

    function begin(): void {
        while (!isClosed && busy.size < atOnce) {
            const name = next();
            if (name === undefined) return;
            const known = told.get(name);
            if (!told.delete(name)) asked.delete(name);
            busy.set(name, run(name, known));
        }
    }

    async function run(name: string, known: T | undefined): Promise<void> {
        try {
            await work(name, known);
            failures.delete(name);
        } catch (error) {
            onFailure(error);
            rest(name);
        }
        busy.delete(name);
        begin();
    }

    function rest(name: string): void {
        if (isClosed) return;
        const failed = (failures.get(name) ?? 0) + 1;
        failures.set(name, failed);
        told.delete(name);
        asked.delete(name);
        const rested = (): void => {
            resting.delete(name);
            asked.add(name);
            begin();
        };
        resting.set(name, setTimeout(rested, waitMs(failed)));
    }

    return {
        add(name, known) {
            // Whoever rests asks afterwards, and so learns what is told now too.
            if (isClosed || resting.has(name)) return;
            if (known === undefined) asked.add(name);
            else told.set(name, known);
            begin();
        },
        async close() {
            isClosed = true;
            for (const timer of resting.values()) clearTimeout(timer);
            resting.clear();
            await Promise.all(busy.values());
        }
    };
}
