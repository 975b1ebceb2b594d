/** The status page of the messaging bridge, as an operator sees it: its real server over a real database. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, launchArgs } from '../scripts/browser.ts';
import { createBridgeLog } from '../services/messaging-bridge/operate/log.ts';
import { countWhatIsLogged } from '../services/messaging-bridge/operate/metrics/counting.ts';
import { startSampling } from '../services/messaging-bridge/operate/sampling.ts';
import { statusPaths } from '../services/messaging-bridge/operate/serving/statusPaths.ts';
import { startStatusServer } from '../services/messaging-bridge/operate/serving/statusServer.ts';
import type { StatusServer } from '../services/messaging-bridge/operate/serving/statusServer.ts';
import { addEntries } from '../services/messaging-bridge/store/batches.ts';
import type { Database } from '../services/messaging-bridge/store/database.ts';
import { embeddedFolder } from '../services/messaging-bridge/store/embeddedForTests.ts';
import { keepWorker } from '../services/messaging-bridge/store/lanes.ts';
import { takeLeadership } from '../services/messaging-bridge/store/leadership.ts';
import { tellOfProcess } from '../services/messaging-bridge/store/processes.ts';
import { samplesOf } from '../services/messaging-bridge/store/samples.ts';
import { openStore } from '../services/messaging-bridge/store/store.ts';
import { tellOfStream } from '../services/messaging-bridge/store/streamStates.ts';
import { assertPageAccessible } from './pageAxe.ts';

const TOPIC = '/event/Switchboard_Outbound__e';
const HOUR_MS = 3_600_000;
const PICTURES = path.resolve(import.meta.dirname, '../docs/pictures');
const { executablePath } = await findBrowser();

const EVERY_S = 30;

/** An hour of entries in which Genesys Cloud was away for ten minutes: what came then waited, and went in the four after. */
async function fillHour(database: Database): Promise<void> {
    await database.query(
        `insert into bridge_entries (lane, key, kind, body, state, created_at, received_at, settled_at)
         select 'out:' || ago % 90, 'hour-' || ago, 'message', '{}', 'delivered', at, at,
             at + interval '1 second' * (0.1 + ago % 4 * 0.05 + case
                 when ago >= 1500 and ago < 2100 then ago - 1500 + (2100 - ago) * 0.4
                 when ago >= 1260 and ago < 1500 then (ago - 1260) * 0.1
                 else 0 end)
         from generate_series(1, 5400) as ago, lateral (select statement_timestamp() - ago * interval '1 second' as at) as times`
    );
}

/** What the leader would have seen of these entries, and last of all what it sees now. */
async function sampleHour(database: Database): Promise<void> {
    await database.query('delete from bridge_samples');
    await database.query(
        `insert into bridge_samples (at, waiting, behind_ms, delivered, aside)
         select at,
             (select count(*) from bridge_entries where received_at <= at and settled_at > at),
             150,
             (select count(*) from bridge_entries
                 where state = 'delivered' and settled_at <= at and settled_at > at - interval '1 minute'),
             (select count(*) from bridge_entries where state in ('dead', 'parked') and settled_at <= at)
         from (select statement_timestamp() - ago * $1::integer * interval '1 second' as at from generate_series(1, 3600 / $1::integer) as ago) as times`,
        [EVERY_S]
    );
    const endSampling = startSampling({ database, topic: TOPIC, isLeading: () => true, everyMs: 20 });
    while ((await samplesOf(database, EVERY_S * 500)).length === 0) await wait(20);
    await endSampling();
}

async function setAside(database: Database, key: string, state: 'dead' | 'parked'): Promise<void> {
    const entry = {
        lane: `out:${key}`,
        key,
        kind: 'message',
        body: { text: 'Dear Edna Frank' },
        createdAt: Date.now()
    };
    await database.transaction((statements) => addEntries(statements, [entry]));
    await database.query(
        `update bridge_entries set state = $2, reason = 'not allowed', received_at = clock_timestamp() - interval '13 minutes',
             settled_at = clock_timestamp() - interval '12 minutes'
         where key = $1`,
        [key, state]
    );
    await database.query('update bridge_lanes set due_at = null');
}

/** Made anew only when asked for. None of its words is a label of the components. */
async function statusPicture(page: Page, name: string): Promise<void> {
    if (process.env['SWITCHBOARD_PICTURES'] !== '1') return;
    await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true, animations: 'disabled' });
    writeFileSync(path.join(PICTURES, `${name}.txt`), '');
}

describe('an operator at the status page', { timeout: 600_000 }, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'bridge-'));
    let database: Database;
    let server: StatusServer;
    let browser: Browser;
    let page: Page;
    const complaints: string[] = [];

    before(async () => {
        database = await openStore({ folder: await embeddedFolder(path.join(folder, 'data')) });
        await keepWorker(database, 'worker', HOUR_MS);
        await tellOfProcess(database, 'worker', { host: 'bridge-1', pid: 4711, startedAt: 0, resting: [] });
        await takeLeadership(database, 'worker', HOUR_MS);
        await tellOfStream(database, TOPIC, { name: 'streaming' });
        await database.query(`update bridge_stream_states set since = since - interval '3 hours'`);
        await database.query(
            `insert into bridge_streams (topic, replay_id, published_at, stored_at)
             values ($1, '\\x01', clock_timestamp() - interval '150 milliseconds', clock_timestamp())`,
            [TOPIC]
        );
        await fillHour(database);
        await sampleHour(database);
        const counting = countWhatIsLogged(createBridgeLog(() => undefined));
        const paths = statusPaths({ database, topic: TOPIC, counting, isStopping: () => false });
        server = await startStatusServer({
            host: '127.0.0.1',
            port: 0,
            paths,
            onFault: (error) => complaints.push(String(error))
        });
        browser = await chromium.launch({ executablePath, args: [...launchArgs] });
        const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
        page = await context.newPage();
        page.on('console', (line) => {
            if (line.type() === 'error') complaints.push(line.text());
        });
        page.on('pageerror', ({ message }) => complaints.push(message));
        await page.goto(server.url);
    });
    after(async () => {
        await browser.close();
        await server.close();
        await database.close();
        rmSync(folder, { recursive: true, force: true });
    });

    /** The page looks each five seconds, and when it is seen again. */
    const look = (): Promise<boolean> => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

    const assertAccessible = (state: string): Promise<void> => assertPageAccessible(page, state, 20);

    it('reads that all is well, and sees the last hour', async () => {
        await page.getByRole('heading', { name: 'All is well' }).waitFor();
        assert.equal(await page.getByRole('img').count(), 4);
        const waiting = page.getByRole('img', {
            name: /^Waiting in the last hour: now 0 entries, at most \d{3} entries$/
        });
        const box = await waiting.boundingBox();
        assert.ok(box && box.width > 200 && box.height > 50);
        await page.getByText('bridge-1, process 4711, follows Salesforce').waitFor();
        await assertAccessible('well');
    });

    it('is told by the page itself what was set aside, and not what it says', async () => {
        for (const key of ['a', 'b', 'c']) await setAside(database, key, 'dead');
        await setAside(database, 'd', 'parked');
        await sampleHour(database);
        await page.getByRole('status').getByText('4 entries are set aside for somebody to look at').waitFor();
        await page.getByRole('img', { name: 'Set aside in the last hour: now 4 entries, at most 4 entries' }).waitFor();
        await page.getByRole('row', { name: /^message refused for good 3 12 min/ }).waitFor();
        assert.doesNotMatch(await page.content(), /Edna/);
        const act = page.getByRole('listitem').filter({ hasText: /^Act/ });
        const [bar, word] = await act.evaluate((item) =>
            [item, item.querySelector('strong')]
                .map((one) => one && getComputedStyle(one))
                .map((style, at) => (at === 0 ? style?.borderInlineStartColor : style?.color))
        );
        assert.equal(bar, word, 'the bar has the colour of its word');
        await assertAccessible('set aside');
        await statusPicture(page, 'bridge-status');
    });

    it('reaches all of it on a narrow screen, and by the keyboard what is wider', async () => {
        await page.setViewportSize({ width: 320, height: 700 });
        const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok((wide ?? 0) <= (shown ?? 0), `${wide} fit into ${shown}`);
        await page.keyboard.press('Tab');
        assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'region');
        // What the page fetches does not take the focus away.
        await setAside(database, 'e', 'dead');
        await look();
        await page.getByRole('status').getByText('5 entries are set aside').waitFor();
        assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'region');
        assert.deepEqual(complaints, []);
    });

    it('is told when the process no longer answers, and keeps what it said last', async () => {
        await server.close();
        await look();
        await page.getByRole('alert').getByText('This process of the bridge does not answer.').waitFor();
        await page.getByRole('heading', { name: 'Set aside' }).waitFor();
        await assertAccessible('silent');
    });
});
