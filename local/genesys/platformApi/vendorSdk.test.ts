/** An independent client, made by the API's vendor, goes through whole stories. Its typings check the answers' shapes. */
import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { CODES, DIGITAL_QUEUES, INTEGRATIONS, USERS } from './directory.ts';
import { SEEDED } from './seed.ts';
import { given, refusal, servedForSdk } from './sdkForTests.ts';

const served = await servedForSdk();
after(() => served.close());
beforeEach(() => served.api.control.reset());

const { service, reader, agent, supervisor } = served;
const { control } = served.api;
const care = given(DIGITAL_QUEUES[0]).id;
const jonas = given(USERS[1]).id;
const smsNumber = given(INTEGRATIONS[0]).address;
const email = SEEDED.email.id;

describe('an agent who answers an email through the vendor’s own SDK', () => {
    it('finds the email, reads it, drafts with the invoice attached, sends, and wraps up', async () => {
        const mine = await agent.getConversationsEmails();
        assert.ok(mine.entities?.some(({ id }) => id === email));
        const listed = given((await agent.getConversationsEmailMessages(email)).entities);
        assert.match(given(listed[0]?.textBodyPreview), /charged twice/);
        assert.equal('htmlBody' in given(listed[0]), false);
        const first = await agent.getConversationsEmailMessage(email, given(listed[0]?.id));
        assert.match(given(first.htmlBody), /<b>twice<\/b>/);

        const empty = await agent.getConversationsEmailMessagesDraft(email);
        assert.deepEqual(
            [empty.state, empty.to[0]?.email, empty.attachments],
            ['Created', 'edna@customer.example', []]
        );
        const filled = await agent.patchConversationsEmailMessagesDraft(email, {
            autoFill: true,
            body: { draftType: 'Reply' }
        });
        assert.match(given(filled.subject), /^RE: Two charges/);
        const copied = await agent.postConversationsEmailMessagesDraftAttachmentsCopy(email, {
            sourceMessage: { id: given(first.id) },
            attachments: given(first.attachments)
        });
        const attachmentId = given(copied.attachments?.[0]?.attachmentId);
        assert.notEqual(attachmentId, first.attachments?.[0]?.attachmentId);
        const written = await agent.putConversationsEmailMessagesDraft(email, {
            to: filled.to,
            from: filled.from,
            subject: given(filled.subject),
            textBody: 'We paid one back.'
        });
        assert.deepEqual([written.state, written.attachments?.length], ['Edited', 1]);

        const { to, from, subject, textBody } = written;
        await agent.postConversationsEmailMessages(email, { to, from, textBody, subject: given(subject) });
        assert.equal((await agent.getConversationsEmailMessages(email)).entities?.length, 2);
        assert.deepEqual(
            control.received().map(({ by, to: reached, attachments }) => ({ by, reached, attachments })),
            [{ by: 'email', reached: ['edna@customer.example'], attachments: ['invoice.pdf'] }]
        );

        await agent.patchConversationsEmailParticipant(email, SEEDED.email.agent, { state: 'disconnected' });
        const code = given(CODES[1]);
        await agent.postConversationsEmailParticipantCommunicationWrapup(
            email,
            SEEDED.email.agent,
            SEEDED.email.agentCommunication,
            { body: { code: code.id, notes: 'Refunded' } }
        );
        const wrapup = await agent.getConversationsEmailParticipantWrapup(email, SEEDED.email.agent);
        assert.deepEqual([wrapup.code, wrapup.notes], [code.id, 'Refunded']);
        assert.equal(
            (await agent.getConversationsEmails()).entities?.some(({ id }) => id === email),
            false
        );
    });

    it('has two mails at the customer after sending the same one twice', async () => {
        const mail = { to: [{ email: 'edna@customer.example' }], from: { email: 'a@care.example' }, textBody: 'Done.' };
        await agent.postConversationsEmailMessages(email, mail);
        await agent.postConversationsEmailMessages(email, mail);
        assert.equal(control.received().length, 2);
    });

    it('takes an attachment out of the draft, once, and gets the draft back to what it was by discarding it', async () => {
        const message = given((await agent.getConversationsEmailMessages(email)).entities?.[0]);
        const { attachments } = await agent.postConversationsEmailMessagesDraftAttachmentsCopy(email, {
            sourceMessage: { id: given(message.id) },
            attachments: given(message.attachments)
        });
        const attachmentId = given(attachments?.[0]?.attachmentId);
        await agent.deleteConversationsEmailMessagesDraftAttachment(email, attachmentId);
        const again = agent.deleteConversationsEmailMessagesDraftAttachment(email, attachmentId);
        assert.equal((await refusal(again)).entityId, attachmentId);
        await agent.putConversationsEmailMessagesDraft(email, {
            to: [{ email: 'x@y.example' }],
            from: {},
            textBody: 'x'
        });
        const fresh = await agent.patchConversationsEmailMessagesDraft(email, { discard: true });
        assert.deepEqual([fresh.state, fresh.textBody], ['Created', '']);
    });

    it('parks an email until a time to come and takes it up again', async () => {
        const { id, agent: part } = SEEDED.email;
        const state = async (): Promise<string | undefined> =>
            (await agent.getConversationsEmail(id)).participants?.find((one) => one.id === part)?.state;
        await agent.patchConversationsEmailParticipantParkingstate(id, part, {
            state: 'parked',
            resumeTime: '2026-11-03T09:00:00Z'
        });
        assert.equal(await state(), 'parked');
        await agent.patchConversationsEmailParticipantParkingstate(id, part, { state: 'connected' });
        assert.equal(await state(), 'connected');
        const past = { state: 'parked', resumeTime: '2026-11-01T09:00:00Z' };
        const said = await refusal(agent.patchConversationsEmailParticipantParkingstate(id, part, past));
        assert.equal(said.details[0]?.fieldName, 'resumeTime');
    });

    it('hands an email to a colleague, who takes it', async () => {
        const { id, agent: part } = SEEDED.email;
        await agent.postConversationsEmailParticipantReplace(id, part, { userId: jonas });
        const parts = given((await supervisor.getConversationsEmail(id)).participants);
        assert.equal(parts.find((one) => one.id === part)?.state, 'disconnected');
        const next = given(parts.find(({ user }) => user?.id === jonas));
        assert.equal(next.state, 'alerting');
        await supervisor.patchConversationsEmailParticipant(id, given(next.id), { state: 'connected' });
        assert.ok((await supervisor.getConversationsEmails()).entities?.some((one) => one.id === id));
        assert.equal((await agent.getConversationsEmail(id)).recentTransfers?.[0]?.destination?.userId, jonas);
    });

    it('keeps an email in an attended transfer until the colleague takes it', async () => {
        const { id, agent: part } = SEEDED.email;
        await agent.postConversationsEmailParticipantReplace(id, part, { address: jonas, transferType: 'Attended' });
        const before = control.conversation(id);
        assert.equal(before.participants.find((one) => one.id === part)?.communication.state, 'connected');
        const next = given(before.participants.find(({ userId }) => userId === jonas));
        await supervisor.patchConversationsEmailParticipant(id, next.id, { state: 'connected' });
        assert.equal(before.participants.find((one) => one.id === part)?.communication.state, 'disconnected');
    });

    it('comes back to an email that has ended, and not to one that goes on', async () => {
        const goesOn = await refusal(agent.postConversationsEmailReconnect(email));
        assert.equal(goesOn.status, 400);
        await agent.patchConversationsEmail(email, {
            state: 'disconnected',
            participants: [],
            startTime: '2026-11-02T09:00:00Z'
        });
        await agent.postConversationsEmailReconnect(email);
        assert.ok((await agent.getConversationsEmails()).entities?.some(({ id }) => id === email));
    });
});

describe('an integrator who brings emails in and out', () => {
    it('opens an external email, goes on with it, and may not use the reserved provider', async () => {
        const mail = { provider: 'Shop Desk', queueId: care, fromAddress: 'edna@customer.example', subject: 'Again' };
        const opened = await service.postConversationsEmails({ ...mail, direction: 'INBOUND' });
        const id = given(opened.id);
        assert.deepEqual(
            opened.participants?.map(({ purpose, state }) => `${purpose} ${state}`),
            ['customer connected', 'acd connected', 'agent alerting']
        );
        await service.postConversationsEmailInboundmessages(id, mail);
        assert.equal((await service.getConversationsEmailMessages(id)).total, 2);
        const reserved = await refusal(service.postConversationsEmails({ ...mail, provider: 'PureCloud Email' }));
        assert.deepEqual([reserved.status, reserved.details[0]?.fieldName], [400, 'provider']);
        const flowId = '8f4e2d6a-1c3b-4e5f-9a7d-000000000001';
        assert.equal((await refusal(service.postConversationsEmails({ ...mail, flowId }))).code, 'bad.request');
    });

    it('mails one customer without an agent, and is refused a second recipient', async () => {
        const mail = {
            senderType: 'Outbound',
            fromAddress: { email: 'customer-care@care.example' },
            toAddresses: [{ email: 'edna@customer.example' }],
            subject: 'Your refund',
            textBody: 'It is on its way.'
        };
        const sent = await service.postConversationsEmailsAgentless(mail);
        assert.equal(sent.senderType, 'Outbound');
        assert.deepEqual(
            control.received().map(({ agentless, subject }) => [agentless, subject]),
            [[true, 'Your refund']]
        );
        const two = { ...mail, toAddresses: [...mail.toAddresses, { email: 'b@customer.example' }] };
        assert.equal(
            (await refusal(service.postConversationsEmailsAgentless(two))).details[0]?.fieldName,
            'toAddresses'
        );
        assert.equal(control.received().length, 1);
    });
});

describe('a developer who is refused through the vendor’s own SDK', () => {
    it('reads which permission is missing, and who may see a conversation', async () => {
        const any = await refusal(reader.postConversationsEmails({ provider: 'Shop Desk' }));
        assert.deepEqual([any.status, any.code], [403, 'missing.any.permissions']);
        assert.match(given(any.messageParams?.['permissions']), /conversation:email:create/);
        const all = await refusal(reader.getConversationsMessagingIntegrations());
        assert.deepEqual(
            [all.code, all.messageParams?.['permissions']],
            ['missing.permissions', 'messaging:integration:view']
        );
        assert.equal((await refusal(reader.getConversationsEmail(email))).code, 'not.authorized');
    });

    it('is told that nobody is logged in, or that somebody is where only a program may be', async () => {
        assert.match((await refusal(service.getConversationsEmails())).message, /user context/);
        assert.match((await refusal(service.postConversationsEmailReconnect(email))).message, /user context/);
        const message = {
            fromAddress: smsNumber,
            toAddress: '+61491570157',
            toAddressMessengerType: 'sms',
            textBody: 'x'
        };
        assert.equal((await refusal(agent.postConversationsMessagesAgentless(message))).code, 'not.authorized');
    });

    it('reads which conversation, participant, leg or message is not there', async () => {
        const { id, agent: part } = SEEDED.email;
        const entity = async (call: Promise<unknown>): Promise<unknown> => {
            const { status, code, entityId } = await refusal(call);
            return [status, code, entityId];
        };
        assert.deepEqual(await entity(service.getConversationsEmail('gone')), [404, 'not.found', 'gone']);
        assert.deepEqual(await entity(service.getConversationsMessage(id)), [404, 'not.found', id]);
        const wrapup = service.getConversationsEmailParticipantCommunicationWrapup;
        const leg = wrapup.call(service, id, part, 'no-leg');
        assert.deepEqual(await entity(leg), [404, 'not.found', 'no-leg']);
        assert.deepEqual(await entity(service.getConversationsEmailMessage(id, 'no')), [404, 'not.found', 'no']);
    });

    it('gets 401 once the tokens have been ended', async () => {
        control.endTokens();
        assert.equal((await refusal(service.getConversationsEmail(email))).status, 401);
    });
});
