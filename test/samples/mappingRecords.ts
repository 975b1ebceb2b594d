import fc from 'fast-check';
import type { MappingRecord } from 'c/mappingFiles';

/** A record that Setup would take. */
export function record(developerName: string, more: Partial<MappingRecord> = {}): MappingRecord {
    return {
        developerName,
        label: developerName,
        attribute: 'Call.QueueName',
        field: 'Queue__c',
        active: true,
        interactionTypes: '',
        order: 10,
        overwrite: 'Always',
        ...more
    };
}

/** Text as admins write it, with what spreadsheets and XML trip over. */
const text = (maxLength: number): fc.Arbitrary<string> =>
    fc
        .string({
            unit: fc.oneof(fc.constantFrom(...`"',;<>&=+-@\n\r\tü’😀 `), fc.string({ minLength: 1, maxLength: 1 })),
            minLength: 1,
            maxLength
        })
        .map((all) => all.slice(0, maxLength).trim())
        .filter((all) => all !== '' && !/\p{Surrogate}/u.test(all));

const words = fc.uniqueArray(fc.constantFrom('call', 'callback', 'outbound dialing', 'chat', 'email'), {
    maxLength: 3
});

export const anyRecord: fc.Arbitrary<MappingRecord> = fc
    .record({
        name: fc.stringMatching(/^[A-Za-z](?:_?[A-Za-z0-9]){0,15}$/),
        label: text(40),
        attribute: text(60),
        // A dot stands behind the object alone.
        field: text(40).filter((name) => !name.includes('.')),
        object: fc.constantFrom('', 'Task.', 'VoiceCall.', 'voicecall.'),
        active: fc.boolean(),
        types: words,
        order: fc.option(fc.integer({ min: -99_998, max: 99_998 }), { nil: undefined }),
        overwrite: fc.constantFrom('Always', 'Only when empty')
    })
    .map(({ name, types, object, field, order, ...more }) => ({
        developerName: name,
        field: object + field,
        interactionTypes: types.join('; '),
        ...(order === undefined ? {} : { order }),
        ...more
    }));

export const anyRecords = fc.uniqueArray(anyRecord, {
    maxLength: 8,
    selector: ({ developerName }) => developerName.toLowerCase()
});
