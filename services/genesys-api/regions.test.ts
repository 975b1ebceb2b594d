import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { ArgumentError } from './argumentError.ts';
import { endpointsAt, endpointsOf, REGIONS } from './regions.ts';

test('an operator names any of the 18 regions by its name or its host', () => {
    assert.equal(REGIONS.length, 18);
    for (const { name, host } of REGIONS) {
        const expected = { api: `https://api.${host}`, login: `https://login.${host}` };
        for (const spelling of [name, name.replaceAll('_', '-'), host, host.toUpperCase(), ` ${name} `])
            assert.deepEqual(endpointsOf(spelling), expected);
    }
});

describe('a token goes to no other host', () => {
    for (const region of [
        '',
        'eu',
        'mypurecloud.ie.evil.example',
        'evil.example',
        'https://mypurecloud.ie',
        'constructor'
    ])
        it(`"${region}" is refused, with the regions that there are`, () => {
            assert.throws(
                () => endpointsOf(region),
                (error: ArgumentError) => {
                    assert.ok(error instanceof ArgumentError);
                    assert.match(
                        error.message,
                        /^region is no region of Genesys Cloud\. Allowed: us_east_1 or mypurecloud\.com/
                    );
                    return true;
                }
            );
        });
});

describe('a Genesys Cloud for tests is on this machine', () => {
    for (const url of ['http://127.0.0.1:4680', 'http://localhost:4680', 'http://[::1]:4680', 'http://127.0.0.1:4680/'])
        it(`${url} is one`, () => {
            assert.equal(endpointsAt(url).api, URL.parse(url)?.origin);
        });
    for (const url of [
        'http://10.0.0.1:4680',
        'https://api.mypurecloud.ie',
        'http://127.0.0.1.evil.example',
        'http://user:word@127.0.0.1:4680',
        'http://127.0.0.1:4680/path',
        'file:///127.0.0.1',
        'nothing'
    ])
        it(`${url} is none`, () => {
            assert.throws(() => endpointsAt(url), ArgumentError);
        });
});
