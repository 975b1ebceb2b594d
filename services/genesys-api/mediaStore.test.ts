import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NotPut, putBytes } from './mediaStore.ts';
import { isInternalName, isPublicAddress } from './publicAddress.ts';

const put = (addresses: readonly string[]): Promise<unknown> =>
    putBytes({
        url: 'https://store.example/x?signature=s',
        headers: {},
        bytes: new Uint8Array(1),
        isHere: false,
        timeoutMs: 60_000,
        resolve: (_, __, done) =>
            done(
                null,
                addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
            )
    }).then(
        () => assert.fail('it is sent'),
        (error: unknown) => error
    );

test('no bytes go to a public name that leads into a private network, with one of its addresses or all', async () => {
    for (const addresses of [['127.0.0.1'], ['10.1.2.3'], ['52.216.1.1', '192.168.0.1'], ['fe80::1'], ['::1'], []]) {
        const error = await put(addresses);
        assert.ok(error instanceof NotPut, String(error));
        assert.equal(error.stage, 'address', addresses.join());
        assert.ok(!error.message.includes('signature'));
    }
});

test('an operator may count on these addresses being public, and those not', () => {
    for (const address of ['52.216.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2600:1f00::1', '2a05:d000::1'])
        assert.ok(isPublicAddress(address), address);
    for (const address of [
        ...['0.0.0.0', '10.255.0.1', '100.64.0.1', '127.9.9.9', '169.254.169.254', '172.31.0.1', '192.168.0.1'],
        ...['198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', 'fc00::1', 'fe80::1', 'ff02::1'],
        ...['::ffff:52.216.1.1', '64:ff9b::a00:1', '2002:a00:1::', '2001::1', '2001:db8::1', 'store.example', '']
    ])
        assert.ok(!isPublicAddress(address), address);
    for (const name of ['localhost', 'a.localhost', 'store', 'store.local', 'metadata.google.internal', 'a.corp.'])
        assert.ok(isInternalName(name), name);
    assert.ok(!isInternalName('uploads.mypurecloud.ie'));
});
