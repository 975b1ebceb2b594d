/** What docs/voice.md says of one attribute. */
export interface AttributeRow {
    readonly name: string;
    /** The word of the second column. */
    readonly kind: string;
}

/** The rows of the table below "What each attribute becomes" that name an attribute. */
export function attributeRows(page: string): AttributeRow[] {
    const [, section = ''] = page.split(/^## What each attribute becomes$/m);
    const [table = ''] = section.split(/^## /m);
    return [...table.matchAll(/^\| `([^`]+)` +\| ([a-z -]+?) +\|/gm)].map(([, name = '', kind = '']) => ({
        name,
        kind
    }));
}
