/** What becomes of a text. `name` is that of the field that it stands in, or in whose list; `path` the names down to it. */
export type TextChange = (text: string, name: string, path: readonly string[]) => string;

/** A JSON value with each text as `change` gives it. Whatever has no text that changes is the same, not a copy. */
export function withTexts(value: unknown, change: TextChange): unknown {
    const path: string[] = [];
    function walk(one: unknown, name: string): unknown {
        if (typeof one === 'string') return change(one, name, path);
        if (typeof one !== 'object' || one === null) return one;
        const isList = Array.isArray(one);
        const parts = one as Readonly<Record<string, unknown>>;
        let copy: Record<string, unknown> | undefined;
        for (const key of Object.keys(parts)) {
            path.push(key);
            const part = walk(parts[key], isList ? name : key);
            path.pop();
            if (part === parts[key]) continue;
            copy ??= (isList ? [...(one as unknown[])] : { ...parts }) as Record<string, unknown>;
            copy[key] = part;
        }
        return copy ?? one;
    }
    return walk(value, '');
}
