import type { FieldDescriptions, TargetObject } from 'c/attributeMapping';
import type { OrgReader, TaskSetup } from 'c/orgReader';
import { targetOf } from 'c/taskSync';
import type { SaveRequest, SaveResult, TaskKey, TaskWriter } from 'c/taskSync';
import { createCallRecordWriter, createRecordWriter } from 'c/taskWriter';
import type { RecordWriterOptions, TaskRouteName } from 'c/taskWriter';
import { mappedFieldsOf } from './taskSubmission.ts';
import type { Mapping } from './taskSubmission.ts';

interface ObjectWritersOptions {
    readonly reader: OrgReader;
    /** Hands attributes to the vendor's phone; left out where no phone writes Tasks. */
    readonly phoneWriter?: TaskWriter;
    readonly setup: () => TaskSetup | undefined;
    readonly rules: () => Mapping | undefined;
}

/** Writes each handling where its key says. */
export interface ObjectWriters extends TaskWriter {
    /**
     * The way by which this page writes Tasks, or the records of calls where the settings say so; undefined until the org
     * has taken, or judged, a Task, or taken such a record.
     */
    route(): TaskRouteName | undefined;
}

/** Whatever the settings say by now, what is kept for one object never goes to the other. */
export function createObjectWriters({ phoneWriter, reader, rules, setup }: ObjectWritersOptions): ObjectWriters {
    const onTask = createRecordWriter(describedFor('Task'));
    const onCallRecord = createCallRecordWriter(describedFor('VoiceCall'));
    let tookCallRecord = false;

    /** What the org told of one object. */
    function describedFor(object: TargetObject): RecordWriterOptions {
        const isTold = (): boolean => setup()?.target === object;
        return {
            reader,
            fields: (): FieldDescriptions => (isTold() ? setup()?.fields : undefined),
            watched(): readonly string[] {
                const mapping = isTold() ? rules() : undefined;
                return mapping === undefined ? [] : mappedFieldsOf(mapping);
            }
        };
    }

    const writerOf = (keyId: string): TaskWriter => (targetOf(keyId) === 'VoiceCall' ? onCallRecord : onTask);

    function isPhones(keyId: string): boolean {
        const settings = setup()?.settings;
        return targetOf(keyId) === 'Task' && typeof settings === 'object' && settings.mode === 'phone';
    }

    async function save(key: TaskKey, request: SaveRequest): Promise<SaveResult> {
        const result = await ((isPhones(key.id) ? phoneWriter : undefined) ?? writerOf(key.id)).save(key, request);
        tookCallRecord ||= result.wrote && targetOf(key.id) === 'VoiceCall';
        return result;
    }

    function route(): TaskRouteName | undefined {
        if (setup()?.target !== 'VoiceCall') {
            return onTask.route();
        }
        return tookCallRecord ? 'recordApi' : undefined;
    }

    return {
        ...onTask,
        save,
        doublesOf: async (key, request) => (await writerOf(key.id).doublesOf?.(key, request)) ?? [],
        route
    };
}
