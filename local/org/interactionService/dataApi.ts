import type { Channel } from './state.ts';

/** A query of the data API, as far as it is asked about channels: all fields of records by one field. */
const QUERY = /^SELECT FIELDS\(ALL\) FROM (\w+) WHERE (\w+) = '([\w-]*)' LIMIT (\d{1,3})$/;

type DataRecord = Readonly<Record<string, string | boolean>>;

/** What the org has of its channels: the definition, the record with an admin's settings, and the messaging channel. */
function recordsOf(channels: readonly Channel[]): Readonly<Record<string, readonly DataRecord[]>> {
    const id = (prefix: string, ...numbers: readonly number[]): string =>
        `${prefix}${numbers.map((number) => String(number).padStart(3, '0')).join('')}`.padEnd(15, '0');
    const definitions = channels.map((channel, at) => ({
        Id: id('1BY', at),
        DeveloperName: channel.developerName,
        RoutingOwner: channel.routingOwner,
        ConsentOwner: channel.consentOwner ?? 'Salesforce'
    }));
    const settings = channels.flatMap(({ addresses, settings: on = {} }, at) =>
        addresses.map((_, place) => ({
            Id: id('1Bc', at, place),
            ChannelDefinitionId: id('1BY', at),
            MessagingChannelId: id('0Mj', at, place),
            EventCapabilitiesIsInboundAcknowledgementEnabled: on.acknowledgements === true,
            EventCapabilitiesIsTypingIndicatorEnabled: on.typing === true
        }))
    );
    const messaging = channels.flatMap(({ addresses, inactive = [] }, at) =>
        addresses.map((address, place) => ({
            Id: id('0Mj', at, place),
            ChannelAddressIdentifier: address,
            IsActive: !inactive.includes(address)
        }))
    );
    return { ConversationChannelDefinition: definitions, CustomMsgChannel: settings, MessagingChannel: messaging };
}

const refused = (status: number, errorCode: string, message: string): [number, object] => [
    status,
    [{ message, errorCode }]
];

/** GET /services/data/v66.0/query. `scopes` are those of the token; undefined where it is none. */
export function dataQuery(
    channels: readonly Channel[],
    scopes: readonly string[] | undefined,
    soql: string
): [number, object] {
    if (scopes === undefined) return refused(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    if (!scopes.includes('api'))
        return refused(403, 'INSUFFICIENT_SCOPE', 'This session is not valid for use with the REST API');
    const [, object = '', field = '', value = '', limit = '0'] = QUERY.exec(soql) ?? [];
    const records = recordsOf(channels)[object];
    if (records === undefined) return refused(400, 'INVALID_TYPE', `sObject type '${object}' is not supported.`);
    const found = records.filter((record) => record[field] === value).slice(0, Number(limit));
    return [200, { totalSize: found.length, done: true, records: found }];
}
