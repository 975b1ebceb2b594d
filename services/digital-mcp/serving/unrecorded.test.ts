/** What cannot be recorded is not sent: the command itself, where its standard error goes nowhere. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { constants, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { json, serverForTests } from '../../genesys-api/serverForTests.ts';
import { homeForTests, READ, SMS } from './processForTests.ts';
import type { Process } from './processForTests.ts';

const { O_NONBLOCK, O_RDWR } = constants;
const genesys = await serverForTests();
const home = homeForTests(genesys.url);
after(async () => {
    await home.close();
    await genesys.close();
});
beforeEach(() => genesys.replies(json(200, { id: 'one' })));

/** Reads an email, and sends a message that must not leave. */
async function assertNothingLeaves(server: Process, why: RegExp): Promise<void> {
    assert.equal((await server.call(READ))?.what, 'result');
    const before = genesys.received.length;
    const refused = await server.call(SMS);
    assert.equal(refused?.what, 'notRecorded');
    assert.match(String(refused.structured['message']), /^Nothing was done/);
    assert.match(String(refused.structured['why']), why);
    assert.equal(genesys.received.length, before, 'a message left that nobody recorded');
    assert.equal((await server.call(READ))?.what, 'result');
}

function fill(pipe: number): void {
    try {
        for (;;) writeSync(pipe, 'x'.repeat(4_096));
    } catch (error) {
        assert.equal((error as NodeJS.ErrnoException).code, 'EAGAIN');
    }
}

async function broken(server: Process): Promise<Process> {
    // It is up once it answers.
    await server.call(READ);
    server.child.stderr?.destroy();
    return server;
}

describe('an operator whose log cannot be written finds that nothing was sent', () => {
    const noDevice = existsSync('/dev/full') ? false : 'there is no /dev/full here';
    it('over stdio, where whoever read it is gone', async () => {
        await assertNothingLeaves(await broken(home.stdio()), /^E[A-Z]+$/);
    });
    it('over HTTP, where whoever read it is gone', async () => {
        await assertNothingLeaves(await broken(await home.http()), /^E[A-Z]+$/);
    });
    it('over stdio, where the device is full', { skip: noDevice }, async () => {
        await assertNothingLeaves(home.stdio({ stderr: openSync('/dev/full', 'w') }), /^ENOSPC$/);
    });
    it('over HTTP, where the device is full', { skip: noDevice }, async () => {
        await assertNothingLeaves(await home.http({ stderr: openSync('/dev/full', 'w') }), /^ENOSPC$/);
    });
    it('where it is thrown away', async () => {
        await assertNothingLeaves(home.stdio({ stderr: 'ignore' }), /^thrown away$/);
    });
    it('where it was closed before the server began', async () => {
        await assertNothingLeaves(home.stdio({ shell: 'exec "$@" 2>&-' }), /^thrown away$/);
    });
    it('where nobody reads it, and the server does not stand still for it', { timeout: 60_000 }, async () => {
        const pipe = path.join(home.folder, 'pipe');
        execFileSync('mkfifo', [pipe]);
        fill(openSync(pipe, O_RDWR | O_NONBLOCK));
        const server = home.stdio({ stderr: openSync(pipe, 'r+') });
        await assertNothingLeaves(server, /^nobody reads it$/);
        server.child.kill('SIGTERM');
        assert.equal(await server.ended, 0);
    });
});

describe('an operator who names a file for the log', () => {
    it('finds each change in it, whatever standard error is', async () => {
        const file = path.join(home.folder, 'log');
        const server = home.stdio({ args: ['--log', file], stderr: 'ignore' });
        assert.equal((await server.call(SMS))?.what, 'result');
        const events = readFileSync(file, 'utf8')
            .trimEnd()
            .split('\n')
            .map((line) => (JSON.parse(line) as { event: string }).event);
        assert.deepEqual(events, ['attempt', 'outcome']);
    });
});

it('an AI client is told that it was sent, also where how it ended cannot be recorded any more', async () => {
    const server = home.stdio();
    await server.call(READ);
    genesys.replies((received, response) => {
        void (async () => {
            while (!server.log().includes('"event":"attempt"')) await pause(5);
            server.child.stderr?.destroy().once('close', () => json(200, { id: 'm' })(received, response));
        })();
    });
    const message = { ...SMS, arguments: { ...SMS.arguments, textBody: 'Another' } };
    const sent = await server.call(message);
    assert.equal(sent?.what, 'result');
    assert.match(JSON.stringify(sent.structured['_call']), /could not be written to the log.*do not do it again/);
    assert.match(server.log(), /"event":"attempt"/);
    assert.equal((await server.call(message))?.what, 'repeated');
});
