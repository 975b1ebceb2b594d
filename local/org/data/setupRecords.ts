import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { CustomMetadataRecord } from '../metadata/customMetadataRecords.ts';
import { completeMetadataValues } from '../metadata/customMetadataRecords.ts';
import { OrgError } from '../orgError.ts';
import type { RecordValues } from '../orgTypes.ts';
import { recordId } from '../recordIds.ts';
import type { OrgObject, OrgObjects } from '../schema/objectTypes.ts';
import type { RecordStore } from './recordStore.ts';

/** What Setup saved over a record of the project; `values` undefined means deleted. */
interface SetupEdit {
    readonly type: string;
    readonly developerName: string;
    readonly label: string;
    readonly values: RecordValues | undefined;
}

/** Custom metadata records: those of the project, with the edits that were made in Setup on top. */
export class SetupRecords {
    private readonly database: DatabaseSync;
    private readonly store: RecordStore;

    constructor(database: DatabaseSync, store: RecordStore) {
        this.database = database;
        this.store = store;
    }

    /** Puts the project's records in place, edited as Setup left them. */
    load(objects: OrgObjects, records: readonly CustomMetadataRecord[], at: string): void {
        const edits = this.edits();
        for (const object of objects.values()) {
            if (object.kind !== 'customMetadata') {
                continue;
            }
            this.store.forget(object.name);
            for (const record of records.filter(({ type }) => type === object.name)) {
                this.put(object, record.developerName, record.label, record.values, at);
            }
            for (const edit of edits.filter(({ type }) => type === object.name)) {
                if (edit.values === undefined) {
                    this.store.markDeleted(idOf(object, edit.developerName));
                } else {
                    this.put(object, edit.developerName, edit.label, edit.values, at);
                }
            }
        }
    }

    /** Saves a record as Setup would: values not given stay. Returns its id. Throws OrgError naming the field. */
    save(object: OrgObject, developerName: string, given: RecordValues, at: string): string {
        if (!/^[A-Za-z](_?[A-Za-z0-9])*$/.test(developerName) || developerName.length > 40) {
            throw new OrgError(
                'INVALID_FIELD_FOR_INSERT_UPDATE',
                `the record name may hold letters, digits and single underscores, at most 40 characters`,
                ['DeveloperName']
            );
        }
        const found = this.find(object, developerName);
        const { Label: label = found?.['Label'] ?? developerName, ...changed } = given;
        if (typeof label !== 'string' || label.length > 40) {
            throw new OrgError('STRING_TOO_LONG', 'Label: at most 40 characters are allowed', ['Label']);
        }
        const before = Object.fromEntries(
            Object.entries(found ?? {}).filter(([name]) => object.fields.get(name)?.custom === true)
        );
        const values = completeMetadataValues(object, { ...before, ...changed });
        this.remember({ type: object.name, developerName, label, values });
        return this.put(object, developerName, label, values, at);
    }

    remove(object: OrgObject, developerName: string): string {
        if (this.find(object, developerName) === undefined) {
            throw new OrgError('NOT_FOUND', `${object.name} has no record ${developerName}`);
        }
        this.remember({ type: object.name, developerName, label: developerName, values: undefined });
        this.store.markDeleted(idOf(object, developerName));
        return idOf(object, developerName);
    }

    has(object: OrgObject, developerName: string): boolean {
        return this.find(object, developerName) !== undefined;
    }

    private find(object: OrgObject, developerName: string): RecordValues | undefined {
        const found = this.store.find(object.name, idOf(object, developerName));
        return found === undefined || found.deleted ? undefined : found.record;
    }

    private put(object: OrgObject, developerName: string, label: string, values: RecordValues, at: string): string {
        const id = idOf(object, developerName);
        this.store.put(object.name, {
            Id: id,
            DeveloperName: developerName,
            MasterLabel: label,
            Label: label,
            Language: 'en_US',
            NamespacePrefix: null,
            QualifiedApiName: developerName,
            SystemModstamp: at,
            ...values
        });
        return id;
    }

    private edits(): SetupEdit[] {
        return this.database
            .prepare('select type, name, label, fields from setup_edits order by rowid')
            .all()
            .map((row) => ({
                type: String(row['type']),
                developerName: String(row['name']),
                label: String(row['label']),
                values: row['fields'] === null ? undefined : (JSON.parse(String(row['fields'])) as RecordValues)
            }));
    }

    private remember(edit: SetupEdit): void {
        this.database
            .prepare(
                `insert into setup_edits (type, name, label, fields) values (?, ?, ?, ?)
                 on conflict (type, name) do update set label = excluded.label, fields = excluded.fields`
            )
            .run(
                edit.type,
                edit.developerName,
                edit.label,
                edit.values === undefined ? null : JSON.stringify(edit.values)
            );
    }
}

/** The same record has the same id after every start. */
function idOf(object: OrgObject, developerName: string): string {
    const digest = createHash('sha256').update(`${object.name}.${developerName}`).digest();
    return recordId(object.keyPrefix, digest.readUIntBE(0, 6));
}
