/** A file that goes with an interaction. */
export interface AttachedFile {
    readonly name: string;
    readonly mimeType: string;
    /** At most `MOST_FILE_BYTES`. */
    readonly bytes: Uint8Array<ArrayBuffer>;
}

/** 25 MB: more is refused (10008). Whether Salesforce means 25,000,000 or this is not said. */
export const MOST_FILE_BYTES = 25 * 1_024 * 1_024;

/** The body of POST /interactions: `json`, and `attachments` where there is a file. */
export function formOf(body: object, file: AttachedFile | undefined): FormData {
    const form = new FormData();
    form.append('json', new Blob([JSON.stringify(body)], { type: 'application/json' }));
    if (file !== undefined) form.append('attachments', new Blob([file.bytes], { type: file.mimeType }), file.name);
    return form;
}
