/** A file for the browser to save. */
export interface CreatedFile {
    readonly name: string;
    readonly url: string;
}

/**
 * Lightning Web Security takes blob addresses in links, not data addresses, and wants the type of a blob to be one of
 * its list. Undefined where the page may make none.
 */
export function createFile(name: string, content: Uint8Array | string, type: string): CreatedFile | undefined {
    try {
        const part = typeof content === 'string' ? content : (content as Uint8Array<ArrayBuffer>);
        return { name, url: URL.createObjectURL(new Blob([part], { type })) };
    } catch {
        return undefined;
    }
}

export function releaseFiles(files: readonly (CreatedFile | undefined)[]): void {
    for (const file of files) {
        if (file) URL.revokeObjectURL(file.url);
    }
}
