import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { ArgumentError } from './argumentError.ts';
import { operationNamed, OPERATIONS } from './operations.ts';
import type { Operation } from './operations.ts';
import { requestOf } from './request.ts';

function operation(name: string): Operation {
    const found = operationNamed(name);
    assert.ok(found, name);
    return found;
}

test('a list of expansions goes in one query value, and a dotted name stays as it is', () => {
    const given = { expand: ['supportedContent', 'identityresolution'], 'messagingSetting.id': 'a b&c', pageSize: 5 };
    const { path, body } = requestOf(operation('get_messaging_integrations'), given);
    const url = new URL(path, 'http://localhost');
    assert.deepEqual(Object.fromEntries(url.searchParams), {
        pageSize: '5',
        expand: 'supportedContent,identityresolution',
        'messagingSetting.id': 'a b&c'
    });
    assert.ok(!path.includes('+'));
    assert.equal(body, undefined);
});

test('a body that may be empty is sent as an empty object, an optional one not at all', () => {
    const ids = { conversationId: 'c', participantId: 'p' };
    assert.equal(requestOf(operation('patch_message_participant'), ids).body, undefined);
    assert.equal(requestOf(operation('patch_email_participant'), ids).body, '{}');
    assert.equal(requestOf(operation('post_email_reconnect'), { conversationId: 'c' }).body, undefined);
});

test('a body that is a list is sent as one', () => {
    const list = { name: 'list', in: 'body', type: 'array', required: true, description: 'All of them' } as const;
    const listed: Operation = {
        ...operation('patch_message_participant'),
        params: [list],
        path: '/all',
        bodyIs: 'list'
    };
    assert.equal(requestOf(listed, { list: [{ id: 'a' }] }).body, '[{"id":"a"}]');
    assert.equal(requestOf(listed, { list: [] }).body, '[]');
});

test('an argument that nobody knows, or that is only inherited, is not sent', () => {
    const given = Object.create({ conversationId: 'inherited' }) as Record<string, unknown>;
    assert.throws(() => requestOf(operation('get_email'), given), /conversationId is missing/);
    const body = requestOf(operation('patch_email_participant'), {
        conversationId: 'c',
        participantId: 'p',
        wrapup: { code: 'w' },
        __proto__: { held: true },
        isAdmin: true
    }).body;
    assert.equal(body, '{"wrapup":{"code":"w"}}');
});

test('a parameter that the API has no more can be left out', () => {
    const send = operation('post_message_communication_messages');
    const given = { conversationId: 'c', communicationId: 'd', textBody: 'Hello', useNormalizedMessage: true };
    assert.match(requestOf(send, given).path, /\?useNormalizedMessage=true$/);
    assert.doesNotMatch(requestOf(send, given, send.removedUpstream).path, /\?/);
});

describe('an id cannot leave its segment of the path', () => {
    for (const id of [
        '..',
        '.',
        '%2e%2e',
        '%252E.',
        '../..',
        'a/../b',
        'a\\..\\b',
        '..;',
        ' .. ',
        '',
        '  ',
        'a\r\nHost: b',
        'a\0',
        '\ud800',
        'x'.repeat(513),
        7,
        null,
        ['c']
    ])
        it(`${JSON.stringify(id)?.slice(0, 40)} is refused by the name of its field`, () => {
            assert.throws(
                () => requestOf(operation('get_email_messages'), { conversationId: id }),
                (error: ArgumentError) => error instanceof ArgumentError && error.field === 'conversationId'
            );
        });

    test('whatever an id is, the path has the segments of the operation', () => {
        fc.assert(
            fc.property(
                fc.constantFrom(...OPERATIONS),
                fc.oneof(
                    fc.string({ unit: 'binary' }),
                    fc
                        .array(fc.constantFrom('.', '/', '%2e', '%2F', '\\', ';', 'a', '%', '?', '#'), { maxLength: 8 })
                        .map((parts) => parts.join(''))
                ),
                (one, id) => {
                    const given = Object.fromEntries(
                        one.params.map(({ name }) => [name, name === one.params[0]?.name ? id : 'x'])
                    );
                    let path: string;
                    try {
                        ({ path } = requestOf(one, given));
                    } catch (error) {
                        assert.ok(error instanceof ArgumentError);
                        return;
                    }
                    // As a URL reads it, which takes dot segments out.
                    const read = new URL(path, 'http://localhost').pathname.split('/');
                    const template = one.path.split('/');
                    assert.equal(read.length, template.length);
                    template.forEach((part, index) => {
                        if (!part.startsWith('{')) assert.equal(read[index], part);
                    });
                }
            )
        );
    });
});
