import assert from 'node:assert/strict';
import { afterEach, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Batch, ReplayFrom } from '../pubsub/subscription.ts';
import type { NewBatch } from '../store/batches.ts';
import type { Database } from '../store/database.ts';
import { onBothDatabases } from '../store/databasesForTests.ts';
import { follow } from './follow.ts';
import type { Following } from './follow.ts';

const TOPIC = '/event/Outbound__e';
const LONGEST_MS = 60_000;

/** A stream of numbered events that keeps all that was published, as far as this test needs Salesforce. */
function createTopic(): {
    readonly opened: ReplayFrom[];
    readonly subscribe: Parameters<typeof follow>[0]['subscribe'];
    /** Each a second after the one before. */
    publish(count: number): void;
    readonly now: () => number;
    /** Streams that are open. */
    readonly open: number;
} {
    let published = 0;
    let open = 0;
    const opened: ReplayFrom[] = [];
    return {
        opened,
        get open(): number {
            return open;
        },
        publish: (count) => void (published += count),
        now: () => published * 1_000,
        subscribe({ from, onBeginning, onEvents, room }) {
            opened.push(from);
            open += 1;
            let at = from === 'EARLIEST' ? 0 : from === 'LATEST' ? published : (from.after[0] ?? 0);
            let isClosed = false;
            const running = (async () => {
                if (from === 'LATEST') await onBeginning();
                while (!isClosed) {
                    const count = Math.min(room(), published - at, 5);
                    if (count > 0) {
                        const events = Array.from({ length: count }, (_, place) => ({
                            id: `event-${at + place + 1}`,
                            replayId: new Uint8Array([at + place + 1]),
                            record: { number: at + place + 1, at: (at + place + 1) * 1_000 },
                            bytes: new Uint8Array(),
                            schemaId: 's'
                        }));
                        try {
                            await onEvents({
                                events,
                                ...(from === 'LATEST' ? { isNew: true } : {})
                            } as unknown as Batch);
                            at += count;
                        } catch {
                            // It comes again.
                        }
                    }
                    await wait(2);
                }
            })();
            return {
                position: () => undefined,
                async close(): Promise<void> {
                    isClosed = true;
                    await running;
                    open -= 1;
                }
            };
        }
    };
}

const publishedAt = ({ record }: Batch['events'][number]): number => (record as { readonly at: number }).at;

const entriesOf = (batch: Batch, since = 0): Pick<NewBatch, 'entries' | 'unreadable' | 'publishedAt'> => ({
    entries: batch.events
        .filter((event) => publishedAt(event) >= since)
        .map(({ id, record }) => ({
            lane: 'out:a',
            key: id,
            kind: 'message',
            body: record as object,
            createdAt: Date.now()
        })),
    unreadable: [],
    publishedAt: batch.events.map(publishedAt).at(-1) ?? 0
});

onBothDatabases((database, another) => {
    const followers: Following[] = [];
    // One that a failed test left open would follow for ever, and this file would never end.
    afterEach(async () => void (await Promise.all(followers.splice(0).map((each) => each.close()))));

    function start(topic: ReturnType<typeof createTopic>, name: string, more: object = {}): Following {
        const follower = follow({
            database: database(),
            topic: TOPIC,
            name,
            subscribe: topic.subscribe,
            read: entriesOf,
            now: topic.now,
            mostWaiting: 1_000,
            // Far longer than a busy machine stands still: who gives no sign for so long, a test says in the table.
            leaseMs: 60_000,
            signMs: 50,
            ...more
        });
        followers.push(follower);
        return follower;
    }

    async function stored(): Promise<string[]> {
        const rows = await database().query<{ key: string }>('select key from bridge_entries order by seq');
        return rows.map(({ key }) => key);
    }

    async function until(isSo: () => Promise<boolean> | boolean, what: string): Promise<void> {
        for (const since = performance.now(); !(await isSo()); await wait(10))
            if (performance.now() - since > LONGEST_MS) assert.fail(what);
    }

    /** Counts the questions whose text has this. */
    function counting(asked: Database, text: string): { readonly database: Database; readonly count: number } {
        let count = 0;
        return {
            get count(): number {
                return count;
            },
            database: {
                ...asked,
                async query(question, values) {
                    const rows = await asked.query(question, values);
                    if (question.includes(text)) count += 1;
                    return rows as never;
                }
            }
        };
    }

    const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `event-${at + 1}`);

    it('one of two processes follows the topic; when it is closed the other goes on where it was', async () => {
        const topic = createTopic();
        const first = start(topic, 'first');
        await until(() => first.isLeading && topic.open === 1, 'nobody leads and listens');
        const asking = counting(await another(), 'epoch = epoch + 1');
        const second = start(topic, 'second', { database: asking.database });
        await until(() => asking.count > 1, 'the second one does not ask whether it may lead');
        topic.publish(12);
        await until(async () => (await stored()).length === 12, 'not all is stored');
        assert.deepEqual([first.isLeading, second.isLeading, topic.open], [true, false, 1]);

        await first.close();
        topic.publish(3);
        await until(async () => (await stored()).length === 15, 'the second one does not go on');
        await second.close();
        assert.deepEqual(await stored(), names(15));
        assert.deepEqual(topic.opened, ['LATEST', { after: new Uint8Array([12]) }]);
        assert.equal(topic.open, 0);
    });

    it('what is published after the first start is stored, though nothing was before that start ended; nothing older is', async () => {
        const topic = createTopic();
        topic.publish(20);
        const first = start(topic, 'first');
        await until(() => topic.open === 1, 'nobody listens');
        await first.close();
        topic.publish(3);
        const second = start(topic, 'second');
        await until(() => topic.opened.length === 2, 'nobody else listens');
        // From a few seconds before the start on: two clocks are never the same.
        const told = names(23).slice(14);
        await until(async () => (await stored()).length === told.length, 'not all is stored');
        await second.close();
        const third = start(topic, 'third');
        await until(() => topic.opened.length === 3, 'nobody goes on');
        topic.publish(1);
        await until(async () => (await stored()).length === told.length + 1, 'the third one does not go on');
        await third.close();
        assert.deepEqual(await stored(), [...told, 'event-24']);
        assert.deepEqual(topic.opened, ['LATEST', 'EARLIEST', { after: new Uint8Array([23]) }]);
        assert.deepEqual(await database().query('select from bridge_beginnings'), []);
    });

    it('a leader that stood still stores nothing more once another one leads, and closes its stream', async () => {
        const topic = createTopic();
        const first = start(topic, 'first');
        await until(() => first.isLeading && topic.open === 1, 'nobody leads and listens');
        topic.publish(1);
        await until(async () => (await stored()).length === 1, 'nothing is stored');
        // What another process does after this one has given no sign for too long.
        await database().query(
            `update bridge_leader set epoch = epoch + 1, until = clock_timestamp() + interval '1 minute'`
        );
        topic.publish(4);
        await until(() => topic.open === 0, 'its stream stays open');
        assert.deepEqual(await stored(), names(1));
        // And that one gives no sign any more, either.
        await database().query(`update bridge_leader set until = clock_timestamp()`);
        await until(async () => (await stored()).length === 5, 'nobody goes on when the other one is gone, too');
        await first.close();
        assert.deepEqual(await stored(), names(5));
    });

    it('no more is asked for while too much waits, and again when it has been delivered', async () => {
        const topic = createTopic();
        const counted = counting(database(), 'count(*)');
        const only = start(topic, 'only', { mostWaiting: 10, database: counted.database });
        const twiceMore = (since = counted.count): Promise<void> =>
            until(() => counted.count > since + 1, 'it does not count what waits');
        await until(() => only.isLeading && topic.open === 1, 'nobody leads and listens');
        topic.publish(40);
        await until(async () => (await stored()).length >= 10, 'nothing is stored');
        await twiceMore();
        assert.equal((await stored()).length, 10);
        await database().query(`update bridge_entries set state = 'delivered'`);
        await until(async () => (await stored()).length >= 20, 'it does not go on');
        await twiceMore();
        assert.deepEqual(await stored(), names(20));
    });

    it('no more is asked for than may wait, also when the count of what waits is answered late', async () => {
        const topic = createTopic();
        let counts = 0;
        const slow: Database = {
            ...database(),
            async query(text, values) {
                const rows = await database().query(text, values);
                if (!text.includes('count(*)')) return rows as never;
                counts += 1;
                // What comes now is not in the count.
                if (counts === 2) topic.publish(40);
                await wait(60);
                return rows as never;
            }
        };
        start(topic, 'only', { mostWaiting: 10, database: slow });
        await until(() => counts > 3, 'nothing is counted');
        assert.deepEqual(await stored(), names(10));
    });
});
