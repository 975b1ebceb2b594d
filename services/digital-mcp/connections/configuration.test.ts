import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { readConfiguration } from './configuration.ts';

const grant = { type: 'clientCredentials', clientId: 'c', clientSecret: { env: 'SECRET' } };
const connection = { region: 'eu_west_1', grant };
const SECRET = 'kR7-very-secret-text';

function refusal(value: unknown): string {
    try {
        readConfiguration(typeof value === 'string' ? value : JSON.stringify(value));
    } catch (error) {
        assert.ok(error instanceof Error);
        assert.ok(!error.message.includes(SECRET), 'no secret in the message');
        return error.message;
    }
    assert.fail('it was taken');
}

test('an operator needs a region and a grant, and no more', () => {
    const { connections } = readConfiguration(JSON.stringify({ connections: { support: connection } }));
    assert.deepEqual(connections['support'], connection);
});

test('an operator may write the region in any spelling, each grant, and each policy', () => {
    const policy = {
        readOnly: true,
        toolsets: ['email'],
        allow: ['get_email'],
        deny: ['genesys_conversations_digital_post_faxes'],
        recipients: ['anna@example.com', ' @Example.com', '+49 151*', '+1 317 555 0100', 'open-7'],
        callsPerMinute: 30,
        sendsPerMinute: 3,
        withoutAsking: 'refuse'
    };
    const given = {
        connections: {
            a: { ...connection, name: 'Support', policy, requestsPerMinute: 100, callsAtOnce: 4 },
            b: { region: 'mypurecloud.ie', grant: { ...grant, type: 'refreshToken', refreshToken: { file: 'token' } } },
            c: { region: 'US-EAST-1', grant: { type: 'accessToken', token: { file: 'token' } } },
            d: { baseUrl: 'http://127.0.0.1:8080', grant }
        },
        callers: { anna: { token: { env: 'ANNA' }, connections: ['a', 'b'], policy } },
        defaultConnection: 'a',
        toolNames: 'short',
        apiOnlyParameters: true,
        dropRemovedParameters: true,
        relaxedParameters: true,
        replicas: 2,
        store: { postgres: { env: 'DATABASE_URL' } },
        hosts: ['localhost'],
        origins: ['http://localhost']
    };
    assert.deepEqual(readConfiguration(JSON.stringify(given)), given);
});

test('an operator may save the file with an editor that begins it with a byte order mark', () => {
    const text = `\uFEFF${JSON.stringify({ connections: { support: connection } })}`;
    assert.deepEqual(Object.keys(readConfiguration(text).connections), ['support']);
});

describe('an operator reads where a mistake stands and what is allowed', () => {
    const of = (change: object): object => ({ connections: { support: { ...connection, ...change } } });
    for (const [what, value, words] of [
        ['no JSON', '{', /is not JSON/],
        ['no object', '[]', /the configuration: /],
        ['a wrong switch', { ...of({}), relaxedParameters: 'yes' }, /relaxedParameters: give true or false/],
        [
            'no connections',
            {},
            /^ {2}connections: it is missing\. Give a connection for each PCID: \{ "support-eu": \{ "region": "eu_west_1", "grant": \{ … \} \} \}\. "pcid add" writes one$/m
        ],
        ['connections that are a list', { connections: [connection] }, /connections: Give a connection for each PCID/],
        ['a text for a configuration', '"x"', /the configuration: Give an object, \{ … \}$/],
        ['a connection that is none', { connections: { support: 'x' } }, /connections\.support: Give an object/],
        [
            'no grant',
            { connections: { support: { region: 'eu_west_1' } } },
            /grant: it is missing\. Give an object with the "type" clientCredentials, refreshToken or accessToken$/m
        ],
        [
            'no type of a grant',
            of({ grant: {} }),
            /grant\.type: it is missing\. Give clientCredentials, refreshToken or/
        ],
        [
            'no client',
            of({ grant: { ...grant, clientId: undefined } }),
            /grant\.clientId: it is missing\. Give a text$/m
        ],
        ['an empty client', of({ grant: { ...grant, clientId: '' } }), /grant\.clientId: it is empty$/m],
        ['a switch that is a text', of({ policy: { readOnly: 'yes' } }), /readOnly: Give true or false$/m],
        ['a list that is a text', of({ policy: { deny: 'get_email' } }), /deny: Give a list, \[ … \]$/m],
        [
            'a policy of the whole server',
            { ...of({}), narrowedTo: { readOnly: true } },
            /"narrowedTo" is not known here/
        ],
        [
            'an unknown region',
            of({ region: 'eu_west_9' }),
            /connections\.support\.region: .*eu_west_1 or mypurecloud\.ie/
        ],
        ['no region', { connections: { support: { grant } } }, /give a region, or a baseUrl/],
        ['a region and an address', of({ baseUrl: 'http://127.0.0.1:1' }), /give a region, or a baseUrl/],
        ['an address elsewhere', of({ region: undefined, baseUrl: 'http://example.com' }), /baseUrl: /],
        [
            'a written secret',
            of({ grant: { ...grant, clientSecret: SECRET } }),
            /clientSecret: a secret is named, not written/
        ],
        [
            'a written token',
            of({ grant: { type: 'accessToken', token: SECRET } }),
            /token: a secret is named, not written/
        ],
        ['an unknown grant', of({ grant: { type: SECRET } }), /grant\.type: /],
        [
            'a refresh token in the environment',
            of({ grant: { ...grant, type: 'refreshToken', refreshToken: { env: 'X' } } }),
            /changes with each use/
        ],
        ['an unknown word', of({ regoin: 'x' }), /support: "regoin" is not known here\. Known: name, region, /],
        ['an unknown toolset', of({ policy: { toolsets: ['mail'] } }), /policy\.toolsets\.0: .*email/],
        ['an unknown tool', of({ policy: { deny: ['get_mail'] } }), /policy\.deny\.0: no tool has this name/],
        [
            'a recipient that is none',
            of({ policy: { recipients: ['@example.com', '+49…', 5] } }),
            /recipients\.1: no recipient is like this\. Give an address \(anna@example\.com\).*\n.*recipients\.2: no recipient is like this/
        ],
        [
            'recipients that are no list',
            of({ policy: { recipients: '@example.com' } }),
            /policy\.recipients: give a list/
        ],
        [
            'a text in the place of a number of sends',
            of({ policy: { sendsPerMinute: 'ten' } }),
            /policy\.sendsPerMinute: give a whole number from 1 to 10000, or leave it out$/
        ],
        ...[0, 0.5, 1_001, '4'].map(
            (callsAtOnce) =>
                [
                    `${JSON.stringify(callsAtOnce)} calls at once`,
                    of({ callsAtOnce }),
                    /support\.callsAtOnce: give a whole number from 1 to 1000, or leave it out$/
                ] as const
        ),
        ...[0, -1, 1.5, 10_001, '60', null].map(
            (callsPerMinute) =>
                [
                    `${JSON.stringify(callsPerMinute)} calls a minute`,
                    of({ policy: { callsPerMinute } }),
                    /callsPerMinute: give a whole number from 1 to 10000, or leave it out$/
                ] as const
        ),
        ['an odd PCID', { connections: { 'a\r\nb': connection } }, /PCID has letters/],
        ['an unknown default', { ...of({}), defaultConnection: 'sales' }, /defaultConnection: .*There are: support/],
        [
            'an unknown connection of a caller',
            { ...of({}), callers: { anna: { token: { env: 'A' }, connections: ['sales'] } } },
            /callers\.anna\.connections: "sales" is no PCID.*support/
        ]
    ] as const)
        it(what, () => assert.match(refusal(value), words));
});

test('an operator reads all mistakes at once', () => {
    const text = refusal({ connections: { a: { region: 'x', grant }, b: { region: 'y', grant } }, replicas: 0 });
    assert.equal(text.split('\n').length, 4);
});

test('a name that JavaScript would leave out is refused, not a connection or a caller lost without a word', () => {
    const grant = { type: 'accessToken', token: { env: 'TOKEN' } };
    const connection = JSON.stringify({ region: 'eu_west_1', grant });
    for (const text of [
        `{ "connections": { "__proto__": ${connection} } }`,
        `{ "connections": { "a": ${connection} }, "callers": { "__proto__": { "token": { "env": "T" }, "connections": ["a"] } } }`,
        `{ "connections": { "a": ${connection} }, "__proto__": { "replicas": 2 } }`
    ])
        assert.throws(() => readConfiguration(text), /^Error: .*"__proto__"/);
    assert.ok(
        Object.hasOwn(
            readConfiguration(`{ "connections": { "constructor": ${connection} } }`).connections,
            'constructor'
        )
    );
});
