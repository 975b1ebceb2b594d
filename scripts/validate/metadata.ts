/** Steps through parsed metadata without trusting its shape. */

export type Metadata = Readonly<Record<string, unknown>>;

const isMetadata = (value: unknown): value is Metadata =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

/** The element's children of that name: none, one or many. */
export function elements(parent: unknown, name: string): readonly Metadata[] {
    const found = isMetadata(parent) ? parent[name] : undefined;
    return (Array.isArray(found) ? found : [found]).filter(isMetadata);
}

/** The texts of the element's children of that name. */
export function texts(parent: unknown, name: string): readonly string[] {
    const found = isMetadata(parent) ? parent[name] : undefined;
    return (Array.isArray(found) ? found : [found]).flatMap((value) => {
        if (typeof value === 'string') return [value];
        const inner = isMetadata(value) ? value['#text'] : undefined;
        return typeof inner === 'string' ? [inner] : [];
    });
}

export const text = (parent: unknown, name: string): string | undefined => texts(parent, name)[0];

/** `Switchboard_Agent` of `…/Switchboard_Agent.permissionset-meta.xml`. */
export function nameOf(file: string): string {
    return file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+-meta\.xml$/, '');
}
