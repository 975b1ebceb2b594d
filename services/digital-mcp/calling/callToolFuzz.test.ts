import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { breakOff, hangUp, json, serverForTests, text } from '../../genesys-api/serverForTests.ts';
import type { Received } from '../../genesys-api/serverForTests.ts';
import { argumentsFor, callingForTests } from './callingForTests.ts';
import type { Outcome } from './toolCall.ts';
import { LONGEST_RESULT } from '../results/results.ts';
import { TOOLS } from '../tools/tools.ts';
import type { DigitalTool } from '../tools/tools.ts';

const server = await serverForTests();
after(() => server.close());
const { call, lines } = callingForTests(server, { policy: { withoutAsking: 'allow' } });

const hostile = fc.constantFrom(
    ...[
        '..',
        '.',
        '%2e%2e',
        '%252e%252e',
        '..%2f..',
        '../../oauth/token',
        'a/../b',
        '..;x',
        '\\..\\',
        '%2f',
        'a%2fb',
        '/'
    ],
    ...[
        'c\r\nHost: example.com',
        'c\nd',
        '\0',
        'a\0b',
        '%00',
        '\u2028',
        '\uFEFF',
        '\ud800',
        '\u{1f600}',
        ' ',
        '',
        '?x=y',
        '#'
    ],
    ...[
        'a&b=c',
        'a;b',
        '@example.com',
        'http://example.com/',
        '//example.com',
        '__proto__',
        'constructor',
        'null',
        'x'.repeat(600)
    ]
);
const odd = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withTypedArray: true
});
const circular = fc.constantFrom(null).map(() => {
    const one: Record<string, unknown> = { list: [] };
    (one['list'] as unknown[]).push(one);
    return one;
});
const value = fc.oneof(hostile, odd, fc.jsonValue(), fc.string({ unit: 'binary' }), circular);
const reply = fc.oneof(
    fc.constant(hangUp),
    fc.constant(breakOff(200, '{"id"')),
    fc
        .tuple(fc.constantFrom(200, 202, 204, 302, 400, 401, 403, 404, 409, 429, 500, 503), fc.jsonValue())
        .map(([status, body]) => (status === 204 ? text(204, '') : json(status, body, { location: '/oauth/token' }))),
    fc.string().map((body) => text(200, body))
);

/** What the tool takes, with some of it replaced, and some more. */
const argumentsOf = (tool: DigitalTool): fc.Arbitrary<object> => {
    const names = [
        ...tool.operation.params.map(({ name }) => name),
        'PCID',
        'dryRun',
        'sendAgain',
        'restOf',
        'restFrom'
    ];
    const changes = fc.dictionary(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, hostile), value, {
        maxKeys: 3
    });
    return fc.oneof(
        { weight: 8, arbitrary: changes.map((change) => ({ ...argumentsFor(tool), ...change })) },
        { weight: 1, arbitrary: fc.object() },
        { weight: 1, arbitrary: fc.constant({ ...argumentsFor(tool), sendAgain: true }) }
    );
};

const REASONS =
    /^(badArgument|unknownTool|connection|notAllowed|confirmationNeeded|notConfirmed|repeated|tooManyCalls|refused|signInFailed|tooManyRequests|notSent|unavailable|outcomeUnknown|unreadable|cancelled)$/;

function assertAnswered(outcome: Outcome): void {
    assert.ok(outcome.kind !== 'ask');
    assert.ok(JSON.stringify(outcome).length <= LONGEST_RESULT * 1.1);
    if (outcome.kind === 'result') return;
    const { reason, message, field } = outcome.facts;
    assert.match(reason, REASONS, `${JSON.stringify(outcome)} ${JSON.stringify(lines.at(-1))}`);
    assert.ok(message.length > 10 && message.length < 10_000);
    if (reason === 'badArgument') assert.equal(typeof field, 'string');
}

function assertInPlace({ operation: { method, path, params } }: DigitalTool, received: Received): void {
    assert.equal(received.method, method);
    const [sentPath = '', query = ''] = received.path.split('?');
    assert.equal(new URL(received.path, 'http://localhost').pathname, sentPath, 'no address that reads otherwise');
    const [segments, template] = [sentPath.split('/'), path.split('/')];
    assert.equal(segments.length, template.length, received.path);
    for (const [index, segment] of segments.entries()) {
        const decoded = decodeURIComponent(segment);
        if (!template[index]?.startsWith('{')) assert.equal(segment, template[index]);
        else assert.ok(decoded.trim() !== '' && !/^\.{1,2}$/.test(decoded) && !/\p{Cc}/u.test(decoded), segment);
    }
    const named = (place: string): string[] => params.filter((param) => param.in === place).map(({ name }) => name);
    for (const name of new URLSearchParams(query).keys()) assert.ok(named('query').includes(name), name);
    const body = received.body === '' ? {} : (JSON.parse(received.body) as object);
    for (const name of Object.keys(body)) assert.ok(named('body').includes(name), name);
    assert.equal(received.headers.host, new URL(server.url).host);
}

describe('whatever an AI client gives, and whatever Genesys Cloud answers, it gets an answer, and the request stays in its place', () => {
    for (const tool of TOOLS)
        it(tool.shortName, async () => {
            await fc.assert(
                fc.asyncProperty(argumentsOf(tool), reply, async (given, answer) => {
                    server.replies(answer);
                    const before = server.received.length;
                    assertAnswered(await call(tool.name, given));
                    for (const received of server.received.slice(before)) assertInPlace(tool, received);
                }),
                { numRuns: 40 }
            );
        });
    it('and most calls with usual arguments were sent', () => {
        assert.ok(server.received.length > 63 * 5, String(server.received.length));
        assert.ok(server.signIns.every(({ method, body }) => method === 'POST' && body.startsWith('grant_type=')));
    });
});
