/** Records of the objects this page knows, for names, links and lists. */
import { readRecords } from './localOrg.ts';
import type { PlainRecord } from './localOrg.ts';
import { addressOf, objectOf } from '../platform/pageLocation.ts';

export interface NamedRecord {
    readonly label: string;
    readonly href: string | undefined;
}

const NAMED = ['Contact', 'Account', 'User'];
let known: Promise<ReadonlyMap<string, PlainRecord>> | undefined;

/** Contacts, accounts and users by id; read once per page, they do not change here. */
export function knownRecords(): Promise<ReadonlyMap<string, PlainRecord>> {
    known ??= Promise.all(NAMED.map((object) => readRecords(object).catch(() => []))).then(
        (lists) => new Map(lists.flat().map((record) => [record.Id, record]))
    );
    return known;
}

export function nameOf(record: PlainRecord): string {
    const whole = record['Name'] ?? record['Subject'];
    if (typeof whole === 'string' && whole !== '') return whole;
    const parts = [record['FirstName'], record['LastName']].filter((part) => typeof part === 'string');
    return parts.length > 0 ? parts.join(' ') : record.Id;
}

/** Undefined for a value that is no id of a known record. */
export function namedRecord(value: unknown, records: ReadonlyMap<string, PlainRecord>): NamedRecord | undefined {
    const record = typeof value === 'string' ? records.get(value) : undefined;
    if (!record) return undefined;
    const linked = objectOf(record.Id) !== 'User';
    return { label: nameOf(record), href: linked ? recordAddress(record.Id) : undefined };
}

export function recordAddress(recordId: string): string {
    return addressOf({ type: 'standard__recordPage', attributes: { recordId } });
}

/** An agent sees own Tasks, an administrator all, as the org shares them. */
export function maySee(record: PlainRecord, object: string): boolean {
    if (object !== 'Task' && object !== 'Event') return true;
    return globalThis.localPage.profile === 'System Administrator' || record['OwnerId'] === globalThis.localPage.userId;
}
