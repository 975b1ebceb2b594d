import type { ReadFailure } from './types.ts';

/** Why the org did not answer a query. `message` is the platform's own text. */
export class ReadError extends Error {
    readonly failure: ReadFailure;

    constructor(failure: ReadFailure, message: string) {
        super(message);
        this.name = 'ReadError';
        this.failure = failure;
    }
}

function messagesOf(value: unknown): string[] {
    if (Array.isArray(value)) {
        return value.flatMap(messagesOf);
    }
    if (typeof value !== 'object' || value === null) {
        return typeof value === 'string' ? [value] : [];
    }
    const { message, body, errorCode } = value as Record<string, unknown>;
    const own =
        typeof message === 'string' ? [typeof errorCode === 'string' ? `${errorCode}: ${message}` : message] : [];
    return [...own, ...messagesOf(body)];
}

/** A wire hands a failed request over inside its list of errors. */
function statusOf(cause: unknown): unknown {
    const first: unknown = Array.isArray(cause) ? cause[0] : cause;
    return typeof first === 'object' && first !== null ? (first as { status?: unknown }).status : undefined;
}

/** The platform's errors come as arrays, bodies and Error objects (salesforce-platform 5.1, 5.2). */
export function readErrorOf(cause: unknown): ReadError {
    const text = messagesOf(cause).join('; ') || 'The org gave no reason.';
    const status = statusOf(cause);
    if (status === 401 || /INVALID_SESSION_ID|session expired/i.test(text)) {
        return new ReadError('sessionExpired', text);
    }
    if (status === 408 || status === 429) {
        return new ReadError('timeout', text);
    }
    if (
        /failed to fetch|network|disconnected or canceled|offline/i.test(text) ||
        (typeof status === 'number' && status >= 500)
    ) {
        return new ReadError('offline', text);
    }
    return new ReadError('refused', text);
}
