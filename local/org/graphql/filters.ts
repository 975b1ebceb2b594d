import type { SQLInputValue } from 'node:sqlite';
import { OrgError } from '../orgError.ts';
import { readMoment } from '../data/moments.ts';
import { normalId } from '../recordIds.ts';
import type { OrgField, OrgObject, OrgObjects } from '../schema/objectTypes.ts';

export interface Condition {
    readonly condition: string;
    readonly parameters: readonly SQLInputValue[];
}

type Operators = Readonly<Record<string, unknown>>;

function column(field: OrgField): string {
    return field.type === 'Id' ? 'id' : `json_extract(fields, '$.${field.name}')`;
}

function collation(field: OrgField): string {
    const exact = field.type === 'Id' || field.type === 'Reference' || field.caseSensitive === true;
    return exact ? '' : ' collate nocase';
}

function parameter(field: OrgField, given: unknown): SQLInputValue {
    const value = typeof given === 'object' && given !== null ? (given as { value?: unknown }).value : given;
    if (typeof value === 'boolean') {
        return value ? 1 : 0;
    }
    if (typeof value === 'number') {
        return value;
    }
    if (typeof value !== 'string') {
        return null;
    }
    if (field.type === 'Id' || field.type === 'Reference') {
        const id = normalId(value);
        if (id === undefined) {
            throw new OrgError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${field.name}`, [field.name]);
        }
        return id;
    }
    return field.type === 'DateTime' ? (readMoment(value)?.toISOString() ?? value) : value;
}

function all(conditions: readonly Condition[], word: 'and' | 'or'): Condition {
    if (conditions.length === 0) {
        return { condition: word === 'and' ? '1' : '0', parameters: [] };
    }
    return {
        condition: `(${conditions.map(({ condition }) => condition).join(` ${word} `)})`,
        parameters: conditions.flatMap(({ parameters }) => parameters)
    };
}

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', lte: '<=', gte: '>=' };

function listed(field: OrgField, given: unknown): Condition {
    const values = (Array.isArray(given) ? given : []).map((value) => parameter(field, value));
    const known = values.filter((value) => value !== null);
    const marks = known.map(() => '?').join(', ');
    const inList: Condition = { condition: `${column(field)}${collation(field)} in (${marks})`, parameters: known };
    const empty: Condition = { condition: `${column(field)} is null`, parameters: [] };
    return values.length === known.length ? inList : all([inList, empty], 'or');
}

function compared(field: OrgField, operator: string, given: unknown): Condition {
    const left = column(field);
    switch (operator) {
        case 'in':
            return listed(field, given);
        case 'nin': {
            const inside = listed(field, given);
            return { condition: `not coalesce(${inside.condition}, 0)`, parameters: inside.parameters };
        }
        case 'like':
            return { condition: `${left} like ? escape '\\'`, parameters: [String(given)] };
        default:
    }
    const value = parameter(field, given);
    if (operator === 'eq' || operator === 'ne') {
        if (value === null) {
            return { condition: `${left} is ${operator === 'eq' ? '' : 'not '}null`, parameters: [] };
        }
        const equal = `${left} = ?${collation(field)}`;
        return { condition: operator === 'eq' ? equal : `not coalesce(${equal}, 0)`, parameters: [value] };
    }
    return { condition: `${left} ${SIGNS[operator] ?? '='} ?${collation(field)}`, parameters: [value] };
}

function related(objects: OrgObjects, field: OrgField, where: Operators): Condition {
    const target = objects.get(field.referenceTo?.[0] ?? '');
    if (target === undefined) {
        return { condition: '0', parameters: [] };
    }
    const inner = filterCondition(objects, target, where);
    return {
        condition: `${column(field)} in (select id from records where object = ? and deleted = 0 and ${inner.condition})`,
        parameters: [target.name, ...inner.parameters]
    };
}

/** A `where` argument as SQL over the records table. Text is compared without regard to case, as the platform does. */
export function filterCondition(objects: OrgObjects, object: OrgObject, where: Operators): Condition {
    const parts: Condition[] = [];
    for (const [key, given] of Object.entries(where)) {
        if (given === undefined || given === null) {
            continue;
        }
        if (key === 'and' || key === 'or') {
            const inner = (given as Operators[]).map((entry) => filterCondition(objects, object, entry));
            parts.push(all(inner, key));
            continue;
        }
        if (key === 'not') {
            const inner = filterCondition(objects, object, given as Operators);
            parts.push({ condition: `not coalesce(${inner.condition}, 0)`, parameters: inner.parameters });
            continue;
        }
        const field = object.fields.get(key);
        if (field !== undefined) {
            const operators = Object.entries(given as Operators);
            parts.push(...operators.map(([operator, value]) => compared(field, operator, value)));
            continue;
        }
        const reference = [...object.fields.values()].find((candidate) => candidate.relationship === key);
        if (reference !== undefined) {
            parts.push(related(objects, reference, given as Operators));
        }
    }
    return all(parts, 'and');
}

/** An `orderBy` argument as SQL. Empty values come first unless `nulls` says LAST. */
export function orderExpression(object: OrgObject, orderBy: Operators | undefined | null): string | undefined {
    const parts = Object.entries(orderBy ?? {}).flatMap(([name, given]) => {
        const field = object.fields.get(name);
        const { order, nulls } = (given ?? {}) as { order?: string; nulls?: string };
        return field === undefined
            ? []
            : [
                  `${column(field)}${collation(field)} ${order === 'DESC' ? 'desc' : 'asc'} nulls ${nulls === 'LAST' ? 'last' : 'first'}`
              ];
    });
    return parts.length === 0 ? undefined : [...parts, 'rowid'].join(', ');
}
