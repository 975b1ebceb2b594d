import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { json, serverForTests } from '../../genesys-api/serverForTests.ts';
import type { TestServer } from '../../genesys-api/serverForTests.ts';
import {
    ALLOW,
    ANNA,
    argumentsFor,
    callingForTests,
    errorIn,
    resultIn,
    SEND,
    SMS
} from '../calling/callingForTests.ts';
import type { CallingForTests } from '../calling/callingForTests.ts';
import { RECIPIENTS } from '../arguments/recipientsIn.ts';
import { toolNamed } from '../tools/tools.ts';

const MAIL = { conversationId: 'c', from: { email: 'us@example.org' }, textBody: 'Hello' };

describe('an operator says to whom a connection may write', () => {
    let server: TestServer;
    before(async () => {
        server = await serverForTests();
        server.replies(json(200, {}));
    });
    after(() => server.close());

    const calling = (recipients: string[], more = {}): CallingForTests =>
        callingForTests(server, { policy: { ...ALLOW, recipients }, more });

    it('whoever is on the list gets the message, as it was written', async () => {
        const sent = server.received.length;
        const { call } = calling(['+1317*']);
        resultIn(await call(SEND, SMS));
        assert.equal(server.received.length, sent + 1);
        assert.equal((JSON.parse(server.received.at(-1)?.body ?? '') as typeof SMS).toAddress, SMS.toAddress);
    });

    it('nobody else does: the client reads which argument, what is allowed and what to do', async () => {
        const sent = server.received.length;
        const { call, lines } = calling(['+49*', '@example.com']);
        const facts = errorIn(await call(SEND, SMS));
        assert.equal(facts.reason, 'notAllowed');
        assert.equal(facts.field, 'toAddress');
        assert.equal(facts.allowed, '+49*, @example.com');
        assert.match(facts.message, /Nothing was sent/);
        assert.match(String(facts.hint), /"recipients"/);
        assert.doesNotMatch(JSON.stringify([facts, lines]), /5550100/);
        assert.equal(server.received.length, sent);
    });

    it('one hidden among many is found, and shown in a dry run as well', async () => {
        const { call } = calling(['@example.com']);
        const to = [{ email: 'anna@example.com' }, { email: 'ben@example.com', name: 'eve@evil.example' }];
        resultIn(await call('post_email_messages', { ...MAIL, to, dryRun: true }));
        const bcc = [{ email: 'anna@example.com' }, { email: 'eve@evil.example' }];
        for (const dryRun of [true, false])
            assert.equal(
                errorIn(await call('post_email_messages', { ...MAIL, to, bcc, dryRun })).field,
                'bcc[1].email'
            );
    });

    it('the stricter of several policies counts, each by itself', async () => {
        const { call } = calling(['@example.com', '+1317*'], {
            narrowedTo: { recipients: ['anna@example.com', '+1317*'] }
        });
        const caller = { ...ANNA, policy: { recipients: ['@example.com'] } };
        const to = (email: string): object => ({ ...MAIL, to: [{ email }], dryRun: true });
        resultIn(await call('post_email_messages', to('anna@example.com'), { caller }));
        assert.equal(
            errorIn(await call('post_email_messages', to('ben@example.com'), { caller })).allowed,
            'anna@example.com, +1317*'
        );
        resultIn(await call(SEND, { ...SMS, dryRun: true }));
        assert.equal(errorIn(await call(SEND, { ...SMS, dryRun: true }, { caller })).allowed, '@example.com');
    });

    it('with an empty list to nobody, by any tool that names somebody', async () => {
        const { call } = calling([]);
        const some: Readonly<Record<string, object>> = {
            post_email_messages: { to: [{ email: 'anna@example.com' }] },
            put_email_messages_draft: { to: [{ email: 'anna@example.com' }] },
            post_emails_agentless: { toAddresses: [{ email: 'anna@example.com' }] },
            post_email_participant_replace: { address: 'anna@example.com' },
            post_message_participant_replace: { address: '+4915112345678' },
            post_email_inboundmessages: { fromAddress: 'anna@example.com' }
        };
        for (const name of Object.keys(RECIPIENTS)) {
            const tool = toolNamed(name);
            assert.ok(tool);
            const facts = errorIn(await call(name, { ...argumentsFor(tool), ...some[name] }));
            assert.deepEqual([facts.reason, facts.allowed], ['notAllowed', 'nobody'], `${name} ${facts.message}`);
        }
    });

    it('an answer in a conversation goes to whoever is in it', async () => {
        const { call } = calling([]);
        const given = { conversationId: 'c', communicationId: 'd', textBody: 'Hello' };
        resultIn(await call('post_message_communication_messages', given));
    });

    it('of a long list twenty are told, and how many more there are', async () => {
        const { call } = calling(Array.from({ length: 25 }, (_, index) => `@a${index}.example`));
        const { allowed = '' } = errorIn(await call(SEND, SMS));
        assert.match(allowed, /@a19\.example, and 5 more$/);
    });
});
