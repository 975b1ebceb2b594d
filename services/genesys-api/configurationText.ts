/**
 * What the text of a configuration holds. Throws an Error that says where it is no JSON, by line and column, and never
 * what stands there: that may be a secret.
 */
export function readConfigurationText(text: string): unknown {
    let isLost = false;
    let held: unknown;
    try {
        // Editors of Windows begin a file with a byte order mark.
        held = JSON.parse(text.replace(/^\uFEFF/, ''), (name, value: unknown) => {
            isLost ||= name === '__proto__';
            return value;
        });
    } catch (error) {
        throw new Error(`The configuration is not JSON${placeIn((error as Error).message, text)}.`);
    }
    // What reads it would leave it out: a caller, say, and then everybody may call.
    if (isLost)
        throw new Error('The configuration has the name "__proto__", which nothing can have. Give another one.');
    return held;
}

/** V8 says where it stopped, beside words of the text. */
function placeIn(message: string, text: string): string {
    if (text.trim() === '') return ': the file is empty';
    const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
    if (line !== undefined) return `: look at line ${line}, column ${column}, and just before it`;
    return message.includes('end of JSON') ? ': it ends too early' : '';
}
