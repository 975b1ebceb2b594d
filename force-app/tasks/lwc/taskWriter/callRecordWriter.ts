import { rowsOf } from 'c/orgReader';
import { SaveError } from 'c/taskSync';
import type { SaveFailure, SaveRequest, SaveResult, TaskKey, TaskWriter } from 'c/taskSync';
import type { FieldValue } from 'c/attributeMapping';
import { onlyChanged } from './changedValues.ts';
import { createLearningSender } from './learningSender.ts';
import { RECORD_API_ROUTE } from './recordApiRoute.ts';
import { savedAs } from './saveResults.ts';
import { stillMine } from './stillMine.ts';
import { saveErrorOf } from './taskFaults.ts';
import { writeable } from './taskFields.ts';
import { readable } from './taskLookUp.ts';
import type { FoundTask } from './taskLookUp.ts';
import { callRecordOf } from './taskQueries.ts';
import type { RecordWriterOptions } from './recordWriterOptions.ts';

/** What an answer about a Task means where Salesforce keeps the record itself. */
const FAILURES: Partial<Record<SaveFailure, SaveFailure>> = {
    taskDeleted: 'noCallRecord',
    orgRefusesTask: 'noAccessToTask'
};

/**
 * Fills the record VoiceCall that Salesforce makes of each call, as the user, through the record API: the way that
 * Salesforce documents for it. Never makes one and never deletes one. `fields` are of VoiceCall.
 */
export function createCallRecordWriter({
    reader,
    fields,
    watched = (): readonly string[] => []
}: RecordWriterOptions): TaskWriter {
    const sendAllowed = createLearningSender(fields);

    async function find(callId: string, names: readonly string[]): Promise<FoundTask | undefined> {
        try {
            const [row] = rowsOf(await reader.query(callRecordOf(names), { callId }), 'VoiceCall');
            const { Id, ...values } = row ?? {};
            return typeof Id === 'string'
                ? { taskId: Id, values: values as Readonly<Record<string, FieldValue>> }
                : undefined;
        } catch (error) {
            const why = saveErrorOf(error);
            throw why.failure === 'refused' ? new SaveError('noAccessToTask', why.message) : why;
        }
    }

    async function save({ conversationId }: TaskKey, request: SaveRequest): Promise<SaveResult> {
        const { mayCreate, patch, written } = request;
        const described = fields();
        const names = readable([...new Set([...Object.keys(patch), ...watched()])], described);
        const record = await find(conversationId, names);
        // What a tab is answered that slept meanwhile may be long past.
        stillMine(request);
        if (record === undefined) {
            if (mayCreate) {
                throw new SaveError('noCallRecord', 'No VoiceCall whose VendorCallKey is the id of this call.');
            }
            return { outcome: 'noTaskYet', wrote: false, unsaved: [] };
        }
        if (described !== undefined && !Object.values(described).some(({ updateable }) => updateable)) {
            throw new SaveError('noAccessToTask', 'This user may change no field of VoiceCall.');
        }
        const { taskId, values } = record;
        written?.found(taskId, Object.fromEntries(names.map((name) => [name, values[name] ?? null])));
        const { allowed, unsaved } = writeable(patch, described, 'updateable');
        const toWrite = onlyChanged(allowed, described && values, request, unsaved, described);
        const details: string[] = [];
        const sent = await sendAllowed(toWrite, {
            changes: 'update',
            unsaved,
            details,
            along: () => ({}),
            send: (now) => {
                stillMine(request);
                written?.sends(now);
                return RECORD_API_ROUTE.update(taskId, now);
            }
        });
        return savedAs(taskId, sent === taskId, unsaved, details);
    }

    return {
        async save(key, request): Promise<SaveResult> {
            try {
                return await save(key, request);
            } catch (error) {
                const other = error instanceof SaveError ? FAILURES[error.failure] : undefined;
                throw other === undefined ? error : new SaveError(other, (error as SaveError).message);
            }
        },
        doublesOf: () => Promise.resolve([])
    };
}
