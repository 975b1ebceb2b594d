/** More than are ever heard of at once: a shift has a thousand handlings, and of most nobody asks any more. */
const KEPT = 200;

/** Values by name. Those that nobody has asked for in the longest time are forgotten, so that a page open all day does not grow. */
export interface LastUsed<Value> {
    get(name: string): Value | undefined;
    set(name: string, value: Value): void;
}

export function createLastUsed<Value>(kept = KEPT): LastUsed<Value> {
    const values = new Map<string, Value>();

    function put(name: string, value: Value): void {
        values.delete(name);
        values.set(name, value);
    }

    return {
        get(name): Value | undefined {
            const value = values.get(name);
            if (value !== undefined) {
                put(name, value);
            }
            return value;
        },
        set(name, value): void {
            put(name, value);
            for (const oldest of [...values.keys()].slice(0, Math.max(0, values.size - kept))) {
                values.delete(oldest);
            }
        }
    };
}
