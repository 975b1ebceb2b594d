const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:([T ])(\d{2}:\d{2})(:\d{2})?(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** The time so many seconds later, written in the same way; `undefined` for a text that is no time. */
export function movedMoment(text: string, seconds: number): string | undefined {
    const found = MOMENT.exec(text);
    if (!found) return undefined;
    const [, day = '', between = '', minute = '00:00', second, fraction = '', zone = ''] = found;
    const at = Date.parse(`${day}T${minute}${second ?? ':00'}Z`);
    const moved = new Date(at + seconds * 1000);
    if (Number.isNaN(moved.getTime())) return undefined;
    const [date = '', time = ''] = moved.toISOString().split('T');
    if (between === '') return date;
    return `${date}${between}${time.slice(0, second === undefined ? 5 : 8)}${fraction}${zone}`;
}
