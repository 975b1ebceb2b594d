import { SaveError } from 'c/taskSync';

/** What an error of the org says about the fields that were sent. */
export type Fault =
    /** These fields cannot be written by this user: leave them out and try again. */
    | {
          readonly kind: 'fields';
          readonly code: 'forbidden' | 'refused';
          readonly reason?: string;
          readonly names: readonly string[];
      }
    /** One of the fields is forbidden, the org does not say which. */
    | { readonly kind: 'someField' }
    /** A Task with this key exists already: another tab was first. */
    | { readonly kind: 'duplicate' }
    | { readonly kind: 'failure'; readonly error: SaveError };

/** Where an org keeps the unique key of a Task. */
export const KEY_FIELD = 'SwitchboardKey__c';

const FORBIDDEN_FIELD = [
    /contains a field name '(\w+)' that is not defined for input object type/gi,
    /contains a field not in '[^']*': '(\w+)'/gi,
    /Field '(\w+)' in type '\w+' is undefined/gi
];
const SOME_FIELD = /contains a field that is not defined for input object type/i;
const NO_TASK = /unknown type '?Task\w*Input|not supported in UI API|Field 'Task\w*' in type '\w+' is undefined/i;
const VALUE_CODES =
    /\b(STRING_TOO_LONG|DUPLICATE_VALUE|INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST|NUMBER_OUTSIDE_VALID_RANGE|INVALID_CROSS_REFERENCE_KEY|INVALID_TYPE_ON_FIELD_IN_RECORD|MALFORMED_ID|INVALID_EMAIL_ADDRESS)\b/;

function textOf(errors: unknown): string {
    const list = Array.isArray(errors) ? errors : [errors];
    return list
        .map((error: unknown) => {
            const message =
                typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : error;
            return typeof message === 'string' ? message : '';
        })
        .join('; ');
}

/** Reads the errors of a mutation. Only names that were sent are believed: inline messages echo the whole input. */
export function faultOf(errors: unknown, sent: readonly string[]): Fault {
    const text = textOf(errors);
    if (NO_TASK.test(text)) {
        return { kind: 'failure', error: new SaveError('orgRefusesTask', text) };
    }
    const named = FORBIDDEN_FIELD.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
    const forbidden = [...new Set(named)].filter((name) => sent.includes(name));
    if (forbidden.length > 0) {
        return { kind: 'fields', code: 'forbidden', names: forbidden };
    }
    if (SOME_FIELD.test(text)) {
        return { kind: 'someField' };
    }
    if (/\bDUPLICATE_VALUE\b/.test(text) && sent.includes(KEY_FIELD) && mentions(text, KEY_FIELD)) {
        return { kind: 'duplicate' };
    }
    if (/\bUNABLE_TO_LOCK_ROW\b/.test(text)) {
        return { kind: 'failure', error: new SaveError('busy', text) };
    }
    const reason = VALUE_CODES.exec(text)?.[1];
    const unfit = reason === undefined ? [] : namedFields(text, sent);
    if (unfit.length > 0 && reason !== undefined) {
        return { kind: 'fields', code: 'refused', reason, names: unfit };
    }
    return { kind: 'failure', error: new SaveError('refused', text || 'The org gave no reason.') };
}

/** The platform ends its messages with the list of fields; without one, any field that the text mentions. */
function namedFields(text: string, sent: readonly string[]): string[] {
    const listed = [...text.matchAll(/\[([\w, ]+)\]/g)].at(-1)?.[1]?.split(/,\s*/) ?? [];
    const fromList = sent.filter((name) => listed.includes(name));
    return fromList.length > 0 ? fromList : sent.filter((name) => mentions(text, name));
}

function mentions(text: string, name: string): boolean {
    return new RegExp(`\\b${name}\\b`).test(text);
}

/** Why a call to the org did not come back with an answer. */
export function saveErrorOf(cause: unknown): SaveError {
    if (cause instanceof SaveError) {
        return cause;
    }
    const status = typeof cause === 'object' && cause !== null ? (cause as { status?: unknown }).status : undefined;
    const failure = typeof cause === 'object' && cause !== null ? (cause as { failure?: unknown }).failure : undefined;
    const text = textOf(cause) || String(cause);
    if (status === 401 || failure === 'sessionExpired' || /INVALID_SESSION_ID/.test(text)) {
        return new SaveError('sessionExpired', text);
    }
    if (status === 429 || failure === 'timeout') {
        return new SaveError('busy', text);
    }
    const answered =
        typeof status === 'number' && status >= 400 && status < 500 && !/disconnected or canceled/i.test(text);
    if (failure === 'refused' || answered) {
        return new SaveError(NO_TASK.test(text) ? 'orgRefusesTask' : 'refused', text);
    }
    return new SaveError('offline', text);
}
