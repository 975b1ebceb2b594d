/**
 * What Salesforce publishes of the requests to its Interaction Service, written down again from its schema and its error
 * codes: an oracle for the bodies, which shares nothing with them.
 */

/** Says what is wrong, each with where. */
export type Shape = (value: unknown, at: string) => string[];

const wrong = (at: string, what: string): string[] => [`${at}: ${what}`];
const text =
    (most = Infinity, least = 1): Shape =>
    (value, at) =>
        typeof value === 'string' && value.length >= least && value.length <= most
            ? []
            : wrong(at, `a text of ${least} to ${most} characters`);
const one =
    (...allowed: readonly unknown[]): Shape =>
    (value, at) =>
        allowed.includes(value) ? [] : wrong(at, `one of ${allowed.join(', ')}`);
const whole: Shape = (value, at) => (Number.isSafeInteger(value) && Number(value) >= 0 ? [] : wrong(at, 'whole'));
const between =
    (least: number, most: number): Shape =>
    (value, at) =>
        typeof value === 'number' && value >= least && value <= most ? [] : wrong(at, `${least} to ${most}`);
const flag: Shape = (value, at) => (typeof value === 'boolean' ? [] : wrong(at, 'true or false'));
const uuid: Shape = (value, at) =>
    typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? [] : wrong(at, 'a UUID');
const list =
    (least: number, most: number, of: Shape): Shape =>
    (value, at) =>
        Array.isArray(value) && value.length >= least && value.length <= most
            ? value.flatMap((item, index) => of(item, `${at}[${index}]`))
            : wrong(at, `a list of ${least} to ${most}`);
const map: Shape = (value, at) =>
    typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string')
        ? []
        : wrong(at, 'texts by name');

/** Members that end in `?` may be absent; no others than these may be there. */
const object =
    (members: Readonly<Record<string, Shape>>, also: Shape = () => []): Shape =>
    (value, at) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(at, 'an object');
        const given = value as Readonly<Record<string, unknown>>;
        const names = Object.keys(members).map((name) => name.replace('?', ''));
        return [
            ...Object.keys(given)
                .filter((name) => !names.includes(name))
                .flatMap((name) => wrong(`${at}.${name}`, 'nobody knows it')),
            ...Object.entries(members).flatMap(([name, shape]) => {
                const plain = name.replace('?', '');
                if (given[plain] !== undefined) return shape(given[plain], `${at}.${plain}`);
                return name.endsWith('?') ? [] : wrong(`${at}.${plain}`, 'is missing');
            }),
            ...also(given, at)
        ];
    };
const either =
    (member: string, shapes: Readonly<Record<string, Shape>>): Shape =>
    (value, at) => {
        const named = (value as Readonly<Record<string, unknown>> | null)?.[member];
        const shape = typeof named === 'string' ? shapes[named] : undefined;
        return shape === undefined ? wrong(`${at}.${member}`, 'nobody knows it') : shape(value, at);
    };
const onlyIf =
    (holds: (given: Readonly<Record<string, unknown>>) => boolean, code: number): Shape =>
    (value, at) =>
        holds(value as Readonly<Record<string, unknown>>) ? [] : wrong(at, String(code));

const endUser = object({ appType: one('custom'), subject: text(240), role: one('EndUser') });
const routingType = one('Initial', 'Transfer', 'Conference');
const entry = (members: Readonly<Record<string, Shape>>, also?: Shape): Shape =>
    object({ id: uuid, entryType: text(), ...members }, also);
const titleItem = object({ itemType: one('TitleItem'), title: text(), 'subTitle?': text() });
const message = either('messageType', {
    StaticContentMessage: object({
        messageType: text(),
        id: uuid,
        'inReplyToMessageId?': text(),
        staticContent: object({ formatType: one('Text'), text: text() })
    }),
    ChoicesResponseMessage: object({
        messageType: text(),
        id: uuid,
        'inReplyToMessageId?': text(),
        choicesResponse: object({
            formatType: one('Selections'),
            selectedOptions: list(1, Infinity, object({ optionIdentifier: text(), 'optionTitle?': titleItem }))
        })
    })
});
const payload = either('entryType', {
    Message: entry({ abstractMessage: message }, (value, at) => {
        const { abstractMessage, id } = value as { id?: unknown; abstractMessage?: { id?: unknown } };
        return abstractMessage?.id === id ? [] : wrong(at, '10060');
    }),
    TypingStartedIndicator: entry({ timestamp: whole }),
    TypingStoppedIndicator: entry({ timestamp: whole }),
    MessageDeliveryFailed: entry({
        failedConversationEntryIdentifier: text(),
        recipient: endUser,
        errorCode: text(),
        'errorMessage?': text()
    })
});
const interaction = either('interactionType', {
    EntryInteraction: object({ interactionType: text(), timestamp: whole, payload }),
    AttachmentInteraction: object({
        interactionType: text(),
        timestamp: whole,
        id: uuid,
        attachmentIndex: one(0),
        contentLength: between(1, 26_214_400),
        'text?': text()
    })
});

/** By method and path. */
export const SHAPES = {
    'POST /interactions': object({
        to: text(240),
        from: text(240),
        'routingAttributes?': map,
        interactions: list(1, 1, interaction)
    }),
    'POST /acknowledgement': object({
        sender: endUser,
        conversationIdentifier: text(240),
        acknowledgements: list(
            1,
            25,
            object({
                acknowledgementType: one('Delivered', 'Read'),
                acknowledgedConversationEntryIdentifier: text(),
                acknowledgmentCreatedConversationEntryIdentifier: uuid,
                acknowledgementTimestamp: whole
            })
        )
    }),
    'POST /routingResult': object(
        {
            workItemId: text(15, 15),
            conversationIdentifier: text(240),
            success: flag,
            externallyRouted: flag,
            'routingType?': routingType,
            'errorMessage?': text()
        },
        (value, at) => [
            ...onlyIf(({ errorMessage, success }) => !(success && errorMessage !== undefined), 10033)(value, at),
            ...onlyIf(({ errorMessage, success }) => success === true || Boolean(errorMessage), 10034)(value, at)
        ]
    ),
    'POST /agentWork': object(
        {
            userId: text(),
            workItemId: text(15, 15),
            'capacityWeight?': between(0, Infinity),
            'capacityPercentage?': between(0, 100),
            routingContext: object({
                conversationIdentifier: text(),
                routingType,
                routingCorrelationId: text()
            })
        },
        onlyIf(
            (given) => (given['capacityWeight'] === undefined) !== (given['capacityPercentage'] === undefined),
            10013
        )
    ),
    'PATCH /agentWork': object({
        workId: text(),
        contextType: one('Agent', 'Chatbot'),
        status: one('Accept', 'Close', 'Decline', 'Cancel')
    }),
    'POST /route': object({
        conversationIdentifier: text(),
        routingType,
        'routingInfo?': object(
            { 'queueId?': text(), 'flow?': object({ flowId: text(), queueId: text() }), 'routingAttributes?': map },
            onlyIf(({ flow, queueId }) => flow === undefined || queueId === undefined, 10030)
        )
    }),
    'DELETE /route': object({
        conversationIdentifier: text(),
        'cancelReason?': one('Unknown', 'Unavailable', 'Decline', 'Cancel')
    }),
    'POST /messagingSession': object(
        {
            channelAddressIdentifier: text(240),
            endUserClientId: text(240),
            conversationIdentifier: text(),
            operation: one('End', 'Inactivate'),
            'operationBy?': one('EndUser', 'System'),
            'sessionId?': text(18, 15)
        },
        onlyIf(({ operation, sessionId }) => operation !== 'Inactivate' || sessionId !== undefined, 10071)
    ),
    'POST /participant': object({
        conversationIdentifier: text(),
        operation: one('Remove'),
        participants: list(
            1,
            1,
            object({
                appType: one('custom', 'agent', 'chatbot'),
                subject: text(),
                role: one('EndUser', 'Agent', 'Chatbot')
            })
        )
    }),
    'PATCH /consent': object({
        endUserClientId: text(240),
        channelAddressIdentifier: text(240),
        consentStatus: one('OptedOut', 'ImplicitlyOptedIn', 'ExplicitlyOptedIn', 'DoublyOptedIn')
    }),
    'PATCH /capabilities': object({
        capabilities: object({
            appType: one('custom'),
            channelCapabilities: list(
                1,
                Infinity,
                object({
                    channelType: one('custom'),
                    customIntegration: object({
                        customIntegrationType: one('CustomChannelIntegration'),
                        integrationNamespace: text(240),
                        conversationChannelDefinitionDevName: text(240)
                    }),
                    messageTypeCapabilities: list(
                        1,
                        Infinity,
                        object({
                            messageType: one('StaticContentMessage', 'ChoicesMessage', 'FormMessage'),
                            formatTypeCapabilities: list(
                                1,
                                Infinity,
                                object({
                                    formatType: text(),
                                    'capabilityFieldRestriction?': list(
                                        0,
                                        Infinity,
                                        object({
                                            fieldJsonPath: text(),
                                            restriction: object({
                                                fieldRestrictionType: one('MimeTypeRestriction'),
                                                mimeType: text()
                                            })
                                        })
                                    )
                                })
                            )
                        })
                    )
                })
            )
        })
    })
} as const satisfies Readonly<Record<string, Shape>>;

/** What is wrong with a body, as it stands in the request. */
export const wrongIn = (call: keyof typeof SHAPES, body: unknown): string[] =>
    SHAPES[call](JSON.parse(JSON.stringify(body)), '$');
