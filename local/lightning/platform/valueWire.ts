/** A value of the page that components follow by wire: the current one at once, then each change. */
export interface PageValue<T> {
    get(): T;
    set(value: T): void;
    follow(listener: (value: T) => void): () => void;
}

export function createPageValue<T>(initial: T): PageValue<T> {
    const listeners = new Set<(value: T) => void>();
    let current = initial;
    return {
        get: () => current,
        set(value) {
            current = value;
            for (const listener of [...listeners]) listener(value);
        },
        follow(listener) {
            listeners.add(listener);
            return () => listeners.delete(listener);
        }
    };
}

/** A wire adapter without configuration over a page value. */
export function wireTo<T>(
    value: PageValue<T>
): new (emit: (value: T) => void) => { connect(): void; update(): void; disconnect(): void } {
    return class {
        private readonly emit: (value: T) => void;
        private stop: () => void = () => undefined;

        constructor(emit: (value: T) => void) {
            this.emit = emit;
        }
        connect(): void {
            this.stop = value.follow(this.emit);
            this.emit(value.get());
        }
        update(): void {
            // The adapter takes no configuration.
        }
        disconnect(): void {
            this.stop();
        }
    };
}
