/** One request and its answer, or why there is none. */

export interface Exchanged {
    readonly status: number;
    readonly headers: Headers;
    readonly text: string;
    /** The text ends before the answer did: it was cut off, or longer than `mostBytes`. */
    readonly cut: boolean;
}

export type LostStage =
    /** It never left: the address is unknown, or nobody is there. */
    | 'notSent'
    /** It left, and the connection broke. */
    | 'broken'
    | 'timeout'
    /** The caller went while it was under way. */
    | 'cancelled'
    /** It left, and the answer sends us elsewhere, where no token goes. */
    | 'redirected';

export class Lost extends Error {
    override readonly name = 'Lost';
    readonly stage: LostStage;

    constructor(stage: LostStage) {
        super(stage);
        this.stage = stage;
    }
}

export interface Exchange {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string | FormData;
    readonly timeoutMs: number;
    readonly mostBytes: number;
    readonly signal?: AbortSignal | undefined;
    readonly fetch: typeof fetch;
}

/** Refused by the machine itself, or by a name server. */
const NEVER_LEFT = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** Never throws anything but Lost: errors of the runtime hold addresses and headers. */
export async function exchange(asked: Exchange): Promise<Exchanged> {
    const { timeoutMs, signal } = asked;
    const stop = new AbortController();
    let isLate = false;
    const go = (): void => stop.abort();
    // A timer of its own is gone with the answer; one of AbortSignal.timeout would be held until its time.
    const timer = setTimeout(() => {
        isLate = true;
        go();
    }, timeoutMs);
    if (signal?.aborted) go();
    signal?.addEventListener('abort', go, { once: true });
    try {
        return await exchanged(asked, stop.signal, (otherwise) =>
            signal?.aborted ? 'cancelled' : isLate ? 'timeout' : otherwise
        );
    } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', go);
    }
}

async function exchanged(
    { url, method, headers, body, mostBytes, fetch: send }: Exchange,
    signal: AbortSignal,
    stageOf: (otherwise: LostStage) => LostStage
): Promise<Exchanged> {
    let response: Response;
    try {
        const rest = body === undefined ? {} : { body };
        response = await send(url, { method, headers, ...rest, redirect: 'manual', signal });
    } catch (error) {
        throw new Lost(stageOf(NEVER_LEFT.test(codeOf(error)) ? 'notSent' : 'broken'));
    }
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
        await response.body?.cancel().catch(() => undefined);
        throw new Lost('redirected');
    }
    const { text, cut } = await readText(response, mostBytes);
    return { status: response.status, headers: response.headers, text, cut };
}

function codeOf(error: unknown): string {
    for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
        const { code } = at as NodeJS.ErrnoException;
        if (typeof code === 'string') return code;
    }
    return '';
}

/** What came before the connection broke is kept: its status says whether it was done. */
async function readText(response: Response, mostBytes: number): Promise<{ text: string; cut: boolean }> {
    const decoder = new TextDecoder();
    let text = '';
    let bytes = 0;
    try {
        for await (const chunk of response.body ?? []) {
            const piece = chunk as Uint8Array;
            bytes += piece.byteLength;
            if (bytes > mostBytes) return { text, cut: true };
            text += decoder.decode(piece, { stream: true });
        }
    } catch {
        return { text, cut: true };
    }
    return { text: text + decoder.decode(), cut: false };
}
