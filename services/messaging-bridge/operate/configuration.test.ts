import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readBridgeConfiguration } from './configuration.ts';
import { fileLimitsOf } from './files.ts';

const example = readFileSync(path.join(import.meta.dirname, '../examples/bridge.json'), 'utf8');
const changed = (change: (given: Record<string, Record<string, unknown>>) => void): string => {
    const given = JSON.parse(example) as Record<string, Record<string, unknown>>;
    change(given);
    return JSON.stringify(given);
};

test('an operator of a Salesforce on this machine has its files from here, any other one from its hosts only', () => {
    const limits = fileLimitsOf(readBridgeConfiguration(example));
    assert.deepEqual(
        [limits.hosts, limits.isHere, limits.mostBytes],
        [['documentforce.com', 'force.com', 'salesforce.com'], false, 25 * 1_024 * 1_024]
    );
    const here = changed((given) => Object.assign(given['salesforce'] ?? {}, { loginUrl: 'http://127.0.0.1:8080' }));
    assert.ok(fileLimitsOf(readBridgeConfiguration(here)).isHere);
});

test('an operator starts with the example, and what it leaves out has a usual value', () => {
    const { conversationsAtOnce, keepDays, maxAgeHours, mostWaiting, salesforce, showsWithinSeconds } =
        readBridgeConfiguration(example);
    assert.deepEqual(
        { conversationsAtOnce, keepDays, maxAgeHours, mostWaiting, showsWithinSeconds, audience: salesforce.audience },
        {
            conversationsAtOnce: 16,
            keepDays: { delivered: 1, setAside: 30 },
            maxAgeHours: 24,
            mostWaiting: 10_000,
            showsWithinSeconds: 20,
            audience: 'https://login.salesforce.com'
        }
    );
});

const OTHER = '0f9c5a1e-6c1f-4e61-9a39-3c4f1d2b7a01';
const FAR = {
    topology: 'openMessaging',
    channelAddress: 'a1',
    integrationId: '3b1c0d7e-52a4-4c0e-8d0b-6f8b0a9c4e77',
    webhookSecret: { env: 'HOOK' }
};

const WRONG: readonly (readonly [string, (given: Record<string, Record<string, unknown>>) => void, RegExp])[] = [
    ['nothing of Salesforce', (given) => delete given['salesforce'], /salesforce: it is missing\. Give an object/],
    [
        'an address for a host of files',
        (given) => Object.assign(given, { files: { hosts: ['https://files.example/'] } }),
        /files\.hosts\.0: give names of hosts, such as documentforce\.com/
    ],
    [
        'more of a file than Genesys Cloud takes',
        (given) => Object.assign(given, { files: { mostMegabytes: 26 } }),
        /files\.mostMegabytes: /
    ],
    [
        'an ending for a type of files',
        (given) => Object.assign(given, { files: { types: ['.png'] } }),
        /files\.types\.0: give types such as image\/png, or image\/\*/
    ],
    [
        'a place in the queue without its number',
        (given) => Object.assign(given, { alsoTell: { queuePosition: 'You are next.' } }),
        /alsoTell\.queuePosition: say where \{position\} stands/
    ],
    ['no user', (given) => delete given['salesforce']?.['user'], /salesforce\.user: it is missing\. Give a text/],
    [
        'a key in the text',
        (given) => Object.assign(given['salesforce'] ?? {}, { privateKey: '-----BEGIN PRIVATE KEY-----' }),
        /salesforce\.privateKey: a secret is named, not written/
    ],
    [
        'an id of 15 characters',
        (given) => Object.assign(given['salesforce'] ?? {}, { organizationId: '00D000000000001' }),
        /salesforce\.organizationId: give the 18 characters/
    ],
    [
        'a service without TLS',
        (given) => Object.assign(given['salesforce'] ?? {}, { interactions: 'http://acme.example' }),
        /salesforce\.interactions: give an https address/
    ],
    [
        'a topic for an event',
        (given) => Object.assign(given['salesforce'] ?? {}, { event: '/event/Outbound__e' }),
        /salesforce\.event: give the API name of the platform event, ending in __e/
    ],
    [
        'a region that is none',
        (given) => Object.assign(given['genesys'] ?? {}, { region: 'example.com' }),
        /genesys\.region: .*no region of Genesys Cloud/
    ],
    ['no region', (given) => delete given['genesys']?.['region'], /genesys: give a region, or a baseUrl/],
    [
        'a database address in the text',
        (given) => Object.assign(given, { database: 'postgres://user:word@host/db' }),
        /database: give \{ "postgres"/
    ],
    [
        'a word that is none',
        (given) => Object.assign(given, { maxAge: 3 }),
        /the configuration: "maxAge" is not known here\. Known: salesforce, .*maxAgeHours/
    ],
    [
        'a channel of no topology',
        (given) => Object.assign(given, { channels: [{ channelAddress: 'a' }] }),
        /channels\.0\.topology: it is missing\. Give genesysChannel or openMessaging/
    ],
    [
        'two channels with one address',
        (given) => Object.assign(given, { channels: [FAR, { ...FAR, integrationId: OTHER }] }),
        /channels: two channels have the channelAddress a1/
    ],
    [
        'a rep by a name',
        (given) => Object.assign(given, { reps: [{ salesforceUserId: 'ada', genesysUserId: OTHER }] }),
        /reps\.0\.salesforceUserId: give the 18 characters/
    ],
    [
        'a port as a text',
        (given) => Object.assign(given, { status: { port: '4691' } }),
        /status\.port: Give a (whole )?number/
    ],
    [
        'a port that no machine has',
        (given) => Object.assign(given, { status: { port: 99_999 } }),
        /status\.port: Give a number of at most 65535/
    ],
    ['an age of nothing', (given) => Object.assign(given, { maxAgeHours: 0 }), /maxAgeHours: Give a number above 0/],
    [
        'a status without a port',
        (given) => Object.assign(given, { status: {} }),
        /status\.port: it is missing\. Give a number/
    ],
    [
        'dead letters that are kept for ever',
        (given) => Object.assign(given, { keepDays: { setAside: 4_000 } }),
        /keepDays\.setAside: .*365/
    ],
    [
        'a webhook without a port',
        (given) => Object.assign(given, { webhook: { host: '0.0.0.0' } }),
        /webhook\.port: it is missing\. Give a number/
    ],
    [
        'an address for a host of files',
        (given) => Object.assign(given['genesys'] ?? {}, { fileHosts: ['https://files.acme.example'] }),
        /genesys\.fileHosts\.0: give the name of a host/
    ],
    ['an age that Salesforce never replays', (given) => Object.assign(given, { maxAgeHours: 100 }), /maxAgeHours: .*72/]
];

for (const [what, change, told] of WRONG) {
    test(`an operator who configures ${what} is told the key and what is allowed, without the value of a secret`, () => {
        assert.throws(
            () => readBridgeConfiguration(changed(change)),
            ({ message }: Error) => {
                assert.match(message, told);
                assert.doesNotMatch(message, /BEGIN PRIVATE|user:word/);
                return true;
            }
        );
    });
}

test('an operator whose file is no JSON is told so', () => {
    assert.throws(() => readBridgeConfiguration('{'), /is not JSON: look at line 1/);
});
