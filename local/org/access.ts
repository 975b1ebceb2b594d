import type { OrgMetadata } from './metadata/orgMetadata.ts';
import type { ObjectPermission } from './metadata/permissionSets.ts';
import type { OrgUser } from './orgTypes.ts';
import type { OrgField, OrgObject } from './schema/objectTypes.ts';

/** What one user may see and change. */
export interface Access {
    readonly user: OrgUser;
    /** Customize Application: reads every custom metadata type. */
    readonly customizes: boolean;
    readonly seesAllData: boolean;
    mayRead(object: OrgObject): boolean;
    mayCreate(object: OrgObject): boolean;
    mayUpdate(object: OrgObject): boolean;
    mayDelete(object: OrgObject): boolean;
    seesField(object: OrgObject, field: OrgField): boolean;
    createsField(object: OrgObject, field: OrgField): boolean;
    updatesField(object: OrgObject, field: OrgField): boolean;
}

function sum(permissions: readonly (boolean | undefined)[]): boolean {
    return permissions.includes(true);
}

function holdsOneOf({ platformPermissionSets = [] }: OrgUser, wanted: readonly string[] | undefined): boolean {
    return wanted === undefined || wanted.some((name) => platformPermissionSets.includes(name));
}

/** Profile and permission sets together. A custom field is seen only through a permission set, by administrators too. */
export function accessOf(user: OrgUser, metadata: OrgMetadata): Access {
    const sets = user.permissionSets.flatMap((name) => metadata.permissionSets.get(name) ?? []);
    const administrator = user.profile === 'System Administrator';
    const userMay = (permission: string): boolean =>
        administrator || sets.some((set) => set.userPermissions.has(permission));
    const customizes = userMay('CustomizeApplication');
    const granted = (object: OrgObject, right: keyof ObjectPermission): boolean =>
        object.kind === 'standard' || sum(sets.map((set) => set.objects.get(object.name)?.[right]));
    const fieldRight = (object: OrgObject, field: OrgField, right: 'readable' | 'editable'): boolean =>
        !field.custom ||
        field.open ||
        field.required ||
        sum(sets.map((set) => set.fields.get(`${object.name}.${field.name}`)?.[right]));
    const seesField = (object: OrgObject, field: OrgField): boolean =>
        object.kind === 'customMetadata' || fieldRight(object, field, 'readable');
    return {
        user,
        customizes,
        seesAllData: userMay('ViewAllData'),
        mayRead: (object) =>
            object.kind === 'customMetadata'
                ? customizes || sets.some((set) => set.customMetadataTypes.has(object.name))
                : granted(object, 'read'),
        mayCreate: (object) => object.createable && granted(object, 'create'),
        mayUpdate: (object) => object.updateable && granted(object, 'edit') && holdsOneOf(user, object.editedWith),
        mayDelete: (object) => object.deletable && granted(object, 'delete'),
        seesField,
        createsField: (object, field) => field.createable && fieldRight(object, field, 'editable'),
        updatesField: (object, field) => field.updateable && fieldRight(object, field, 'editable')
    };
}
