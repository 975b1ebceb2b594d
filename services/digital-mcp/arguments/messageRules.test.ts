import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { argumentsFor } from '../calling/callingForTests.ts';
import { CallError } from '../calling/callError.ts';
import { checkMessageRules } from './messageRules.ts';
import { TOOLS, toolNamed } from '../tools/tools.ts';

/** The field that is refused; undefined where nothing is. */
function refused(name: string, given: object): string | undefined {
    const tool = toolNamed(name);
    assert.ok(tool);
    try {
        checkMessageRules(tool, given as Record<string, unknown>);
        return undefined;
    } catch (error) {
        assert.ok(error instanceof CallError);
        const { reason, field, given: what, allowed, message } = error.facts;
        assert.equal(reason, 'badArgument');
        assert.ok(what && allowed && message.startsWith(`${field} is `));
        return field;
    }
}

test('an AI client that follows the table breaks no rule', () => {
    for (const tool of TOOLS) checkMessageRules(tool, argumentsFor(tool));
});

describe('an SMS needs numbers in E.164 and a text of at most 765 characters', () => {
    const sms = {
        toAddressMessengerType: 'sms',
        fromAddress: '+13175550101',
        toAddress: '+13175550100',
        textBody: 'Hi'
    };
    for (const [what, change, field] of [
        ['as it should be', {}, undefined],
        ['in capitals', { toAddressMessengerType: 'SMS' }, undefined],
        ['to a number without plus', { toAddress: '13175550100' }, 'toAddress'],
        ['to a number with blanks', { toAddress: '+1 317 555 0100' }, 'toAddress'],
        ['to a number with a line after it', { toAddress: '+13175550100\n' }, 'toAddress'],
        ['to a number that begins with zero', { toAddress: '+0317' }, 'toAddress'],
        ['from a name', { fromAddress: 'Shop' }, 'fromAddress'],
        ['without a text', { textBody: undefined }, 'textBody'],
        ['with an empty text', { textBody: '' }, 'textBody'],
        ['of 765 characters', { textBody: 'x'.repeat(765) }, undefined],
        ['of 765 smileys', { textBody: '\u{1f600}'.repeat(765) }, undefined],
        ['of 766 characters', { textBody: 'x'.repeat(766) }, 'textBody']
    ] as const)
        it(`an SMS ${what}`, () => assert.equal(refused('post_messages_agentless', { ...sms, ...change }), field));
    it('a conversation by SMS', () => {
        const given = { queueId: 'q', toAddress: '317', toAddressMessengerType: 'sms' };
        assert.equal(refused('post_messages', given), 'toAddress');
        assert.equal(refused('post_messages', { ...given, toAddressMessengerType: 'open' }), undefined);
    });
});

test('a WhatsApp id has no plus, and an open address is any text', () => {
    const given = { toAddressMessengerType: 'whatsapp', fromAddress: 'i', toAddress: '+13175550100', textBody: 'Hi' };
    assert.equal(refused('post_messages_agentless', given), 'toAddress');
    assert.equal(refused('post_messages_agentless', { ...given, toAddress: '13175550100' }), undefined);
    const open = { ...given, toAddressMessengerType: 'open' };
    assert.equal(refused('post_messages_agentless', open), undefined);
    assert.equal(refused('post_messages_agentless', { ...open, textBody: 'x'.repeat(2_001) }), 'textBody');
});

describe('a message is one text, or one media, or one template', () => {
    const messagingTemplate = { responseId: 'r' };
    for (const [what, given, field] of [
        ['a text', { textBody: 'Hi' }, undefined],
        ['one media', { textBody: '', mediaIds: ['m'] }, undefined],
        ['a template', { textBody: '', messagingTemplate }, undefined],
        ['an empty list of media beside a text', { textBody: 'Hi', mediaIds: [] }, undefined],
        ['nothing', { textBody: '' }, 'textBody'],
        ['blanks and a byte order mark', { textBody: ' \n\uFEFF' }, 'textBody'],
        ['a text and media', { textBody: 'Hi', mediaIds: ['m'] }, 'textBody'],
        ['media and a template', { textBody: '', mediaIds: ['m'], messagingTemplate }, 'textBody'],
        ['two media', { textBody: '', mediaIds: ['m', 'n'] }, 'mediaIds'],
        ['2,001 characters', { textBody: 'x'.repeat(2_001) }, 'textBody']
    ] as const)
        it(what, () => assert.equal(refused('post_message_communication_messages', given), field));
});

test('a message of social media has at most 2,000 characters', () => {
    const name = 'post_message_communication_socialmedia_messages';
    assert.equal(refused(name, { textBody: 'x'.repeat(2_000) }), undefined);
    assert.equal(refused(name, { textBody: 'x'.repeat(2_001) }), 'textBody');
    assert.equal(refused(name, {}), undefined);
});

test('a file that Genesys Cloud would not take is named before its bytes are sent', () => {
    const of = (fileName: string): string | undefined =>
        refused('post_message_communication_messages_media_uploads', { fileName });
    for (const good of ['plan.pdf', 'a/b.pdf', 'Über-uns_2.png', '(1).pdf', "it's.pdf"])
        assert.equal(of(good), undefined, good);
    const signs = [...'\\{^}%`]">[~<#|'].map((sign) => `a${sign}b.pdf`);
    for (const bad of ['', '.pdf', 'folder/', 'a b.pdf', 'a\tb', 'a\u00a0b', 'a\nb', '\uFEFFa', ...signs])
        assert.equal(of(bad), 'fileName', bad);
});

test('an agentless email has exactly one recipient', () => {
    const of = (...toAddresses: object[]): string | undefined => refused('post_emails_agentless', { toAddresses });
    assert.deepEqual([of({}), of(), of({}, {})], [undefined, 'toAddresses', 'toAddresses']);
});

test('an email goes to a queue or to a flow, and not from the provider that Genesys Cloud keeps for itself', () => {
    for (const name of ['post_emails', 'post_email_inboundmessages']) {
        assert.equal(refused(name, { provider: 'Mail', queueId: 'q' }), undefined);
        assert.equal(refused(name, { provider: 'Mail', queueId: 'q', flowId: 'f' }), 'flowId');
        assert.equal(refused(name, { provider: ' purecloud EMAIL ' }), 'provider');
    }
    assert.equal(refused('post_emails', { provider: 'PureCloud Email', direction: 'OUTBOUND' }), undefined);
});
