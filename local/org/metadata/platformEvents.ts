import { MetadataMistake } from '../orgError.ts';
import type { FieldType, OrgField } from '../schema/objectTypes.ts';
import { readMetadataFile } from './metadataFile.ts';
import type { ProjectFile } from './projectFiles.ts';

/** A custom platform event: what is published and subscribed to, never stored in a table. */
export interface PlatformEvent {
    /** API name; its topic is `/event/<name>`. */
    readonly name: string;
    readonly label: string;
    readonly publishBehavior: 'PublishAfterCommit' | 'PublishImmediately';
    /** Its custom fields, in the order of their names. */
    readonly fields: ReadonlyMap<string, OrgField>;
    /** The metadata file it came from, relative to the project. */
    readonly source: string;
}

export const isPlatformEvent = (object: string): boolean => object.endsWith('__e');

/** All that an event's field may be. */
const FIELD_TYPES: readonly FieldType[] = ['Boolean', 'Date', 'DateTime', 'Double', 'String', 'LongTextArea'];

function checkField(event: string, field: OrgField): void {
    const file = field.source ?? event;
    if (!FIELD_TYPES.includes(field.type)) {
        const allowed = 'Checkbox, Date, DateTime, Number, Text or LongTextArea';
        throw new MetadataMistake(file, `a field of a platform event is ${allowed}; ${field.name} is ${field.type}`);
    }
    if (field.unique === true || field.externalId === true) {
        throw new MetadataMistake(
            file,
            `${field.name}: a field of a platform event is neither unique nor an external id`
        );
    }
}

function readPlatformEvent(file: ProjectFile, fields: readonly OrgField[]): PlatformEvent {
    const element = readMetadataFile(file.path, file.shownAs, 'CustomObject');
    const eventType = element.requiredText('eventType');
    if (eventType !== 'HighVolume') {
        throw new MetadataMistake(file.shownAs, `<eventType> is ${eventType}; new events can only be HighVolume`);
    }
    const publishBehavior = element.requiredText('publishBehavior');
    if (publishBehavior !== 'PublishAfterCommit' && publishBehavior !== 'PublishImmediately') {
        throw new MetadataMistake(
            file.shownAs,
            `<publishBehavior> is ${publishBehavior}; it must be PublishAfterCommit or PublishImmediately`
        );
    }
    if (element.textOf('deploymentStatus') !== 'Deployed') {
        throw new MetadataMistake(file.shownAs, '<deploymentStatus> must be Deployed, or nobody can subscribe');
    }
    for (const field of fields) checkField(file.name, field);
    element.requiredText('pluralLabel');
    return {
        name: file.name,
        label: element.requiredText('label'),
        publishBehavior,
        fields: new Map(fields.map((field) => [field.name, field])),
        source: file.shownAs
    };
}

/** The events among the objects; each with its fields, and no field without its event. */
export function readPlatformEvents(
    objects: readonly ProjectFile[],
    fields: ReadonlyMap<string, readonly OrgField[]>
): Map<string, PlatformEvent> {
    const files = objects.filter(({ name }) => isPlatformEvent(name));
    const events = new Map(files.map((file) => [file.name, readPlatformEvent(file, fields.get(file.name) ?? [])]));
    for (const [name, [field]] of fields) {
        if (isPlatformEvent(name) && !events.has(name)) {
            throw new MetadataMistake(field?.source ?? name, `there is no ${name}.object-meta.xml`);
        }
    }
    return events;
}
