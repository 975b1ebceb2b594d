import type { ModelProfile } from './profile.ts';

export type Value = string | number | boolean | null;
export type Values = Record<string, Value>;

export interface TaskField {
    readonly name: string;
    readonly dataType: string;
    readonly length?: number;
    readonly createable: boolean;
    readonly updateable: boolean;
    /** False for a field that users may read only. */
    readonly writeable: boolean;
}

/** One change of one Task that was committed. */
export interface TaskCommit {
    readonly order: number;
    readonly at: number;
    /** `page`: through the product's mutations. */
    readonly by: 'page' | 'phone' | 'person';
    readonly user: string;
    /** Names the request that brought it; absent for the phone and for people. */
    readonly request?: number;
    readonly id: string;
    readonly change: 'create' | 'update' | 'delete';
    /** What was given, as the org keeps it. */
    readonly given: Values;
    /** What differs now; nothing for a write that was not needed. */
    readonly changed: readonly string[];
}

/** A refusal in the platform's words. */
export class Refusal extends Error {
    readonly code: string;
    readonly fields: readonly string[];

    constructor(code: string, message: string, fields: readonly string[] = []) {
        super(message);
        this.code = code;
        this.fields = fields;
    }
}

export interface TaskRow {
    readonly id: string;
    readonly values: Values;
}

/** The org's Tasks: rows and a log of commits. */
export interface TaskTable {
    readonly fields: ReadonlyMap<string, TaskField>;
    readonly log: readonly TaskCommit[];
    rows(): TaskRow[];
    find(id: string): TaskRow | undefined;
    create(values: Values, who: Who, id?: string): string;
    update(id: string, values: Values, who: Who): void;
    remove(id: string, who: Who): void;
    /** The id that the next create shall have. */
    nextId(): string;
}

export interface Who {
    readonly by: TaskCommit['by'];
    readonly user: string;
    readonly request?: number;
}

const TEXTS: Readonly<Record<string, number>> = {
    Subject: 255,
    Type: 40,
    TaskSubtype: 40,
    Status: 40,
    CallObject: 255,
    CallDisposition: 255,
    CallType: 40,
    Description: 32_000,
    Queue__c: 80,
    Wrap__c: 255,
    Tier__c: 255
};

/** What the agent may not write. */
export const FORBIDDEN: Readonly<Record<ModelProfile['forbidden-fields'], readonly string[]>> = {
    none: [],
    queue: ['Queue__c'],
    'queue and score': ['Queue__c', 'Score__c']
};

function fieldsOf(profile: ModelProfile): Map<string, TaskField> {
    const forbidden = FORBIDDEN[profile['forbidden-fields']];
    const fields: TaskField[] = [];
    const add = (name: string, dataType: string, more: Partial<TaskField> = {}): void => {
        const writeable = !forbidden.includes(name);
        fields.push({ name, dataType, createable: writeable, updateable: writeable, writeable, ...more });
    };
    for (const [name, length] of Object.entries(TEXTS)) {
        const updateable = name !== 'TaskSubtype' && !forbidden.includes(name);
        add(name, name === 'Description' ? 'TextArea' : 'String', { length, updateable });
    }
    add('CallDurationInSeconds', 'Int');
    add('Score__c', 'Double');
    add('Connected__c', 'DateTime');
    add('ActivityDate', 'Date');
    add('WhoId', 'Reference');
    add('WhatId', 'Reference');
    add('OwnerId', 'Reference');
    const own = { createable: false, updateable: false, writeable: false };
    add('CreatedDate', 'DateTime', own);
    add('LastModifiedDate', 'DateTime', own);
    add('LastModifiedById', 'Reference', own);
    if (profile['unique-key'] === 'accepted') add('SwitchboardKey__c', 'String', { length: 255 });
    if (profile['unsaved-field'] === 'there') add('SwitchboardUnsaved__c', 'String', { length: 255 });
    return new Map(fields.map((field) => [field.name, field]));
}

/** As Salesforce keeps a value: text without blanks at its ends, empty text as nothing, whole seconds. */
function kept(field: TaskField, value: Value): Value {
    if (value === null) return null;
    switch (field.dataType) {
        case 'Double':
        case 'Int':
            if (typeof value !== 'number') throw unfit(field);
            return value;
        case 'DateTime':
            if (Number.isNaN(Date.parse(String(value)))) throw unfit(field);
            return new Date(Math.floor(Date.parse(String(value)) / 1_000) * 1_000).toISOString();
        default: {
            if (typeof value !== 'string') throw unfit(field);
            const text = value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
            if (field.length !== undefined && text.length > field.length) {
                const message = `${field.name}: data value too large (max length=${field.length}): [${field.name}]`;
                throw new Refusal('STRING_TOO_LONG', message, [field.name]);
            }
            return text === '' ? null : text;
        }
    }
}

function notMine(): Refusal {
    return new Refusal(
        'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
        'insufficient access rights on cross-reference id'
    );
}

function unfit(field: TaskField): Refusal {
    const message = `${field.name}: value not of required type: [${field.name}]`;
    return new Refusal('INVALID_TYPE_ON_FIELD_IN_RECORD', message, [field.name]);
}

export function createTaskTable(profile: ModelProfile, now: () => number): TaskTable {
    const fields = fieldsOf(profile);
    const rows = new Map<string, Values>();
    const log: TaskCommit[] = [];
    let made = 0;

    function nextId(): string {
        made += 1;
        return `00T${String(made).padStart(12, '0')}AAA`;
    }

    function keptAll(values: Values): Values {
        return Object.fromEntries(
            Object.entries(values).map(([name, value]) => {
                const field = fields.get(name);
                if (field === undefined)
                    throw new Refusal('INVALID_FIELD', `No such column '${name}': [${name}]`, [name]);
                return [name, kept(field, value)];
            })
        );
    }

    const second = (): string => new Date(Math.floor(now() / 1_000) * 1_000).toISOString();

    const changedBy = ({ user }: Who): Values => ({ LastModifiedDate: second(), LastModifiedById: user });

    function check(id: string, after: Values): void {
        const key = after['SwitchboardKey__c'];
        for (const [other, values] of key ? rows : []) {
            if (other !== id && values['SwitchboardKey__c'] === key) {
                const message = `duplicate value found: SwitchboardKey__c duplicates value on record with id: ${other}`;
                throw new Refusal('DUPLICATE_VALUE', message, ['SwitchboardKey__c']);
            }
        }
        const lead = String(after['WhoId'] ?? '').startsWith('00Q');
        if (lead && after['WhatId'] && profile['lead-with-related-to'] === 'refused') {
            throw new Refusal('FIELD_INTEGRITY_EXCEPTION', 'a Task of a lead takes no related record: [WhatId]', [
                'WhatId'
            ]);
        }
    }

    function commit(
        who: Who,
        id: string,
        change: TaskCommit['change'],
        given: Values,
        changed: readonly string[]
    ): void {
        log.push({ order: log.length, at: now(), ...who, id, change, given, changed });
    }

    function existing(id: string): Values {
        const row = rows.get(id);
        if (row === undefined) throw new Refusal('ENTITY_IS_DELETED', 'entity is deleted');
        return row;
    }

    return {
        fields,
        log,
        nextId,
        rows: () => [...rows].map(([id, values]) => ({ id, values })),
        find(id): TaskRow | undefined {
            const values = rows.get(id);
            return values === undefined ? undefined : { id, values };
        },
        create(values, who, id = nextId()): string {
            const given = keptAll(values);
            const row: Values = { OwnerId: who.user, ...given, CreatedDate: second(), ...changedBy(who) };
            check(id, row);
            rows.set(id, row);
            commit(who, id, 'create', given, Object.keys(given));
            return id;
        },
        update(id, values, who): void {
            const before = existing(id);
            if (who.by === 'page' && before['OwnerId'] !== who.user) throw notMine();
            const given = keptAll(values);
            const after = { ...before, ...given, ...changedBy(who) };
            check(id, after);
            rows.set(id, after);
            commit(
                who,
                id,
                'update',
                given,
                Object.keys(given).filter((name) => (before[name] ?? null) !== (given[name] ?? null))
            );
        },
        remove(id, who): void {
            existing(id);
            rows.delete(id);
            commit(who, id, 'delete', {}, []);
        }
    };
}
