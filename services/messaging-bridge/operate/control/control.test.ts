import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { holdFolder } from '../../store/folderLock.ts';
import { openStore } from '../../store/store.ts';
import { readBridgeConfiguration } from '../configuration.ts';
import { askBridge } from './askBridge.ts';
import { startControl } from './controlServer.ts';
import { embeddedFolder } from '../../store/embeddedForTests.ts';
import type { ControlServer } from './controlServer.ts';

const TOPIC = '/event/Switchboard_Outbound__e';
const example = JSON.parse(
    readFileSync(path.join(import.meta.dirname, '../../examples/bridge.json'), 'utf8')
) as object;
const configuration = readBridgeConfiguration(JSON.stringify({ ...example, database: { folder: 'data' } }));

describe('an operator of a bridge with the embedded database', () => {
    let folder: string;
    let data: string;
    let database: Awaited<ReturnType<typeof openStore>>;
    let control: ControlServer;
    const faults: unknown[] = [];
    const ask = (name: 'status' = 'status', input: object = {}) =>
        askBridge(configuration, { env: {}, folder }, name, input);
    const place = (): { url: string; token: string } =>
        JSON.parse(readFileSync(`${data}.control`, 'utf8')) as { url: string; token: string };

    before(async () => {
        folder = mkdtempSync(path.join(tmpdir(), 'bridge-'));
        data = await embeddedFolder(path.join(folder, 'data'));
        database = await openStore({ folder: data });
        control = await startControl({ database, topic: TOPIC }, data, (error) => faults.push(error));
    });
    after(async () => {
        await control.close();
        await database.close();
        rmSync(folder, { recursive: true, force: true });
    });

    it('asks the bridge that has the folder, which nobody else could open', async () => {
        const { data: told, text } = await ask();
        assert.equal((told as { topic: string }).topic, TOPIC);
        assert.match(text, /^leader +nobody/);
    });

    it('lets nobody else on the machine command it: the token stands in a file that only its owner reads', async () => {
        if (process.platform !== 'win32') assert.equal(statSync(`${data}.control`).mode & 0o777, 0o600);
        for (const authorization of ['', 'Bearer ', `Bearer ${'x'.repeat(43)}`]) {
            const response = await fetch(`${place().url}/command`, {
                method: 'POST',
                headers: { authorization },
                body: '{}'
            });
            assert.equal(response.status, 401);
        }
    });

    it('is told of what the bridge does not know, and of what is no command', async () => {
        const { token, url } = place();
        const post = async (body: string, more: object = {}) => {
            const response = await fetch(`${url}/command`, {
                method: 'POST',
                headers: { authorization: `Bearer ${token}` },
                body,
                ...more
            });
            return [response.status, ((await response.json()) as { error: string }).error] as const;
        };
        assert.deepEqual(await post('{"command":"toString","input":{}}'), [
            422,
            'This bridge knows no command toString. Known: status, replay, dead-letters list, dead-letters retry, dead-letters discard.'
        ]);
        assert.equal((await post('{"command":"status","input":{"a":1}}'))[0], 422);
        assert.equal((await post('no JSON'))[0], 400);
        assert.equal((await post(`"${'x'.repeat(70_000)}"`))[0], 413);
        assert.equal((await post('{}', { method: 'PUT' }))[0], 404);
        assert.deepEqual(faults, []);
    });
});

describe('an operator whose bridge does not run', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'bridge-'));
    const data = path.join(folder, 'data');
    before(() => embeddedFolder(data));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const ask = (startsWithinMs?: number) =>
        askBridge(configuration, { env: {}, folder }, 'status', {}, startsWithinMs);

    it('is answered from the folder itself, also where a bridge that was killed has left its address', async () => {
        assert.match((await ask()).text, /^leader +nobody/);
        const another = createServer((_, response) => response.writeHead(200, { connection: 'close' }).end('Hello.'));
        await new Promise<void>((resolve) => another.listen(0, '127.0.0.1', resolve));
        const url = `http://127.0.0.1:${(another.address() as AddressInfo).port}`;
        writeFileSync(`${data}.control`, JSON.stringify({ url, token: 'x'.repeat(43) }));
        assert.match((await ask()).text, /^leader +nobody/, 'another program has its port');
        await new Promise((resolve) => another.close(resolve));
        assert.match((await ask()).text, /^leader +nobody/, 'nobody has it');
        writeFileSync(`${data}.control`, 'half a fi');
        assert.match((await ask()).text, /^leader +nobody/);
        rmSync(`${data}.control`);
    });

    it('is answered by a bridge that is just starting, once it takes commands', async () => {
        const database = await openStore({ folder: data });
        const asked = ask();
        await wait(300);
        const control = await startControl({ database, topic: TOPIC }, data, assert.ifError);
        assert.match((await asked).text, /^leader +nobody/);
        await control.close();
        await database.close();
    });

    it('is told who has the folder where that one takes no commands', async () => {
        const release = holdFolder(data);
        try {
            await assert.rejects(ask(0), /is in use by process \d+\..* It does not take commands: wait until/);
        } finally {
            release();
        }
        assert.equal(existsSync(`${data}.control`), false);
    });
});
