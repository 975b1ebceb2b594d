import { at } from 'c/orgReader';
import { SaveError } from 'c/taskSync';
import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import { answered } from './taskRoute.ts';
import type { TaskRoute } from './taskRoute.ts';

/** `lightning/uiRecordApi`, where an org takes Tasks through it: sources contradict each other. */
export const RECORD_API_ROUTE: TaskRoute = {
    async create(values): Promise<string> {
        const id = at(await answered(() => createRecord({ apiName: 'Task', fields: values })), 'id');
        if (typeof id !== 'string') {
            throw new SaveError('busy', 'The org made a Task and did not say its id.');
        }
        return id;
    },
    async update(taskId, values): Promise<string> {
        await answered(() => updateRecord({ fields: { ...values, Id: taskId } }));
        return taskId;
    },
    async remove(taskId): Promise<void> {
        await answered(() => deleteRecord(taskId));
    }
};
