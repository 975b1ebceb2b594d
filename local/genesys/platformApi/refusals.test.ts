/** What a valid call becomes when one thing about it is wrong, and what then has not happened. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { beforeEach, describe, it } from 'node:test';
import { authorised, control, operationNamed, send, sent, validCall } from './callerForTests.ts';
import { CODES, CONTACTS, DIGITAL_QUEUES, INTEGRATIONS, USERS } from './directory.ts';
import { given } from './sdkForTests.ts';
import { SEEDED } from './seed.ts';

beforeEach(() => control.reset());

type Fields = Readonly<Record<string, unknown>>;

interface Answered {
    readonly status: number;
    readonly body: Fields;
}

/** The valid call of the operation, with these fields and ids instead. */
async function called(
    name: string,
    body: Fields = {},
    { ids = {}, query }: { ids?: Readonly<Record<string, string>>; query?: string } = {}
): Promise<Answered> {
    const valid = authorised(await validCall(name));
    const fields = { ...valid.body, ...body };
    const response = await sent(operationNamed(name), {
        ...valid,
        ids: { ...valid.ids, ...ids },
        ...(Object.keys(fields).length === 0 ? {} : { body: fields }),
        ...(query === undefined ? {} : { query })
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Fields) };
}

/** The status and the field that the refusal names, if any. */
async function refused(...call: Parameters<typeof called>): Promise<unknown[]> {
    const { status, body } = await called(...call);
    assert.ok(status >= 400, `it is refused: ${status}`);
    const [detail] = (body['details'] ?? []) as { fieldName?: string }[];
    return detail?.fieldName === undefined ? [status] : [status, detail.fieldName];
}

const part = (id: string, of = SEEDED.email): { state: string; wrapup?: { code?: string } } =>
    given(control.conversation(of.id).participants.find((one) => one.id === id)).communication;

describe('an agent whose change cannot be made', () => {
    it('has no wrap-up either when the state is refused', async () => {
        const code = given(CODES[0]).id;
        assert.deepEqual(await refused('patch_email_participant', { state: 'parked', wrapup: { code } }), [
            400,
            'state'
        ]);
        assert.equal(part(SEEDED.email.agent).wrapup, undefined);
    });

    it('cannot connect a whole conversation, nor end what has ended', async () => {
        assert.deepEqual(await refused('patch_email', { state: 'connected' }), [400, 'state']);
        assert.equal((await called('patch_email')).status, 200);
        assert.deepEqual(await refused('patch_email'), [400]);
        assert.deepEqual(await refused('patch_email_participant_communication'), [400]);
    });

    it('transfers to one who is there, and only what an agent has', async () => {
        const name = 'post_email_participant_replace';
        const userId = given(USERS[1]).id;
        assert.deepEqual(await refused(name, { userId }), [400], 'a queue and a user');
        assert.deepEqual(await refused(name, { queueId: undefined }), [400, 'userId']);
        assert.deepEqual(await refused(name, { queueId: undefined, userId: 'nobody' }), [404]);
        assert.deepEqual(await refused(name, { queueId: 'nowhere' }), [404]);
        assert.deepEqual(await refused(name, { voicemail: true }), [400, 'voicemail']);
        assert.deepEqual(await refused(name, {}, { ids: { participantId: SEEDED.email.customer } }), [400]);
        assert.equal(part(SEEDED.email.agent).state, 'connected');
    });

    it('takes up a parked email only', async () => {
        assert.deepEqual(await refused('patch_email_participant_parkingstate', { state: 'connected' }), [400]);
        assert.deepEqual(await refused('patch_email_participant_parkingstate', { state: 'alerting' }), [400, 'state']);
    });
});

describe('an agent whose email cannot be sent', () => {
    it('has no draft of what was sent', async () => {
        await called('put_email_messages_draft', { textBody: 'Half' });
        await called('post_email_messages');
        const { body } = await called('get_email_messages_draft');
        assert.deepEqual([body['state'], body['textBody']], ['Created', '']);
    });

    it('is refused one that is too large, and one to no address', async () => {
        assert.deepEqual(await refused('post_email_messages', { textBody: 'x'.repeat(11 * 1024 * 1024) }), [400]);
        assert.deepEqual(await refused('post_email_messages', { to: [{ email: 'edna' }] }), [400, 'to']);
        const attachments = [{ attachmentId: 'none' }];
        assert.deepEqual(await refused('post_email_messages', { attachments }), [400, 'attachments']);
        assert.deepEqual(control.received(), []);
    });

    it('cannot write once the email has ended', async () => {
        await called('patch_email');
        assert.deepEqual(await refused('post_email_messages'), [400]);
        assert.deepEqual(await refused('get_email_messages_draft'), [400]);
    });
});

describe('an integrator whose email is wrong', () => {
    it('names a contact for an outbound one only', async () => {
        const externalContactId = given(CONTACTS[0]).id;
        assert.deepEqual(await refused('post_emails', { externalContactId }), [400, 'externalContactId']);
        const outbound = { externalContactId, direction: 'OUTBOUND', toAddress: 'edna@customer.example' };
        assert.equal((await called('post_emails', outbound)).status, 200);
        assert.deepEqual(await refused('post_emails', { ...outbound, queueId: undefined }), [400, 'queueId']);
    });

    it('finds agentless mail in the list when asked for', async () => {
        const conversationId = SEEDED.email.id;
        await called('post_emails_agentless', { conversationId });
        const total = async (query: string): Promise<unknown> =>
            (await called('get_email_messages', {}, { query })).body['total'];
        assert.deepEqual([await total(''), await total('?includeAgentlessStitchedMessages=true')], [1, 2]);
        assert.deepEqual(await refused('post_emails_agentless', { fromAddress: { email: 'x@y.example' } }), [
            400,
            'fromAddress'
        ]);
        assert.deepEqual(await refused('post_emails_agentless', { conversationId: SEEDED.open.id }), [404]);
    });

    it('gets mail into an external conversation of the same provider only', async () => {
        assert.deepEqual(await refused('post_email_inboundmessages', { provider: 'Other Desk' }), [400, 'provider']);
        const native = { ids: { conversationId: SEEDED.email.id } };
        assert.deepEqual(await refused('post_email_inboundmessages', {}, native), [400]);
    });
});

describe('an agent whose message is wrong', () => {
    const write = 'post_message_communication_messages';

    it('writes on a leg that is connected and an agent’s', async () => {
        const { customerCommunication } = SEEDED.open;
        assert.deepEqual(await refused(write, {}, { ids: { communicationId: customerCommunication } }), [400]);
        await called('patch_message_participant');
        assert.deepEqual(await refused(write), [400]);
        assert.deepEqual(control.received(), []);
    });

    it('writes on a web conversation too', async () => {
        const { id: conversationId, agentCommunication: communicationId } = SEEDED.web;
        const { body } = await called(write, {}, { ids: { conversationId, communicationId } });
        assert.equal(body['messengerType'], 'webmessaging');
    });

    it('posts in public only where the customer did', async () => {
        const { id: conversationId, agentCommunication: communicationId } = SEEDED.open;
        const inReplyToMessageId = control.customerWrites(conversationId, 'Hi');
        const elsewhere = { ids: { conversationId, communicationId } };
        const name = 'post_message_communication_socialmedia_messages';
        assert.deepEqual(await refused(name, { inReplyToMessageId }, elsewhere), [400]);
    });

    it('names a file without whitespace, dot in front, slash at the end and what else the page lists', async () => {
        const name = 'post_message_communication_messages_media_uploads';
        const names = [...'\\{^}%`]">[~<#| \t'].map((one) => `a${one}b.png`);
        for (const fileName of ['.a.png', 'a/', ...names])
            assert.deepEqual(await refused(name, { fileName }), [400, 'fileName'], fileName);
        assert.equal((await called(name, { fileName: 'a-b_(1).png' })).status, 200);
        assert.deepEqual(await refused(name, { contentLengthBytes: 0 }), [400, 'contentLengthBytes']);
    });

    it('uploads what was announced, by its MD5', async () => {
        const bytes = new Uint8Array([1, 2, 3]);
        const status = async (contentMd5: string): Promise<unknown> => {
            const { body } = await called('post_message_communication_messages_media_uploads', { contentMd5 });
            const headers = { 'content-type': 'image/png', ...(body['uploadHeaders'] as Record<string, string>) };
            const url = String(body['uploadUrl']);
            assert.equal((await send(new Request(url, { method: 'PUT', headers, body: bytes }))).status, 200);
            const ids = { mediaId: String(body['id']) };
            return (await called('get_message_communication_messages_media_media_id', {}, { ids })).body['status'];
        };
        assert.equal(await status(createHash('md5').update(bytes).digest('base64')), 'valid');
        assert.equal(await status(createHash('md5').update('x').digest('base64')), 'invalid');
    });
});

describe('a developer whose program writes wrongly', () => {
    it('gives an SMS number with a plus, and a WhatsApp one without', async () => {
        const sms = { fromAddress: given(INTEGRATIONS[0]).address, toAddressMessengerType: 'sms' };
        assert.deepEqual(await refused('post_messages_agentless', { ...sms, toAddress: '61491570157' }), [
            400,
            'toAddress'
        ]);
        const whatsapp = { fromAddress: given(INTEGRATIONS[1]).address, toAddressMessengerType: 'whatsapp' };
        assert.deepEqual(await refused('post_messages_agentless', { ...whatsapp, toAddress: '+61491570157' }), [
            400,
            'toAddress'
        ]);
        const line = { toAddressMessengerType: 'line' };
        assert.deepEqual(await refused('post_messages_agentless', line), [400, 'toAddressMessengerType']);
    });

    it('gives reasons with a failure only, and receipts of what went out only', async () => {
        const name = 'post_message_inbound_open_receipt';
        const reasons = [{ message: 'blocked' }];
        assert.deepEqual(await refused(name, { reasons }), [400, 'reasons']);
        assert.equal((await called(name, { reasons, status: 'Failed' })).status, 200);
        const id = control.customerWrites(SEEDED.open.id, 'Hi');
        assert.deepEqual(await refused(name, { id }), [400]);
    });

    it('finds integrations by their setting', async () => {
        const total = async (id: string): Promise<unknown> =>
            (await called('get_messaging_integrations', {}, { query: `?messagingSetting.id=${id}` })).body['total'];
        assert.equal(await total(given(INTEGRATIONS[0]).messagingSettingId), INTEGRATIONS.length);
        assert.equal(await total('another'), 0);
    });

    it('faxes to numbers only', async () => {
        assert.deepEqual(await refused('post_faxes', { addresses: ['edna'] }), [400, 'addresses']);
        assert.deepEqual(await refused('post_faxes', { contentType: undefined }), [400, 'contentType']);
        assert.equal((await called('post_faxes', { documentId: 'd' })).status, 200);
        assert.equal(control.received().length, 1);
    });
});

describe('a customer', () => {
    it('mails and texts for the first time, and rings at an agent each time', () => {
        const attachments = [{ name: 'a.pdf', contentType: 'application/pdf', contentLength: 9 }];
        const mail = { from: 'kim@customer.example', subject: 'Hello', text: 'Hi', attachments };
        const ids = [
            control.customerMails(mail),
            control.customerTexts({ from: '+61491570158', text: 'Hi', by: 'sms' })
        ];
        for (const id of ids)
            assert.deepEqual(
                control
                    .conversation(id)
                    .participants.map(({ purpose, communication }) => [purpose, communication.state]),
                [
                    ['customer', 'connected'],
                    ['acd', 'connected'],
                    ['agent', 'alerting']
                ]
            );
        assert.equal(control.conversation(given(ids[0])).mails[0]?.attachments[0]?.name, 'a.pdf');
    });

    it('waits where nobody is on queue', () => {
        const queueId = given(DIGITAL_QUEUES[2]).id;
        const id = control.customerMails({ from: 'kim@customer.example', subject: 'Hello', text: 'Hi', queueId });
        assert.deepEqual(
            control.conversation(id).participants.map(({ purpose }) => purpose),
            ['customer', 'acd']
        );
    });

    it('comes back into the queue by writing to an email that has ended', async () => {
        await called('patch_email');
        control.customerWrites(SEEDED.email.id, 'One more thing');
        const { endTime, participants } = control.conversation(SEEDED.email.id);
        assert.equal(endTime, undefined);
        assert.equal(participants.at(-1)?.communication.state, 'alerting');
    });
});
