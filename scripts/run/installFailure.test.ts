import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whatToDo } from './installFailure.mjs';

for (const [who, said, words] of [
    ['whose home npm may not write to', 'npm error code EACCES\nnpm error syscall mkdir', /npm_config_cache=FOLDER/],
    ['whose disk is full', 'npm error code ENOSPC\nnpm error syscall write', /disk is full/],
    ['behind a proxy that reads along', 'npm error code SELF_SIGNED_CERT_IN_CHAIN', /NODE_EXTRA_CA_CERTS=FILE/],
    ['behind another such proxy', 'npm error code UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /NODE_EXTRA_CA_CERTS=FILE/],
    ['whose registry wants a token', 'npm error code E401\nnpm error Unable to authenticate', /token in \.npmrc/],
    ['without a network', 'npm error code ENOTFOUND\nnpm error network request failed', /^Check the network/],
    ['who meets something new', 'npm error code ESOMETHING', /^What npm said stands above\. Then run/]
] as const)
    test(`a newcomer ${who} reads what to do`, () => {
        assert.match(whatToDo(said), words);
        assert.match(whatToDo(said), /Then run the same command again\.$/);
    });
