/** A JSON answer that is never cached. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
    return new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store', ...headers }
    });
}

/** The platform's REST errors: a list of code and message. */
export function restError(status: number, errorCode: string, message: string): Response {
    return json([{ errorCode, message }], status);
}

/** The body as JSON; undefined when it is none. */
export async function bodyOf(request: Request): Promise<unknown> {
    try {
        return (await request.json()) as unknown;
    } catch {
        return undefined;
    }
}

/** The body as an object of fields; undefined when it is none. */
export async function fieldsOf(request: Request): Promise<Record<string, unknown> | undefined> {
    const body = await bodyOf(request);
    return typeof body === 'object' && body !== null && !Array.isArray(body)
        ? (body as Record<string, unknown>)
        : undefined;
}
