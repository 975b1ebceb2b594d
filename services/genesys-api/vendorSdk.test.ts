/** Another client of the same API, made by its vendor: what both send for the same arguments is compared on the wire. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import platformClient from 'purecloud-platform-client-v2';
import { createGenesysClient } from './client.ts';
import { realClock } from './clock.ts';
import { createLimiter } from './limiter.ts';
import { OPERATIONS } from './operations.ts';
import type { Operation, Param, ParamType } from './operations.ts';
import { endpointsAt } from './regions.ts';
import { json, serverForTests } from './serverForTests.ts';
import type { Received } from './serverForTests.ts';
import { givenToken } from './tokens.ts';

type Method = (...given: unknown[]) => Promise<unknown>;

const RUNS = 5;
const server = await serverForTests();
after(() => server.close());
server.replies(json(200, {}));

const sdk = platformClient.ApiClient.instance;
// It reads and watches a file of the user's home otherwise.
sdk.config.live_reload_config = false;
sdk.setGateway({ host: '127.0.0.1', protocol: 'http', port: Number(new URL(server.url).port) });
sdk.setAccessToken('given');
const methods = new platformClient.ConversationsApi() as unknown as Record<string, Method>;

const endpoints = endpointsAt(server.url);
const ours = createGenesysClient({
    endpoints,
    tokens: givenToken(() => 'given'),
    limiter: createLimiter({ clock: realClock, perMinute: 1_000_000 })
});

/** The vendor's rule: `get_email_messages` is `getConversationsEmailMessages`. */
function methodOf({ name }: Operation): { name: string; takes: readonly string[] } {
    const [verb, ...rest] = name.split('_');
    const folded = `${verb}conversations${rest.join('')}`.toLowerCase();
    const prototype = Object.getPrototypeOf(methods) as object;
    const found = Object.getOwnPropertyNames(prototype).find((one) => one.toLowerCase() === folded);
    assert.ok(found, `the SDK has ${folded}`);
    const [, takes = ''] = /\(([^)]*)\)/.exec(String(methods[found])) ?? [];
    return { name: found, takes: takes.split(',').map((one) => one.trim()) };
}

const optionName = (name: string): string => name.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());

async function sentBySdk(operation: Operation, given: Readonly<Record<string, unknown>>): Promise<Received> {
    const { name, takes } = methodOf(operation);
    const of = (place: Param['in']): [string, unknown][] =>
        operation.params.flatMap((param) =>
            param.in === place && param.name in given ? [[param.name, given[param.name]]] : []
        );
    const body = Object.fromEntries(of('body'));
    const query = of('query').map(([key, value]): [string, unknown] => [optionName(key), value]);
    const isEmpty = Object.keys(body).length === 0;
    const options = Object.fromEntries([...query, ...(takes.includes('body') || isEmpty ? [] : [['body', body]])]);
    const positional = { ...Object.fromEntries(of('path')), ...Object.fromEntries(query), body, opts: options };
    await methods[name]?.(...takes.map((one) => positional[one as keyof typeof positional]));
    return last();
}

function last(): Received {
    const received = server.received.at(-1);
    assert.ok(received);
    return received;
}

function comparable({ method, path, body }: Received): unknown {
    const url = new URL(path, server.url);
    const query = [...url.searchParams].sort(([a], [b]) => (a < b ? -1 : 1));
    return { method, path: url.pathname, query, body: body === '' ? undefined : (JSON.parse(body) as unknown) };
}

function values({ type, items, enum: words }: ParamType): fc.Arbitrary<unknown> {
    switch (type) {
        case 'boolean':
            return fc.boolean();
        case 'integer':
            return fc.integer();
        case 'array':
            return fc.array(values(items ?? { type: 'string' }), { minLength: 1, maxLength: 3 });
        case 'object':
            return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.string(), fc.integer()), {
                maxKeys: 3
            });
        case 'string':
            return words === undefined ? fc.string({ minLength: 1 }) : fc.constantFrom(...words);
    }
}

/** A comma in one part of a list cannot be told from the one between two. */
const plain = fc.stringMatching(/^[\w .:@+é]{1,12}$/);

function argumentsOf({ params, removedUpstream = [] }: Operation): fc.Arbitrary<Record<string, unknown>> {
    const known = params.filter(({ name }) => !removedUpstream.includes(name));
    const model = Object.fromEntries(
        known.map((param) => [
            param.name,
            param.in === 'path'
                ? fc.stringMatching(/^[\w@ é+%?#&=-]{1,20}$/).filter((id) => id.trim() !== '')
                : param.in === 'query' && param.type === 'array'
                  ? fc.array(plain, { minLength: 1, maxLength: 3 })
                  : param.in === 'query' && param.type === 'string'
                    ? plain
                    : values(param)
        ])
    );
    return fc.record(model, { requiredKeys: known.flatMap(({ name, required }) => (required ? [name] : [])) });
}

describe(`the vendor's SDK and this client send the same, for ${RUNS} sets of arguments`, () => {
    for (const operation of OPERATIONS)
        it(operation.name, async () => {
            await fc.assert(
                fc.asyncProperty(argumentsOf(operation), async (given) => {
                    await ours.call(operation, given);
                    const sent = comparable(last());
                    assert.deepEqual(sent, comparable(await sentBySdk(operation, given)));
                }),
                { numRuns: RUNS }
            );
        });
});
