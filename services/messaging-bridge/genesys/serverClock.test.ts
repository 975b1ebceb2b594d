import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acknowledgementBodies } from '../salesforce/bodies/acknowledgementBody.ts';
import { createServerClock } from './serverClock.ts';

test('a rep is told that a message was read at the time of Genesys Cloud, which Salesforce takes in whole milliseconds', async () => {
    const date = new Date(Date.now() - 3_600_000).toUTCString();
    const clock = createServerClock(async () => new Response(null, { headers: { date } }));
    assert.ok(Math.abs(clock.now() - Date.now()) < 1_000, 'ours, as long as no answer has told');
    await clock.fetch('https://api.mypurecloud.example/');
    for (let times = 0; times < 20; times += 1) {
        const at = clock.now();
        assert.ok(at - Date.parse(date) < 10_000, `${at}`);
        const [body] = acknowledgementBodies('conversation', 'edna', [{ type: 'Read', entryId: 'entry', at }]);
        assert.equal(body?.acknowledgements[0]?.acknowledgementTimestamp, at);
    }
});
