import { SaveError } from 'c/taskSync';
import type { SaveFailure } from 'c/taskSync';
import { orgProblems, wordsOf } from './orgProblems.ts';
import type { OrgProblem } from './orgProblems.ts';

/** What an error of the org says about the fields that were sent. */
export type Fault =
    /** These fields cannot be written by this user, or not with these values: leave them out and try again. */
    | {
          readonly kind: 'fields';
          readonly code: 'forbidden' | 'refused';
          readonly reason?: string;
          readonly names: readonly string[];
          /** The org's own words, where an admin may have written them for the agent. */
          readonly detail?: string;
      }
    /** One of these fields is forbidden, or its value refused; the org does not say which. */
    | {
          readonly kind: 'someField';
          readonly code: 'forbidden' | 'refused';
          readonly reason?: string;
          readonly names: readonly string[];
      }
    /** A Task with this key exists already: another tab was first. */
    | { readonly kind: 'duplicate' }
    | { readonly kind: 'failure'; readonly error: SaveError };

/** Where an org keeps the unique key of a Task. */
export const KEY_FIELD = 'SwitchboardKey__c';

const FORBIDDEN_FIELD = [
    /contains a field name '(\w+)' that is not defined for input object type/gi,
    /contains a field not in '[^']*': '(\w+)'/gi,
    /Field '(\w+)' in type '\w+' is undefined/gi,
    /No such column '(\w+)' on sobject/gi,
    /Unable to create\/update fields: (\w+)/gi
];
const SOME_FIELD = /contains a field that is not defined for input object type/i;
/** GraphQL itself, before the org looks at the Task: a text for a number, say. */
const UNFIT_INPUT = /\b(?:has an|got) invalid value\b/i;
const NO_TASK =
    /unknown type '?Task\w*Input|not supported in UI API|\bINVALID_TYPE\b|Field 'Task(?:Create|Update|Delete)?' in type '\w+' is undefined/i;

/** They speak of the value of a field, so that the others can be saved. */
const VALUE_CODE =
    /\b(STRING_TOO_LONG|DUPLICATE_VALUE|INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST|NUMBER_OUTSIDE_VALID_RANGE|INVALID_CROSS_REFERENCE_KEY|INVALID_TYPE_ON_FIELD_IN_RECORD|INVALID_FIELD_FOR_INSERT_UPDATE|MALFORMED_ID|INVALID_EMAIL_ADDRESS|FIELD_INTEGRITY_EXCEPTION|FIELD_FILTER_VALIDATION_EXCEPTION|POST_BODY_PARSE_ERROR|JSON_PARSER_ERROR)\b/;
/** A rule of the admin's, in the admin's own words: a field that these mention need not be the one at fault. */
const RULE_CODE = /\b(FIELD_CUSTOM_VALIDATION_EXCEPTION|REQUIRED_FIELD_MISSING)\b/;
/** A trigger or flow that failed, perhaps over another record: what stands behind is its own story. */
const AUTOMATION = /\b(?:CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY|CANNOT_EXECUTE_FLOW_TRIGGER)\b/;
/** They speak of a record that the Task shall name, or of the Task itself. */
const LINK_CODE =
    /\b(INVALID_CROSS_REFERENCE_KEY|INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY|FIELD_INTEGRITY_EXCEPTION|ENTITY_IS_DELETED)\b/;

/** By the platform's code; the first that is found. */
const FAILURES: readonly (readonly [RegExp, SaveFailure])[] = [
    [/\bUNABLE_TO_LOCK_ROW\b/, 'rowLocked'],
    [/\bINVALID_SESSION_ID\b/, 'sessionExpired'],
    [/\b(?:ENTITY_IS_DELETED|INVALID_CROSS_REFERENCE_KEY)\b/, 'taskDeleted'],
    [/\bFIELD_CUSTOM_VALIDATION_EXCEPTION\b/, 'validationRule'],
    [/\bREQUIRED_FIELD_MISSING\b/, 'requiredField'],
    [/\bDUPLICATES_DETECTED\b/, 'duplicateRule'],
    [/\bINSUFFICIENT_ACCESS\w*|entity type cannot be (?:inserted|updated)/i, 'noAccessToTask'],
    [/\b(?:REQUEST_LIMIT_EXCEEDED|SERVER_UNAVAILABLE)\b/, 'busy']
];

export interface Sent {
    readonly changes?: 'create' | 'update';
    /** The fields of those sent that name a record. */
    readonly links?: readonly string[];
}

/** Reads why a mutation was refused. Only names that were sent are believed: inline messages echo the whole input. */
export function faultOf(
    errors: unknown,
    sent: readonly string[],
    { changes = 'update', links = [] }: Sent = {}
): Fault {
    const problems = orgProblems(errors);
    const text = wordsOf(problems);
    if (NO_TASK.test(text)) {
        return failure('orgRefusesTask', text);
    }
    const named = FORBIDDEN_FIELD.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
    const forbidden = [...new Set(named)].filter((name) => sent.includes(name));
    if (forbidden.length > 0) {
        return { kind: 'fields', code: 'forbidden', names: forbidden };
    }
    if (SOME_FIELD.test(text)) {
        return { kind: 'someField', code: 'forbidden', names: sent };
    }
    if (sent.includes(KEY_FIELD) && isAboutKey(problems, text, sent, changes)) {
        return { kind: 'duplicate' };
    }
    const isUnfit = named.length === 0 && UNFIT_INPUT.test(text);
    return (
        refusedFields(problems, text, sent, isUnfit) ??
        refusedLinks(text, links) ??
        refusedValue(text, sent, isUnfit) ??
        wholeTask(text, changes)
    );
}

/** The platform may write `<unknown>` where the field should stand: in a new Task the key is what we know to be unique. */
function isAboutKey(
    problems: readonly OrgProblem[],
    text: string,
    sent: readonly string[],
    changes: 'create' | 'update'
): boolean {
    const named = sent.filter((name) => mentions(text, name) || problems.some(({ fields }) => fields.includes(name)));
    return (
        /\bDUPLICATE_VALUE\b/.test(text) && (named.includes(KEY_FIELD) || (named.length === 0 && changes === 'create'))
    );
}

function failure(why: SaveFailure, text: string): Fault {
    return { kind: 'failure', error: new SaveError(why, text) };
}

const UNFIT = 'ValidationError';

function refusedFields(
    problems: readonly OrgProblem[],
    text: string,
    sent: readonly string[],
    isUnfit: boolean
): Fault | undefined {
    const reason = (VALUE_CODE.exec(text) ?? RULE_CODE.exec(text))?.[1] ?? (isUnfit ? UNFIT : undefined);
    if (reason === undefined) {
        return undefined;
    }
    const isRule = RULE_CODE.test(reason);
    const named = namedFields(problems, text, sent);
    // Several names in a sentence may be the whole input, given back.
    const mentioned = isRule ? [] : sent.filter((name) => mentions(text, name));
    const names = named.length === 0 && mentioned.length === 1 ? mentioned : named;
    return names.length === 0
        ? undefined
        : { kind: 'fields', code: 'refused', reason, names, ...(isRule ? { detail: text } : {}) };
}

/** A record to be named that is gone or hidden: what names records is left out, and the Task is saved without. */
function refusedLinks(text: string, links: readonly string[]): Fault | undefined {
    const reason = LINK_CODE.exec(text)?.[1];
    // A Task that is gone itself says so without naming a field; the next try has no links and tells.
    return reason === undefined || links.length === 0
        ? undefined
        : { kind: 'someField', code: 'refused', reason, names: links };
}

/** The platform names the field by its label, which may be any words, or not at all. */
function refusedValue(text: string, sent: readonly string[], isUnfit: boolean): Fault | undefined {
    const reason = VALUE_CODE.exec(text)?.[1] ?? (isUnfit ? UNFIT : '');
    const isOfOneValue =
        reason !== '' && reason !== 'DUPLICATE_VALUE' && !LINK_CODE.test(reason) && !AUTOMATION.test(text);
    return isOfOneValue ? { kind: 'someField', code: 'refused', reason, names: sent } : undefined;
}

function wholeTask(text: string, changes: 'create' | 'update'): Fault {
    const why = FAILURES.find(([pattern]) => pattern.test(text))?.[1] ?? 'refused';
    return failure(why === 'taskDeleted' && changes === 'create' ? 'refused' : why, text || 'The org gave no reason.');
}

/** Fields in their own place, or in the list at the end of the platform's messages. */
function namedFields(problems: readonly OrgProblem[], text: string, sent: readonly string[]): string[] {
    const apart = problems.flatMap(({ fields }) => fields);
    const listed = [...text.matchAll(/\[([\w, ]+)\]/g)].at(-1)?.[1]?.split(/,\s*/) ?? [];
    return sent.filter((name) => apart.includes(name) || listed.includes(name));
}

function mentions(text: string, name: string): boolean {
    return new RegExp(`\\b${name}\\b`).test(text);
}

/** True for an answer about the record itself, as the platform's own save gives it (also with status 403, for a trigger). */
export function isRefusal(cause: unknown): boolean {
    const text = wordsOf(orgProblems(cause));
    return /\bCANNOT_INSERT_UPDATE_ACTIVATE_ENTITY\b|\bTask\w*Input\b/.test(text)
        ? true
        : [VALUE_CODE, RULE_CODE, LINK_CODE, SOME_FIELD, UNFIT_INPUT, NO_TASK].some((pattern) => pattern.test(text)) ||
              FAILURES.some(([pattern]) => pattern.test(text)) ||
              FORBIDDEN_FIELD.some((pattern) => text.search(pattern) >= 0);
}

/** Why a call to the org did not come back with an answer. */
export function saveErrorOf(cause: unknown): SaveError {
    if (cause instanceof SaveError) {
        return cause;
    }
    const { status, failure: why } = (typeof cause === 'object' && cause !== null ? cause : {}) as Readonly<
        Record<'status' | 'failure', unknown>
    >;
    const text = wordsOf(orgProblems(cause)) || String(cause);
    if (status === 401 || why === 'sessionExpired' || /INVALID_SESSION_ID/.test(text)) {
        return new SaveError('sessionExpired', text);
    }
    if (status === 429 || status === 408 || why === 'timeout') {
        return new SaveError('busy', text);
    }
    const answered =
        typeof status === 'number' && status >= 400 && status < 500 && !/disconnected or canceled/i.test(text);
    if (why === 'refused' || answered) {
        return new SaveError(NO_TASK.test(text) ? 'orgRefusesTask' : 'refused', text);
    }
    return new SaveError('offline', text);
}
