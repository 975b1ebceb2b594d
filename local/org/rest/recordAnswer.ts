import type { RecordStore, StoredRecord } from '../data/recordStore.ts';
import type { Access } from '../access.ts';
import { fieldAnswer } from '../graphql/displayValues.ts';
import type { OrgObject, OrgObjects } from '../schema/objectTypes.ts';

/** Where records come from, and for whom. */
export interface RecordSource {
    readonly access: Access;
    readonly objects: OrgObjects;
    readonly store: RecordStore;
}

/** The record, where this user may see it. */
export function visibleRecord(source: RecordSource, object: OrgObject, id: string): StoredRecord | undefined {
    const found = source.store.find(object.name, id);
    const { access } = source;
    if (found === undefined || found.deleted) {
        return undefined;
    }
    const shared = object.sharing === 'public' || access.seesAllData || found.record['OwnerId'] === access.user.id;
    return shared ? found.record : undefined;
}

export type FieldTree = { [name: string]: FieldTree };

/** `Contact.Account.Name` becomes Account > Name. */
export function fieldTree(object: OrgObject, names: readonly string[]): FieldTree {
    const tree: FieldTree = {};
    for (const name of names) {
        const [first, ...steps] = name.split('.');
        let level = tree;
        for (const step of first === object.name ? steps : []) {
            level = level[step] ??= {};
        }
    }
    return tree;
}

interface Represented {
    readonly representation: Record<string, unknown>;
    /** The first field that was asked for and is not there. */
    readonly missing?: string;
}

/** A record with the asked fields, parents included. */
export function represent(source: RecordSource, object: OrgObject, record: StoredRecord, tree: FieldTree): Represented {
    const fields: Record<string, unknown> = {};
    let missing: string | undefined = undefined;
    for (const [name, below] of Object.entries(tree)) {
        const field = object.fields.get(name);
        const reference = [...object.fields.values()].find((candidate) => candidate.relationship === name);
        if (field !== undefined && source.access.seesField(object, field)) {
            const { value, displayValue } = fieldAnswer(field, record[name] ?? null, source.access.user);
            fields[name] = { value: field.type === 'Id' ? record.Id : value, displayValue };
        } else if (reference !== undefined) {
            const parentId = record[reference.name];
            const parent = [...source.objects.values()].find(
                ({ keyPrefix }) => keyPrefix === String(parentId).slice(0, 3)
            );
            const found = parent && typeof parentId === 'string' ? visibleRecord(source, parent, parentId) : undefined;
            if (parent === undefined || found === undefined) {
                fields[name] = { value: null, displayValue: null };
            } else {
                const inner = represent(source, parent, found, below);
                missing ??= inner.missing;
                fields[name] = { value: inner.representation, displayValue: found[parent.nameField] ?? null };
            }
        } else {
            missing ??= `${object.name}.${name}`;
        }
    }
    const representation = {
        apiName: object.name,
        id: record.Id,
        fields,
        childRelationships: {},
        recordTypeId: null,
        recordTypeInfo: null,
        systemModstamp: record['SystemModstamp'] ?? null,
        lastModifiedDate: record['LastModifiedDate'] ?? null,
        weakEtag: Date.parse(String(record['SystemModstamp'] ?? '1970-01-01T00:00:00Z'))
    };
    return { representation, ...(missing === undefined ? {} : { missing }) };
}
