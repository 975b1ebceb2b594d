import assert from 'node:assert/strict';
import { after, beforeEach, describe, it, test } from 'node:test';
import { hangUp, json, serverForTests, text } from '../../genesys-api/serverForTests.ts';
import {
    ALLOW,
    ANNA,
    argumentsFor,
    callingForTests,
    END,
    errorIn,
    resultIn,
    SECRET,
    SEND,
    SMS,
    withoutIds
} from './callingForTests.ts';
import type { CallingForTests, CallingSettings } from './callingForTests.ts';
import type { Outcome, ToolCall } from './toolCall.ts';
import { TOOLS } from '../tools/tools.ts';

let server = await serverForTests();
after(() => server.close());
beforeEach(async () => {
    await server.close();
    server = await serverForTests();
});

const calling = (settings: CallingSettings = {}): CallingForTests => callingForTests(server, settings);
const allowed = (settings: CallingSettings = {}): CallingForTests => calling({ policy: ALLOW, ...settings });

describe('an AI client names its connection', () => {
    const asBen: Partial<ToolCall> = { caller: { name: 'ben', connections: ['sales'] } };
    it('and the call goes through that one', async () => {
        const { call } = calling();
        assert.equal(resultIn(await call('get_email', { conversationId: 'c' })).constructor, Object);
        assert.match(
            Buffer.from(server.signIns[0]?.headers.authorization?.slice(6) ?? '', 'base64').toString(),
            /^client:/
        );
        await call('get_email', { PCID: undefined, conversationId: 'c' }, { ...asBen, named: { header: 'sales' } });
        assert.match(
            Buffer.from(server.signIns[1]?.headers.authorization?.slice(6) ?? '', 'base64').toString(),
            /^another:/
        );
    });
    it('and learns nothing of those that it may not use', async () => {
        const { call } = calling();
        const ofSomebody = errorIn(await call('get_email', { PCID: 'support', conversationId: 'c' }, asBen));
        const ofNobody = errorIn(await call('get_email', { PCID: 'nothing', conversationId: 'c' }, asBen));
        assert.deepEqual(withoutIds(ofSomebody), withoutIds(ofNobody));
        assert.equal(ofNobody.reason, 'connection');
        assert.equal(server.received.length + server.signIns.length, 0);
    });
    it('and one that is configured is used where it names none', async () => {
        const { call } = calling({ more: { defaultConnection: 'sales' } });
        const caller = { name: 'ben', connections: ['sales'] };
        resultIn(await call('get_email', { PCID: undefined, conversationId: 'c' }, { caller }));
        assert.equal(errorIn(await call('get_email', { PCID: undefined, conversationId: 'c' })).reason, 'connection');
    });
});

describe('an operator limits a connection', () => {
    const refusal = async (policy: object, name: string, given: object): Promise<string> =>
        errorIn(await calling({ policy }).call(name, given)).reason;
    it('to reading', async () => {
        assert.equal(await refusal({ readOnly: true }, SEND, SMS), 'notAllowed');
        assert.equal(await refusal({ readOnly: true }, SEND, { ...SMS, dryRun: true }), 'notAllowed');
    });
    it('to toolsets', async () =>
        assert.equal(await refusal({ toolsets: ['email'] }, 'get_message', { conversationId: 'c' }), 'notAllowed'));
    it('to some tools, called by either name', async () => {
        assert.equal(await refusal({ allow: ['get_email'] }, 'get_emails', {}), 'notAllowed');
        assert.equal(
            await refusal({ deny: ['get_emails'] }, 'genesys_conversations_digital_get_emails', {}),
            'notAllowed'
        );
    });
    it('for one caller alone', async () => {
        const { call } = calling();
        const caller = { ...ANNA, policy: { readOnly: true } };
        assert.equal(errorIn(await call(SEND, SMS, { caller })).reason, 'notAllowed');
        assert.equal(errorIn(await call(SEND, SMS)).reason, 'confirmationNeeded');
    });
    it('to so many calls a minute, and the AI client reads when it may go on', async () => {
        const { call, clock } = calling({ policy: { callsPerMinute: 2 } });
        const read = (): Promise<Outcome> => call('get_email', { conversationId: 'c' });
        clock.set(Date.UTC(2026, 10, 2, 9, 0, 20));
        resultIn(await read());
        clock.set(Date.UTC(2026, 10, 2, 9, 0, 58));
        resultIn(await read());
        const facts = errorIn(await read());
        assert.deepEqual([facts.reason, facts['retryAfterSeconds']], ['tooManyCalls', 22]);
        assert.equal(server.received.length, 2);
        // Another minute of the clock is no new window.
        clock.set(Date.UTC(2026, 10, 2, 9, 1, 1));
        assert.equal(errorIn(await read())['retryAfterSeconds'], 19);
        clock.set(Date.UTC(2026, 10, 2, 9, 1, 20));
        resultIn(await read());
        assert.equal(errorIn(await read())['retryAfterSeconds'], 38);
    });
    it('and the limit of one caller is not used up by another', async () => {
        const { call } = calling();
        const limited = { ...ANNA, policy: { callsPerMinute: 1 } };
        const ben = { ...ANNA, name: 'ben', policy: { callsPerMinute: 10 } };
        for (const _ of [1, 2, 3]) resultIn(await call('get_emails', {}, { caller: ben }));
        resultIn(await call('get_emails', {}, { caller: limited }));
        assert.equal(errorIn(await call('get_emails', {}, { caller: limited })).reason, 'tooManyCalls');
    });
    it('and a call that one limit refuses uses up none of the others', async () => {
        const { call } = calling({ policy: { callsPerMinute: 3 } });
        const limited = { ...ANNA, policy: { callsPerMinute: 1 } };
        resultIn(await call('get_emails', {}, { caller: limited }));
        for (const _ of [1, 2, 3])
            assert.equal(errorIn(await call('get_emails', {}, { caller: limited })).reason, 'tooManyCalls');
        for (const _ of [1, 2]) resultIn(await call('get_emails', {}));
        assert.equal(errorIn(await call('get_emails', {})).reason, 'tooManyCalls');
    });
    it('and what the command line left of every connection counts as well', async () => {
        const { call } = calling({ more: { narrowedTo: { toolsets: ['message'], callsPerMinute: 1 } } });
        assert.equal(errorIn(await call('get_emails', {})).reason, 'notAllowed');
        resultIn(await call('get_messages', {}));
        assert.equal(errorIn(await call('get_messages', {})).reason, 'tooManyCalls');
    });
    it('and nothing of that reaches Genesys Cloud', async () => {
        await refusal({ readOnly: true }, SEND, SMS);
        assert.equal(server.received.length + server.signIns.length, 0);
    });
});

describe('an AI client that calls wrongly is told what is wrong, before anything is sent', () => {
    for (const [what, name, given, reason, field] of [
        ['an unknown tool', 'get_mail', {}, 'unknownTool', undefined],
        ['a word that every object has', 'constructor', {}, 'unknownTool', undefined],
        ['an unknown argument', 'get_email', { conversationId: 'c', id: 'x' }, 'badArgument', 'id'],
        ['a missing argument', 'get_email', {}, 'badArgument', 'conversationId'],
        ['a number for a text', 'get_email', { conversationId: 5 }, 'badArgument', 'conversationId'],
        ['null', 'get_email', { conversationId: null }, 'badArgument', 'conversationId'],
        ['a huge id', 'get_email', { conversationId: 'c'.repeat(600) }, 'badArgument', 'conversationId'],
        ['a huge text', SEND, { ...SMS, textBody: 'x'.repeat(1_500_000) }, 'badArgument', 'textBody'],
        ['two dots', 'get_email', { conversationId: '..' }, 'badArgument', 'conversationId'],
        ['a line end', 'get_email', { conversationId: 'c\r\nX: y' }, 'badArgument', 'conversationId'],
        ['a rule of Genesys Cloud', SEND, { ...SMS, toAddress: '317' }, 'badArgument', 'toAddress'],
        ['a dry run of a question', 'get_email', { conversationId: 'c', dryRun: true }, 'badArgument', 'dryRun'],
        ['a PCID that is no text', 'get_email', { PCID: ['support'], conversationId: 'c' }, 'badArgument', 'PCID']
    ] as const)
        it(what, async () => {
            const facts = errorIn(await calling().call(name, given));
            assert.deepEqual([facts.reason, facts.field], [reason, field]);
            assert.ok(facts.message.length < 2_000);
            assert.equal(server.received.length + server.signIns.length, 0);
        });
    it('what an object only inherits is not given', async () => {
        const given = Object.create({ conversationId: 'c', PCID: 'support' }) as Record<string, unknown>;
        const outcome = await calling().call('get_email', {}, { given });
        assert.match(errorIn(outcome).message, /PCID .* is missing/);
        given['PCID'] = 'support';
        assert.equal(errorIn(await calling().call('get_email', {}, { given })).field, 'conversationId');
    });
});

test('a dry run of any tool sends nothing, and shows exactly what is then sent', async () => {
    for (const tool of TOOLS.filter(({ readOnly }) => !readOnly)) {
        const { call } = allowed();
        const given = argumentsFor(tool);
        const before = server.received.length + server.signIns.length;
        const shown = resultIn(await call(tool.name, { ...given, dryRun: true }));
        assert.equal(server.received.length + server.signIns.length, before, tool.shortName);
        assert.deepEqual([shown['dryRun'], shown['sent']], [true, false]);
        resultIn(await call(tool.name, given));
        const { method, path, body = '' } = server.received.at(-1) ?? {};
        const sent = { method, path, ...(body === '' ? {} : { body: JSON.parse(body) as unknown }) };
        assert.deepEqual(shown['request'], sent, tool.shortName);
    }
});

describe('an answer of Genesys Cloud', () => {
    it('that is nested beyond reading is told with the id for support', async () => {
        const { call } = calling();
        server.replies(text(200, `${'['.repeat(200_000)}${']'.repeat(200_000)}`));
        const { reason, correlationId } = errorIn(await call('get_email', { conversationId: 'c' }));
        assert.deepEqual([reason, correlationId], ['unreadable', 'corr-1']);
    });
    it('that is nested too deeply to be shown does not make a change undone', async () => {
        const { call, lines } = allowed();
        server.replies(text(200, `${'['.repeat(50_000)}${']'.repeat(50_000)}`));
        assert.match(JSON.stringify(resultIn(await call(SEND, SMS))), /could not be read\. Most likely it was done/);
        assert.equal(lines.at(-1)?.['event'], 'fault');
        assert.equal(errorIn(await call(SEND, SMS)).reason, 'repeated');
    });
    it('that names the field is told with it, its code and the id for support', async () => {
        server.replies(json(400, { code: 'invalid.value', message: 'No.', details: [{ fieldName: 'toAddress' }] }));
        const facts = errorIn(await allowed().call(SEND, SMS));
        assert.deepEqual(
            [facts.reason, facts.field, facts['code'], facts['status'], facts['correlationId']],
            ['refused', 'toAddress', 'invalid.value', 400, 'corr-1']
        );
    });
    it('that wants a permission is told with its name', async () => {
        server.replies(json(403, { code: 'missing.permissions' }));
        const facts = errorIn(await allowed().call('post_emails', { provider: 'Mail', queueId: 'q' }));
        assert.equal(facts.reason, 'notAllowed');
        assert.match(facts.hint ?? '', /permission\w* conversation:email:create|conversation/);
    });
    it('is given as far as it goes, and the rest on asking', async () => {
        const textBody = 'word '.repeat(4_000);
        server.replies(json(200, { id: 'm', textBody }));
        const { call } = calling();
        const ids = { conversationId: 'c', messageId: 'm' };
        const first = resultIn(await call('get_email_message', ids));
        assert.equal((first['textBody'] as string).length, 8_000);
        const second = resultIn(await call('get_email_message', { ...ids, restOf: '/textBody', restFrom: 8_000 }));
        const third = resultIn(await call('get_email_message', { ...ids, restOf: '/textBody', restFrom: 16_000 }));
        assert.equal(`${first['textBody']}${second['text']}${third['text']}`, textBody);
        assert.ok(server.received.every(({ path }) => !path.includes('rest')));
    });
    it('comes with a note where a word is not on the page', async () => {
        const { call } = allowed();
        const structured = resultIn(await call(END[0], { ...END[1], state: 'snoozed' }));
        assert.match(JSON.stringify(structured['_call']), /state is a word that the API's page does not list/);
        assert.equal(server.received[0]?.body, '{"state":"snoozed"}');
    });
});

test('an operator whose secret is missing reads where it belongs, in the answer and in the log', async () => {
    const { call, lines } = allowed({ env: {} });
    const facts = errorIn(await call(SEND, SMS));
    assert.equal(facts.reason, 'signInFailed');
    assert.match(facts.message, /GENESYS_SECRET is missing or empty.*Nothing was done/);
    assert.match(
        String(lines.find(({ event }) => event === 'misconfigured')?.['message']),
        /GENESYS_SECRET is missing/
    );
});

test('a parameter that the API has no more is left out where the operator wants it', async () => {
    const given = { ...SMS, useNormalizedMessage: true };
    resultIn(await allowed().call(SEND, given));
    resultIn(await allowed({ more: { dropRemovedParameters: true } }).call(SEND, given));
    assert.deepEqual(
        server.received.map(({ path }) => path.split('?')[1]),
        ['useNormalizedMessage=true', undefined]
    );
});

test('no secret, token, number or text is in the log, nor in an error of ours, whatever happens', async () => {
    const { call, lines } = allowed();
    const number = '+13175550100';
    const given = { ...SMS, textBody: 'for Jane Doe' };
    const answers = [
        json(200, { id: 'm', textBody: 'for Jane Doe' }),
        json(400, { code: 'invalid.value', contextId: 'x' }),
        json(403, { code: 'missing.permissions' }),
        hangUp,
        text(502, number),
        json(401, { code: 'bad.credentials' }),
        json(429, { message: 'slow' }),
        text(200, 'no JSON')
    ];
    const outcomes: Outcome[] = [];
    for (const answer of answers) {
        server.replies(answer);
        outcomes.push(await call(SEND, { ...given, sendAgain: true }));
    }
    server.replies(json(400, { code: 'invalid.value', message: `${number} of Jane Doe is wrong` }));
    await call(SEND, { ...given, sendAgain: true });
    outcomes.push(await call(SEND, given), await call(SEND, { ...given, toAddress: 'Jane Doe' }));
    outcomes.push(await call(SEND, { ...given, [`x${'y'.repeat(5)}`]: number }));
    const told = JSON.stringify([lines, outcomes.filter(({ kind }) => kind === 'error')]);
    assert.ok(lines.length > 20 && outcomes.filter(({ kind }) => kind === 'error').length > 5);
    for (const word of [number, '3175550', 'Jane', SECRET, 'token1', 'token2', 'Bearer', 'Basic'])
        assert.ok(!told.includes(word), `${word} in ${told}`);
});
