export type Fields = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Fields {
    return typeof value === 'object' && value !== null;
}

/** What the object itself has, never what it inherits (V2). */
export function own(object: unknown, name: string): unknown {
    return isObject(object) && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Without spaces around it; undefined for an empty one and for what is no text. */
export function text(value: unknown): string | undefined {
    const trimmed = typeof value === 'string' ? value.trim() : '';
    return trimmed === '' ? undefined : trimmed;
}

/** Undefined for what is no finite number. */
export function figure(value: unknown): number | undefined {
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Only what is known: absent, never undefined. */
export function told<Told extends object>(fields: { readonly [Name in keyof Told]: Told[Name] | undefined }): Told {
    const known: Partial<Told> = {};
    for (const name of Object.keys(fields) as (keyof Told)[]) {
        const value = fields[name];
        if (value !== undefined) known[name] = value;
    }
    return known as Told;
}
