import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleDeployed } from './deployed.ts';
import { measureSizes } from './size.ts';

test('the whole is measured as it is deployed: with the codec, without the platform', async () => {
    const script = await bundleDeployed({ entry: `export * from 'c/clientEvents'`, minify: true });
    assert.match(script, /from"lightning\/messageService"/);
    assert.match(script, /PureCloud\.Interaction\.addCustomAttributes/);
    assert.doesNotMatch(script, /from"c\//);
});

test('connecting is measured without the codec it stands on', async () => {
    const entry = `export { connectClientEvents } from 'c/clientEvents'`;
    const script = await bundleDeployed({ entry, without: ['c/clientEventCodec'], minify: true });
    assert.match(script, /from"c\/clientEventCodec"/);
});

test('each part is there and costs less than the whole', async () => {
    const { ours, others } = await measureSizes();
    const [whole, ...parts] = ours;
    assert.ok(whole && parts.length === 3);
    for (const { what, gzipped } of parts) assert.ok(gzipped > 0 && gzipped < whole.gzipped, what);
    assert.deepEqual(
        others.map(({ what }) => what.split(':')[0]),
        ['mitt', 'nanostores', 'rxjs', 'zod/mini', 'zod']
    );
});
