/** What the platform gives when a request fails: the shape of a fetch response, never a thrown network exception. */
export interface FailedRequest {
    readonly ok: false;
    readonly status: number;
    readonly statusText: string;
    readonly message: string;
    readonly body: unknown;
}

const BASE = '/services/data/v66.0';

/**
 * Asks the org this page was served by. `path` begins after the API version. Resolves the answer's JSON (undefined for
 * an empty one); rejects with a FailedRequest for every status outside 2xx, and with status 400 when the org cannot be
 * reached, as the platform does.
 */
export async function orgRequest(method: string, path: string, body?: unknown): Promise<unknown> {
    let response: Response;
    let text: string;
    try {
        response = await globalThis.fetch(`${BASE}${path}`, {
            method,
            ...(body === undefined
                ? {}
                : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
        });
        text = await response.text();
    } catch {
        throw failed(400, 'Bad Request', { message: 'Disconnected or Canceled' });
    }
    const answer = parsed(text);
    if (!response.ok) throw failed(response.status, response.statusText, answer);
    return answer;
}

export function isFailedRequest(error: unknown): error is FailedRequest {
    return typeof error === 'object' && error !== null && 'ok' in error && error.ok === false && 'status' in error;
}

function parsed(text: string): unknown {
    if (text === '') return undefined;
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return { message: text };
    }
}

function failed(status: number, statusText: string, body: unknown): FailedRequest {
    return Object.freeze({ ok: false, status, statusText, message: messageOf(body) ?? statusText, body });
}

function messageOf(body: unknown): string | undefined {
    const first: unknown = Array.isArray(body) ? body[0] : body;
    if (typeof first !== 'object' || first === null || !('message' in first)) return undefined;
    return typeof first.message === 'string' ? first.message : undefined;
}
