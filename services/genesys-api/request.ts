import { ArgumentError } from './argumentError.ts';
import type { Operation, Param } from './operations.ts';

export type Arguments = Readonly<Record<string, unknown>>;

/** One request, without address and token. */
export interface OperationRequest {
    readonly method: Operation['method'];
    /** With its query, encoded: `/api/v2/conversations/emails/4b0c…?expand=a%2Cb` */
    readonly path: string;
    /** JSON text. */
    readonly body?: string;
}

/** More than any id of Genesys Cloud; a path longer than a proxy takes is refused by name here. */
const LONGEST_SEGMENT = 512;

/**
 * What an operation with these arguments sends. Only parameters of the table are read, as own properties; an argument
 * that is undefined is left out. Throws ArgumentError for a value that would leave its place in the path, and for a
 * required one that is missing. Types and limits are not checked.
 */
export function requestOf(operation: Operation, given: Arguments, dropped: readonly string[] = []): OperationRequest {
    const { method, path, params, bodyIs, bodyModel, bodyOptional, apiOnlyParams = [] } = operation;
    const known = [...params, ...apiOnlyParams].filter(({ name }) => !dropped.includes(name));
    const missing = params.find(({ name, required }) => required && valueOf(given, name) === undefined);
    if (missing !== undefined) throw new ArgumentError(missing.name, 'missing', allowedFor(missing));

    const query = new URLSearchParams();
    const body: Record<string, unknown> = {};
    for (const { name, in: place } of known) {
        const value = valueOf(given, name);
        if (value === undefined) continue;
        if (place === 'query') query.set(name, queryText(name, value));
        else if (place === 'body') body[name] = value;
    }
    // A form writes a blank as a plus, which not every server reads as one.
    const search = query.size === 0 ? '' : `?${query.toString().replaceAll('+', '%20')}`;
    const isEmpty = Object.keys(body).length === 0;
    const hasBody = bodyModel !== undefined && !(bodyOptional && isEmpty);
    return {
        method,
        path: `${pathOf(path, given)}${search}`,
        ...(hasBody ? { body: JSON.stringify(bodyIs === undefined ? body : body[bodyIs]) } : {})
    };
}

function valueOf(given: Arguments, name: string): unknown {
    return Object.hasOwn(given, name) ? given[name] : undefined;
}

const allowedFor = ({ type, in: place }: Param): string =>
    place === 'path' ? 'the id, as an earlier answer gave it' : `${type === 'array' ? 'a list' : `a ${type}`}`;

/** The template with each id in its own segment, which no id can leave. */
function pathOf(template: string, given: Arguments): string {
    const segments = template
        .split('/')
        .map((part) => (part.startsWith('{') ? segmentOf(part.slice(1, -1), given) : part));
    return segments.join('/');
}

/** Needs no look at what a path could make of it. */
const USUAL_ID = /^[\w-]{1,100}$/;

/** Encoding leaves dots as they are, and servers take `..` for "one folder up", encoded or not. */
function segmentOf(name: string, given: Arguments): string {
    const value = valueOf(given, name);
    const allowed = 'the id, as an earlier answer gave it: letters, digits and hyphens';
    if (typeof value !== 'string') throw new ArgumentError(name, 'no text', allowed);
    if (USUAL_ID.test(value)) return value;
    if (value.trim() === '') throw new ArgumentError(name, 'empty', allowed);
    if (value.length > LONGEST_SEGMENT) throw new ArgumentError(name, `${value.length} characters long`, allowed);
    if (!value.isWellFormed() || hasControls(value)) {
        throw new ArgumentError(name, 'a text with characters that no address can have', allowed);
    }
    if (isDots(value)) throw new ArgumentError(name, 'a step in the path', allowed);
    return encodeURIComponent(value);
}

const hasControls = (value: string): boolean => /[\p{Cc}\u2028\u2029]/u.test(value);

/** Also where a server on the way decodes once or twice more, or takes a backslash for a slash. */
function isDots(value: string): boolean {
    const decoded = value.replace(/%(?:25)*2e/gi, '.').replace(/%(?:25)*(?:2f|5c)/gi, '/');
    return decoded.split(/[/\\;]/).some((part) => /^\s*\.{1,2}\s*$/.test(part));
}

/** Lists are joined with commas, as the vendor's own SDK sends them. */
function queryText(name: string, value: unknown): string {
    const parts = Array.isArray(value) ? (value as unknown[]) : [value];
    return parts.map((part) => simpleText(name, part)).join(',');
}

function simpleText(name: string, value: unknown): string {
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (typeof value === 'string' && value.isWellFormed()) return value;
    throw new ArgumentError(name, 'no plain value', 'a text, a number, true or false, or a list of texts');
}
