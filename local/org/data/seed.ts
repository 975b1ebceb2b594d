import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrgUser, RecordValues } from '../orgTypes.ts';
import { normalId } from '../recordIds.ts';
import type { OrgObjects } from '../schema/objectTypes.ts';
import type { PersonAccount } from './personAccounts.ts';
import type { StoredRecord } from './recordStore.ts';

/** A record of the seed. `as` names it, so that another record's reference can say the name instead of an id. */
export interface SeedRecord {
    readonly object: string;
    readonly as?: string;
    readonly values: RecordValues;
}

export interface OrgConfig {
    readonly users: readonly OrgUser[];
    readonly records: readonly SeedRecord[];
    /** They exist while the org has person accounts. */
    readonly personAccounts: readonly PersonAccount[];
}

const WHERE = 'config/local-org.json';

function readUser(entry: unknown, index: number): OrgUser {
    const user = (entry ?? {}) as Record<string, unknown>;
    const where = `${WHERE}: users[${index}]`;
    for (const name of ['name', 'id', 'label', 'timeZone', 'locale']) {
        if (typeof user[name] !== 'string' || user[name] === '') {
            throw new Error(`${where}.${name} must be a text`);
        }
    }
    const { profile, permissionSets } = user;
    if (profile !== 'Standard User' && profile !== 'System Administrator') {
        throw new Error(`${where}.profile must be Standard User or System Administrator`);
    }
    if (!Array.isArray(permissionSets) || permissionSets.some((set) => typeof set !== 'string')) {
        throw new Error(`${where}.permissionSets must be a list of names`);
    }
    const { platformPermissionSets = [] } = user;
    if (!Array.isArray(platformPermissionSets)) {
        throw new Error(`${where}.platformPermissionSets must be a list of labels`);
    }
    const id = normalId(String(user['id']));
    if (id === undefined || !id.startsWith('005')) {
        throw new Error(`${where}.id must be a user id: 005 and 12 or 15 more characters`);
    }
    return { ...(user as unknown as OrgUser), id };
}

function readPerson(entry: unknown, index: number): PersonAccount {
    const person = (entry ?? {}) as Record<string, unknown>;
    for (const name of ['FirstName', 'LastName']) {
        if (typeof person[name] !== 'string' || person[name] === '') {
            throw new Error(`${WHERE}: personAccounts[${index}].${name} must be a text`);
        }
    }
    return person as unknown as PersonAccount;
}

/** Reads config/local-org.json: the users and the sample records. Throws naming the entry that is wrong. */
export function readOrgConfig(projectDir: string): OrgConfig {
    const content = JSON.parse(readFileSync(join(projectDir, 'config', 'local-org.json'), 'utf8')) as Record<
        string,
        unknown
    >;
    const { users, records, personAccounts = [] } = content;
    if (!Array.isArray(users) || users.length === 0) {
        throw new Error(`${WHERE}: users must be a list with at least one user`);
    }
    if (!Array.isArray(personAccounts)) {
        throw new Error(`${WHERE}: personAccounts must be a list`);
    }
    return {
        users: users.map(readUser),
        personAccounts: personAccounts.map(readPerson),
        records: Object.entries((records ?? {}) as Record<string, Record<string, unknown>[]>).flatMap(
            ([object, entries]) =>
                entries.map(({ as, ...values }) => ({
                    object,
                    ...(typeof as === 'string' ? { as } : {}),
                    values: values as RecordValues
                }))
        )
    };
}

/** A user as a row of the User object. */
export function userRecord(user: OrgUser, at: string): StoredRecord {
    return {
        Id: user.id,
        Name: user.label,
        Username: `${user.name}@switchboard.example`,
        IsActive: true,
        TimeZoneSidKey: user.timeZone,
        LocaleSidKey: user.locale.replace('-', '_'),
        CreatedDate: at,
        CreatedById: user.id,
        LastModifiedDate: at,
        LastModifiedById: user.id,
        SystemModstamp: at
    };
}

/** Inserts the sample records in order; references may name an earlier record. */
export function plantRecords(
    records: readonly SeedRecord[],
    objects: OrgObjects,
    insert: (object: string, values: RecordValues) => string
): void {
    const ids = new Map<string, string>();
    for (const { object, as, values } of records) {
        const fields = objects.get(object)?.fields;
        const resolved = Object.fromEntries(
            Object.entries(values).map(([name, value]) => {
                const named = fields?.get(name)?.type === 'Reference' ? ids.get(String(value)) : undefined;
                return [name, named ?? value];
            })
        );
        const id = insert(object, resolved);
        if (as !== undefined) {
            ids.set(as, id);
        }
    }
}
