/** What few libraries let through (an argument `__proto__`, arguments that are no object), over both wires and in both eras of the protocol. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { serverForTests } from '../../genesys-api/serverForTests.ts';
import { homeForTests } from './processForTests.ts';
import type { Answered } from './processForTests.ts';

const genesys = await serverForTests();
const home = homeForTests(genesys.url);
after(async () => {
    await home.close();
    await genesys.close();
});

const envelope = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {}
};
const eras = [
    ['of the revision 2026-07-28', { _meta: envelope }],
    ['of earlier revisions', {}]
] as const;
const http = await home.http();
const wires = [
    ['HTTP', () => http],
    ['stdio', () => home.stdio()]
] as const;

const READ = '{"PCID":"support","conversationId":"c","__proto__":{"a":1}}';
const MAIL =
    '{"PCID":"support","conversationId":"c","textBody":"Hello","to":[{"email":"a@example.com","__proto__":{"a":1}}],"from":{"email":"b@example.com"}}';

for (const [over, started] of wires)
    for (const [which, more] of eras)
        describe(`a client ${which} over ${over}`, () => {
            const calling = (name: string, text: string): Promise<Answered | undefined> =>
                started().call({ name, arguments: JSON.parse(text) as object, ...more });
            it('reads that __proto__ is no argument, and which there are', async () => {
                const before = genesys.received.length;
                const answer = await calling('get_email', READ);
                assert.equal(answer?.what, 'badArgument');
                const { field, given, allowed } = answer.structured;
                assert.deepEqual(
                    [field, given, allowed],
                    ['__proto__', 'no argument of this tool', 'PCID, conversationId, restOf, restFrom']
                );
                assert.equal(genesys.received.length, before);
            });
            it('reads in words that arguments are an object', async () => {
                for (const [given, kind] of [
                    ['a word', 'a text'],
                    [[READ], 'a list'],
                    [5, 'a whole number'],
                    [null, 'null']
                ] as const) {
                    const answer = await started().call({ name: 'get_email', arguments: given, ...more });
                    assert.equal(answer?.what, 'badArgument', kind);
                    const { field, given: said, allowed, callId } = answer.structured;
                    assert.deepEqual([field, said, typeof callId], ['arguments', kind, 'string']);
                    assert.match(String(allowed), /^an object: \{ "PCID": /);
                }
            });
            it('has one within an argument sent as it is', async () => {
                const answer = await calling('post_email_messages', MAIL.replace('Hello', `${over}, ${which}`));
                assert.equal(answer?.what, 'result', JSON.stringify(answer));
                assert.match(genesys.received.at(-1)?.body ?? '', /"__proto__":\{"a":1\}/);
            });
        });
