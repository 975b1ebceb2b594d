import { list, members, oneOf, text } from '../members.ts';
import type { Members } from '../members.ts';
import { channelAddressOf } from '../org.ts';
import type { Answered, Asked, Org } from '../org.ts';
import { Refusal } from '../refusal.ts';

const CONSENTS = ['OptedOut', 'ImplicitlyOptedIn', 'ExplicitlyOptedIn', 'DoublyOptedIn'] as const;

/** PATCH /consent. */
export function consent(org: Org, { body, channel }: Asked): Answered {
    const given = members(body, ['endUserClientId', 'channelAddressIdentifier', 'consentStatus']);
    const address = channelAddressOf(org, channel, given, 'channelAddressIdentifier', 10089);
    const status = oneOf(given, 'consentStatus', CONSENTS, 10021);
    if (channel.consentOwner !== 'Partner') throw new Refusal(10022);
    if (channel.supportsKeywords) throw new Refusal(10023);
    const conversation = org.state.between(address, text(given, 'endUserClientId', 10020, 240));
    if (conversation === undefined) throw new Refusal(10020);
    conversation.consent = status;
    return { status: 200, body: { success: true } };
}

const OUTBOUND = ['StaticContentMessage', 'ChoicesMessage', 'FormMessage'] as const;
const FORMATS: Readonly<Record<(typeof OUTBOUND)[number], readonly string[]>> = {
    StaticContentMessage: ['Text', 'Attachments', 'Links', 'RichLink', 'Media', 'WebView', 'Application'],
    ChoicesMessage: ['Buttons', 'QuickReplies', 'ListPicker', 'Carousel', 'TimePicker'],
    FormMessage: ['Inputs']
};

/** PATCH /capabilities. */
export function capabilities(_: Org, { body, channel }: Asked): Answered {
    const given = members(members(body, ['capabilities'])['capabilities'], ['appType', 'channelCapabilities']);
    oneOf(given, 'appType', ['custom'], 10037);
    for (const one of list(given, 'channelCapabilities', 1, Infinity)) {
        const capability = members(one, ['channelType', 'customIntegration', 'messageTypeCapabilities']);
        if (capability['channelType'] !== undefined) oneOf(capability, 'channelType', ['custom']);
        integration(capability, channel.developerName);
        for (const type of list(capability, 'messageTypeCapabilities', 1, Infinity)) messageType(type);
    }
    return { status: 200, body: { success: true } };
}

function integration({ customIntegration }: Members, developerName: string): void {
    if (customIntegration === undefined) return;
    const given = members(
        customIntegration,
        ['customIntegrationType', 'integrationNamespace', 'conversationChannelDefinitionDevName'],
        10050
    );
    oneOf(given, 'customIntegrationType', ['CustomChannelIntegration'], 10050);
    text(given, 'integrationNamespace', 10050, 240);
    oneOf(given, 'conversationChannelDefinitionDevName', [developerName], 10050);
}

function messageType(given: unknown): void {
    const type = members(given, ['messageType', 'formatTypeCapabilities']);
    const name = oneOf(type, 'messageType', OUTBOUND, 10047);
    for (const one of list(type, 'formatTypeCapabilities', 1, Infinity, 10048)) {
        const format = members(one, ['formatType', 'capabilityFieldRestriction']);
        if (!FORMATS[name].includes(text(format, 'formatType', 10048))) throw new Refusal(10049);
    }
}
