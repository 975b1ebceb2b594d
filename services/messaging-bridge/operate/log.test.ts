import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DatabaseFault } from '../store/database.ts';
import { createBridgeLog } from './log.ts';

test('an operator reads in the log what happened, and nothing that anybody wrote', () => {
    const lines: string[] = [];
    const log = createBridgeLog((line) => lines.push(line));
    log.settled({ entry: 7, kind: 'message', state: 'parked' });
    log.leading(true);
    log.stream({
        name: 'waiting',
        ms: 5,
        failure: { reaction: 'backOff', text: 'Salesforce is away.', said: 'the words of Edna Frank' }
    });
    log.notifications({ name: 'listening', topics: 3, refused: 1 });
    log.notifications({ name: 'failed', reason: 'notSent' });
    log.dropped({ Note: 2 });
    log.forgotten(3);
    log.catchingUp({ behindMs: 3_600_000, events: 40, leftMs: 61_000, isOver: false });
    log.catchingUp({ behindMs: 10, events: 4, isOver: true });
    log.database(new DatabaseFault(Object.assign(new Error('value +61491570006'), { code: '53100' })));
    log.fault(Object.assign(new TypeError('+61491570006 could not be read'), { code: 'E1' }));
    const read = lines.map((line) => {
        const { level: _level, time: _time, at: _at, ...rest } = JSON.parse(line) as Record<string, unknown>;
        return rest;
    });
    assert.deepEqual(read, [
        { event: 'settled', entry: 7, kind: 'message', state: 'parked' },
        { event: 'leading', isLeading: true },
        { event: 'stream', state: 'waiting', reaction: 'backOff', text: 'Salesforce is away.' },
        { event: 'notifications', state: 'listening', topics: 3, refused: 1 },
        { event: 'notifications', state: 'failed', reason: 'notSent' },
        { event: 'dropped', kind: 'Note', count: 2 },
        { event: 'forgotten', aside: 3 },
        { event: 'catchingUp', behindSeconds: 3_600, events: 40, leftSeconds: 61 },
        { event: 'caughtUp', behindSeconds: 0, events: 4 },
        {
            event: 'database',
            code: '53100',
            text:
                "The bridge's database cannot be used (53100): its disk is full. Make room there; the bridge goes on by " +
                'itself, and Salesforce keeps its events for 72 hours.'
        },
        { event: 'fault', error: 'TypeError', code: 'E1' }
    ]);
});

test('an operator reads where a fault was thrown, and no word of its message, of however many lines', () => {
    const lines: string[] = [];
    createBridgeLog((line) => lines.push(line)).fault(new Error('the words\n    of Edna Frank\n    at home (1:2:3)'));
    const [line = ''] = lines;
    const { at } = JSON.parse(line) as { readonly at: readonly string[] };
    assert.match(at[0] ?? '', /log\.test\.ts:\d+:\d+/);
    assert.doesNotMatch(line, /Edna|words|home|\//);
});
