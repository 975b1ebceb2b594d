/** Objects as the platform and its faults hand them on. */

export const deepFrozen = <T>(given: T): T => {
    if (typeof given === 'object' && given !== null) Object.values(given).forEach(deepFrozen);
    return Object.freeze(given);
};

/** As a membrane hands objects on: each access gives another Proxy. */
export const proxied = (given: unknown): unknown =>
    typeof given === 'object' && given !== null
        ? new Proxy(given, { get: (target, name, self) => proxied(Reflect.get(target, name, self)) })
        : given;

/** Throws at the nth access, whichever that is. */
export const brittle = (given: object, at: number): object => {
    let left = at;
    const trap =
        (name: 'get' | 'has' | 'ownKeys' | 'getOwnPropertyDescriptor') =>
        (...args: never[]): unknown => {
            left -= 1;
            if (left < 0) throw new Error('boom');
            const got = (Reflect[name] as (...given: never[]) => unknown)(...args);
            return name === 'get' && typeof got === 'object' && got !== null && !Array.isArray(got)
                ? new Proxy(got, traps)
                : got;
        };
    const traps = Object.fromEntries(
        (['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor'] as const).map((name) => [name, trap(name)])
    ) as ProxyHandler<object>;
    return new Proxy(given, traps);
};
