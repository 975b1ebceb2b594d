import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { json } from '../../genesys-api/serverForTests.ts';
import { assertAllowed } from '../callers/access.ts';
import { readConfiguration } from '../connections/configuration.ts';
import { inputSchemaOf } from './inputSchema.ts';
import { offeredTool, offeredTools } from './offeredTools.ts';
import { PCID, wireForTests } from '../serving/wireForTests.ts';

const [off, on] = await Promise.all([wireForTests(), wireForTests({ mediaUpload: {} })]);
after(() => Promise.all([off.close(), on.close()]));

const NAME = 'genesys_conversations_digital_upload_media';
const ids = { conversationId: 'c1', communicationId: 'd1' };

async function post(url: string, method: string, params: object): Promise<Record<string, unknown>> {
    const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
    });
    return (await response.json()) as Record<string, unknown>;
}

test('the tool for files is there only where an operator switched it on', async () => {
    for (const [{ url }, count] of [
        [off, 63],
        [on, 64]
    ] as const) {
        const { result } = (await post(url, 'tools/list', {})) as { result: { tools: { name: string }[] } };
        assert.equal(result.tools.length, count);
        assert.equal(
            result.tools.some(({ name }) => name === NAME),
            count === 64
        );
    }
    const { error } = await post(off.url, 'tools/call', { name: NAME, arguments: { PCID, ...ids } });
    assert.equal((error as { code: number }).code, -32602);
});

test('a client that sends bytes gets the id, and the line in the log has no address, bytes or name of the file', async () => {
    const { genesys, logged, url } = on;
    genesys.replies(
        json(200, { id: 'media-1', uploadUrl: `${genesys.url}/store?signature=s`, uploadHeaders: {} }),
        json(200, {}),
        json(200, { status: 'valid' })
    );
    const given = { PCID, ...ids, fileName: 'picture.png', content: 'AQIDBA==' };
    const { result } = await post(url, 'tools/call', { name: 'upload_media', arguments: given });
    const { structuredContent } = result as { structuredContent: Record<string, unknown> };
    assert.deepEqual([structuredContent['mediaId'], structuredContent['status']], ['media-1', 'valid']);
    const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
        lines.map(({ event, tool, outcome }) => [event, tool, outcome]),
        [
            ['attempt', 'upload_media', undefined],
            ['outcome', 'upload_media', 'valid']
        ]
    );
    assert.ok(!/signature|AQID|picture/.test(logged.join()));
});

test('a client that names a file over HTTP, a wrong name or no bytes reads which argument is meant', async () => {
    for (const [given, field] of [
        [{ fileName: 'a.png', file: 'a.png', content: 'AQ==' }, 'file'],
        [{ fileName: 'my picture.png', content: 'AQ==' }, 'fileName'],
        [{ fileName: 'a.png' }, 'content'],
        [{ fileName: 'a.png', content: 'AQ==', uploadUrl: 'https://evil.example' }, 'uploadUrl']
    ] as const) {
        const before = on.genesys.received.length;
        const { result } = await post(on.url, 'tools/call', { name: NAME, arguments: { PCID, ...ids, ...given } });
        const { structuredContent } = result as { structuredContent: { error: Record<string, unknown> } };
        assert.deepEqual([structuredContent.error['reason'], structuredContent.error['field']], ['badArgument', field]);
        assert.equal(on.genesys.received.length, before);
    }
});

test('an operator who switches off a tool, or all that changes something, switches off what uses it', () => {
    const tool = offeredTool({ mediaUpload: {} }, NAME);
    assert.ok(tool);
    const begin = 'genesys_conversations_digital_post_message_communication_messages_media_uploads';
    for (const policy of [
        { deny: [begin] },
        { deny: ['upload_media'] },
        { readOnly: true },
        { toolsets: ['email' as const] }
    ])
        assert.throws(() => assertAllowed(tool, [policy]), /may not be called/);
    assertAllowed(tool, [{ allow: ['upload_media'], toolsets: ['message'] }]);
});

test('a file of a folder may be named only where the configuration has one, and that is for stdio', async () => {
    const argumentsOf = (mediaUpload: { folder?: string }): string[] => {
        const tool = offeredTools({ mediaUpload }).at(-1);
        assert.ok(tool);
        return Object.keys(inputSchemaOf(tool)['properties'] as object);
    };
    assert.ok(!argumentsOf({}).includes('file'));
    assert.ok(argumentsOf({ folder: '/media' }).includes('file'));
    await assert.rejects(wireForTests({ mediaUpload: { folder: '/media' } }), /mediaUpload\.folder is for --stdio/);
    assert.throws(() => readConfiguration('{"connections":{},"mediaUpload":{"url":"x"}}'), /mediaUpload/);
});
