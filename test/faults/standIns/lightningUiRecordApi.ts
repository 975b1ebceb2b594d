/** `lightning/uiRecordApi` for the fault model: an org that takes no Task through the record API. */
interface Refusal {
    readonly status: number;
    readonly body: readonly { readonly errorCode: string; readonly message: string }[];
}

const REFUSAL: Refusal = {
    status: 400,
    body: [{ errorCode: 'INVALID_TYPE', message: 'Object Task is not supported in UI API' }]
};

function refused(): Promise<never> {
    return Promise.reject(REFUSAL as unknown as Error);
}

export function notifyRecordUpdateAvailable(): Promise<void> {
    return Promise.resolve();
}

export { refused as createRecord, refused as deleteRecord, refused as updateRecord };
