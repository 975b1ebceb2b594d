import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { json, serverForTests } from '../../genesys-api/serverForTests.ts';
import type { TestServer } from '../../genesys-api/serverForTests.ts';
import { postgresForTests, postgresPrograms } from '../../../test/postgresForTests.ts';
import type { TestPostgres } from '../../../test/postgresForTests.ts';
import { homeForTests, READ, SMS } from './processForTests.ts';
import type { Answered, Home, Process } from './processForTests.ts';

/** Often enough that two processes meet within the same millisecond. */
const TIMES = 40;

const programs = postgresPrograms();
const skip = programs === undefined ? 'no PostgreSQL for this machine is installed' : false;

describe('two servers in processes of their own, which share a PostgreSQL', { skip }, () => {
    let database: TestPostgres;
    let genesys: TestServer;
    let home: Home;
    let [first, second]: Process[] = [];

    before(async () => {
        [database, genesys] = await Promise.all([postgresForTests(programs ?? ''), serverForTests()]);
        const grant = { type: 'clientCredentials', clientId: 'client', clientSecret: { env: 'SECRET' } };
        const common = { baseUrl: genesys.url, grant, requestsPerMinute: 100_000 };
        const connections = {
            asks: { ...common, policy: { withoutAsking: 'guard' } },
            allows: { ...common, policy: { withoutAsking: 'allow' } }
        };
        const more = { connections, replicas: 2, store: { postgres: { env: 'STORE' } } };
        home = homeForTests(genesys.url, { more, secrets: { STORE: database.url } });
        [first, second] = await Promise.all([home.http(), home.http()]);
    });
    after(async () => {
        await home.close();
        await genesys.close();
        await database.close();
    });

    const message = (PCID: string, textBody: string): Readonly<Record<'PCID' | 'textBody', string>> => ({
        ...SMS.arguments,
        PCID,
        textBody
    });

    const sentOf = (textBody: string): number =>
        genesys.received.filter(({ body }) => body.includes(JSON.stringify(textBody))).length;

    async function send(by: Process | undefined, given: object): Promise<Answered> {
        const answered = await by?.call({ name: SMS.name, arguments: given });
        assert.ok(answered);
        return answered;
    }

    /** What each of the two says to one call, sorted. */
    async function atOnce(given: object): Promise<string[]> {
        const answers = await Promise.all([first, second].map((one) => send(one, given)));
        return answers.map(({ what }) => what).sort();
    }

    it('a word that is given to both at once sends one message, and the other server says that it was used', async (t) => {
        for (let time = 0; time < TIMES; time += 1) {
            const given = message('asks', `confirmed ${time}`);
            const { what, structured } = await send([first, second][time % 2], given);
            assert.equal(what, 'confirmationNeeded');
            const confirmed = { ...given, confirmation: structured['confirmation'] };
            assert.deepEqual(await atOnce(confirmed), ['notConfirmed', 'result']);
            assert.equal(sentOf(given.textBody), 1);
        }
        t.diagnostic(`${TIMES} words, each given to both at once`);
    });

    it('the same message that is given to both at once is sent once, and the other server holds it back', async (t) => {
        for (let time = 0; time < TIMES; time += 1) {
            const given = message('allows', `at once ${time}`);
            assert.deepEqual(await atOnce(given), ['repeated', 'result']);
            assert.equal(sentOf(given.textBody), 1);
        }
        t.diagnostic(`${TIMES} messages, each given to both at once`);
    });

    it('a server that is killed while it sends leaves the other one to say so, and nothing is sent again unasked', async () => {
        const given = message('allows', 'killed');
        genesys.replies(() => undefined);
        const broken = assert.rejects(send(first, given));
        while (sentOf('killed') === 0) await wait(5);
        first?.child.kill('SIGKILL');
        assert.equal(await first?.ended, 'SIGKILL');
        await broken;
        genesys.replies(json(200, {}));

        const { what, structured } = await send(second, given);
        assert.equal(what, 'repeated');
        assert.match(
            String(structured['message']),
            /is being sent, or its sender stopped before it was told the outcome/
        );
        assert.equal((structured['earlier'] as { readonly state: string }).state, 'underWay');
        first = await home.http();
        assert.equal((await send(first, given)).what, 'repeated');
        assert.equal(sentOf('killed'), 1);
        assert.equal((await send(second, { ...given, sendAgain: true })).what, 'result');
        assert.equal(sentOf('killed'), 2);
    });

    it('while the database is away nothing reaches a customer and reading goes on; when it is back, so are they', async () => {
        const given = message('allows', 'away');
        const read = { name: READ.name, arguments: { ...READ.arguments, PCID: 'allows' } };
        await database.stop();
        for (const server of [first, second]) {
            const { what, structured } = await send(server, given);
            assert.equal(what, 'internal');
            assert.match(String(structured['message']), /Nothing was done/);
            assert.equal((await server?.call(read))?.what, 'result');
        }
        assert.equal(sentOf('away'), 0);
        await database.start();
        assert.deepEqual(await atOnce(given), ['repeated', 'result']);
        assert.equal(sentOf('away'), 1);
    });
});
