/** Numbers that the Interaction Service gives its errors. Source: ERRORCODES of Salesforce's interaction-service-apis. */

/** The org is being moved, is read-only, or is busy: the call was not done. */
const NOT_DONE = new Set([10019, 10055, 10056, 20002, 20004]);
/** Something behind the service failed, or did not answer in time: nobody knows how far the call came. */
const PERHAPS_DONE = new Set([10094, 500]);
/** About the channel, the app, the headers or the org, not about what was sent: every call would be refused. */
const SETUP = new Set([
    10001, 10002, 10003, 10005, 10006, 10016, 10017, 10026, 10031, 10035, 10050, 10069, 10070, 10093, 15102, 15104
]);
/** The token is not taken. */
export const TOKEN_REFUSED = 10004;
/** The rep has this work already. */
export const WORK_ACTIVE = 15109;

export interface InteractionError {
    readonly code?: number;
    /** Salesforce's words. They may repeat what was sent: not for a log. */
    readonly said?: string;
}

/** `{ message, code }`, or nothing of it where a gateway answered. */
export function readInteractionError(text: string): InteractionError {
    try {
        return errorIn(JSON.parse(text));
    } catch {
        return {};
    }
}

/** Some calls answer 200 with `success: false` and an error in it. Undefined where they do not. */
export function errorInAnswer(body: unknown): InteractionError | undefined {
    if (typeof body !== 'object' || body === null) return undefined;
    const { success, errorDetail, errorReason, errors, reasonForNotRouting } = body as Readonly<
        Record<string, unknown>
    >;
    if (success !== false) return undefined;
    const said = [reasonForNotRouting, errorReason].find((one) => typeof one === 'string');
    return { ...(said === undefined ? {} : { said }), ...errorIn(errors), ...errorIn(errorDetail) };
}

function errorIn(body: unknown): InteractionError {
    if (typeof body !== 'object' || body === null) return {};
    const { apiErrorCode, code, errorMessage, message } = body as Readonly<Record<string, unknown>>;
    const number = numberOf(code ?? apiErrorCode);
    const said = message ?? errorMessage;
    return {
        ...(number === undefined ? {} : { code: number }),
        ...(typeof said === 'string' ? { said } : {})
    };
}

function numberOf(given: unknown): number | undefined {
    const number = typeof given === 'string' && /^\d{1,6}$/.test(given) ? Number(given) : given;
    return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
}

/** What an error means for the call: not done for now, not done before somebody mends the set-up, never, or unknown. */
export type ErrorKind = 'later' | 'setup' | 'refused' | 'unknown';

export function kindOf(status: number, { code }: InteractionError): ErrorKind {
    if (code !== undefined) {
        if (NOT_DONE.has(code)) return 'later';
        if (PERHAPS_DONE.has(code)) return 'unknown';
        if (code === TOKEN_REFUSED || SETUP.has(code)) return 'setup';
        if (code >= 10_000 && status !== 429) return 'refused';
    }
    if (status === 429 || status === 425) return 'later';
    // Without a number of the service's own it was a gateway: also its 503 may stand for a connection that broke.
    if (status >= 500 || status === 408) return 'unknown';
    return status === 401 || status === 403 || status === 404 || status === 405 ? 'setup' : 'refused';
}
