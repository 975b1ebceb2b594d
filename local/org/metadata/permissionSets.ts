import { MetadataMistake } from '../orgError.ts';
import type { OrgObjects } from '../schema/objectTypes.ts';
import type { MetadataElement } from './metadataFile.ts';
import { readMetadataFile } from './metadataFile.ts';
import type { PlatformEvent } from './platformEvents.ts';
import type { ProjectFile } from './projectFiles.ts';

export interface FieldPermission {
    readonly readable: boolean;
    readonly editable: boolean;
}

export interface ObjectPermission {
    readonly read: boolean;
    readonly create: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
    readonly viewAll: boolean;
    readonly modifyAll: boolean;
}

export interface PermissionSet {
    readonly name: string;
    readonly label: string;
    /** By `Object.Field`. */
    readonly fields: ReadonlyMap<string, FieldPermission>;
    readonly objects: ReadonlyMap<string, ObjectPermission>;
    readonly customMetadataTypes: ReadonlySet<string>;
    readonly userPermissions: ReadonlySet<string>;
}

/** What a permission may name beside objects and fields. */
export interface Named {
    readonly objects: OrgObjects;
    readonly platformEvents: ReadonlyMap<string, PlatformEvent>;
    readonly tabs: ReadonlySet<string>;
    readonly applications: ReadonlySet<string>;
    /** Fields that this org does not take (a profile says so): a permission for them is skipped. */
    readonly absentFields: ReadonlySet<string>;
}

const BEYOND_EVENTS = ['allowEdit', 'allowDelete', 'viewAllRecords', 'modifyAllRecords'];

function fieldPermissions(element: MetadataElement, named: Named): Map<string, FieldPermission> {
    const permissions = new Map<string, FieldPermission>();
    for (const entry of element.all('fieldPermissions')) {
        const name = entry.requiredText('field');
        const [objectName = '', fieldName = ''] = name.split('.');
        if (named.absentFields.has(name)) {
            continue;
        }
        if (named.platformEvents.has(objectName)) {
            throw new MetadataMistake(element.file, `${name}: who may read a platform event reads all of its fields`);
        }
        const field = named.objects.get(objectName)?.fields.get(fieldName);
        if (field === undefined) {
            throw new MetadataMistake(element.file, `a field permission names ${name}, which does not exist`);
        }
        if (field.required && field.custom) {
            throw new MetadataMistake(element.file, `${name} is required; a required field takes no field permission`);
        }
        const permission = { readable: entry.flag('readable', false), editable: entry.flag('editable', false) };
        if (permission.editable && !permission.readable) {
            throw new MetadataMistake(element.file, `${name} is editable but not readable`);
        }
        permissions.set(name, permission);
    }
    for (const name of permissions.keys()) {
        const [objectName, fieldName = ''] = name.split('.');
        const other = objectName === 'Task' ? 'Event' : objectName === 'Event' ? 'Task' : undefined;
        if (other !== undefined && fieldName.endsWith('__c') && !permissions.has(`${other}.${fieldName}`)) {
            throw new MetadataMistake(element.file, `${name} is listed without ${other}.${fieldName}; list both`);
        }
    }
    return permissions;
}

function objectPermissions(element: MetadataElement, named: Named): Map<string, ObjectPermission> {
    const permissions = new Map<string, ObjectPermission>();
    for (const entry of element.all('objectPermissions')) {
        const name = entry.requiredText('object');
        const event = named.platformEvents.has(name);
        if (!event && !named.objects.has(name)) {
            throw new MetadataMistake(element.file, `an object permission names ${name}, which does not exist`);
        }
        const beyond = BEYOND_EVENTS.find((right) => event && entry.flag(right, false));
        if (beyond !== undefined) {
            throw new MetadataMistake(element.file, `<${beyond}> of ${name}: an event can only be read and created`);
        }
        permissions.set(name, {
            read: entry.flag('allowRead', false),
            create: entry.flag('allowCreate', false),
            edit: entry.flag('allowEdit', false),
            delete: entry.flag('allowDelete', false),
            viewAll: entry.flag('viewAllRecords', false),
            modifyAll: entry.flag('modifyAllRecords', false)
        });
    }
    return permissions;
}

function checkNames(element: MetadataElement, list: string, tag: string, known: ReadonlySet<string>): void {
    for (const entry of element.all(list)) {
        const name = entry.requiredText(tag);
        if (!name.startsWith('standard-') && !known.has(name)) {
            throw new MetadataMistake(element.file, `<${list}> names ${name}, which does not exist`);
        }
    }
}

/** Reads a permission set; everything it names must exist. */
export function readPermissionSet(file: ProjectFile, named: Named): PermissionSet {
    const element = readMetadataFile(file.path, file.shownAs, 'PermissionSet');
    checkNames(element, 'tabSettings', 'tab', named.tabs);
    checkNames(element, 'applicationVisibilities', 'application', named.applications);
    const customMetadataTypes = new Set<string>();
    for (const entry of element.all('customMetadataTypeAccesses')) {
        const name = entry.requiredText('name');
        if (named.objects.get(name)?.kind !== 'customMetadata') {
            throw new MetadataMistake(file.shownAs, `<customMetadataTypeAccesses> names ${name}, which does not exist`);
        }
        if (entry.flag('enabled', false)) {
            customMetadataTypes.add(name);
        }
    }
    return {
        name: file.name,
        label: element.requiredText('label'),
        fields: fieldPermissions(element, named),
        objects: objectPermissions(element, named),
        customMetadataTypes,
        userPermissions: new Set(
            element
                .all('userPermissions')
                .filter((entry) => entry.flag('enabled', false))
                .map((entry) => entry.requiredText('name'))
        )
    };
}
