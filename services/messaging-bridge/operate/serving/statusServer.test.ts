import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { addEntries } from '../../store/batches.ts';
import { DatabaseFault } from '../../store/database.ts';
import { takeSample } from '../../store/samples.ts';
import { embeddedFolder } from '../../store/embeddedForTests.ts';
import { openStore } from '../../store/store.ts';
import { createDatabaseRefusals } from '../databaseRefusals.ts';
import { createBridgeLog } from '../log.ts';
import { countWhatIsLogged } from '../metrics/counting.ts';
import type { Series } from '../metrics/series.ts';
import { prometheusText } from '../metrics/series.ts';
import { statusPaths } from './statusPaths.ts';
import { startStatusServer } from './statusServer.ts';
import type { StatusServer } from './statusServer.ts';

/** As Prometheus reads it: each line is a comment, or a name, labels and a number. */
function readMetrics(text: string): Map<string, number> {
    const found = new Map<string, number>();
    const types = new Set<string>();
    for (const line of text.split('\n').filter((one) => one !== '')) {
        const type = /^# TYPE (\w+) (counter|gauge)$/.exec(line)?.[1];
        if (type !== undefined) {
            assert.ok(!types.has(type), `${type} stands twice`);
            types.add(type);
        }
        if (line.startsWith('# ')) continue;
        const [, name = '', labels = '', value] =
            /^([a-z_]+)(\{(?:[a-z]+="(?:[^"\\]|\\.)*",?)+\})? (-?[\d.e+-]+)$/.exec(line) ?? assert.fail(line);
        assert.ok(types.has(name), `${name} has a type`);
        found.set(`${name}${labels}`, Number(value));
    }
    return found;
}

describe('an operator whose bridge serves its status', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'bridge-'));
    const counting = countWhatIsLogged(createBridgeLog(() => undefined));
    const faults: unknown[] = [];
    let database: Awaited<ReturnType<typeof openStore>>;
    let server: StatusServer;
    let isStopping = false;
    let isAway = false;
    let now = 0;
    const told: string[] = [];
    const refusals = createDatabaseRefusals(
        ({ code }) => told.push(code),
        () => now
    );
    let refused: typeof database;
    const get = async (where: string, options: RequestInit = {}) => {
        const response = await fetch(`${server.url}${where}`, options);
        return { status: response.status, headers: response.headers, text: await response.text() };
    };

    before(async () => {
        database = await openStore({ folder: await embeddedFolder(path.join(folder, 'data')) });
        refused = refusals.watched({ ...database, query: () => Promise.reject(new DatabaseFault({ code: '53100' })) });
        const query = (...given: Parameters<typeof database.query>) =>
            isAway ? Promise.reject(new DatabaseFault(new Error('away'))) : database.query(...given);
        const watched = { ...database, query } as typeof database;
        const paths = statusPaths({
            database: watched,
            topic: '/event/A__e',
            counting,
            isStopping: () => isStopping,
            toMend: refusals.toMend
        });
        server = await startStatusServer({ host: '127.0.0.1', port: 0, paths, onFault: (error) => faults.push(error) });
    });
    after(async () => {
        await server.close();
        await database.close();
        rmSync(folder, { recursive: true, force: true });
    });

    it('has it watched: it lives, is ready while the database answers, and not while it stops', async () => {
        assert.equal((await get('/health/live')).status, 200);
        assert.equal((await get('/health/ready')).status, 200);
        isAway = true;
        assert.match((await get('/health/ready')).text, /the database does not answer/);
        assert.equal((await get('/health/live')).status, 200);
        isAway = false;
        isStopping = true;
        assert.equal((await get('/health/ready')).status, 503);
        isStopping = false;
    });

    it('has it watched while its database takes nothing more: it is not ready, with what to do, until some time after', async () => {
        for (const at of [0, 30_000, 61_000]) {
            now = at;
            await assert.rejects(refused.query('insert'), DatabaseFault);
        }
        const { status, text } = await get('/health/ready');
        assert.equal(status, 503);
        assert.match(text, /its disk is full\. Make room there/);
        assert.deepEqual(told, ['53100', '53100']);
        now += 90_000;
        assert.equal((await get('/health/ready')).status, 200);
    });

    it('has Prometheus read what was done and what waits, without a word of anybody', async () => {
        counting.log.settled({ entry: 1, kind: 'message', state: 'delivered' });
        counting.log.settled({ entry: 2, kind: 'message', state: 'delivered' });
        counting.log.dropped({ Note: 2 });
        counting.log.leading(true);
        counting.read({ events: 5, unreadable: 1 });
        await database.transaction((statements) =>
            addEntries(statements, [
                { lane: 'out:a', key: 'k', kind: 'message', body: { text: 'Edna +61491570006' }, createdAt: 1 }
            ])
        );
        const { headers, text } = await get('/metrics');
        assert.match(headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
        const read = readMetrics(text);
        assert.equal(read.get('bridge_settled_total{kind="message",state="delivered"}'), 2);
        assert.equal(read.get('bridge_dropped_events_total{kind="Note"}'), 2);
        assert.equal(read.get('bridge_events_total'), 5);
        assert.equal(read.get('bridge_unreadable_events_total'), 1);
        assert.equal(read.get('bridge_leading'), 1);
        assert.equal(read.get('bridge_waiting_entries{kind="message"}'), 1);
        assert.equal(read.get('bridge_database_up'), 1);
        assert.doesNotMatch(text, /Edna|6149/);
    });

    it('has Prometheus read of this process also while the database is away', async () => {
        isAway = true;
        const read = readMetrics((await get('/metrics')).text);
        isAway = false;
        assert.equal(read.get('bridge_database_up'), 0);
        assert.equal(read.get('bridge_events_total'), 5);
    });

    it('sees the last hour as pictures that say in words what is in them, and no markup that somebody brought', async () => {
        for (const [at, waiting] of [3, 12, 1_200].entries()) {
            await takeSample(database, { waiting, behindMs: at * 60_000, delivered: 5, aside: 0 });
            await database.query(`update bridge_samples set at = at - interval '20 seconds'`);
        }
        await database.query(`update bridge_lanes set due_at = clock_timestamp(), reason = '<img src=x>'`);
        const { text } = await get('/');
        assert.match(text, /aria-label="Waiting in the last hour: now 1,200 entries, at most 1,200 entries"/);
        assert.match(text, /aria-label="Behind Salesforce in the last hour: now 2 min, at most 2 min"/);
        assert.equal(text.match(/<polyline/g)?.length, 4);
        assert.match(text, /1 conversation waits: &lt;img src=x&gt;\./);
        assert.doesNotMatch(text, /<img|Edna|6149/);
        assert.ok(text.includes((await get('/now')).text.slice(0, 200)));
    });

    it('reads on the page that the database is away', async () => {
        isAway = true;
        const { status, text } = await get('/');
        isAway = false;
        assert.equal(status, 200);
        assert.match(text, /<strong>Act<\/strong> The database does not answer/);
    });

    it('finds nothing there that could be commanded', async () => {
        assert.equal((await get('/command', { method: 'POST', body: '{}' })).status, 404);
        assert.equal((await get('/metrics', { method: 'POST', body: '{}' })).status, 405);
        assert.equal((await get('/constructor')).status, 404);
        assert.deepEqual(faults, []);
    });

    it('shows nothing to a page in a browser whose own name somebody pointed at this machine', async () => {
        const statusFor = (host: string): Promise<number | undefined> =>
            new Promise((resolve, reject) => {
                request(`${server.url}/metrics`, { headers: { host } }, (response) => {
                    response.resume();
                    resolve(response.statusCode);
                })
                    .once('error', reject)
                    .end();
            });
        for (const host of ['attacker.example', 'attacker.example:4691', '127.0.0.1.attacker.example'])
            assert.equal(await statusFor(host), 403, host);
        for (const host of ['127.0.0.1:4691', 'localhost', '[::1]:4691'])
            assert.equal(await statusFor(host), 200, host);
    });

    it('is told which key names a port that is taken', async () => {
        const port = Number(new URL(server.url).port);
        const another = startStatusServer({ host: '127.0.0.1', port, paths: {}, onFault: () => undefined });
        await assert.rejects(another, /^Error: status: 127\.0\.0\.1, port \d+, cannot be listened on \(EADDRINUSE\)/);
    });
});

it('Prometheus reads labels and help with quotes, backslashes and ends of lines', () => {
    const odd: Series = {
        name: 'a_total',
        help: 'one\ntwo\\',
        type: 'counter',
        samples: [{ labels: { kind: 'q"\\\n' }, value: 1 }]
    };
    assert.equal(
        prometheusText([odd]),
        '# HELP a_total one\\ntwo\\\\\n# TYPE a_total counter\na_total{kind="q\\"\\\\\\n"} 1\n'
    );
});
