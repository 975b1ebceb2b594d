import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { assertAllowed, connectionOf, forbidden } from './access.ts';
import type { NamedConnection } from './access.ts';
import { CallError } from '../calling/callError.ts';
import type { ErrorFacts } from '../calling/callError.ts';
import type { Policy } from '../connections/configuration.ts';
import { TOOLS, toolNamed } from '../tools/tools.ts';

const caller = { name: 'anna', connections: ['support', 'sales'] };

function refusal(named: NamedConnection): ErrorFacts {
    try {
        connectionOf(caller, named);
    } catch (error) {
        assert.ok(error instanceof CallError);
        assert.equal(error.facts.field, 'PCID');
        return error.facts;
    }
    assert.fail('it was taken');
}

describe('a call names its connection in the argument, the header, the address, or not at all', () => {
    for (const [what, named, pcid] of [
        ['the argument', { argument: 'support' }, 'support'],
        ['the header', { header: 'sales', configured: 'support' }, 'sales'],
        ['the address', { query: 'sales', configured: 'support' }, 'sales'],
        ['none, with one that is configured', { configured: 'support' }, 'support'],
        ['the same three times', { argument: 'sales', header: 'sales', query: 'sales' }, 'sales'],
        ['an empty argument and the header', { argument: '', header: 'sales' }, 'sales']
    ] as const)
        it(what, () => assert.equal(connectionOf(caller, named), pcid));
});

test('a call that names two connections is not guessed about', () => {
    for (const named of [
        { argument: 'support', header: 'sales' },
        { header: 'support', query: 'sales' },
        { argument: 'support', query: 'sales' }
    ])
        assert.deepEqual([refusal(named).reason, refusal(named).allowed], ['badArgument', 'one connection for a call']);
});

test('a caller cannot find out which connections there are', () => {
    const [unknown, ...others] = ['not-there', 'somebody-elses', 'Support', '../support', 'constructor', 'a\r\nb'].map(
        (argument) => refusal({ argument })
    );
    assert.equal(unknown?.reason, 'connection');
    for (const other of others) assert.deepEqual(other, unknown);
    assert.deepEqual(refusal({ configured: 'not-there' }), unknown);
});

test('a call without a connection, or with one that is no text, is told so', () => {
    assert.match(refusal({}).message, /missing/);
    assert.match(refusal({ argument: '' }).message, /missing/);
    for (const argument of [5, null, ['support'], { id: 'support' }, true])
        assert.match(refusal({ argument, header: 'support' }).message, /no text/);
});

describe('an operator decides which tools may be called', () => {
    const names = (policies: readonly (Policy | undefined)[]): string[] =>
        TOOLS.filter((tool) => forbidden(tool, policies) === undefined).map(({ shortName }) => shortName);
    for (const [what, policies, count] of [
        ['no policy: all 63', [undefined, undefined], 63],
        ['reading only: 26 or 27', [{ readOnly: true }], TOOLS.filter(({ readOnly }) => readOnly).length],
        ['one toolset', [{ toolsets: ['fax'] }], 1],
        ['two toolsets', [{ toolsets: ['fax', 'email'] }], 26],
        ['no toolset', [{ toolsets: [] }], 0],
        ['one tool by its short name', [{ allow: ['get_email'] }], 1],
        ['one tool by its long name', [{ allow: ['genesys_conversations_digital_get_email'] }], 1],
        ['all but one', [{ deny: ['post_faxes'] }], 62],
        ['denied wins', [{ allow: ['get_email', 'post_faxes'], deny: ['post_faxes'] }], 1],
        ['both the connection and the caller must allow it', [{ toolsets: ['email'] }, { readOnly: true }], 9],
        ['a policy about other things', [{ callsPerMinute: 5 }], 63]
    ] as const)
        it(what, () => assert.equal(names(policies as unknown as Policy[]).length, count));
});

test('a tool that is not allowed is refused with the reason, in words', () => {
    const tool = toolNamed('post_faxes');
    assert.ok(tool);
    for (const [policy, words] of [
        [{ readOnly: true }, /only reads/],
        [{ toolsets: ['email'] }, /toolset fax is not switched on/],
        [{ allow: ['get_email'] }, /not among the tools/],
        [{ deny: ['post_faxes'] }, /switched off/]
    ] as const)
        assert.throws(
            () => assertAllowed(tool, [policy as unknown as Policy]),
            (error) => error instanceof CallError && error.facts.reason === 'notAllowed' && words.test(error.message)
        );
});
