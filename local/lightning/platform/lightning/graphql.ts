/**
 * GraphQL as components meet it: a wire that keeps each answer for the life of the page and stays silent when a refresh
 * brings the same data, and an imperative mutation.
 */
import { isFailedRequest, orgRequest } from '../orgRequest.ts';

export interface GraphqlDocument {
    readonly kind: 'Document';
}
export interface GraphqlError {
    readonly message: string;
    readonly locations?: readonly { readonly line: number; readonly column: number }[];
    readonly path?: readonly (string | number)[];
    readonly paths?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
    readonly status?: number;
}
export interface GraphqlConfig {
    readonly query: GraphqlDocument | undefined;
    readonly variables?: Readonly<Record<string, unknown>>;
    readonly operationName?: string;
}
export interface GraphqlResult {
    readonly data?: unknown;
    readonly errors?: readonly GraphqlError[];
    /**
     * Asks again. Resolves once fresh data is delivered, or when the answer was the same and nothing is emitted; rejects
     * when the org could not be asked. Absent until the first answer.
     */
    readonly refresh?: () => Promise<void>;
}
interface Answer {
    readonly data?: unknown;
    readonly errors?: readonly GraphqlError[];
}

const texts = new WeakMap<object, string>();

/** Tag for queries and mutations. Other `gql` documents (fragments) may be put in; the result is opaque. */
export function gql(strings: readonly string[], ...values: readonly unknown[]): GraphqlDocument {
    const document = Object.freeze({ kind: 'Document' as const });
    texts.set(document, strings.map((part, i) => part + (i < values.length ? textOf(values[i]) : '')).join(''));
    return document;
}

/**
 * Runs a mutation now. Resolves with `errors` when the org refused it, rejects with a FailedRequest when it could not be
 * asked (offline, 401, 5xx).
 */
export async function executeMutation(request: {
    readonly query: GraphqlDocument;
    readonly variables?: Readonly<Record<string, unknown>>;
    readonly operationName?: string;
}): Promise<Answer> {
    return ask(request);
}

/** All components that ask the same thing share one entry. */
class Entry {
    readonly wires = new Set<graphql>();
    private readonly request: GraphqlConfig & { readonly query: GraphqlDocument };
    private answer: Answer | undefined = undefined;
    private asking: Promise<void> | undefined = undefined;

    constructor(request: GraphqlConfig & { readonly query: GraphqlDocument }) {
        this.request = request;
    }

    join(wire: graphql): void {
        this.wires.add(wire);
        if (this.answer) queueMicrotask(() => this.tell(wire));
        else this.refresh().catch(() => undefined);
    }

    readonly refresh = (): Promise<void> => {
        this.asking ??= this.fetch().finally(() => {
            this.asking = undefined;
        });
        return this.asking;
    };

    private async fetch(): Promise<void> {
        try {
            this.accept(await ask(this.request));
        } catch (error) {
            this.accept({ errors: [asGraphqlError(error)] });
            throw error;
        }
    }

    private accept(answer: Answer): void {
        const same = this.answer !== undefined && JSON.stringify(answer) === JSON.stringify(this.answer);
        this.answer = answer;
        // An answer with errors is not kept: the next component that asks the same thing asks the org.
        if (answer.errors) forget(this);
        if (!same) for (const wire of [...this.wires]) this.tell(wire);
    }

    private tell(wire: graphql): void {
        if (this.answer && this.wires.has(wire)) wire.deliver({ ...this.answer, refresh: this.refresh });
    }
}

const entries = new Map<string, Entry>();

/** Wire adapter. An `undefined` query or variables does not run. */
export class graphql {
    private readonly emit: (result: GraphqlResult) => void;
    private config: GraphqlConfig | undefined = undefined;
    private connected = false;
    private key: string | undefined = undefined;
    private entry: Entry | undefined = undefined;

    constructor(emit: (result: GraphqlResult) => void) {
        this.emit = emit;
        emit({ data: undefined, errors: undefined });
    }
    connect(): void {
        this.connected = true;
        this.run();
    }
    update(config: GraphqlConfig): void {
        this.config = config;
        this.run();
    }
    disconnect(): void {
        this.connected = false;
        this.leave();
    }
    deliver(result: GraphqlResult): void {
        this.emit(result);
    }

    private run(): void {
        const config = this.config;
        if (!this.connected || !config?.query || ('variables' in config && config.variables === undefined)) return;
        const key = keyOf(config);
        if (key === this.key) return;
        this.leave();
        this.key = key;
        this.entry = entries.get(key) ?? new Entry({ ...config, query: config.query });
        entries.set(key, this.entry);
        this.entry.join(this);
    }

    private leave(): void {
        this.entry?.wires.delete(this);
        this.entry = undefined;
        this.key = undefined;
    }
}

/** Between tests: forgets every kept answer. */
export function resetGraphql(): void {
    entries.clear();
}

function forget(entry: Entry): void {
    for (const [key, kept] of entries) if (kept === entry) entries.delete(key);
}

function keyOf({ query, variables, operationName }: GraphqlConfig): string {
    return JSON.stringify([textOf(query), sorted(variables ?? {}), operationName ?? '']);
}

function sorted(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
        Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, part]) => [name, sorted(part)])
    );
}

async function ask({ query, variables, operationName }: GraphqlConfig): Promise<Answer> {
    const document = query && texts.get(query);
    if (document === undefined) throw new TypeError('graphql: query is not a gql document. Write it with the gql tag.');
    const answer = await orgRequest('POST', '/graphql', { query: document, variables: variables ?? {}, operationName });
    if (typeof answer !== 'object' || answer === null) return { errors: [{ message: 'The org gave no answer.' }] };
    const { data, errors } = answer as { data?: unknown; errors?: unknown };
    const refused = Array.isArray(errors) && errors.length > 0 ? (errors as GraphqlError[]) : undefined;
    return { data, errors: refused };
}

function asGraphqlError(error: unknown): GraphqlError {
    if (isFailedRequest(error)) return error;
    return { message: error instanceof Error ? error.message : String(error) };
}

function textOf(value: unknown): string {
    if (typeof value === 'object' && value !== null) return texts.get(value) ?? '';
    return String(value);
}
