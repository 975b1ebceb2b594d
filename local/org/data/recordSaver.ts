import type { DatabaseSync } from 'node:sqlite';
import type { Access } from '../access.ts';
import type { FaultBoard } from '../faults.ts';
import { OrgError } from '../orgError.ts';
import type { Commit, CommitSource, RecordValues } from '../orgTypes.ts';
import { normalId } from '../recordIds.ts';
import type { OrgObject, OrgObjects } from '../schema/objectTypes.ts';
import { atomically } from './database.ts';
import { derivedValues } from './derivedValues.ts';
import { storedValue } from './fieldValues.ts';
import { storedMoment } from './moments.ts';
import { checkSaveRules } from './saveRules.ts';
import type { RecordStore, StoredRecord } from './recordStore.ts';

export interface SaverOptions {
    readonly database: DatabaseSync;
    readonly store: RecordStore;
    readonly objects: OrgObjects;
    readonly now: () => Date;
    readonly faults: FaultBoard;
    readonly leadTakesRelatedTo: () => boolean;
    /** What users may do with their own Tasks beside making them. */
    readonly taskRights: () => 'all' | 'noEdit' | 'noDelete';
    /** A flow puts its own words into Call Result. */
    readonly flowChangesTask: () => boolean;
    readonly committed: (commit: Commit) => void;
}

/** Who saves, and how the save came. */
export interface Saving {
    readonly access: Access;
    readonly via: CommitSource;
}

type Change = 'insert' | 'update';

/** As the page saves; not the phone, and not a person. */
function isApi({ via }: Saving): boolean {
    return via === 'graphql' || via === 'uiApi';
}

/** Salesforce itself, which keeps a record of each call: no user's rights count. */
function isTelephony({ via }: Saving): boolean {
    return via === 'telephony';
}

function byFlow({ name }: OrgObject, { CallDisposition: said }: RecordValues): RecordValues {
    return name === 'Task' && typeof said === 'string' ? { CallDisposition: 'Set by a flow' } : {};
}

/** Saves records as the platform does: access, field rules, references, unique values, derived fields, then the log. */
export class RecordSaver {
    private readonly options: SaverOptions;

    constructor(options: SaverOptions) {
        this.options = options;
    }

    /** Returns the new record's id. Throws OrgError; then nothing is kept. */
    insert(saving: Saving, objectName: string, values: RecordValues): string {
        const object = this.object(objectName);
        if (!isTelephony(saving) && !saving.access.mayCreate(object)) {
            throw new OrgError(
                'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
                `entity type cannot be inserted: ${object.label}`
            );
        }
        return atomically(this.options.database, () => {
            const given = this.checked(saving, object, values, 'insert');
            const record: StoredRecord = {
                ...this.defaults(saving, object),
                ...given,
                Id: this.options.store.newId(object),
                CreatedById: saving.access.user.id,
                CreatedDate: storedMoment(this.options.now())
            };
            this.keep(saving, object, record, given, {});
            return record.Id;
        });
    }

    /** Changes the given fields only. Throws OrgError; then nothing is kept. */
    update(saving: Saving, objectName: string, id: string, values: RecordValues): void {
        const object = this.object(objectName);
        atomically(this.options.database, () => {
            const before = this.editable(
                saving,
                object,
                id,
                isTelephony(saving) || (saving.access.mayUpdate(object) && this.may(saving, object, 'noEdit'))
            );
            const given = this.checked(saving, object, values, 'update');
            this.keep(saving, object, { ...before, ...given, Id: before.Id }, given, before);
        });
    }

    remove(saving: Saving, objectName: string, id: string): void {
        const object = this.object(objectName);
        atomically(this.options.database, () => {
            const before = this.editable(
                saving,
                object,
                id,
                saving.access.mayDelete(object) && this.may(saving, object, 'noDelete')
            );
            this.options.store.markDeleted(before.Id);
            this.log(saving, object, before.Id, 'delete', {}, []);
        });
    }

    /** Takes a record out of the recycle bin. */
    restore(saving: Saving, objectName: string, id: string): void {
        const object = this.object(objectName);
        const found = this.options.store.find(object.name, normalId(id) ?? id);
        if (found?.deleted !== true) {
            throw new OrgError('UNDELETE_FAILED', 'Entity is not in the recycle bin', ['Id']);
        }
        atomically(this.options.database, () => {
            this.options.store.markRestored(found.record.Id);
            this.log(saving, object, found.record.Id, 'restore', {}, []);
        });
    }

    private object(name: string): OrgObject {
        const object = this.options.objects.get(name);
        if (object === undefined) {
            throw new OrgError('INVALID_TYPE', `sObject type '${name}' is not supported.`);
        }
        return object;
    }

    private editable(saving: Saving, object: OrgObject, given: string, allowed: boolean): StoredRecord {
        const id = normalId(given);
        if (id === undefined || id.slice(0, 3) !== object.keyPrefix) {
            throw new OrgError('MALFORMED_ID', `${object.label} ID: id value of incorrect type`, ['Id']);
        }
        const found = this.options.store.find(object.name, id);
        if (found === undefined) {
            throw new OrgError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['Id']);
        }
        if (found.deleted) {
            throw new OrgError('ENTITY_IS_DELETED', 'entity is deleted', ['Id']);
        }
        const { access } = saving;
        if (object.sharing === 'owner' && !access.seesAllData && found.record['OwnerId'] !== access.user.id) {
            throw new OrgError(
                'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
                'insufficient access rights on cross-reference id',
                ['Id']
            );
        }
        if (!allowed) {
            throw new OrgError('INSUFFICIENT_ACCESS_OR_READONLY', `insufficient access rights on ${object.label}`);
        }
        return found.record;
    }

    private may(saving: Saving, { name }: OrgObject, right: 'noEdit' | 'noDelete'): boolean {
        return !(name === 'Task' && isApi(saving) && this.options.taskRights() === right);
    }

    private checked(saving: Saving, object: OrgObject, values: RecordValues, change: Change): RecordValues {
        const { access } = saving;
        const mayWrite = change === 'insert' ? access.createsField : access.updatesField;
        const given: RecordValues = {};
        for (const [name, value] of Object.entries(values)) {
            const field = object.fields.get(name);
            if (field === undefined || !access.seesField(object, field)) {
                throw new OrgError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`, [
                    name
                ]);
            }
            const closed = isApi(saving) && field.closedToPages === true;
            if (closed || (!isTelephony(saving) && !mayWrite(object, field))) {
                throw new OrgError(
                    'INVALID_FIELD_FOR_INSERT_UPDATE',
                    `Unable to create/update fields: ${name}. Check the security settings of this field.`,
                    [name]
                );
            }
            given[name] = storedValue(field, value);
        }
        return given;
    }

    private defaults(saving: Saving, object: OrgObject): RecordValues {
        const values: RecordValues = {};
        for (const field of object.fields.values()) {
            if (field.type !== 'Id') {
                values[field.name] =
                    field.defaultValue === '$User' ? saving.access.user.id : (field.defaultValue ?? null);
            }
        }
        return values;
    }

    private keep(
        saving: Saving,
        object: OrgObject,
        record: StoredRecord,
        given: RecordValues,
        before: Partial<StoredRecord>
    ): void {
        const { store, now, objects, leadTakesRelatedTo } = this.options;
        checkSaveRules({ object, objects, record, given, store, leadTakesRelatedTo: leadTakesRelatedTo() });
        if (isApi(saving)) {
            this.interfere(object);
        }
        const at = storedMoment(now());
        store.put(object.name, {
            ...record,
            ...derivedValues(object, record, { store, at }),
            ...(isApi(saving) && this.options.flowChangesTask() ? byFlow(object, given) : {}),
            LastModifiedById: saving.access.user.id,
            LastModifiedDate: at,
            SystemModstamp: at
        });
        const changed = Object.keys(given).filter((name) => (given[name] ?? null) !== (before[name] ?? null));
        this.log(saving, object, record.Id, before.Id === undefined ? 'insert' : 'update', given, changed);
    }

    /** A fault from the board, as the platform's own save would fail. */
    private interfere(object: OrgObject): void {
        const { faults } = this.options;
        if (faults.take('rowLock')) {
            throw new OrgError('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record');
        }
        const rule = faults.take('validationRule');
        if (rule) {
            const said = rule.message ?? 'This record breaks a validation rule.';
            throw new OrgError('FIELD_CUSTOM_VALIDATION_EXCEPTION', said, this.fieldsOf(object, rule.fields));
        }
        const missing = faults.take('requiredField');
        if (missing) {
            const fields = this.fieldsOf(object, missing.fields ?? ['Subject']);
            throw new OrgError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${fields.join(', ')}]`, fields);
        }
        if (faults.take('duplicate')) {
            throw new OrgError('DUPLICATES_DETECTED', 'Use one of these records?');
        }
    }

    /** A rule on Task cannot name what Task does not have. */
    private fieldsOf(object: OrgObject, names: readonly string[] = []): string[] {
        return names.filter((name) => object.fields.has(name));
    }

    private log(
        saving: Saving,
        object: OrgObject,
        id: string,
        change: Commit['change'],
        values: RecordValues,
        changed: readonly string[]
    ): void {
        const at = this.options.now().toISOString();
        const { via } = saving;
        const user = saving.access.user.name;
        this.options.committed(
            this.options.store.log({ at, user, object: object.name, id, change, values, changed, via })
        );
    }
}
