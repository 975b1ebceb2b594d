import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { overHttp, overStdio, plainFetch } from './calls.ts';
import { latencies, quantile } from './latencies.ts';
import { measureLists, sized } from './listSizes.ts';
import { measureMemory } from './memory.ts';
import { mcpAims } from './printedMcp.ts';
import { buildPrograms, startGenesys, startOursHttp, startOursStdio, startSdkHttp } from './processes.ts';
import { callsInAll, callsWithin } from './throughput.ts';

test('of a hundred values the median is the fiftieth, and the 99th percentile the last but one', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    assert.deepEqual([quantile(values, 0.5), quantile(values, 0.99), quantile([7], 0.99)], [50, 99, 7]);
    assert.ok(Number.isNaN(quantile([], 0.5)));
});

test('every contender is called as often, the first round does not count, and a ratio is one of the same round', async () => {
    let clock = 0;
    let calls = 0;
    const taking = (ms: number) => (): Promise<void> => {
        calls += 1;
        // The machine is slower in the first round.
        clock += calls <= 32 ? ms * 100 : ms;
        return Promise.resolve();
    };
    const measured = await latencies({ ours: taking(3), other: taking(2) }, { rounds: 2, calls: 4, now: () => clock });
    assert.equal(calls, 48);
    assert.equal(measured.calls, 8);
    assert.deepEqual(measured.of, { ours: { p50: 3, p99: 3 }, other: { p50: 2, p99: 2 } });
    assert.deepEqual(
        measured.ratio(({ ours, other }) => ours / other),
        { median: 1.5, spread: [1.5, 1.5] }
    );
});

test('as many calls are under way as are wanted, none begins after the time, and all that began are counted', async () => {
    let [clock, underWay, most] = [0, 0, 0];
    const call = async (): Promise<void> => {
        underWay += 1;
        most = Math.max(most, underWay);
        await Promise.resolve();
        clock += 1;
        underWay -= 1;
    };
    const { calls, took } = await callsWithin(10, call, 4, () => clock);
    assert.deepEqual([most, underWay], [4, 0]);
    assert.ok(calls >= 10 && calls < 14, String(calls));
    assert.equal(took, calls);
});

test('the bytes of a list are those of its JSON in UTF-8, and the tokens are estimated from them', () => {
    const tools = [{ name: 'é' }];
    const bytes = Buffer.byteLength('{"tools":[{"name":"é"}]}');
    assert.deepEqual(sized('one', { tools }), { what: 'one', tools: 1, bytes, estimatedTokens: Math.round(bytes / 4) });
});

test('the lists of two toolsets are smaller than the whole one, and stand beside that of the sample server', async () => {
    buildPrograms();
    const [all, short, email, fax, everything] = await measureLists(['email', 'fax']);
    assert.deepEqual([all?.tools, short?.tools, email?.tools, fax?.tools], [63, 63, 25, 1]);
    assert.ok((everything?.tools ?? 0) > 5 && (everything?.bytes ?? 0) > 1_000, JSON.stringify(everything));
    assert.ok((all?.bytes ?? 0) > (short?.bytes ?? 0) && (short?.bytes ?? 0) > (email?.bytes ?? 0));
});

test('an aim of the MCP server is missed above 1.3 times', () => {
    const of = (median: number): { median: number; spread: [number, number] } => ({ median, spread: [0, 0] });
    const times = { calls: 1, of: {} as never, addedOverEcho: of(9) };
    const http = { ...times, dryRunOverEcho: of(1.3), overSdkFetch: of(1) };
    const stdio = { ...times, dryRunOverEcho: of(1.301), overSdkFetch: of(NaN) };
    const cold = { ours: of(2), sdkEmpty: of(1), ratio: of(2) };
    assert.deepEqual(
        mcpAims({ http, stdio, cold }).map(({ says }) => says),
        ['met', 'missed', 'met', 'missed', 'missed']
    );
});

test('the programs that are compared answer, and one that refuses does not count as quick', async () => {
    buildPrograms();
    const genesys = await startGenesys();
    const [server, echo, stdio] = [
        await startOursHttp(genesys.url),
        await startSdkHttp('fetch', genesys.url),
        startOursStdio(genesys.url)
    ];
    const read = { tool: 'genesys_conversations_digital_get_email' };
    const refusing = createServer((_, response) => response.end('{"result":{"isError":true,"structuredContent":{}}}'));
    await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
    try {
        await plainFetch(genesys.url)();
        for (const modern of [true, false]) {
            await overHttp(server.url, read, { modern })();
            await overHttp(echo.url, { tool: 'get_email' }, { modern })();
        }
        await (
            await overStdio(stdio)
        )({ tool: 'genesys_conversations_digital_patch_email_messages_draft', dryRun: true })();
        assert.ok((await server.held()).heap > 1_000_000);
        const { port } = refusing.address() as AddressInfo;
        await assert.rejects(
            overHttp(`http://127.0.0.1:${port}/`, read, { modern: true })(),
            /A server of the bench answered/
        );
        await assert.rejects(overHttp(server.url, { tool: 'no_such_tool' }, { modern: true })(), /There is no tool/);
    } finally {
        refusing.close();
        for (const one of [genesys, server, echo, stdio]) one.stop();
    }
});

test('memory is told for reads, dry runs and messages apart, and each message was sent once', async () => {
    buildPrograms();
    const { after, before, calls } = await measureMemory({ calls: 100, warmUp: 20 });
    assert.equal(calls, 100);
    assert.deepEqual(
        after.map(({ what, calls: some }) => [what, some]),
        [
            ['reads', 40],
            ['dryRuns', 40],
            ['sends', 20]
        ]
    );
    const last = after.at(-1);
    assert.ok(last !== undefined && last.rss > last.heap && before.heap > 1_000_000);
    assert.equal(
        after.reduce((all, { growth }) => all + growth, before.heap),
        last.heap
    );
});

test('as many calls are made as are wanted, and no more are under way than that', async () => {
    let [underWay, most, made] = [0, 0, 0];
    await callsInAll(
        10,
        async () => {
            underWay += 1;
            most = Math.max(most, underWay);
            await Promise.resolve();
            made += 1;
            underWay -= 1;
        },
        4
    );
    assert.deepEqual([made, most, underWay], [10, 4, 0]);
});
