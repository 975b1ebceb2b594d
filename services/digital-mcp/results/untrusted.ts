/** Names of fields that somebody outside the company wrote, or may have. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set(
    'textbody htmlbody body text subject name nickname firstname lastname fromname toname payload description attributes metadata filename contenturl url html title notes'.split(
        ' '
    )
);

/** Names of the fields of a value that may hold words of people outside, sorted. */
export function untrustedIn(value: unknown): readonly string[] {
    const found = new Set<string>();
    function walk(one: unknown): void {
        if (typeof one !== 'object' || one === null) return;
        for (const [name, part] of Object.entries(one)) {
            if (!Array.isArray(one) && holdsText(part) && FROM_OUTSIDE.has(name.toLowerCase())) found.add(name);
            walk(part);
        }
    }
    walk(value);
    return [...found].sort();
}

const holdsText = (value: unknown): boolean =>
    typeof value === 'string'
        ? value !== ''
        : typeof value === 'object' && value !== null && Object.keys(value).length > 0;
