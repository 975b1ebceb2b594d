import { createQueryQueue } from '../queryQueue.ts';
import type { QueryQueue, WireAnswer } from '../queryQueue.ts';
import type { QueryDocument } from '../types.ts';

const A = 'query A' as unknown as QueryDocument;
const B = 'query B' as unknown as QueryDocument;

type Server = Record<string, { data?: unknown; errors?: unknown }>;

/**
 * A wire as the platform's: an answer is kept for the life of the page, an equal query does not run again, and a
 * refresh that brings nothing new is silent.
 */
function wireOver(server: Server): { queue: QueryQueue; asked: string[] } {
    const asked: string[] = [];
    const kept = new Map<string, WireAnswer>();
    let onWire = '';

    function answerOf(document: string): WireAnswer {
        return {
            ...server[document],
            refresh: async (): Promise<void> => {
                await Promise.resolve();
                const fresh = answerOf(document);
                if (JSON.stringify(fresh) !== JSON.stringify(kept.get(document))) {
                    kept.set(document, fresh);
                    queue.answered(fresh);
                }
            }
        };
    }

    const queue = createQueryQueue((document) => {
        const text = String(document);
        asked.push(text);
        if (text === onWire) {
            return;
        }
        onWire = text;
        const answer = kept.get(text) ?? answerOf(text);
        if (answer.errors === undefined) {
            kept.set(text, answer);
        }
        queueMicrotask(() => queue.answered(answer));
    });
    return { queue, asked };
}

it('the developer gets what the org says now, not what the page remembers', async () => {
    const server: Server = { 'query A': { data: 1 }, 'query B': { data: 'b' } };
    const { queue } = wireOver(server);
    await expect(queue.query(A)).resolves.toBe(1);
    await queue.query(B);
    server['query A'] = { data: 2 };
    await expect(queue.query(A)).resolves.toBe(2);
});

it('the same look-up twice asks the org twice, although the wire stays silent', async () => {
    const server: Server = { 'query A': { data: [] } };
    const { queue } = wireOver(server);
    await expect(queue.query(A)).resolves.toEqual([]);
    await expect(queue.query(A)).resolves.toEqual([]);
    server['query A'] = { data: ['made meanwhile'] };
    await expect(queue.query(A)).resolves.toEqual(['made meanwhile']);
});

it('questions are asked one at a time, in order', async () => {
    const { queue, asked } = wireOver({ 'query A': { data: 'a' }, 'query B': { data: 'b' } });
    await expect(Promise.all([queue.query(A), queue.query(B), queue.query(A)])).resolves.toEqual(['a', 'b', 'a']);
    expect(asked).toEqual(['query A', 'query B', 'query A']);
});

it('a failed read is an error, never an empty answer', async () => {
    const { queue } = wireOver({
        'query A': { errors: [{ message: "Field 'X__mdt' in type 'RecordQuery' is undefined" }] }
    });
    await expect(queue.query(A)).rejects.toMatchObject({ name: 'ReadError', failure: 'refused' });
});

it('a read that failed once can succeed next time', async () => {
    const server: Server = { 'query A': { errors: [{ message: 'Failed to fetch' }] } };
    const { queue } = wireOver(server);
    await expect(queue.query(A)).rejects.toMatchObject({ failure: 'offline' });
    server['query A'] = { data: 7 };
    await expect(queue.query(A)).resolves.toBe(7);
});

it('an org that never answers is given up after a time, and the next question is asked', async () => {
    jest.useFakeTimers();
    const asked: string[] = [];
    const queue = createQueryQueue((document) => {
        asked.push(String(document));
        if (String(document) === 'query B') {
            queue.answered({ data: 'b' });
        }
    });
    const silent = queue.query(A).catch((error: unknown) => error);
    const next = queue.query(B);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(await silent).toMatchObject({ failure: 'timeout' });
    expect(await next).toBe('b');
    jest.useRealTimers();
});

it('leaving the page answers every open question', async () => {
    const queue = createQueryQueue(() => undefined);
    const open = [A, B].map((document) => queue.query(document).catch((error: unknown) => error));
    queue.close();
    expect(await Promise.all(open)).toMatchObject([{ failure: 'offline' }, { failure: 'offline' }]);
});
