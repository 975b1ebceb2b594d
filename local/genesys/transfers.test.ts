import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createTestCentre } from './centreForTests.ts';
import type { TestCentre } from './centreForTests.ts';
import type { ClientMessage } from './clientMessage.ts';
import { genesysUserId, QUEUES } from './directory.ts';

const QUEUE = QUEUES[1];
assert.ok(QUEUE);

const toUser = (userName: string): object => ({
    participantContext: { transferTarget: genesysUserId(userName), transferTargetType: 'userId' }
});
const toQueue = { participantContext: { transferTarget: QUEUE.id, transferTargetType: 'queueId' } };
const outside = { participantContext: { transferTarget: '+442079460018', transferTargetType: 'address' } };

const categoriesOf = (messages: readonly ClientMessage[]): readonly string[] =>
    messages.map((message) => ('category' in message ? message.category : message.type));

async function answeredCall(): Promise<{ centre: TestCentre; id: string }> {
    const centre = createTestCentre();
    const id = await centre.ring();
    await centre.state('pickup', id);
    return { centre, id };
}

async function participantIds(centre: TestCentre): Promise<readonly string[]> {
    const [conversation] = (await (await centre.get('conversations')).json()) as { agents: { id: string }[] }[];
    return (conversation?.agents ?? []).map(({ id }) => id);
}

describe('a blind transfer', () => {
    test('to a colleague rings there and leaves wrap-up here', async () => {
        const { centre, id } = await answeredCall();
        const [here, there] = [centre.page('agent'), centre.page('agent2')];
        await here.view();
        await there.view();
        await centre.state('blindTransfer', id, 'agent', toUser('agent2'));
        assert.deepEqual(categoriesOf(await here.said()), ['blindTransfer', 'disconnect']);
        assert.equal((await here.view()).calls[0]?.wrapUpOpen, true);
        assert.deepEqual(categoriesOf(await there.said()), ['add']);
        assert.equal((await there.view()).calls[0]?.state, 'alerting');
    });

    test('there and back gives each part of the call its own participant id', async () => {
        const { centre, id } = await answeredCall();
        await centre.state('blindTransfer', id, 'agent', toUser('agent2'));
        await centre.state('pickup', id, 'agent2');
        await centre.state('blindTransfer', id, 'agent2', toUser('agent'));
        assert.deepEqual(await centre.state('pickup', id, 'agent'), { done: true });
        const ids = await participantIds(centre);
        assert.deepEqual([ids.length, new Set(ids).size], [3, 3]);
    });

    test('that comes back during wrap-up ends that wrap-up first', async () => {
        const { centre, id } = await answeredCall();
        const page = centre.page('agent');
        await page.view();
        await centre.state('blindTransfer', id, 'agent', toUser('agent2'));
        await centre.state('pickup', id, 'agent2');
        await centre.state('blindTransfer', id, 'agent2', toUser('agent'));
        assert.deepEqual(categoriesOf(await page.said()).slice(-2), ['acw', 'add']);
    });

    test('to a queue rings the next free agent on queue', async () => {
        const { centre, id } = await answeredCall();
        await centre.state('blindTransfer', id, 'agent', toQueue);
        const [call] = (await centre.page('agent2').view()).calls;
        assert.deepEqual([call?.state, call?.queueName], ['alerting', QUEUE.name]);
    });

    test('to a queue does not ring an agent who has a call', async () => {
        const { centre, id } = await answeredCall();
        await centre.ring({ user: 'agent2' });
        await centre.state('blindTransfer', id, 'agent', toQueue);
        assert.equal((await centre.page('agent2').view()).calls.length, 1);
    });

    test('to a queue waits until somebody is on queue', async () => {
        const { centre, id } = await answeredCall();
        const setStatus = (status: string, user: string): Promise<unknown> =>
            centre.send('POST', 'actions', { type: 'PureCloud.User.updateStatus', data: { id: status } }, user);
        await setStatus('Break', 'agent2');
        await centre.state('blindTransfer', id, 'agent', toQueue);
        assert.deepEqual((await centre.page('agent2').view()).calls, []);
        await setStatus('On Queue', 'agent2');
        assert.equal((await centre.page('agent2').view()).calls[0]?.state, 'alerting');
    });

    test('to a queue adds the seconds in that queue to those before', async () => {
        const centre = createTestCentre();
        const id = await centre.ring({ queueSeconds: 30 });
        await centre.state('pickup', id);
        await centre.state('blindTransfer', id, 'agent', toQueue);
        centre.pass(60_000);
        await centre.state('pickup', id, 'agent2');
        centre.pass(1000);
        const opening = await centre.page('agent2').opening();
        const add = opening.at(-1);
        assert.ok(add?.type === 'Interaction' && add.category === 'add');
        assert.equal(add.data.totalAcdDurationSeconds, 90);
    });

    test('to an outside number leaves the contact centre', async () => {
        const { centre, id } = await answeredCall();
        await centre.state('blindTransfer', id, 'agent', outside);
        assert.match(
            String((await centre.send('POST', 'far-end', { conversationId: id, action: 'hangUp' })).reason),
            /already/
        );
    });

    for (const [what, more, reason] of [
        [
            'to somebody unknown',
            { participantContext: { transferTarget: 'x', transferTargetType: 'userId' } },
            /no user/
        ],
        [
            'to a queue unknown here',
            { participantContext: { transferTarget: 'x', transferTargetType: 'queueId' } },
            /no queue/
        ],
        ['to oneself', toUser('agent'), /who has it/],
        ['without target', {}, /participantContext/]
    ] as const) {
        test(`${what} is refused and the caller stays`, async () => {
            const { centre, id } = await answeredCall();
            assert.match(String((await centre.state('blindTransfer', id, 'agent', more)).reason), reason);
            assert.equal((await centre.page('agent').view()).calls[0]?.state, 'connected');
        });
    }

    for (const what of ['blindTransfer', 'consultTransfer'] as const) {
        test(`a ${what} to a colleague who is on the call already is refused`, async () => {
            const { centre, id } = await answeredCall();
            await centre.state('consultTransfer', id, 'agent', toUser('agent2'));
            const { reason } = await centre.state(what, id, 'agent', toUser('agent2'));
            assert.match(String(reason), what === 'blindTransfer' ? /on this call already/ : /already consulted/);
        });
    }

    test('a colleague who declines lets the caller go, one on queue passes it on', async () => {
        const { centre, id } = await answeredCall();
        await centre.state('blindTransfer', id, 'agent', toUser('agent2'));
        await centre.state('disconnect', id, 'agent2');
        assert.match(
            String((await centre.send('POST', 'far-end', { conversationId: id, action: 'hangUp' })).reason),
            /already/
        );

        const other = createTestCentre();
        const second = await other.ring();
        await other.state('disconnect', second);
        assert.equal((await other.page('agent2').view()).calls[0]?.state, 'alerting');
    });
});

describe('a consult transfer', () => {
    test('holds the caller, rings the colleague, and is concluded', async () => {
        const { centre, id } = await answeredCall();
        const [here, there] = [centre.page('agent'), centre.page('agent2')];
        await here.view();
        await centre.state('consultTransfer', id, 'agent', toUser('agent2'));
        const [call] = (await here.view()).calls;
        assert.deepEqual([call?.state, call?.consult], ['held', 'asked']);
        await centre.state('pickup', id, 'agent2');
        await centre.state('concludeTransfer', id);
        assert.deepEqual(categoriesOf(await here.said()), [
            'consultTransfer',
            'change',
            'completeConsultTransfer',
            'disconnect'
        ]);
        assert.equal((await there.view()).calls[0]?.state, 'connected');
    });

    test('cannot be concluded before the colleague answers', async () => {
        const { centre, id } = await answeredCall();
        await centre.state('consultTransfer', id, 'agent', toUser('agent2'));
        assert.match(String((await centre.state('concludeTransfer', id)).reason), /has not answered/);
    });

    test('leaves the caller with the agent when the colleague declines', async () => {
        const { centre, id } = await answeredCall();
        await centre.state('consultTransfer', id, 'agent', toUser('agent2'));
        await centre.state('disconnect', id, 'agent2');
        await centre.state('hold', id);
        const [call] = (await centre.page('agent').view()).calls;
        assert.deepEqual([call?.state, call?.consult], ['connected', undefined]);
    });

    test('to a queue where nobody is free is refused and nobody is rung later', async () => {
        const { centre, id } = await answeredCall();
        const setStatus = (status: string): Promise<unknown> =>
            centre.send('POST', 'actions', { type: 'PureCloud.User.updateStatus', data: { id: status } }, 'agent2');
        await setStatus('Break');
        assert.match(String((await centre.state('consultTransfer', id, 'agent', toQueue)).reason), /Nobody/);
        await setStatus('On Queue');
        assert.deepEqual((await centre.page('agent2').view()).calls, []);
    });
});
