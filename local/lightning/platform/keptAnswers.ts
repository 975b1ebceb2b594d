import { orgRequest } from './orgRequest.ts';

export interface WireResult {
    readonly data?: unknown;
    readonly error?: unknown;
}
type Emit = (result: WireResult) => void;

interface Asked {
    readonly listeners: Set<Emit>;
    result: WireResult | undefined;
}

/**
 * Answers of UI API by path, kept for the life of the page and shared by every wire that asks the same path. A wire
 * hears only answers that differ from the last.
 */
export function createKeptAnswers(): {
    listen(path: string, emit: Emit): () => void;
    askAgain(matches: (path: string) => boolean): Promise<void>;
    reset(): void;
} {
    const asked = new Map<string, Asked>();

    async function ask(path: string, entry: Asked): Promise<void> {
        let result: WireResult;
        try {
            result = { data: await orgRequest('GET', path), error: undefined };
        } catch (error) {
            result = { data: undefined, error };
            asked.delete(path);
        }
        const same = JSON.stringify(entry.result) === JSON.stringify(result);
        entry.result = result;
        if (!same) for (const emit of [...entry.listeners]) emit(result);
    }

    return {
        listen(path, emit) {
            const entry = asked.get(path) ?? { listeners: new Set<Emit>(), result: undefined };
            entry.listeners.add(emit);
            if (!asked.has(path)) {
                asked.set(path, entry);
                void ask(path, entry);
            } else if (entry.result) {
                const kept = entry.result;
                queueMicrotask(() => {
                    if (entry.listeners.has(emit)) emit(kept);
                });
            }
            return () => {
                entry.listeners.delete(emit);
            };
        },
        async askAgain(matches) {
            await Promise.all([...asked].filter(([path]) => matches(path)).map(([path, entry]) => ask(path, entry)));
        },
        reset() {
            asked.clear();
        }
    };
}

export type KeptAnswers = ReturnType<typeof createKeptAnswers>;

/** A wire adapter over kept answers. `pathOf` gives the path to ask, or undefined while the configuration is not ready. */
export function wireOver<Config>(
    answers: KeptAnswers,
    pathOf: (config: Config) => string | undefined
): new (emit: Emit) => { connect(): void; update(config: Config): void; disconnect(): void } {
    return class {
        private readonly emit: Emit;
        private path: string | undefined = undefined;
        private connected = false;
        private stop: () => void = () => undefined;

        constructor(emit: Emit) {
            this.emit = emit;
            emit({ data: undefined, error: undefined });
        }
        connect(): void {
            this.connected = true;
            this.listen();
        }
        update(config: Config): void {
            const path = pathOf(config);
            if (path === this.path) return;
            this.path = path;
            this.listen();
        }
        disconnect(): void {
            this.connected = false;
            this.stop();
        }
        private listen(): void {
            this.stop();
            if (!this.connected || this.path === undefined) return;
            this.stop = answers.listen(this.path, this.emit);
        }
    };
}
