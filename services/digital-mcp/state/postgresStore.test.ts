import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { realClock } from '@switchboard/genesys-api';
import { Client } from 'pg';
import { clockForTests } from '../../genesys-api/clockForTests.ts';
import { json, serverForTests } from '../../genesys-api/serverForTests.ts';
import type { TestServer } from '../../genesys-api/serverForTests.ts';
import { callingForTests, configurationAt, errorIn, resultIn, SEND, SMS } from '../calling/callingForTests.ts';
import type { CallingForTests } from '../calling/callingForTests.ts';
import type { Policy } from '../connections/configuration.ts';
import { postgresForTests, postgresPrograms } from '../../../test/postgresForTests.ts';
import type { TestPostgres } from '../../../test/postgresForTests.ts';
import { postgresStore } from './postgresStore.ts';
import type { StateStore } from './stateStore.ts';
import { createLog } from '../serving/log.ts';
import { startHttp } from '../serving/startServer.ts';
import { describeStore } from './stateStoreBehaviour.ts';
import { storeOf } from './storeOf.ts';

const programs = postgresPrograms();
/** One call over HTTP: what is in structuredContent. */
async function called(url: string, given: object): Promise<unknown> {
    const params = { name: SEND, arguments: { PCID: 'support', ...given } };
    const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params })
    });
    return ((await response.json()) as { result: { structuredContent: unknown } }).result.structuredContent;
}

const skip = programs === undefined ? 'no PostgreSQL for this machine is installed' : false;

describe('with a PostgreSQL that really runs', { skip }, () => {
    let database: TestPostgres;
    let server: TestServer;
    const open: StateStore[] = [];
    before(async () => {
        [database, server] = await Promise.all([postgresForTests(programs ?? ''), serverForTests()]);
    });
    // A PostgreSQL takes 100 connections unless told otherwise.
    afterEach(() => Promise.all(open.splice(0).map((store) => store.close())));
    after(async () => {
        await server.close();
        await database.close();
    });

    async function sql<Row extends object>(text: string): Promise<Row[]> {
        const client = new Client(database.url);
        await client.connect();
        try {
            return (await client.query<Row>(text)).rows;
        } finally {
            await client.end();
        }
    }

    async function newStore(): Promise<StateStore> {
        const store = await postgresStore(database.url);
        open.push(store);
        return store;
    }

    /** All that is held is of so much later. */
    async function later(ms: number): Promise<void> {
        await sql(`update switchboard_state set until = until + ${ms} * interval '1 millisecond'`);
        await sql(`update switchboard_state set value = (
            select json_agg(moment::bigint + ${ms}) from json_array_elements_text(value::json) as moment)::text
            where key like 'window:%' and value <> '[]'`);
    }

    describeStore('the store', async () => {
        const store = await newStore();
        await sql('truncate switchboard_state');
        return {
            store,
            // Seen from the database's clock: what is held is older, or in the future.
            pass: (ms) => later(-ms),
            setBack: later
        };
    });

    it('ten replicas that start at once make one table', async () => {
        await sql('drop table switchboard_state');
        const stores = await Promise.all(Array.from({ length: 10 }, newStore));
        for (const store of stores) await store.check();
        const tables = await sql<{ tablename: string }>("select tablename from pg_tables where schemaname = 'public'");
        assert.deepEqual(tables, [{ tablename: 'switchboard_state' }]);
    });

    it('an operator may make the table and give no right to make others', async () => {
        await newStore();
        await sql(`do $$ begin
            if not exists (select from pg_roles where rolname = 'limited') then create role limited login; end if;
        end $$`);
        await sql('grant select, insert, update, delete on switchboard_state to limited');
        const store = await postgresStore(database.url.replace('postgres@', 'limited@'));
        open.push(store);
        assert.equal(await store.add('limited', 'one', 60_000), undefined);
        assert.equal(await store.admit([{ key: 'limited', most: 1 }], 60_000), undefined);
    });

    it('of ten values that ended and are asked for by two replicas at once, each is given anew once', async () => {
        const [one, other] = [await newStore(), await newStore()];
        for (let index = 0; index < 10; index += 1) await one.set(`ended${index}`, 'old', 1);
        await wait(20);
        for (let index = 0; index < 10; index += 1) {
            const key = `ended${index}`;
            const before = await Promise.all([one.add(key, 'a', 60_000), other.add(key, 'b', 60_000)]);
            assert.equal(before.filter((value) => value === undefined).length, 1, key);
        }
    });

    it('who takes and who adds at once never wait for one another without end', async () => {
        const stores = [await newStore(), await newStore()];
        const all = Array.from({ length: 200 }, (_, index) => {
            const store = stores[index % 2];
            assert.ok(store);
            return index % 3 === 0 ? store.take('contested') : store.add('contested', `${index}`, 60_000);
        });
        await Promise.all(all);
    });

    it('forty who ask in any order, while others sweep, never wait for one another without end', async () => {
        const [one, other] = [await newStore(), await newStore()];
        await sql('truncate switchboard_state');
        const limits = ['a', 'b', 'c'].map((key) => ({ key, most: 30 }));
        const sweeping = Array.from({ length: 40 }, () =>
            sql(`delete from switchboard_state where key in (
                select key from switchboard_state where until <= now() + interval '1 day' and key like '%c'
                for update skip locked)`)
        );
        const asking = Array.from({ length: 40 }, (_, index) =>
            (index % 2 ? one : other).admit(index % 3 ? limits : limits.toReversed(), 3_600_000)
        );
        await Promise.all([...sweeping, ...asking]);
        for (let round = 0; round < 30; round += 1) await one.admit(limits.slice(0, 1), 3_600_000);
        assert.equal((await other.full(limits, 3_600_000))?.key, 'a');
    });

    it('the moments in the table are those of the last window, however many asked', async () => {
        const store = await newStore();
        for (let round = 0; round < 60; round += 1) {
            await store.admit([{ key: 'bounded', most: 5 }], 50);
            await wait(3);
        }
        const [row] = await sql<{ value: string }>("select value from switchboard_state where key = 'window:bounded'");
        assert.ok((JSON.parse(row?.value ?? '') as number[]).length <= 5);
    });

    it('the configuration says which store is used', async () => {
        const parts = { env: { DATABASE: database.url }, folder: '/', clock: realClock };
        const configured = configurationAt(server.url, {}, { store: { postgres: { env: 'DATABASE' } } });
        const store = await storeOf(configured, parts);
        open.push(store);
        assert.equal(store.isShared, true);
        assert.equal((await storeOf(configurationAt(server.url), parts)).isShared, false);
        await assert.rejects(storeOf(configured, { ...parts, env: {} }), /DATABASE is missing or empty/);
    });

    describe('two replicas behind one address', () => {
        async function replicas(
            policy: Policy = {}
        ): Promise<{ a: CallingForTests; b: CallingForTests; sent: number }> {
            await newStore();
            await sql('truncate switchboard_state');
            const one = async (): Promise<CallingForTests> =>
                callingForTests(server, {
                    policy,
                    more: { replicas: 2 },
                    store: await newStore(),
                    clock: clockForTests()
                });
            server.replies(json(200, {}));
            return { a: await one(), b: await one(), sent: server.received.length };
        }

        it('send a message once that both are told to send at once', async () => {
            const { a, b } = await replicas({ withoutAsking: 'allow' });
            for (let round = 0; round < 20; round += 1) {
                const sent = server.received.length;
                const given = { ...SMS, textBody: `Your order ${round}` };
                const outcomes = await Promise.all([a.call(SEND, given), b.call(SEND, given)]);
                assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['error', 'result']);
                const refused = outcomes.find(({ kind }) => kind === 'error');
                assert.ok(refused);
                assert.equal(errorIn(refused).reason, 'repeated');
                assert.equal(server.received.length - sent, 1);
            }
        });
        it('take one confirmation once that is given to both at once', async () => {
            const { a, b } = await replicas();
            for (let round = 0; round < 20; round += 1) {
                const sent = server.received.length;
                const again = { ...SMS, sendAgain: true };
                const confirmation = String(errorIn(await a.call(SEND, again))['confirmation']);
                const given = { ...again, confirmation };
                const outcomes = await Promise.all([a.call(SEND, given), b.call(SEND, given)]);
                assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['error', 'result']);
                const refused = outcomes.find(({ kind }) => kind === 'error');
                assert.ok(refused);
                assert.equal(errorIn(refused).reason, 'notConfirmed');
                assert.equal(server.received.length - sent, 1);
            }
        });
        it('take a confirmation that the other one gave, and know what the other one sent', async () => {
            const { a, b, sent } = await replicas();
            const confirmation = String(errorIn(await a.call(SEND, SMS))['confirmation']);
            resultIn(await b.call(SEND, { ...SMS, confirmation }));
            const facts = errorIn(await a.call(SEND, SMS));
            assert.equal(facts.reason, 'repeated');
            assert.equal((facts['earlier'] as { correlationId: string }).correlationId, 'corr-1');
            assert.equal(server.received.length - sent, 1);
        });
        it('count the calls of a minute together', async () => {
            const { a, b } = await replicas({ callsPerMinute: 7 });
            const outcomes = await Promise.all(
                Array.from({ length: 10 }, (_, index) => (index % 2 ? a : b).call('get_messages', {}))
            );
            assert.equal(outcomes.filter(({ kind }) => kind === 'result').length, 7);
            const refused = outcomes.filter(({ kind }) => kind === 'error').map(errorIn);
            assert.deepEqual(
                refused.map(({ reason }) => reason),
                ['tooManyCalls', 'tooManyCalls', 'tooManyCalls']
            );
        });
        it('keep nothing of a customer in the table', async () => {
            const { a } = await replicas({ withoutAsking: 'allow' });
            resultIn(await a.call(SEND, SMS));
            const text = JSON.stringify(await sql('select * from switchboard_state'));
            assert.ok(text.includes('corr-1'));
            assert.doesNotMatch(text, /317555|order/);
        });
        it('that were started with the same configuration take a confirmation of one another over HTTP', async () => {
            const parts = {
                configuration: configurationAt(
                    server.url,
                    {},
                    { replicas: 2, store: { postgres: { env: 'DATABASE' } } }
                ),
                folder: '/',
                env: { DATABASE: database.url, GENESYS_SECRET: 'secret' } as unknown as NodeJS.ProcessEnv,
                log: createLog(() => Promise.resolve())
            };
            const [one, other] = await Promise.all([
                startHttp({ ...parts, port: 0 }),
                startHttp({ ...parts, port: 0 })
            ]);
            try {
                const sent = server.received.length;
                const asked = (await called(one.url, { ...SMS, textBody: 'Over HTTP' })) as {
                    error?: { confirmation?: string };
                };
                const { confirmation } = asked.error ?? {};
                assert.ok(confirmation);
                await called(other.url, { ...SMS, textBody: 'Over HTTP', confirmation });
                assert.equal(server.received.length - sent, 1);
            } finally {
                await Promise.all([one.close(), other.close()]);
            }
        });
        it('send nothing while the database is away, and go on when it is back', async () => {
            const { a, sent } = await replicas({ withoutAsking: 'allow' });
            await database.stop();
            const facts = errorIn(await a.call(SEND, SMS));
            assert.deepEqual([facts.reason, facts.message], ['internal', 'This server failed. Nothing was done.']);
            assert.ok(!JSON.stringify(a.lines).includes('postgres://'));
            await assert.rejects(a.store.check(), /The store in PostgreSQL cannot be used \(\w+\)/);
            resultIn(await a.call('get_messages', {}));
            assert.equal(server.received.length - sent, 1);
            await database.start();
            resultIn(await a.call(SEND, SMS));
            assert.equal(server.received.length - sent, 2);
        });
    });

    it('an operator reads why a database cannot be used, without its password', async () => {
        const { port } = new URL(database.url);
        for (const [url, code] of [
            [`postgres://postgres:very-secret@127.0.0.1:${port}/nothing`, '3D000'],
            [`postgres://nobody:very-secret@127.0.0.1:${port}/postgres`, '28000'],
            ['postgres://postgres:very-secret@127.0.0.1:1/postgres', 'ECONNREFUSED']
        ] as const)
            await assert.rejects(postgresStore(url), (error: Error) => {
                assert.equal(
                    error.message,
                    `The store in PostgreSQL cannot be used (${code}). Look at the address that "store" leads to, and whether its server answers.`
                );
                assert.ok(!`${error.stack}${JSON.stringify(error)}`.includes('very-secret'));
                return true;
            });
    });
});
