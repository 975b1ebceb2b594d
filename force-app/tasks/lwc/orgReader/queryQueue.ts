import { ReadError, readErrorOf } from './readError.ts';
import type { OrgReader, QueryDocument } from './types.ts';

/** Longer than a slow org needs, shorter than an agent's patience. */
const TIMEOUT_MS = 20_000;

/** What the wire hands over. `refresh` settles once fresh data were delivered. */
export interface WireAnswer {
    readonly data?: unknown;
    readonly errors?: unknown;
    readonly refresh?: () => Promise<unknown>;
}

interface Question {
    readonly document: QueryDocument;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly resolve: (data: unknown) => void;
    readonly reject: (error: ReadError) => void;
}

export interface QueryQueue extends OrgReader {
    /** The wire has answered. */
    answered(answer: WireAnswer): void;
    close(): void;
}

/**
 * Turns one wire into promises. `ask` puts a query and its variables on the wire. A GraphQL wire answers from its cache,
 * does not run again for an equal query and stays silent when a refresh brings nothing new. So its first answer is never
 * taken: it gives the `refresh` whose end we wait for, and what the wire said last is then the org's present answer.
 */
export function createQueryQueue(
    ask: (document: QueryDocument, variables: Readonly<Record<string, unknown>>) => void
): QueryQueue {
    const waiting: Question[] = [];
    let current: Question | undefined;
    let refreshing = false;
    let onWire: { readonly document: QueryDocument; readonly variables: string } | undefined;
    let latest: WireAnswer | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function finish(settle: (question: Question) => void): void {
        const question = current;
        clearTimeout(timer);
        current = undefined;
        refreshing = false;
        if (question !== undefined) {
            settle(question);
        }
        next();
    }

    function next(): void {
        if (current !== undefined) {
            return;
        }
        current = waiting.shift();
        if (current === undefined) {
            return;
        }
        const { document, variables } = current;
        // The query stays on the wire: an answer that comes late brings the `refresh` for the next try.
        timer = setTimeout(
            () => finish((question) => question.reject(new ReadError('timeout', `No answer within ${TIMEOUT_MS} ms.`))),
            TIMEOUT_MS
        );
        const text = JSON.stringify(variables);
        if (onWire?.document === document && onWire.variables === text && latest?.refresh !== undefined) {
            refresh(latest.refresh);
            return;
        }
        onWire = { document, variables: text };
        latest = undefined;
        ask(document, variables);
    }

    function refresh(run: () => Promise<unknown>): void {
        const question = current;
        refreshing = true;
        run().then(
            () => {
                if (current === question) {
                    settle();
                }
            },
            (error: unknown) => {
                if (current === question) {
                    finish((asked) => asked.reject(readErrorOf(error)));
                }
            }
        );
    }

    function settle(): void {
        const answer = latest;
        finish((question) => {
            if (hasErrors(answer)) {
                question.reject(readErrorOf(answer?.errors));
            } else {
                question.resolve(answer?.data);
            }
        });
    }

    return {
        query(document, variables = {}): Promise<unknown> {
            return new Promise((resolve, reject) => {
                waiting.push({ document, variables, resolve, reject });
                next();
            });
        },
        answered(answer): void {
            if (answer.data === undefined && !hasErrors(answer)) {
                return;
            }
            latest = answer;
            if (current === undefined || refreshing) {
                return;
            }
            // An answer with errors is never cached, so it is the present one.
            if (hasErrors(answer) || typeof answer.refresh !== 'function') {
                settle();
            } else {
                refresh(answer.refresh);
            }
        },
        close(): void {
            const closing = new ReadError('offline', 'The page was left.');
            const left = [current, ...waiting];
            clearTimeout(timer);
            waiting.length = 0;
            current = undefined;
            for (const question of left) {
                question?.reject(closing);
            }
        }
    };
}

function hasErrors(answer: WireAnswer | undefined): boolean {
    const errors = answer?.errors;
    return errors !== undefined && errors !== null && !(Array.isArray(errors) && errors.length === 0);
}
