/** A value of an unchecked message: only what it holds itself, never what it inherits. */
export function own(value: unknown, name: string): unknown {
    return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A non-blank text. */
export function isText(value: unknown): value is string {
    return typeof value === 'string' && value.trim() !== '';
}

/** The member of the list that is spelled the same but for case. */
export function ignoringCase<T extends string>(list: readonly T[], word: unknown): T | undefined {
    if (typeof word !== 'string') return undefined;
    const folded = word.toLowerCase();
    return list.find((member) => member.toLowerCase() === folded);
}
