import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createTestCentre } from './centreForTests.ts';
import type { AgentPage, TestCentre } from './centreForTests.ts';
import { FLOWS, genesysUserId, QUEUES } from './directory.ts';

const target = (transferTargetType: string, transferTarget: string): object => ({
    participantContext: { transferTarget, transferTargetType }
});
const BEN = target('userId', genesysUserId('agent2'));
const QUEUE = target('queueId', QUEUES[1]?.id ?? '');
const PHONE = target('address', '+61491570157');
const FLOW = target('address', `sip:${encodeURIComponent('After hours')}`);

async function talking(): Promise<{ centre: TestCentre; id: string; page: AgentPage }> {
    const centre = createTestCentre();
    const id = await centre.ring();
    await centre.state('pickup', id);
    const page = centre.page('agent');
    await page.view();
    return { centre, id, page };
}

const step = (centre: TestCentre, id: string, action: string): Promise<Record<string, unknown>> =>
    centre.send('POST', 'consult', { conversationId: id, action });

async function categoriesOf(page: AgentPage): Promise<readonly unknown[]> {
    return (await page.said()).map((message) => 'category' in message && message.category);
}

describe('an agent who consults', () => {
    for (const [what, context, answer] of [
        ['a colleague', BEN, 'pickup'],
        ['a queue', QUEUE, 'pickup'],
        ['somebody outside', PHONE, 'answer'],
        ['a flow', FLOW, 'none']
    ] as const) {
        test(`${what}, concludes, and has handed the call over`, async () => {
            const { centre, id, page } = await talking();
            await centre.state('consultTransfer', id, 'agent', context);
            if (answer === 'pickup') {
                await centre.state('pickup', id, 'agent2');
            } else if (answer === 'answer') {
                await step(centre, id, 'answer');
            }
            assert.deepEqual(await centre.state('concludeTransfer', id), { done: true });
            assert.deepEqual(await categoriesOf(page), [
                'consultTransfer',
                'change',
                'completeConsultTransfer',
                'disconnect'
            ]);
        });
    }

    test('somebody outside cannot conclude before there is an answer', async () => {
        const { centre, id } = await talking();
        await centre.state('consultTransfer', id, 'agent', PHONE);
        assert.match(String((await centre.state('concludeTransfer', id)).reason), /has not answered/);
    });

    test('somebody outside who declines still has the caller on hold', async () => {
        const { centre, id, page } = await talking();
        await centre.state('consultTransfer', id, 'agent', PHONE);
        await step(centre, id, 'decline');
        const [call] = (await page.view()).calls;
        assert.deepEqual([call?.state, call?.consult], ['held', undefined]);
    });

    test('calls it off and talks to the caller again; only a change tells', async () => {
        const { centre, id, page } = await talking();
        const there = centre.page('agent2');
        await there.view();
        await centre.state('consultTransfer', id, 'agent', BEN);
        assert.deepEqual(await step(centre, id, 'callOff'), { done: true });
        assert.equal((await page.view()).calls[0]?.state, 'connected');
        assert.deepEqual(await categoriesOf(page), ['consultTransfer', 'change', 'change']);
        assert.deepEqual(await categoriesOf(there), ['add', 'disconnect']);
    });

    test('loses caller and colleague when the caller hangs up', async () => {
        const { centre, id, page } = await talking();
        const there = centre.page('agent2');
        await there.view();
        await centre.state('consultTransfer', id, 'agent', BEN);
        await centre.state('pickup', id, 'agent2');
        await centre.send('POST', 'far-end', { conversationId: id, action: 'hangUp' });
        assert.equal((await categoriesOf(page)).at(-1), 'disconnect');
        assert.equal((await categoriesOf(there)).at(-1), 'disconnect');
    });

    for (const action of ['answer', 'decline', 'callOff']) {
        test(`nobody gets a refusal for ${action}`, async () => {
            const { centre, id } = await talking();
            assert.equal((await step(centre, id, action)).done, false);
        });
    }
});

describe('an agent who passes a call on', () => {
    for (const [what, context] of [
        ['to an outside number', PHONE],
        ['to a flow', FLOW],
        ['to a SIP address', target('address', 'sip:desk@example.com')]
    ] as const) {
        test(`${what} is rid of it`, async () => {
            const { centre, id, page } = await talking();
            await centre.state('blindTransfer', id, 'agent', context);
            assert.deepEqual(await categoriesOf(page), ['blindTransfer', 'disconnect']);
        });
    }

    for (const [what, context, reason] of [
        ['to a flow that nobody made', target('address', 'sip:Nowhere'), /no flow/],
        ['to a secure flow', target('address', `sip:${FLOWS[2]?.id ?? ''}`), /secure sessions only/],
        ['to a flow without sip:', target('address', 'After hours'), /without "sip:"/]
    ] as const) {
        test(`${what} keeps it, and reads why in the phone's log`, async () => {
            const { centre, id, page } = await talking();
            assert.match(String((await centre.state('blindTransfer', id, 'agent', context)).reason), reason);
            assert.equal((await page.view()).calls[0]?.state, 'connected');
        });
    }
});

describe('a secure session', () => {
    const secure = (flowId: string, disconnect: boolean): object => ({
        secureSessionContext: { flowId, userData: 'order 0815', disconnect }
    });
    const flow = FLOWS.find(({ kind }) => kind === 'secure')?.id ?? '';

    test('runs while the call goes on, and only the log tells of it', async () => {
        const { centre, id, page } = await talking();
        assert.deepEqual(await centre.state('secureSession', id, 'agent', secure(flow, false)), { done: true });
        assert.deepEqual(await page.said(), []);
        const { log, calls } = await page.view();
        assert.match(log[0]?.text ?? '', /the call goes on/);
        assert.equal(calls[0]?.state, 'connected');
    });

    test('ends the part of the agent who asked for it', async () => {
        const { centre, id, page } = await talking();
        await centre.state('secureSession', id, 'agent', secure(flow, true));
        assert.deepEqual(await categoriesOf(page), ['disconnect']);
        assert.match((await page.view()).log[0]?.text ?? '', /ended/);
    });

    test("leaves its data out of the phone's log (T21)", async () => {
        const { centre, id, page } = await talking();
        await centre.state('secureSession', id, 'agent', secure(flow, false));
        assert.doesNotMatch(JSON.stringify((await page.view()).log), /0815/);
    });

    for (const [what, flowId, reason] of [
        ['a flow that nobody made', '741f4f39-7a94-470d-a1dd-dd68d01e0dd8', /no flow with this id/],
        ['a flow that is not secure', FLOWS[0]?.id ?? '', /not a secure one/]
    ] as const) {
        test(`does not begin with ${what}`, async () => {
            const { centre, id } = await talking();
            const { reason: said } = await centre.state('secureSession', id, 'agent', secure(flowId, false));
            assert.match(String(said), reason);
        });
    }
});
