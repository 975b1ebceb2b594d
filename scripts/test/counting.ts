/** A reporter of node:test: one line of JSON with the counts, written when everything has run. */
import type { TestEvent } from 'node:test/reporters';

export default async function* counting(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
    for await (const event of source) {
        if (event.type !== 'test:summary' || event.data.file !== undefined) continue;
        const { tests, passed, skipped, todo } = event.data.counts;
        // What did not pass and was not left out on purpose has failed; a cancelled test too.
        yield JSON.stringify({ passed, failed: tests - passed - skipped - todo, skipped: skipped + todo }) + '\n';
    }
}
