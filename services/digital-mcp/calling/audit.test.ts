import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pino } from 'pino';
import { createAudit } from './audit.ts';

const change = { caller: 'anna', pcid: 'support', tool: 'post_faxes', hash: 'h' };

function written(use: (audit: ReturnType<typeof createAudit>) => void): Record<string, unknown>[] {
    const lines: Record<string, unknown>[] = [];
    use(
        createAudit(pino({ base: null, timestamp: false }, { write: (line) => lines.push(JSON.parse(line) as never) }))
    );
    return lines;
}

test('an operator finds each change before it was sent and after, with who, through what, which and how it ended', () => {
    const lines = written((audit) => {
        audit.attempt(change);
        audit.outcome({ ...change, outcome: 'done', status: 200, correlationId: 'corr-1' });
    });
    assert.deepEqual(lines, [
        { level: 30, event: 'attempt', ...change },
        { level: 30, event: 'outcome', ...change, outcome: 'done', status: 200, correlationId: 'corr-1' }
    ]);
});

test('whatever else comes along with a change is not written', () => {
    const more = { ...change, given: { toAddress: '+13175550100' }, said: 'no such number', status: undefined };
    const text = JSON.stringify(
        written((audit) => {
            audit.attempt(more);
            audit.outcome({ ...more, outcome: 'refused' });
        })
    );
    assert.doesNotMatch(text, /317|said|given/);
});

test('a fault of the server is told by its name and place, never by its words', () => {
    class BadName extends Error {
        override readonly name = 'BadName';
    }
    const lines = written((audit) => {
        audit.fault('post_faxes', new BadName('at +13175550100 (x.ts:317:555)\n    at 317.ts'));
        audit.fault(undefined, 'a text +13175550100');
    });
    assert.deepEqual([lines[0]?.['name'], lines[1]?.['name']], ['BadName', 'string']);
    assert.match(String(lines[0]?.['at']), /^ts:|^test\.ts:\d+:\d+$/);
    assert.doesNotMatch(JSON.stringify(lines), /1317/);
});

test('what cannot be recorded stops the attempt, and nothing that comes after it', () => {
    const audit = createAudit(
        pino(
            {},
            {
                write: () => {
                    throw new Error('disk full');
                }
            }
        )
    );
    assert.throws(() => audit.attempt(change), /disk full/);
    audit.outcome({ ...change, outcome: 'done' });
    audit.storeFailed();
    audit.misconfigured('The environment variable X is missing.');
    audit.fault(undefined, new Error('x'));
});
