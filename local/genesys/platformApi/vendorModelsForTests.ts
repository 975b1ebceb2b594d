import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The models of the vendor's SDK, read from its typings: what an answer may hold, and what it must. */

type Fields = ReadonlyMap<string, { readonly type: string; readonly required: boolean }>;

const TYPINGS = path.resolve(import.meta.dirname, '../../../node_modules/purecloud-platform-client-v2/index.d.ts');

export interface VendorModels {
    /** What is wrong with a value of this type, as sentences; none for a right one. */
    faults(type: string, value: unknown): string[];
}

export function readVendorModels(): VendorModels {
    const text = readFileSync(TYPINGS, 'utf8');
    const models = new Map<string, Fields>();
    for (const [, name = '', inside = ''] of text.matchAll(/export interface (\w+) \{([\s\S]*?)\n\t\}/g)) {
        const fields = [...inside.matchAll(/"([^"]+)"(\??): (.+);/g)].map(
            ([, field = '', optional = '', type = '']) => [field, { type, required: optional === '' }] as const
        );
        models.set(name, new Map(fields));
    }

    function faults(type: string, value: unknown, place: string): string[] {
        const wrong = [`${place} is ${JSON.stringify(value)}, not ${type}`];
        const list = /^Array<(.+)>$/.exec(type)?.[1];
        if (list !== undefined)
            return Array.isArray(value) ? value.flatMap((one, at) => faults(list, one, `${place}[${at}]`)) : wrong;
        const map = /^\{ \[key: string\]: (.+); \}$/.exec(type)?.[1];
        if (map !== undefined)
            return isObject(value)
                ? Object.entries(value).flatMap(([name, one]) => faults(map, one, `${place}.${name}`))
                : wrong;
        if (type === 'string' || type === 'number' || type === 'boolean') return typeof value === type ? [] : wrong;
        if (type === 'object' || type === 'any') return isObject(value) ? [] : wrong;
        const fields = models.get(type.replace(/^Models\./, ''));
        if (fields === undefined) return [`${place} has the type ${type}, which the SDK does not have`];
        if (!isObject(value)) return wrong;
        const unknown = Object.keys(value).filter((name) => !fields.has(name));
        return [
            ...unknown.map((name) => `${place}.${name} is no field of ${type}`),
            ...[...fields].flatMap(([name, { type: inner, required }]) =>
                value[name] === undefined
                    ? required
                        ? [`${place}.${name} of ${type} is missing`]
                        : []
                    : faults(inner, value[name], `${place}.${name}`)
            )
        ];
    }

    return { faults: (type, value) => faults(type, value, 'the answer') };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
