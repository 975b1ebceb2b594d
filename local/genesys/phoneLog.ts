/** One line of a soft phone's own log: what it was asked and what it did. Holds no number, name or value. */
export interface LogLine {
    readonly number: number;
    /** ISO 8601. */
    readonly at: string;
    readonly text: string;
    readonly refused: boolean;
}

const KEPT = 50;

export interface PhoneLog {
    add(userName: string, text: string, refused?: boolean): void;
    /** Newest first. */
    linesOf(userName: string): readonly LogLine[];
    reset(): void;
}

export function createPhoneLog(now: () => Date): PhoneLog {
    const lines = new Map<string, readonly LogLine[]>();
    let count = 0;
    return {
        add(userName, text, refused = false) {
            count += 1;
            const line = { number: count, at: now().toISOString(), text, refused };
            lines.set(userName, [line, ...(lines.get(userName) ?? [])].slice(0, KEPT));
        },
        linesOf: (userName) => lines.get(userName) ?? [],
        reset: () => lines.clear()
    };
}
