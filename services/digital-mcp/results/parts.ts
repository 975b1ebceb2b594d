/** Parts of a JSON value, named by a JSON Pointer (RFC 6901): `/entities/0/textBody`; the whole is the empty text. */

export function pointerTo(parent: string, name: string | number): string {
    return `${parent}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Undefined where there is no such part. */
export function partAt(value: unknown, pointer: string): unknown {
    const [before, ...names] = pointer.split('/');
    if (before !== '') return undefined;
    let part = value;
    for (const name of names.map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'))) {
        if (typeof part !== 'object' || part === null || !isListed(part, name)) return undefined;
        part = (part as Readonly<Record<string, unknown>>)[name];
    }
    return part;
}

/** Own, and not the length of a list. */
const isListed = (part: object, name: string): boolean => Object.prototype.propertyIsEnumerable.call(part, name);

/** The lists within a value, the whole among them, with how many items each has. Longest first, at most 20. */
export function listsIn(value: unknown): readonly { readonly path: string; readonly items: number }[] {
    const found: { path: string; items: number }[] = [];
    function walk(one: unknown, at: string): void {
        if (typeof one !== 'object' || one === null) return;
        if (Array.isArray(one)) found.push({ path: at, items: one.length });
        for (const [name, part] of Object.entries(one)) walk(part, pointerTo(at, name));
    }
    walk(value, '');
    return found.sort((one, other) => other.items - one.items).slice(0, 20);
}
