/** A file for the browser to save. */
export interface TraceFile {
    readonly name: string;
    readonly url: string;
}

/**
 * Lightning Web Security takes blob addresses in links, not data addresses, and wants the type of a blob to be one of
 * its list. `undefined` where there is no such thing.
 */
export function traceFile(text: string, at: Date): TraceFile | undefined {
    try {
        const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
        return { name: `trace-${at.toISOString().slice(0, 19).replaceAll(':', '-')}.json`, url };
    } catch {
        return undefined;
    }
}

export function releaseFile(file: TraceFile | undefined): void {
    if (file) URL.revokeObjectURL(file.url);
}

/** Another one for each file, kept nowhere. */
export function newSalt(): string {
    return crypto.getRandomValues(new Uint32Array(8)).join('-');
}
