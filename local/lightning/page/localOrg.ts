/** The page's own requests: what Lightning itself would read and what Setup would change. Components never use these. */
import { followServer } from '../platform/serverEvents.ts';

export type PlainRecord = Readonly<Record<string, unknown>> & { readonly Id: string };

export async function readRecords(object: string): Promise<readonly PlainRecord[]> {
    const answer = await readJson(`/local/records/${object}`);
    const list = Array.isArray(answer) ? answer : property(answer, 'records');
    return Array.isArray(list) ? (list as PlainRecord[]) : [];
}

export async function readJson(path: string): Promise<unknown> {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
}

export async function send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<void> {
    const response = await fetch(path, {
        method,
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

const listeners = new Set<(object: string) => void>();
let following = false;

/** Calls with the object's name after each commit in the org, and with `*` after a reset or a lost connection. */
export function onOrgChange(listener: (object: string) => void): () => void {
    listeners.add(listener);
    if (!following) follow();
    return () => listeners.delete(listener);
}

function follow(): void {
    following = true;
    const tell = (object: string): void => listeners.forEach((listener) => listener(object));
    followServer({
        on: {
            message: (commit) => {
                const object = property(commit, 'object');
                tell(typeof object === 'string' ? object : '*');
            }
        },
        opened: () => tell('*')
    });
}

function property(of: unknown, name: string): unknown {
    return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}
