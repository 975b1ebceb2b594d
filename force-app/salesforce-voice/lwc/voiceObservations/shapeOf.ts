/** Fields of the events that hold fields themselves. In any other a key may be a name or a number of somebody. */
const OPENED: readonly string[] = ['content', 'sender', 'stats', 'inputChannelStats', 'outputChannelStats'];
const MOST_KEYS = 20;
const DEEPEST = 4;

/** Keys and kinds of values, without any value: `{callId text, content {text text}}`. Never throws. */
export function shapeOf(value: unknown): string {
    try {
        return kindOf(value, true, 0);
    } catch {
        return 'unreadable';
    }
}

function kindOf(value: unknown, mayOpen: boolean, depth: number): string {
    if (value === null) return 'null';
    if (Array.isArray(value)) {
        const inside = mayOpen && value.length > 0 && depth < DEEPEST ? kindOf(value[0], true, depth + 1) : '';
        return `[${value.length}${inside === '' ? '' : ` ${inside}`}]`;
    }
    if (typeof value !== 'object') return typeof value === 'string' ? 'text' : typeof value;
    const keys = Object.keys(value);
    if (!mayOpen || depth >= DEEPEST) return `{${keys.length}}`;
    const fields = keys.slice(0, MOST_KEYS).map((key) => {
        const field: unknown = (value as Readonly<Record<string, unknown>>)[key];
        return `${isSafe(key) ? key : '?'} ${kindOf(field, OPENED.includes(key), depth + 1)}`;
    });
    return `{${[...fields, ...(keys.length > MOST_KEYS ? ['…'] : [])].join(', ')}}`;
}

/** Written as a programmer names a field, and no number of anybody. */
function isSafe(key: string): boolean {
    return /^[a-z][A-Za-z_]{0,39}$/.test(key);
}
