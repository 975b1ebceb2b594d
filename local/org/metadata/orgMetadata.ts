import { basename, dirname } from 'node:path';
import { MetadataMistake } from '../orgError.ts';
import type { OrgField, OrgObject, OrgObjects } from '../schema/objectTypes.ts';
import type { StandardObjectsOptions } from '../schema/standardObjects.ts';
import { standardObjects } from '../schema/standardObjects.ts';
import type { ConversationChannel } from './conversationChannels.ts';
import { readConversationChannel } from './conversationChannels.ts';
import { readCustomField } from './customFields.ts';
import type { CustomMetadataRecord } from './customMetadataRecords.ts';
import { readCustomMetadataRecord } from './customMetadataRecords.ts';
import { readCustomMetadataType } from './customMetadataTypes.ts';
import type { PlatformEvent } from './platformEvents.ts';
import { isPlatformEvent, readPlatformEvents } from './platformEvents.ts';
import type { PermissionSet } from './permissionSets.ts';
import { readPermissionSet } from './permissionSets.ts';
import { filesOfType, projectFiles } from './projectFiles.ts';

/** The org as the project's metadata makes it. */
export interface OrgMetadata {
    readonly objects: OrgObjects;
    readonly records: readonly CustomMetadataRecord[];
    readonly permissionSets: ReadonlyMap<string, PermissionSet>;
    /** By API name, e.g. `Switchboard_Outbound__e`. They are no objects: nothing queries them. */
    readonly platformEvents: ReadonlyMap<string, PlatformEvent>;
    /** By developer name: the AuthorizationContext of the Interaction Service. */
    readonly conversationChannels: ReadonlyMap<string, ConversationChannel>;
}

function fieldsByObject(projectDir: string, paths: readonly string[]): Map<string, OrgField[]> {
    const byObject = new Map<string, OrgField[]>();
    for (const file of filesOfType(projectDir, paths, 'field')) {
        const object = basename(dirname(dirname(file.path)));
        if (object === 'Task' || object === 'Event') {
            throw new MetadataMistake(file.shownAs, `fields of ${object} live on Activity: objects/Activity/fields`);
        }
        const fields = byObject.get(object) ?? [];
        if (fields.some((field) => field.name === file.name)) {
            throw new MetadataMistake(file.shownAs, `${object}.${file.name} is there twice`);
        }
        byObject.set(object, [...fields, readCustomField(file)]);
    }
    return byObject;
}

function withCustomFields(object: OrgObject, fields: readonly OrgField[]): OrgObject {
    return { ...object, fields: new Map([...object.fields, ...fields.map((field) => [field.name, field] as const)]) };
}

/** What an org takes; what it does not take does not exist in it. */
export interface OrgMetadataOptions extends StandardObjectsOptions {
    /** `notUnique`: the field is there and holds the same value twice. */
    readonly uniqueActivityFields: 'accepted' | 'notUnique' | 'absent';
    readonly longTextOnActivity: boolean;
    /** Whether the optional field for the names of unsaved fields was deployed. */
    readonly unsavedField: boolean;
    /** What the org takes of a Task's fields although it does not fit. */
    readonly unchecked: { readonly length: boolean; readonly values: boolean; readonly required: boolean };
}

const UNSAVED_FIELD = 'SwitchboardUnsaved__c';

/** In an org that takes long texts on Activity, an admin has made one. */
const LONG_TEXT: OrgField = {
    name: 'Switchboard_Long_Text__c',
    label: 'Long Text',
    type: 'LongTextArea',
    custom: true,
    createable: true,
    updateable: true,
    required: false,
    filterable: false,
    open: true,
    length: 32_768
};

function asChecked(field: OrgField, { uniqueActivityFields, unchecked }: OrgMetadataOptions): OrgField {
    const { length: _length, ...unlimited } = field;
    return {
        ...(unchecked.length ? unlimited : field),
        ...(unchecked.values && field.restricted === true ? { restricted: false } : {}),
        ...(unchecked.required ? { required: false } : {}),
        ...(uniqueActivityFields === 'notUnique' && field.unique === true ? { unique: false } : {})
    };
}

/** Reads force-app as a deployment would. A mistake throws MetadataMistake naming the file. */
export function readOrgMetadata(projectDir: string, options: OrgMetadataOptions): OrgMetadata {
    const paths = projectFiles(projectDir);
    const fields = fieldsByObject(projectDir, paths);
    const objects = new Map(standardObjects(options).map((object) => [object.name, object]));
    const absentFields = new Set<string>();
    for (const [name, custom] of fields) {
        if (name.endsWith('__mdt') || isPlatformEvent(name)) {
            continue;
        }
        const targets = name === 'Activity' ? ['Task', 'Event'] : [name];
        for (const target of targets) {
            const object = objects.get(target);
            if (object === undefined) {
                throw new MetadataMistake(custom[0]?.source ?? name, `the local org has no object ${target}`);
            }
            const taken = custom.filter((field) => {
                const refused =
                    name === 'Activity' &&
                    ((field.unique === true && options.uniqueActivityFields === 'absent') ||
                        (field.type === 'LongTextArea' && !options.longTextOnActivity) ||
                        (field.name === UNSAVED_FIELD && !options.unsavedField));
                if (refused) {
                    absentFields.add(`${target}.${field.name}`);
                }
                return !refused;
            });
            objects.set(target, withCustomFields(object, taken));
        }
    }
    const task = objects.get('Task');
    if (task !== undefined) {
        const all = withCustomFields(task, options.longTextOnActivity ? [LONG_TEXT] : []);
        const fields = [...all.fields].map(([name, field]) => [name, asChecked(field, options)] as const);
        objects.set('Task', { ...all, fields: new Map(fields) });
    }
    let number = 0;
    for (const file of filesOfType(projectDir, paths, 'object')) {
        if (!file.name.endsWith('__mdt')) {
            continue;
        }
        const prefix = `m${String(number).padStart(2, '0')}`;
        number += 1;
        objects.set(file.name, readCustomMetadataType(file, fields.get(file.name) ?? [], prefix));
    }
    for (const [name, custom] of fields) {
        if (name.endsWith('__mdt') && !objects.has(name)) {
            throw new MetadataMistake(custom[0]?.source ?? name, `there is no ${name}.object-meta.xml`);
        }
        for (const field of custom) {
            const target = field.referenceTo?.find((referred) => !objects.has(referred));
            if (target !== undefined) {
                throw new MetadataMistake(field.source ?? name, `<referenceTo> names ${target}, which does not exist`);
            }
        }
    }
    const names = (type: string): Set<string> => new Set(filesOfType(projectDir, paths, type).map((file) => file.name));
    const platformEvents = readPlatformEvents(filesOfType(projectDir, paths, 'object'), fields);
    const channels = filesOfType(projectDir, paths, 'ConversationChannelDefinition');
    const named = { objects, platformEvents, tabs: names('tab'), applications: names('app'), absentFields };
    return {
        objects,
        records: filesOfType(projectDir, paths, 'md').map((file) => readCustomMetadataRecord(file, objects)),
        permissionSets: new Map(
            filesOfType(projectDir, paths, 'permissionset').map((file) => [file.name, readPermissionSet(file, named)])
        ),
        platformEvents,
        conversationChannels: new Map(
            channels.map((file) => [file.name, readConversationChannel(file, platformEvents)])
        )
    };
}
