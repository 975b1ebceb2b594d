import { text } from './allowed.ts';

export interface Capabilities {
    /** The namespace of the channel's package, or the org's id where it has none. */
    readonly namespace: string;
    /** DeveloperName of the ConversationChannelDefinition. */
    readonly channel: string;
    /** The formats that customers can be sent, by message type: `{ ChoicesMessage: ['Buttons'] }`. At least one. */
    readonly formats: Readonly<Record<string, readonly string[]>>;
    /** What files may be sent; every kind where it is absent. */
    readonly mimeTypes?: readonly string[];
}

/** What the channel can show. Salesforce sends no other formats. */
export function capabilitiesBody({ channel, formats, mimeTypes = [], namespace }: Capabilities) {
    const given = Object.entries(formats).filter(([, formatTypes]) => formatTypes.length > 0);
    if (given.length === 0) throw new RangeError('formats must name at least one message type with a format');
    return {
        capabilities: {
            appType: 'custom' as const,
            channelCapabilities: [
                {
                    channelType: 'custom' as const,
                    customIntegration: {
                        customIntegrationType: 'CustomChannelIntegration' as const,
                        integrationNamespace: text('namespace', namespace, 240),
                        conversationChannelDefinitionDevName: text('channel', channel, 240)
                    },
                    messageTypeCapabilities: given.map(([messageType, formatTypes]) => ({
                        messageType,
                        formatTypeCapabilities: formatTypes.map((formatType) => ({
                            formatType,
                            ...(formatType === 'Attachments' && mimeTypes.length > 0
                                ? { capabilityFieldRestriction: mimeTypes.map(onlyMimeType) }
                                : {})
                        }))
                    }))
                }
            ]
        }
    };
}

const onlyMimeType = (mimeType: string) => ({
    fieldJsonPath: '$.staticContent.attachments.mimeType',
    restriction: { fieldRestrictionType: 'MimeTypeRestriction' as const, mimeType }
});
