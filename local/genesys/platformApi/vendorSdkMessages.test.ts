/** The vendor's own client again: messages, with and without an agent, and the smaller channels. */
import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { CODES, CONTACTS, DIGITAL_QUEUES, INTEGRATIONS, TEMPLATES, USERS } from './directory.ts';
import { SEEDED } from './seed.ts';
import { given, refusal, servedForSdk } from './sdkForTests.ts';

const served = await servedForSdk();
after(() => served.close());
beforeEach(() => served.api.control.reset());

const { service, agent, supervisor } = served;
const { control } = served.api;
const [care, , unmanned] = DIGITAL_QUEUES.map(({ id }) => id) as [string, string, string];
const [sms, whatsapp, open] = INTEGRATIONS.map(({ id }) => id) as [string, string, string];
const [amira, jonas] = USERS.map(({ id }) => id) as [string, string];
const smsNumber = given(INTEGRATIONS[0]).address;

describe('an agent who writes messages through the vendor’s own SDK', () => {
    const { id, agentCommunication: leg, agent: part } = SEEDED.open;

    it('uploads a picture, waits until it is valid, and sends it', async () => {
        const bytes = new Uint8Array(1_234).fill(7);
        const upload = await agent.postConversationsMessageCommunicationMessagesMediaUploads(id, leg, {
            fileName: 'receipt.png',
            contentLengthBytes: bytes.length
        });
        const mediaId = given(upload.id);
        const status = async (): Promise<string | undefined> =>
            (await agent.getConversationsMessageCommunicationMessagesMediaMediaId(id, leg, mediaId)).status;
        assert.equal(await status(), 'uploading');
        const early = agent.postConversationsMessageCommunicationMessages(id, leg, { mediaIds: [mediaId] } as never);
        assert.equal((await refusal(early)).details[0]?.fieldName, 'mediaIds');

        const url = given(upload.uploadUrl);
        const put = (headers: Record<string, string>): Promise<Response> =>
            fetch(url, { method: 'PUT', headers, body: bytes });
        const type = { 'content-type': 'image/png' };
        assert.equal((await put(type)).status, 403, 'without the headers that were given');
        const headers = { ...type, ...upload.uploadHeaders };
        assert.equal((await put({ ...headers, authorization: 'Bearer x' })).status, 400, 'with a bearer');
        served.clock.now += 11 * 60_000;
        assert.equal((await put(headers)).status, 403, 'after ten minutes');
        served.clock.now -= 11 * 60_000;
        assert.equal((await put(headers)).status, 200);
        assert.equal(await status(), 'valid');

        const sent = await agent.postConversationsMessageCommunicationMessages(id, leg, {
            mediaIds: [mediaId]
        } as never);
        assert.equal(sent.normalizedMessage?.content?.[0]?.attachment?.id, mediaId);
        const media = await agent.getConversationsMessageCommunicationMessagesMedia(id, leg, { status: 'valid' });
        assert.deepEqual(
            media.entities?.map((one) => one.id),
            [mediaId]
        );
    });

    it('learns that a file of another type or another length is invalid', async () => {
        const uploaded = async (type: string, length: number): Promise<string | undefined> => {
            const upload = await agent.postConversationsMessageCommunicationMessagesMediaUploads(id, leg, {
                fileName: 'a.bin',
                contentLengthBytes: 10
            });
            await fetch(given(upload.uploadUrl), {
                method: 'PUT',
                headers: { 'content-type': type, ...upload.uploadHeaders },
                body: new Uint8Array(length)
            });
            const media = await agent.getConversationsMessageCommunicationMessagesMediaMediaId(
                id,
                leg,
                given(upload.id)
            );
            return media.status;
        };
        assert.equal(await uploaded('application/x-msdownload', 10), 'invalid');
        assert.equal(await uploaded('image/png', 9), 'invalid');
        assert.equal(await uploaded('image/png', 10), 'valid');
    });

    it('answers what the customer wrote, and the same twice is two messages', async () => {
        control.customerWrites(id, 'Are you there?');
        const parts = given((await agent.getConversationsMessage(id)).participants);
        const customer = given(parts.find(({ purpose }) => purpose === 'customer'));
        assert.equal(customer.messages?.length, 2);
        assert.equal(customer.peer, leg, 'the leg to write on is the customer’s peer');
        const asked = await agent.getConversationsMessageMessage(id, given(customer.messages?.[1]?.messageId));
        assert.equal(asked.normalizedMessage?.text, 'Are you there?');
        await agent.postConversationsMessageCommunicationTyping(id, leg, { typing: { type: 'On' } });
        const sent = await agent.postConversationsMessageCommunicationMessages(id, leg, { textBody: 'Yes.' });
        await agent.postConversationsMessageCommunicationMessages(id, leg, { textBody: 'Yes.' });
        assert.deepEqual(
            control.received().map(({ text }) => text),
            ['Yes.', 'Yes.']
        );
        assert.equal(control.typing().length, 1);
        const details = await agent.getConversationsMessageDetails(given(sent.id));
        assert.deepEqual([details.direction, details.createdBy?.id], ['outbound', amira]);
    });

    it('is refused 766 characters by SMS and 2001 elsewhere, and two kinds of content at once', async () => {
        const { id: smsId, agentCommunication } = SEEDED.sms;
        const by = (conversation: string, communication: string, body: object): Promise<unknown> =>
            agent.postConversationsMessageCommunicationMessages(conversation, communication, body as never);
        await by(smsId, agentCommunication, { textBody: 'x'.repeat(765) });
        assert.equal(
            (await refusal(by(smsId, agentCommunication, { textBody: 'x'.repeat(766) }))).code,
            'invalid.value'
        );
        await by(id, leg, { textBody: 'x'.repeat(2_000) });
        assert.equal((await refusal(by(id, leg, { textBody: 'x'.repeat(2_001) }))).status, 400);
        const messagingTemplate = {
            responseId: given(TEMPLATES[0]).id,
            parameters: [{ id: 'day', value: 'Friday' }]
        };
        assert.equal((await refusal(by(id, leg, { textBody: 'x', messagingTemplate }))).code, 'bad.request');
        assert.equal((await refusal(by(id, leg, {}))).code, 'bad.request');
        await by(id, leg, { messagingTemplate });
        assert.equal(control.received().at(-1)?.text, 'Your parcel comes on Friday.');
    });

    it('is watched by a supervisor who cannot write', async () => {
        await supervisor.postConversationsMessageParticipantMonitor(id, part);
        const watching = given(control.conversation(id).participants.at(-1));
        assert.deepEqual([watching.userId, watching.monitoredParticipantId], [jonas, part]);
        const write = supervisor.postConversationsMessageCommunicationMessages(id, watching.communication.id, {
            textBody: 'Psst'
        });
        assert.equal((await refusal(write)).status, 400);
    });

    it('keeps a wrap-up for later without a code, and needs one to finish', async () => {
        const keep = (body: object): Promise<unknown> =>
            agent.postConversationsMessageParticipantCommunicationWrapup(id, part, leg, { body });
        assert.equal((await refusal(keep({ notes: 'x' }))).details[0]?.fieldName, 'code');
        assert.equal((await refusal(keep({ code: 'unknown' }))).details[0]?.fieldName, 'code');
        await keep({ notes: 'half', provisional: true });
        const kept = await agent.getConversationsMessageParticipantCommunicationWrapup(id, part, leg, {
            provisional: true
        });
        assert.equal(kept.notes, 'half');
        assert.equal((await refusal(agent.getConversationsMessageParticipantWrapup(id, part))).status, 404);
        const codes = await agent.getConversationsMessageParticipantWrapupcodes(id, part);
        await keep({ code: given(codes[0]?.id) });
        assert.equal((await agent.getConversationsMessageParticipantWrapup(id, part)).code, codes[0]?.id);
    });

    it('opens a conversation only where none is going on, and says so to go on with one that ended', async () => {
        const to = (toAddress: string, more: object = {}): Promise<{ id?: string }> =>
            agent.postConversationsMessages({ queueId: care, toAddress, toAddressMessengerType: 'sms', ...more });
        const busy = await refusal(to('+61491570006', { useExistingConversation: true }));
        assert.match(busy.message, /alerting or connected/);
        const opened = await to('+61491570157');
        await agent.patchConversationsMessage(given(opened.id), { state: 'disconnected' } as never);
        assert.match((await refusal(to('+61491570157'))).message, /window/);
        assert.equal((await to('+61491570157', { useExistingConversation: true })).id, opened.id);
        await agent.patchConversationsMessage(given(opened.id), { state: 'disconnected' } as never);
        served.clock.now += 73 * 60 * 60_000;
        assert.notEqual((await to('+61491570157')).id, opened.id);
        assert.equal((await refusal(to('0491570157'))).details[0]?.fieldName, 'toAddress');
        const nowhere = { queueId: unmanned, toAddress: '+61491570158', toAddressMessengerType: 'sms' };
        assert.equal((await refusal(agent.postConversationsMessages(nowhere))).status, 400);
    });
});

describe('a developer who writes to customers from a program', () => {
    it('sends a text message without an agent, and needs a provisioned number, E.164 and a text', async () => {
        const message = {
            fromAddress: smsNumber,
            toAddress: '+61491570157',
            toAddressMessengerType: 'sms',
            textBody: 'Your code is 42.'
        };
        const sent = await service.postConversationsMessagesAgentless(message);
        assert.equal(sent.message?.status, 'sent');
        assert.deepEqual(
            control.received().map(({ to, agentless }) => [to, agentless]),
            [[['+61491570157'], true]]
        );
        const field = async (more: object): Promise<string | undefined> =>
            (await refusal(service.postConversationsMessagesAgentless({ ...message, ...more }))).details[0]?.fieldName;
        assert.equal(await field({ fromAddress: '+61400000000' }), 'fromAddress');
        assert.equal(await field({ toAddress: '0491570157' }), 'toAddress');
        assert.equal(await field({ textBody: '' }), 'textBody');
        const toContact = { fromAddress: whatsapp, toAddressMessengerType: 'whatsapp', textBody: 'Hello' };
        const contact = { ...toContact, externalContactId: given(CONTACTS[0]).id };
        assert.equal((await service.postConversationsMessagesAgentless(contact as never)).toAddress, '61491570006');
    });

    it('brings an open message in, which begins a conversation and is gone on with', async () => {
        const from = { id: 'mira', idType: 'Opaque', firstName: 'Mira', lastName: 'Sol' };
        const channel = { from, time: '2026-11-02T09:00:00Z', messageId: 'm-1' };
        const bring = (text: string): Promise<{ id?: string; conversationId?: string }> =>
            service.postConversationsMessageInboundOpenMessage(
                open,
                { channel, text },
                { prefetchConversationId: true }
            );
        const first = await bring('Hello?');
        const again = await bring('Hello?');
        assert.equal(again.conversationId, first.conversationId);
        assert.notEqual(again.id, first.id, 'the vendor does not look whether a message came before');
        const id = given(first.conversationId);
        const alerting = given(
            (await supervisor.getConversationsMessage(id)).participants?.find((one) => one.purpose === 'agent')
        );
        assert.deepEqual([alerting.state, alerting.user?.id], ['alerting', amira]);
        await agent.patchConversationsMessageParticipant(id, given(alerting.id), { body: { state: 'connected' } });
        const part = given(control.conversation(id).participants.find((one) => one.id === alerting.id));
        const sent = await agent.postConversationsMessageCommunicationMessages(id, part.communication.id, {
            textBody: 'Which card?'
        });
        const event = {
            channel: { from, time: channel.time },
            events: [{ eventType: 'Typing', typing: { type: 'On' } }]
        };
        assert.equal((await service.postConversationsMessageInboundOpenEvent(open, event as never)).type, 'Event');
        const receipt = {
            id: given(sent.id),
            channel: { to: { id: 'mira' }, time: channel.time },
            status: 'Delivered'
        };
        await service.postConversationsMessageInboundOpenReceipt(open, receipt);
        assert.equal((await agent.getConversationsMessageDetails(given(sent.id))).status, 'delivery-success');
        const pressed = await service.postConversationsMessageInboundOpenStructuredResponse(open, {
            channel,
            originatingMessageId: given(sent.id),
            buttonResponse: { type: 'QuickReply', text: 'Visa', payload: 'visa' }
        });
        assert.equal(pressed.type, 'Structured');
        assert.equal(
            (await refusal(service.postConversationsMessageInboundOpenMessage(sms, { channel, text: 'x' }))).status,
            404
        );
    });

    it('finds the integrations, by page and by what belongs to them', async () => {
        const page = await service.getConversationsMessagingIntegrations({ pageSize: 2, pageNumber: 2 });
        assert.deepEqual([page.total, page.pageCount, page.entities?.length], [4, 2, 2]);
        const expanded = await service.getConversationsMessagingIntegrations({
            expand: ['supportedContent'],
            supportedContentId: given(INTEGRATIONS[0]).supportedContentId
        });
        assert.deepEqual(
            expanded.entities?.map(({ id, supportedContent }) => [id, typeof supportedContent?.name]),
            [[sms, 'string']]
        );
    });

    it('makes a meeting that is gone after its day', async () => {
        const meeting = await service.postConversationsVideosMeetings({ ephemeral: true, expireTimeDays: 1 });
        const id = given(meeting.id);
        assert.equal((await service.getConversationsVideosMeeting(id)).ephemeral, true);
        served.clock.now += 25 * 60 * 60_000;
        assert.equal((await refusal(service.getConversationsVideosMeeting(id))).status, 404);
    });

    it('faxes a document once its bytes are where it was told to put them', async () => {
        const fax = await service.postConversationsFaxes({ addresses: ['3175555555'], contentType: 'application/pdf' });
        assert.deepEqual(control.received(), []);
        const headers = { 'content-type': 'application/pdf', ...fax.headers };
        await fetch(given(fax.uploadDestinationUri), { method: 'PUT', headers, body: new Uint8Array(9) });
        assert.deepEqual(
            control.received().map(({ by, to }) => [by, to]),
            [['fax', ['3175555555']]]
        );
    });
});

describe('an agent on other channels, through the vendor’s own SDK', () => {
    it('replies to a post, and to nothing else', async () => {
        const { id, agentCommunication: leg, customer } = SEEDED.social;
        const parts = given((await agent.getConversationsMessage(id)).participants);
        const post = given(parts.find((one) => one.id === customer)?.messages?.[0]?.messageId);
        const reply = (inReplyToMessageId: string, textBody = 'We do now.'): Promise<unknown> =>
            agent.postConversationsMessageCommunicationSocialmediaMessages(id, leg, { inReplyToMessageId, textBody });
        await reply(post);
        assert.deepEqual(
            control.received().map(({ by }) => by),
            ['social']
        );
        assert.equal((await refusal(reply('another'))).entityId, 'another');
        assert.equal((await refusal(reply(post, 'x'.repeat(2_001)))).details[0]?.fieldName, 'textBody');
    });

    it('sees cobrowse sessions and internal messages, and wraps up a video', async () => {
        const sessions = await agent.getConversationsCobrowsesessions();
        assert.equal(sessions.entities?.[0]?.participants?.[0]?.cobrowseRole, 'sharer');
        assert.equal((await agent.getConversationsInternalmessages()).total, 1);
        const { id, agent: part, agentCommunication: leg } = SEEDED.video;
        const code = given(CODES[0]).id;
        await agent.postConversationsVideoParticipantCommunicationWrapup(id, part, leg, { body: { code } });
        assert.equal((await agent.getConversationsVideoParticipantCommunicationWrapup(id, part, leg)).code, code);
    });
});
