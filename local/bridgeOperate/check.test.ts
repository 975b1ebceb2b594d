/** The check against a local Salesforce and a local Genesys Cloud that answer what they really have. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { checkBridge } from '../../services/messaging-bridge/operate/check/checkBridge.ts';
import { checkText, isWell } from '../../services/messaging-bridge/operate/check/checkText.ts';
import { readBridgeConfiguration } from '../../services/messaging-bridge/operate/configuration.ts';
import { createWorld } from '../bridgeChaos/world.ts';
import type { World } from '../bridgeChaos/world.ts';
import { CHANNEL } from '../org/interactionService/serviceForTests.ts';
import { bridgeCommand } from './bridgeCommand.ts';

type Given = Record<string, Record<string, unknown>>;
const QUEUE = '7d5a3b52-2f0c-4b0e-9a55-0e8a5f0d2c11';
const channels = [{ topology: 'genesysChannel', channelAddress: CHANNEL, queueId: QUEUE }];
const reps = [{ salesforceUserId: '005000000000002AAA', genesysUserId: QUEUE }];

describe('an operator who checks a configuration', () => {
    let world: World;
    let given: Given;
    before(async () => {
        world = await createWorld({ conversations: 2, random: Math.random, slowMs: 0 });
        given = JSON.parse(readFileSync(world.configurationFile, 'utf8')) as Given;
    });
    after(() => world.close());

    async function check(change: (given: Given) => void = () => undefined): Promise<Map<string, string>> {
        const changed = structuredClone(given);
        Object.assign(changed['salesforce'] ?? {}, { clientId: 'whole' });
        Object.assign(changed, { channels, reps });
        change(changed);
        const configuration = readBridgeConfiguration(JSON.stringify(changed));
        const found = await checkBridge(configuration, { env: {}, folder: world.folder });
        return new Map(found.map(({ outcome, text, what }) => [what, `${outcome}: ${text}`]));
    }

    it('reads that both sides take it, what is registered, and what an admin has left off', async () => {
        const found = await check();
        assert.match(found.get('stream') ?? '', /^ok: \/event\/Outbound__e can be read\./);
        assert.match(found.get('sign-in to Salesforce') ?? '', /^ok/);
        assert.match(found.get('sign-in to Genesys Cloud') ?? '', /^ok/);
        assert.match(found.get('capabilities') ?? '', /^ok: Registered/);
        assert.match(found.get('routing owner') ?? '', /^ok: Partner/);
        assert.match(found.get(`address ${CHANNEL}`) ?? '', /^ok: Active, and in the configuration/);
        assert.match(
            found.get('receipts') ?? '',
            /^differs: Off: .*Switch acknowledgements on .* in Messaging Settings/
        );
        assert.match(found.get('typing') ?? '', /^differs: Off/);
        assert.match(found.get('address asleep') ?? '', /^ok: Not active/);
    });

    it('is told of an address that the org does not have, of one that is asleep, and of one that is named nowhere', async () => {
        const one = { topology: 'genesysChannel', channelAddress: 'another', queueId: QUEUE };
        const found = await check((changed) => Object.assign(changed, { channels: [one] }));
        assert.match(found.get('address another') ?? '', /^differs: No channel of Messaging has this/);
        assert.match(
            found.get(`address ${CHANNEL}`) ?? '',
            /^differs: Active in the org, and not in the configuration/
        );
        const asleep = await check((changed) =>
            Object.assign(changed, { channels: [{ ...one, channelAddress: 'asleep' }] })
        );
        assert.match(asleep.get('address asleep') ?? '', /^failed: The channel is not active\. Activate it/);
    });

    it('is told who finds the rep where that does not fit the configuration', async () => {
        const unnamed = await check((changed) => Object.assign(changed, { reps: [] }));
        assert.match(unnamed.get('routing owner') ?? '', /^differs: Salesforce asks the bridge to find the rep/);
        const routed = await check((changed) => {
            Object.assign(changed['salesforce'] ?? {}, { channel: 'Routed' });
        });
        assert.match(routed.get('routing owner') ?? '', /^differs: Salesforce finds the rep itself/);
    });

    for (const [what, settings, name, told] of [
        [
            'a channel that the org does not have',
            { channel: 'Nobody' },
            'channel definition',
            /^failed: The org has no ConversationChannelDefinition Nobody/
        ],
        ['another event', { event: 'Other__e' }, 'stream', /^failed: Salesforce knows no such topic/],
        [
            'a user whom nobody has approved',
            { user: 'eve@acme.example' },
            'sign-in to Salesforce',
            /^failed: Salesforce gives no access token: invalid_grant .*\.$/
        ],
        ['a key that is not there', { privateKey: { file: 'nowhere.key' } }, 'sign-in to Salesforce', /^failed: /],
        [
            'an app without the scope api',
            { clientId: 'consumer' },
            'channel settings',
            /^unknown: They cannot be compared: Salesforce answers 403 \(INSUFFICIENT_SCOPE\)\. Give the app the scope api/
        ],
        [
            'an app without the scope of the Interaction Service',
            { clientId: 'scopeless' },
            'capabilities',
            /^failed: .*10003\. Look at salesforce\.channel/
        ]
    ] as const)
        it(`with ${what} is told what to look at`, async () => {
            const found = await check((changed) => Object.assign(changed['salesforce'] ?? {}, settings));
            assert.match(found.get(name) ?? '', told);
        });

    it('with a wrong secret of Genesys Cloud, or nobody there, is told so', async () => {
        writeFileSync(`${world.folder}/wrong.secret`, 'wrong', { mode: 0o600 });
        const wrong = await check((changed) =>
            Object.assign(changed['genesys'] ?? {}, { clientSecret: { file: 'wrong.secret' } })
        );
        assert.match(
            wrong.get('sign-in to Genesys Cloud') ?? '',
            /^failed: Genesys Cloud does not take the sign-in .* Check genesys\.region, clientId and clientSecret/
        );
        const nobody = await check((changed) =>
            Object.assign(changed['genesys'] ?? {}, { baseUrl: 'http://127.0.0.1:1' })
        );
        assert.match(nobody.get('sign-in to Genesys Cloud') ?? '', /^failed: Genesys Cloud could not be reached/);
    });

    it('has the command end with 1 where somebody has to do something', async () => {
        assert.equal(
            (await bridgeCommand(world.configurationFile, 'check')).code,
            0,
            'what cannot be seen is no fault'
        );
        const whole = { ...given, salesforce: { ...given['salesforce'], clientId: 'whole' }, channels, reps };
        writeFileSync(world.configurationFile, JSON.stringify(whole));
        const { code, out } = await bridgeCommand(world.configurationFile, 'check');
        assert.equal(code, 1);
        assert.match(out, /^ok +database +A folder/);
        assert.match(out, /\nDIFFERS +typing +Off/);
        assert.doesNotMatch(out, /PRIVATE KEY/);
    });
});

it('a check that could not see something is well, one that saw a difference is not', () => {
    const unknown = { outcome: 'unknown', what: 'a', text: 'It cannot be seen.' } as const;
    assert.equal(isWell([unknown]), true);
    assert.equal(isWell([unknown, { ...unknown, outcome: 'differs' }]), false);
    assert.equal(checkText([unknown]), 'unknown  a  It cannot be seen.\n');
});
