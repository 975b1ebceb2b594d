import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';

/** The record API of an org that takes no Tasks through it. */
export const NO_TASK_IN_RECORD_API = {
    ok: false,
    status: 400,
    statusText: 'Bad Request',
    body: [{ errorCode: 'INVALID_TYPE', message: 'Object Task is not supported in UI API' }]
} as const;

export const recordApi = {
    create: jest.mocked(createRecord),
    update: jest.mocked(updateRecord),
    remove: jest.mocked(deleteRecord)
};

export function recordApiRefusesTasks(): void {
    for (const one of Object.values(recordApi)) {
        (one as jest.Mock).mockReset().mockRejectedValue(NO_TASK_IN_RECORD_API);
    }
}
