import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createTestCentre } from './centreForTests.ts';
import type { ClientMessage } from './clientMessage.ts';

const categoriesOf = (messages: readonly ClientMessage[]): readonly string[] =>
    messages.map((message) => ('category' in message ? message.category : message.type));

describe('a call of one agent', () => {
    test('the agent who picks up talks to the caller', async () => {
        const centre = createTestCentre();
        const id = await centre.ring();
        assert.deepEqual(await centre.state('pickup', id), { done: true });
        assert.equal((await centre.page('agent').view()).calls[0]?.state, 'connected');
    });

    test('the agent who dials out waits until the far end answers', async () => {
        const centre = createTestCentre();
        const page = centre.page('agent');
        const { conversationId } = await centre.send('POST', 'calls', {
            direction: 'outbound',
            number: '+442079460018'
        });
        assert.equal((await page.view()).calls[0]?.state, 'contacting');
        await centre.send('POST', 'far-end', { conversationId, action: 'answer' });
        assert.equal((await page.view()).calls[0]?.state, 'connected');
        assert.deepEqual(categoriesOf(await page.said()), ['add', 'change', 'connect']);
    });

    test('hold, mute and secure pause are undone by the same word', async () => {
        const centre = createTestCentre();
        const page = centre.page('agent');
        const id = await centre.ring();
        await centre.state('pickup', id);
        for (const _ of ['on', 'off']) {
            await centre.state('hold', id);
            await centre.state('mute', id);
            await centre.state('securePause', id);
        }
        const [call] = (await page.view()).calls;
        assert.deepEqual([call?.state, call?.muted, call?.securePause], ['connected', false, false]);
    });

    test('a caller who gives up leaves nothing for the agent to do', async () => {
        const centre = createTestCentre();
        const page = centre.page('agent');
        const id = await centre.ring();
        await centre.send('POST', 'far-end', { conversationId: id, action: 'hangUp' });
        assert.deepEqual(categoriesOf(await page.said()), ['add', 'disconnect']);
        assert.deepEqual((await page.view()).calls, []);
    });

    test('the agent sees wrap-up until a code is chosen', async () => {
        const centre = createTestCentre();
        const page = centre.page('agent');
        const id = await centre.ring();
        await centre.state('pickup', id);
        await centre.state('disconnect', id);
        assert.equal((await page.view()).calls[0]?.wrapUpOpen, true);
        await centre.send('POST', 'wrap-up', { conversationId: id, code: 'Complaint' });
        assert.deepEqual((await page.view()).calls, []);
    });

    test('between the end of the call and wrap-up the client says nothing', async () => {
        const centre = createTestCentre();
        const page = centre.page('agent');
        const id = await centre.ring();
        await centre.state('pickup', id);
        await centre.state('disconnect', id);
        const before = await page.said();
        centre.pass(10_000);
        assert.deepEqual(await page.said(), before);
    });

    test('an attribute that somebody adds comes back with its prefix (T12)', async () => {
        const centre = createTestCentre();
        const page = centre.page('agent');
        const id = await centre.ring();
        const data = { id, attributes: { record_url: '/0000413456', old: null } };
        await centre.send('POST', 'actions', { type: 'PureCloud.Interaction.addCustomAttributes', data });
        const message = (await page.said()).at(-1);
        assert.ok(message?.type === 'Interaction' && message.category === 'change');
        assert.equal(message.data.new.attributes?.['Participant.record_url'], '/0000413456');
        assert.equal(message.data.new.attributes?.['Participant.old'], null);
    });

    test('an attribute that is added during wrap-up is told too', async () => {
        const centre = createTestCentre();
        const page = centre.page('agent');
        const id = await centre.ring();
        await centre.state('pickup', id);
        await centre.state('disconnect', id);
        await centre.send('POST', 'actions', {
            type: 'PureCloud.Interaction.addCustomAttributes',
            data: { id, attributes: { topic: 'refund' } }
        });
        assert.equal(categoriesOf(await page.said()).at(-1), 'change');
    });
});

describe('what the phone cannot do', () => {
    test("stays silent on the channel and is explained in the phone's log (T16)", async () => {
        const centre = createTestCentre();
        const page = centre.page('agent');
        const id = await centre.ring();
        await centre.state('pickup', id);
        const before = (await page.said()).length;
        assert.deepEqual(await centre.state('pickup', id), {
            done: false,
            reason: 'This interaction is not ringing here.'
        });
        assert.equal((await page.said()).length, before);
        const [line] = (await page.view()).log;
        assert.deepEqual([line?.refused, line?.text], [true, 'pickup: This interaction is not ringing here.']);
    });

    const refusals: readonly [what: string, action: string, answered: boolean, reason: RegExp][] = [
        ['hold while it rings', 'hold', false, /not connected/],
        ['mute while it rings', 'mute', false, /not connected/],
        ['conclude a transfer that nobody began', 'concludeTransfer', true, /no consult transfer/]
    ];
    for (const [what, action, answered, reason] of refusals) {
        test(`the agent cannot ${what}`, async () => {
            const centre = createTestCentre();
            const id = await centre.ring();
            if (answered) {
                await centre.state('pickup', id);
            }
            assert.match(String((await centre.state(action, id)).reason), reason);
        });
    }

    test('the agent cannot act on an interaction that the phone does not know', async () => {
        const centre = createTestCentre();
        assert.match(String((await centre.state('hold', 'nobody')).reason), /knows no interaction/);
    });

    test('the agent cannot act on the call of somebody else', async () => {
        const centre = createTestCentre();
        const id = await centre.ring();
        assert.match(String((await centre.state('pickup', id, 'agent2')).reason), /knows no interaction/);
    });

    test('the agent cannot hang up twice', async () => {
        const centre = createTestCentre();
        const id = await centre.ring();
        await centre.state('disconnect', id);
        assert.match(String((await centre.state('disconnect', id)).reason), /has ended/);
    });

    test('the agent cannot wrap up with a code that does not exist, nor before the end', async () => {
        const centre = createTestCentre();
        const id = await centre.ring();
        const wrapUp = (code: string): Promise<Record<string, unknown>> =>
            centre.send('POST', 'wrap-up', { conversationId: id, code });
        await centre.state('pickup', id);
        assert.match(String((await wrapUp('Complaint')).reason), /No wrap-up is open/);
        await centre.state('disconnect', id);
        assert.match(String((await wrapUp('Nonsense')).reason), /does not exist/);
    });

    test("no number or name reaches the phone's log", async () => {
        const centre = createTestCentre();
        const page = centre.page('agent');
        const id = await centre.ring({ name: 'Edna Frank' });
        await centre.state('blindTransfer', id, 'agent', {
            participantContext: { transferTarget: '+442079460018', transferTargetType: 'address' }
        });
        assert.doesNotMatch(JSON.stringify((await page.view()).log), /Edna|61491570006|442079460018/);
    });
});

describe('a page that is loaded anew', () => {
    test('hears that the client is ready, then of the live call as it stands (T18, T19)', async () => {
        const centre = createTestCentre();
        const id = await centre.ring();
        await centre.state('pickup', id);
        await centre.state('hold', id);
        const opening = await centre.page('agent').opening();
        assert.deepEqual(categoriesOf(opening), ['InitialSetup', 'status', 'routingStatus', 'station', 'add']);
        const add = opening.at(-1);
        assert.ok(add?.type === 'Interaction' && add.category === 'add');
        assert.deepEqual([add.data.id, add.data.state, add.data.isConnected], [id, 'HELD', true]);
    });

    test('hears nothing of calls that ended', async () => {
        const centre = createTestCentre();
        const id = await centre.ring();
        await centre.state('disconnect', id);
        assert.ok(!categoriesOf(await centre.page('agent').opening()).includes('add'));
    });

    test("hears nothing of another agent's call", async () => {
        const centre = createTestCentre();
        await centre.ring();
        assert.ok(!categoriesOf(await centre.page('agent2').opening()).includes('add'));
    });

    test('after a reset shows no call', async () => {
        const centre = createTestCentre();
        const page = centre.page('agent');
        await centre.ring();
        centre.genesys.reset();
        assert.deepEqual((await page.view()).calls, []);
    });
});

describe('a page that was closed', () => {
    test('does not keep the call from the other pages of the agent', async () => {
        const centre = createTestCentre();
        const closed = await centre.get('events');
        const open = centre.page('agent');
        await open.view();
        await closed.body?.cancel();
        await centre.ring();
        assert.deepEqual(categoriesOf(await open.said()), ['add']);
    });
});

describe("the agent's status", () => {
    for (const id of ['5c2d8e10-0d3f-4a51-8a57-000000000005', 'Break', 'BREAK']) {
        test(`is set by ${id} (T5)`, async () => {
            const centre = createTestCentre();
            const page = centre.page('agent');
            await centre.send('POST', 'actions', { type: 'PureCloud.User.updateStatus', data: { id } });
            const [status, routing] = await page.said();
            assert.ok(status?.type === 'UserAction' && status.category === 'status');
            assert.deepEqual(status.data, { status: 'BREAK', id: '5c2d8e10-0d3f-4a51-8a57-000000000005' });
            assert.deepEqual(routing, { type: 'UserAction', category: 'routingStatus', data: 'OFF_QUEUE' });
        });
    }

    test('stays when nobody knows the new one', async () => {
        const centre = createTestCentre();
        await centre.send('POST', 'actions', { type: 'PureCloud.User.updateStatus', data: { id: 'Gone fishing' } });
        assert.equal((await centre.page('agent').view()).status.constant, 'ON_QUEUE');
    });
});

describe('a request that cannot be understood', () => {
    const bad: readonly [what: string, method: string, route: string, body: unknown, says: RegExp][] = [
        ['no JSON', 'POST', 'calls', '{', /not JSON/],
        ['a list', 'POST', 'calls', [], /not a JSON object/],
        ['no number', 'POST', 'calls', {}, /^number must be/],
        ['a wrong direction', 'POST', 'calls', { number: '+61491570006', direction: 'up' }, /^direction must be/],
        ['an unknown queue', 'POST', 'calls', { number: '+61491570006', queue: 'Nobody' }, /^queue must be one of/],
        ['an unknown user', 'POST', 'calls', { number: '+61491570006', user: 'nobody' }, /No user/],
        ['seconds below zero', 'POST', 'calls', { number: '+61491570006', ivrSeconds: -1 }, /^ivrSeconds/],
        ['an unknown time for the log', 'PUT', 'task-logging', { when: 'soon' }, /^when must be/],
        ['no conversation', 'POST', 'far-end', { action: 'answer' }, /^conversationId is missing/],
        ['an unknown far end action', 'POST', 'far-end', { conversationId: 'x', action: 'sing' }, /^action must be/]
    ];
    for (const [what, method, route, body, says] of bad) {
        test(`is answered with what is wrong: ${what}`, async () => {
            assert.match(String((await createTestCentre().send(method, route, body)).error), says);
        });
    }

    test('a trace that does not exist is not found', async () => {
        assert.equal((await createTestCentre().get('traces/no-such-trace')).status, 404);
    });

    test('a file outside the traces is not served', async () => {
        const answer = await createTestCentre().get('traces/..%2Fphone-mapping');
        assert.equal(answer.status, 404);
    });
});
