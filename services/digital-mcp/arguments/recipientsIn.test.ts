import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { TOOLS } from '../tools/tools.ts';
import { RECIPIENTS, recipientsIn } from './recipientsIn.ts';

/** Arguments that send nothing to anybody outside, whatever stands in them. Those of a path only name what is there. */
const NOBODY = new Set(
    `attachments attributes autoFill buttonResponse code conferenceId confined content contentLengthBytes contentMd5
    contentType conversationId conversationIds coverSheet dateSent direction disableEndTimeUpdates discard divisions
    documentId draftType durationSeconds emailSizeBytes endTime ephemeral events expireTimeDays externalTag fileName flowId
    fromName held historyIncluded htmlBody id inReplyToMessageId inactivityTimeout isFinalReceipt
    keepInternalMessageAlive languageId maxEmailSizeBytes maxParticipants mediaIds messagingTemplate metadata muted name
    notes originatingMessageId participants prefetchConversationId priority provider provisional queueId reasons
    recentTransfers recording recordingState resumeTime securePause selfUri senderType skillExpression skillIds
    sourceMessage startTime state status subject tags text textBody time timeZoneOffsetMinutes toAddressMessengerType
    toName transferType translate typing useExistingActiveConversation useExistingConversation useNormalizedMessage
    useUserFromAddress userId userName utilizationLabel utilizationLabelId voicemail workspace wrapup wrapupSkipped`.split(
        /\s+/
    )
);

/** Named like a recipient in one tool, and none in another. */
const NOBODY_HERE: Readonly<Record<string, string>> = {
    'patch_email address': 'an update of the conversation takes no address',
    'patch_message address': 'an update of the conversation takes no address',
    'post_email_messages from': 'who sends',
    'put_email_messages_draft from': 'who sends',
    'post_emails_agentless fromAddress': 'who sends',
    'post_messages_agentless fromAddress': 'who sends',
    'post_email_inboundmessages toAddress': 'an address of the contact centre',
    'post_emails externalContactId': 'only put beside the address',
    'post_messages externalContactId': 'only put beside the address',
    'post_message_inbound_open_receipt channel': 'says that a message sent before has arrived'
};

/** Judged by what else is in the call: the tests below. */
const BY_THE_CALL = new Set(['post_emails fromAddress', 'post_messages_agentless externalContactId']);

test('each argument of the table is judged: it names who gets something, or nobody', () => {
    const open = TOOLS.filter(({ readOnly }) => !readOnly).flatMap(({ shortName, operation }) =>
        [...operation.params, ...(operation.apiOnlyParams ?? [])]
            .filter((param) => param.in !== 'path')
            .filter(({ name }) => !NOBODY.has(name) && RECIPIENTS[shortName]?.[name] === undefined)
            .map(({ name }) => `${shortName} ${name}`)
            .filter((one) => NOBODY_HERE[one] === undefined && !BY_THE_CALL.has(one))
    );
    assert.deepEqual(open, []);
    const paramsOf = (shortName: string): (string | undefined)[] =>
        TOOLS.find((tool) => tool.shortName === shortName)?.operation.params.map(({ name }) => name) ?? [];
    for (const [shortName, fields] of Object.entries(RECIPIENTS))
        for (const name of Object.keys(fields)) assert.ok(paramsOf(shortName).includes(name), `${shortName} ${name}`);
});

test('of the tools that reach a customer only those that answer in a conversation name nobody', () => {
    const without = TOOLS.filter(({ customerFacing, shortName }) => customerFacing && !(shortName in RECIPIENTS));
    assert.deepEqual(
        without.map(({ shortName }) => shortName),
        [
            'post_message_communication_messages',
            'post_message_communication_socialmedia_messages',
            'post_message_communication_typing'
        ]
    );
});

describe('everybody is found whom a call names', () => {
    const mail = (email: unknown): object => ({ email, name: 'Anna' });
    for (const [what, shortName, given, found] of [
        [
            'in each list of an email',
            'post_email_messages',
            { to: [mail('a'), mail('b')], cc: [mail('c')], bcc: [mail('d')], replyTo: mail('e'), from: mail('f') },
            ['to[0].email a', 'to[1].email b', 'cc[0].email c', 'bcc[0].email d', 'replyTo.email e']
        ],
        [
            'also where a recipient is no plain address',
            'put_email_messages_draft',
            {
                to: [
                    {},
                    mail(5),
                    mail(['a', 'b']),
                    { email: 'a', Email: 'b' },
                    { name: 'a' },
                    { email: 'a', group: [] }
                ]
            },
            [0, 1, 2, 3, 4, 5].map((index) => `to[${index}].email undefined`)
        ],
        [
            'of an outbound email',
            'post_emails',
            { direction: 'OUTBOUND', toAddress: 'a', fromAddress: 'b' },
            ['toAddress a']
        ],
        ['of an email of no direction', 'post_emails', { toAddress: 'a', fromAddress: 'b' }, ['toAddress a']],
        [
            'of an odd direction',
            'post_emails',
            { direction: 'ınbound', toAddress: 'a', fromAddress: 'b' },
            ['toAddress a']
        ],
        [
            'of no address at all',
            'post_emails',
            { direction: 'OUTBOUND', externalContactId: 'x' },
            ['toAddress undefined']
        ],
        [
            'the sender, of an inbound email',
            'post_emails',
            { direction: 'INBOUND', toAddress: 'a', fromAddress: 'b' },
            ['fromAddress b']
        ],
        ['of a text message', 'post_messages', { toAddress: '1', toAddressMessengerType: 'sms' }, ['toAddress 1']],
        [
            'of WhatsApp, as a number',
            'post_messages_agentless',
            { toAddress: '49', toAddressMessengerType: 'WhatsApp' },
            ['toAddress +49']
        ],
        [
            'and the contact that may stand for another address',
            'post_messages_agentless',
            { toAddress: 'a', externalContactId: 'x' },
            ['toAddress a', 'externalContactId undefined']
        ],
        ['of a fax', 'post_faxes', { addresses: ['1', '2'] }, ['addresses[0] 1', 'addresses[1] 2']],
        [
            'who is answered, of an open message',
            'post_message_inbound_open_message',
            { channel: { from: { id: 'a' }, time: 't' } },
            ['channel.from.id a']
        ],
        [
            'of an open message from nobody',
            'post_message_inbound_open_message',
            { channel: { from: 'a', time: 't' } },
            ['channel.from.id undefined']
        ],
        [
            'to whom a conversation is handed over',
            'post_email_participant_replace',
            { address: 'anna@example.com' },
            ['address anna@example.com']
        ],
        ['of a number, too', 'post_message_participant_replace', { address: '+49151' }, ['address +49151']],
        [
            'and nobody where that is a user or a queue',
            'post_email_participant_replace',
            { address: '99AF277E-9d90-4933-ad08-c2b4215c0e43' },
            []
        ],
        [
            'but somebody where an id is only a part of it',
            'post_email_participant_replace',
            { address: '99af277e-9d90-4933-ad08-c2b4215c0e43@example.com' },
            ['address 99af277e-9d90-4933-ad08-c2b4215c0e43@example.com']
        ],
        ['none of a tool that only answers', 'post_message_communication_messages', { textBody: 'a' }, []],
        ['none of a tool called as every object has one', 'constructor', {}, []]
    ] as const)
        it(what, () =>
            assert.deepEqual(
                recipientsIn({ shortName }, given).map(({ field, address }) => `${field} ${address}`),
                found
            )
        );
});
