/** The object or list that a text is written for, as participant data often are. */
export function parsedJson(text: string): object | undefined {
    if (!/^\s*[[{]/.test(text)) return undefined;
    try {
        return JSON.parse(text) as object;
    } catch {
        return undefined;
    }
}
