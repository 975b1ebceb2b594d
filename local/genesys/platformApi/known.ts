type Known<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Leaves out what is undefined. */
export function known<T extends object>(values: T): Partial<Known<T>> {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Known<T>>;
}
