/** The command itself over stdio, when it is stopped or its client goes. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { after, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { json, serverForTests, silence } from '../../genesys-api/serverForTests.ts';
import { homeForTests, READ, SMS } from './processForTests.ts';
import type { Answered, Process } from './processForTests.ts';

let genesys = await serverForTests();
let home = homeForTests(genesys.url);
const close = async (): Promise<void> => {
    await home.close();
    await genesys.close();
};
after(close);
beforeEach(async () => {
    await close();
    genesys = await serverForTests();
    home = homeForTests(genesys.url);
});

/** A message is with Genesys Cloud, which answers when it is told to. */
async function sending(): Promise<{
    readonly server: Process;
    readonly sent: Promise<Answered | undefined>;
    answer(): void;
}> {
    const server = home.stdio();
    let answer = (): void => undefined;
    const isThere = new Promise<void>((resolve) =>
        genesys.replies((received, response) => {
            answer = (): void => json(200, { id: 'm' })(received, response);
            resolve();
        })
    );
    const sent = server.call(SMS);
    await isThere;
    return { server, sent, answer: () => answer() };
}

/** The server listens for SIGTERM once: what catches it no more has heard it. */
async function stopHeard({ child }: Process): Promise<void> {
    const status = `/proc/${child.pid}/status`;
    if (!existsSync(status)) return pause(1_000);
    const catches = (): boolean => {
        const [, caught = '0'] = /^SigCgt:\s*([0-9a-f]+)$/m.exec(readFileSync(status, 'utf8')) ?? [];
        return (BigInt(`0x${caught}`) & (1n << BigInt(constants.signals.SIGTERM - 1))) !== 0n;
    };
    while (catches()) await pause(5);
}

const stops = [
    ['is told to stop', ({ child }: Process) => child.kill('SIGTERM')],
    ['has no client any more that writes', ({ child }: Process) => child.stdin?.end()]
] as const;

for (const [what, stop] of stops)
    describe(`a server over stdio that ${what}`, () => {
        it('lets what is under way end, answers it, notes it and goes', async () => {
            const { answer, sent, server } = await sending();
            stop(server);
            setTimeout(answer, 300);
            assert.equal((await sent)?.what, 'result');
            assert.equal(await server.ended, 0);
            assert.match(server.log(), /"event":"attempt"[^]*"event":"outcome".*"outcome":"done"/);
        });
        it('notes what it had to break off after ten seconds, when one that had nothing under way is long gone', async () => {
            const idle = home.stdio();
            assert.equal((await idle.call(READ))?.what, 'result');
            const { sent, server } = await sending();
            const first = Promise.race([idle.ended.then(() => 'idle'), server.ended.then(() => 'busy')]);
            stop(server);
            await pause(1_000);
            stop(idle);
            assert.equal(await first, 'idle');
            assert.equal(await idle.ended, 0);
            assert.equal(await server.ended, 0);
            assert.equal(await sent, undefined);
            assert.match(server.log(), /"event":"outcome".*"outcome":"outcomeUnknown"/);
        });
    });

describe('a server over stdio', () => {
    it('answers all that came before its input ended', async () => {
        const server = home.stdio();
        const answers = [server.call(READ), server.call(READ), server.call(READ)];
        server.child.stdin?.end();
        assert.deepEqual(
            (await Promise.all(answers)).map((one) => one?.what),
            ['result', 'result', 'result']
        );
        assert.equal(await server.ended, 0);
    });
    it('begins nothing more once it is told to stop', async () => {
        const { answer, sent, server } = await sending();
        server.child.kill('SIGTERM');
        await stopHeard(server);
        const late = server.call({ ...SMS, arguments: { ...SMS.arguments, textBody: 'Late' } });
        setTimeout(answer, 300);
        assert.equal((await sent)?.what, 'result');
        assert.equal(await late, undefined);
        assert.equal(genesys.received.length, 1);
    });
    it('notes a message whose client goes without a word, and goes too', async () => {
        const { server } = await sending();
        server.child.stdout?.destroy();
        genesys.replies(silence);
        server.child.stdin?.write('{"jsonrpc":"2.0","id":99,"method":"ping"}\n');
        assert.equal(await server.ended, 0);
        assert.match(server.log(), /"event":"outcome".*"outcome":"outcomeUnknown"/);
    });
});
