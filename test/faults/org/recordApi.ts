import type { ModelProfile } from './profile.ts';
import { Refusal } from './taskTable.ts';
import type { TaskTable, Value, Values } from './taskTable.ts';

/** One call of `createRecord`, `updateRecord` or `deleteRecord` for a Task. */
export interface RecordAsked {
    readonly change: 'create' | 'update' | 'delete';
    /** Empty for a new one. */
    readonly id: string;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly user: string;
    readonly request: number;
}

/** What comes back: the record, or the platform's words about why it was not saved. */
export interface RecordAnswer {
    readonly ok: boolean;
    readonly status: number;
    readonly statusText: string;
    readonly body: unknown;
}

const answer = (status: number, body: unknown): RecordAnswer => ({
    ok: status < 300,
    status,
    statusText: status < 300 ? 'OK' : 'Bad Request',
    body
});

const NO_TASK = answer(400, [{ errorCode: 'INVALID_TYPE', message: 'Object Task is not supported in UI API' }]);

/** As an org answers by UI API: a field that may not be written is always named. `interfere` throws what refuses the save. */
export function createRecordApi(
    profile: ModelProfile,
    tasks: TaskTable,
    interfere: (request: number) => void
): (asked: RecordAsked) => RecordAnswer {
    function allowed(fields: RecordAsked['fields'], right: 'createable' | 'updateable'): Values {
        for (const name of Object.keys(fields)) {
            const field = tasks.fields.get(name);
            if (field === undefined) {
                throw new Refusal('INVALID_FIELD', `No such column '${name}' on sobject of type Task`, [name]);
            }
            if (!field[right]) {
                const message = `Unable to create/update fields: ${name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
                throw new Refusal('INVALID_FIELD_FOR_INSERT_UPDATE', message, [name]);
            }
        }
        return fields as Record<string, Value>;
    }

    function perform({ change, id, fields, user, request }: RecordAsked): RecordAnswer {
        const who = { by: 'page', user, request } as const;
        interfere(request);
        switch (change) {
            case 'create':
                return answer(201, record(tasks.create(allowed(fields, 'createable'), who)));
            case 'update':
                tasks.update(id, allowed(fields, 'updateable'), who);
                return answer(200, record(id));
            case 'delete':
                tasks.remove(id, who);
                return answer(204, undefined);
        }
    }

    return (asked) => {
        if (profile['task-write-route'] === 'graphql') return NO_TASK;
        try {
            return perform(asked);
        } catch (cause) {
            if (!(cause instanceof Refusal)) throw cause;
            return refused(cause);
        }
    };
}

function record(id: string): unknown {
    return { id, apiName: 'Task', fields: {} };
}

/** With the field where one is known, as the record API tells it. */
function refused({ code, message, fields: [field] }: Refusal): RecordAnswer {
    const about = { errorCode: code, message, field: field ?? null };
    return answer(code === 'ENTITY_IS_DELETED' ? 404 : 400, {
        statusCode: 400,
        enhancedErrorType: 'RecordError',
        message: 'An error occurred while trying to update the record. Please try again.',
        output: {
            errors: field === undefined ? [about] : [],
            fieldErrors: field === undefined ? {} : { [field]: [about] }
        }
    });
}
