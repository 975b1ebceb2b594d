/** Which rows a filter finds. */
export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** Salesforce compares ids by their first 15 characters, and text without regard to case. */
function alike(name: string, a: unknown, b: unknown): boolean {
    if (name === 'Id' || name.endsWith('Id')) return String(a).slice(0, 15) === String(b).slice(0, 15);
    return typeof a === 'string' && typeof b === 'string'
        ? a.toLowerCase() === b.toLowerCase()
        : (a ?? null) === (b ?? null);
}

export function matches(row: Row, where: unknown): boolean {
    return (
        !isRow(where) ||
        Object.entries(where).every(([name, given]) => {
            if (name === 'and') return list(given).every((one) => matches(row, one));
            if (name === 'or') return list(given).some((one) => matches(row, one));
            return Object.entries(isRow(given) ? given : {}).every(([operator, value]) => {
                if (operator === 'eq') return alike(name, row[name], value);
                if (operator === 'in') return list(value).some((one) => alike(name, row[name], one));
                if (operator === 'ne') return !alike(name, row[name], value);
                const [a, b] = [String(row[name] ?? ''), String(isRow(value) ? value['value'] : value)];
                return operator === 'gte' ? a >= b : operator === 'lte' ? a <= b : operator === 'gt' ? a > b : a < b;
            });
        })
    );
}
