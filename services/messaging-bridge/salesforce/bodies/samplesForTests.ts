import { acknowledgementBodies } from './acknowledgementBody.ts';
import { agentWorkBody, changeWorkBody } from './agentWorkBody.ts';
import { attachmentBody } from './attachmentBody.ts';
import { capabilitiesBody } from './capabilitiesBody.ts';
import { consentBody } from './consentBody.ts';
import { deliveryFailedBody } from './deliveryFailedBody.ts';
import type { FromCustomer } from './interactionBody.ts';
import { choiceBody, messageBody } from './messageBody.ts';
import { endSessionBody, restSessionBody } from './messagingSessionBody.ts';
import { removeParticipantBody } from './removeParticipantBody.ts';
import { cancelRouteBody, routeBody } from './routeBody.ts';
import { routingResultBody } from './routingResultBody.ts';
import type { SHAPES } from './shapesForTests.ts';
import { typingBody } from './typingBody.ts';

export const CHANNEL = 'b0ffeafe-0d89-4338-b14a-172ad203f22a';
export const CONVERSATION = '9bc16b48-cd9b-4d8b-b7f2-a376f0a05c09';
export const FROM: FromCustomer = {
    channelAddress: CHANNEL,
    customer: 'meu003',
    at: 1_760_000_000_000,
    genesysId: 'm-1'
};
const work = { conversation: CONVERSATION, workItemId: '0MwRM0000000AbC', routingType: 'Transfer' } as const;
const session = { channelAddress: CHANNEL, customer: 'meu003', conversation: CONVERSATION, by: 'EndUser' } as const;
const route = { conversation: CONVERSATION, routingType: 'Transfer' } as const;

/** One of each body that the bridge makes: what it is, its call and the body. */
export const SAMPLES: readonly (readonly [string, keyof typeof SHAPES, object])[] = [
    ['a text', 'POST /interactions', messageBody(FROM, 'Where is my order?')],
    [
        'a choice',
        'POST /interactions',
        choiceBody(FROM, {
            inReplyTo: 'e-1',
            options: [{ optionIdentifier: 'o-1', title: 'Yes' }, { optionIdentifier: 'o-2' }]
        })
    ],
    ['typing', 'POST /interactions', typingBody(FROM, true)],
    ['typing no more', 'POST /interactions', typingBody(FROM, false)],
    [
        'a failed delivery',
        'POST /interactions',
        deliveryFailedBody({
            ...FROM,
            failure: 'e-1',
            entryId: 'e-1',
            errorCode: 'MayNotBeDelivered',
            errorMessage: 'It may not have arrived.'
        })
    ],
    ['a file', 'POST /interactions', attachmentBody(FROM, { bytes: new Uint8Array(10_000) }, 'The parcel')],
    ...acknowledgementBodies(CONVERSATION, 'meu003', [
        { type: 'Delivered', entryId: 'e-1', at: 1_760_000_000_000 },
        { type: 'Read', entryId: 'e-1', at: 1_760_000_000_001 }
    ]).map((body) => ['receipts', 'POST /acknowledgement', body] as const),
    ['a routing that succeeded', 'POST /routingResult', routingResultBody({ ...work, isExternal: false })],
    [
        'a routing that failed',
        'POST /routingResult',
        routingResultBody({ ...work, isExternal: true, failure: 'No agent available' })
    ],
    [
        'work by weight',
        'POST /agentWork',
        agentWorkBody({ ...work, userId: '005RM000002ks3p', capacity: { weight: 1 }, routingCorrelationId: 'r-1' })
    ],
    [
        'work by percentage',
        'POST /agentWork',
        agentWorkBody({ ...work, userId: '005RM000002ks3p', capacity: { percentage: 50 }, routingCorrelationId: 'r-1' })
    ],
    ['work that is over', 'PATCH /agentWork', changeWorkBody('0Bz000000000001', 'Close')],
    ['a route to a queue', 'POST /route', routeBody({ ...route, to: { queueId: '00GRM0000000AbC' } })],
    [
        'a route by a flow',
        'POST /route',
        routeBody({
            ...route,
            to: { flowId: '300RM0000000AbC', fallbackQueueId: '00GRM0000000AbC' },
            attributes: { orderNumber: 'A-1001' }
        })
    ],
    ['a route as set up', 'POST /route', routeBody(route)],
    ['no route any more', 'DELETE /route', cancelRouteBody(CONVERSATION, 'Unavailable')],
    ['the end of a session', 'POST /messagingSession', endSessionBody(session)],
    ['a session at rest', 'POST /messagingSession', restSessionBody({ ...session, by: 'System' }, '0MwRM0000000AbC')],
    [
        'a rep who leaves',
        'POST /participant',
        removeParticipantBody(CONVERSATION, { appType: 'agent', subject: '005RM000002ks3p', role: 'Agent' })
    ],
    ['consent', 'PATCH /consent', consentBody(CHANNEL, 'meu003', 'ExplicitlyOptedIn')],
    [
        'capabilities',
        'PATCH /capabilities',
        capabilitiesBody({
            namespace: '00DRM000000O8Qy',
            channel: 'Switchboard_Messaging',
            formats: { StaticContentMessage: ['Text', 'Attachments'], ChoicesMessage: ['Buttons'], FormMessage: [] },
            mimeTypes: ['image/png']
        })
    ]
];
