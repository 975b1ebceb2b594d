import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAudit } from './audit.ts';
import { createLog } from '../serving/log.ts';

const change = { callId: 'call-1', caller: 'anna', pcid: 'support', tool: 'post_faxes', hash: 'h' };

async function written(
    use: (audit: ReturnType<typeof createAudit>) => Promise<unknown> | void
): Promise<Record<string, unknown>[]> {
    const lines: Record<string, unknown>[] = [];
    const to = (line: string): void => void lines.push(JSON.parse(line) as Record<string, unknown>);
    await use(createAudit(createLog(async (line) => to(line))));
    return lines.map(({ time, ...line }) => {
        assert.equal(typeof time, 'number');
        return line;
    });
}

test('an operator finds each change before it was sent and after, with who, through what, which and how it ended', async () => {
    const lines = await written(async (audit) => {
        await audit.attempt(change);
        assert.equal(await audit.outcome({ ...change, outcome: 'done', status: 200, correlationId: 'corr-1' }), true);
    });
    assert.deepEqual(lines, [
        { level: 30, event: 'attempt', ...change },
        { level: 30, event: 'outcome', ...change, outcome: 'done', status: 200, correlationId: 'corr-1' }
    ]);
});

test('whatever else comes along with a change is not written', async () => {
    const more = { ...change, given: { toAddress: '+13175550100' }, said: 'no such number', status: undefined };
    const text = JSON.stringify(
        await written(async (audit) => {
            await audit.attempt(more);
            await audit.outcome({ ...more, outcome: 'refused' });
        })
    );
    assert.doesNotMatch(text, /317|said|given/);
});

test('a fault of the server is told by its name and place, never by its words', async () => {
    class BadName extends Error {
        override readonly name = 'BadName';
    }
    const lines = await written((audit) => {
        audit.fault('call-1', 'post_faxes', new BadName('at +13175550100 (x.ts:317:555)\n    at 317.ts'));
        audit.fault('call-1', undefined, 'a text +13175550100');
    });
    assert.deepEqual([lines[0]?.['name'], lines[1]?.['name']], ['BadName', 'string']);
    assert.match(String(lines[0]?.['at']), /^ts:|^test\.ts:\d+:\d+$/);
    assert.doesNotMatch(JSON.stringify(lines), /1317/);
});

test('what cannot be recorded stops the attempt, and nothing that comes after it', async () => {
    const audit = createAudit(createLog(() => Promise.reject(new Error('disk full'))));
    await assert.rejects(audit.attempt(change), /disk full/);
    assert.equal(await audit.outcome({ ...change, outcome: 'done' }), false);
    audit.storeFailed('call-1');
    audit.notDone({ callId: 'call-1', caller: 'anna', tool: undefined, reason: 'unknownTool' });
    audit.misconfigured('The environment variable X is missing.');
    audit.fault('call-1', undefined, new Error('x'));
    // A rejection that nobody heard would end the process.
    await new Promise((resolve) => setImmediate(resolve));
});
