import type { SalesforceToken } from '../../salesforce/jwtBearer.ts';
import type { BridgeConfiguration } from '../configuration.ts';
import { recordsOf } from './dataApi.ts';
import type { DataRecord } from './dataApi.ts';
import { NotToBeHad } from './finding.ts';
import type { Checked } from './finding.ts';

type Outcome = Checked['outcome'];

/** The definition of the channel, its records and what an admin has switched on, beside the configuration. */
export async function checkChannel(token: SalesforceToken, configuration: BridgeConfiguration): Promise<Checked[]> {
    const { channel, event } = configuration.salesforce;
    const found: Checked[] = [];
    const tell = (outcome: Outcome, what: string, text: string): void => void found.push({ outcome, what, text });
    try {
        const [definition] = await recordsOf(token, 'ConversationChannelDefinition', 'DeveloperName', channel);
        if (definition === undefined) {
            tell(
                'failed',
                'channel definition',
                `The org has no ConversationChannelDefinition ${channel}. Deploy force-app/messaging-channel, or correct salesforce.channel.`
            );
            return found;
        }
        found.push(...definitionChecks(definition, configuration, event));
        const id = textIn(definition, 'Id') ?? '';
        const settings = await recordsOf(token, 'CustomMsgChannel', 'ChannelDefinitionId', id);
        if (settings.length === 0)
            tell(
                'failed',
                'channel',
                `No channel of ${channel} is in the org: add one in Messaging Settings. If there is one, make its CustomMsgChannel record by the data API.`
            );
        for (const one of settings) {
            found.push(...settingChecks(one));
            const [messaging] = await recordsOf(
                token,
                'MessagingChannel',
                'Id',
                textIn(one, 'MessagingChannelId') ?? ''
            );
            if (messaging !== undefined) found.push(...addressChecks(messaging, configuration));
        }
        const known = new Set(found.map(({ what }) => what));
        for (const { channelAddress } of configuration.channels)
            if (!known.has(`address ${channelAddress}`))
                tell(
                    'differs',
                    `address ${channelAddress}`,
                    `No channel of ${channel} has this channel address identifier. Correct it in channels of the configuration.`
                );
    } catch (error) {
        if (!(error instanceof NotToBeHad)) throw error;
        tell('unknown', 'channel settings', `They cannot be compared: ${error.message}.`);
    }
    return found;
}

const textIn = (record: DataRecord, name: string): string | undefined =>
    typeof record[name] === 'string' && record[name] !== '' ? record[name] : undefined;
/** The first of some names of one setting: Salesforce has renamed them. */
const flagIn = (record: DataRecord, ...names: readonly string[]): boolean | undefined =>
    names.map((name) => record[name]).find((value) => typeof value === 'boolean');

function* definitionChecks(definition: DataRecord, { reps }: BridgeConfiguration, event: string): Generator<Checked> {
    const owner = textIn(definition, 'RoutingOwner');
    const what = 'routing owner';
    if (owner === 'Partner' && reps.length === 0)
        yield {
            outcome: 'differs',
            what,
            text: 'Salesforce asks the bridge to find the rep (RoutingOwner is Partner), and the configuration names no reps. Name them in reps, or deploy the definition with Salesforce as its owner.'
        };
    else if (owner === 'Salesforce' && reps.length > 0)
        yield {
            outcome: 'differs',
            what,
            text: 'Salesforce finds the rep itself (RoutingOwner is Salesforce): the bridge is asked for no transfer and no conference, and reps of the configuration is not used. Deploy the definition with Partner if the bridge is to route.'
        };
    else if (owner !== undefined) yield { outcome: 'ok', what, text: `${owner}.` };
    const told = textIn(definition, 'CustomPlatformEvent');
    // Some versions give the event's id.
    if (told?.endsWith('__e') && told !== event)
        yield {
            outcome: 'failed',
            what: 'platform event',
            text: `The channel tells what happens by ${told}, and the bridge listens to ${event}. Correct salesforce.event.`
        };
}

function* settingChecks(setting: DataRecord): Generator<Checked> {
    yield* switchCheck(
        'receipts',
        flagIn(setting, 'EventCapabilitiesIsInboundAcknowledgementEnabled', 'HasInboundReceipts'),
        'the customer never sees that a message was delivered or read by the rep. Switch acknowledgements on'
    );
    yield* switchCheck(
        'typing',
        flagIn(setting, 'EventCapabilitiesIsTypingIndicatorEnabled', 'HasTypingIndicator'),
        'the customer never sees that the rep is typing. Switch the typing indicator on'
    );
}

function* switchCheck(what: string, isOn: boolean | undefined, lossAndRemedy: string): Generator<Checked> {
    if (isOn === true) yield { outcome: 'ok', what, text: 'On.' };
    else if (isOn === false)
        yield {
            outcome: 'differs',
            what,
            text: `Off: ${lossAndRemedy} for the channel in Messaging Settings, if that is wanted.`
        };
}

function* addressChecks(messaging: DataRecord, { channels }: BridgeConfiguration): Generator<Checked> {
    const address = textIn(messaging, 'ChannelAddressIdentifier');
    if (address === undefined) return;
    const what = `address ${address}`;
    const isNamed = channels.some(({ channelAddress }) => channelAddress === address);
    if (messaging['IsActive'] === false)
        yield {
            outcome: isNamed ? 'failed' : 'ok',
            what,
            text: isNamed
                ? 'The channel is not active. Activate it in Messaging Settings.'
                : 'Not active, and not in the configuration.'
        };
    else if (isNamed) yield { outcome: 'ok', what, text: 'Active, and in the configuration.' };
    else
        yield {
            outcome: 'differs',
            what,
            text: 'Active in the org, and not in the configuration: what reps write there waits for a link and is then set aside. Name it in channels.'
        };
}
