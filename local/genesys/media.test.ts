import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createTestCentre } from './centreForTests.ts';
import type { TestCentre } from './centreForTests.ts';
import type { WireInteraction } from './clientMessage.ts';
import { genesysUserId } from './directory.ts';
import { hasNumber, MEDIA } from './medium.ts';
import type { Medium } from './medium.ts';

/** What somebody who begins such an interaction must give. */
function offerOf(medium: Medium): object {
    if (medium === 'email') {
        return { medium, email: 'edna@example.com', number: undefined, name: 'Edna Frank' };
    }
    return hasNumber(medium) ? { medium } : { medium, number: undefined, name: 'Edna Frank' };
}

async function ringing(medium: Medium): Promise<{ centre: TestCentre; id: string; said: WireInteraction }> {
    const centre = createTestCentre();
    const page = centre.page('agent');
    await page.view();
    const id = await centre.ring(offerOf(medium));
    const [add] = await page.said();
    assert.ok(add?.type === 'Interaction' && add.category === 'add');
    return { centre, id, said: add.data };
}

describe('the phone rings with', () => {
    const flags: readonly [Medium, keyof WireInteraction | undefined][] = [
        ['call', undefined],
        ['callback', 'isCallback'],
        ['voicemail', 'isVoicemail'],
        ['dialer', 'isDialer'],
        ['chat', 'isChat'],
        ['email', 'isEmail'],
        ['message', 'isMessage']
    ];
    for (const [medium, flag] of flags) {
        test(`a ${medium}, which ${flag ?? 'no flag'} tells`, async () => {
            const { said } = await ringing(medium);
            const set = (['isCallback', 'isVoicemail', 'isDialer', 'isChat', 'isEmail', 'isMessage'] as const).filter(
                (name) => said[name]
            );
            assert.deepEqual(set, flag ? [flag] : []);
        });
    }

    for (const medium of ['chat', 'email', 'message'] as const) {
        test(`a ${medium} that has no phone number of any kind`, async () => {
            const { said } = await ringing(medium);
            for (const field of ['phone', 'ani', 'calledNumber', 'recordingState', 'securePause'] as const) {
                assert.ok(!(field in said), field);
            }
        });
    }

    test('an email whose address is the mail address', async () => {
        assert.equal((await ringing('email')).said.displayAddress, 'edna@example.com');
    });

    test('a campaign call that is outbound, with bare digits (T13)', async () => {
        const { said } = await ringing('dialer');
        assert.deepEqual([said.direction, said.phone, said.state], ['Outbound', '61491570006', 'ALERTING']);
    });

    test('a callback that has the number to call and no caller id', async () => {
        const { said } = await ringing('callback');
        assert.deepEqual([said.phone, 'ani' in said], ['tel:+61491570006', false]);
    });
});

describe('every medium', () => {
    for (const medium of MEDIA) {
        test(`a ${medium} is answered, ended and wrapped up`, async () => {
            const { centre, id } = await ringing(medium);
            const page = centre.page('agent');
            await page.view();
            await centre.state('pickup', id);
            await centre.state('disconnect', id);
            await centre.send('POST', 'wrap-up', { conversationId: id, code: 'Complaint' });
            const categories = (await page.said()).map((message) => 'category' in message && message.category);
            assert.deepEqual(categories, ['change', 'connect', 'disconnect', 'acw']);
        });
    }
});

describe("the phone's own Task", () => {
    for (const [medium, type] of [
        ['call', 'Call'],
        ['callback', 'Call'],
        ['dialer', 'Call'],
        ['voicemail', 'Voicemail'],
        ['chat', 'Chat'],
        ['email', 'Email'],
        ['message', 'Message']
    ] as const) {
        test(`of a ${medium} says ${type}`, async () => {
            const { centre, id } = await ringing(medium);
            await centre.state('pickup', id);
            assert.equal(centre.tasks[0]?.fields.Type, type);
        });
    }
});

describe('an agent without anybody on the line', () => {
    const actions = ['hold', 'mute', 'securePause', 'secureSession', 'consultTransfer', 'concludeTransfer'];
    const context = {
        participantContext: { transferTarget: genesysUserId('agent2'), transferTargetType: 'userId' },
        secureSessionContext: { flowId: '8f4e2d6a-1c3b-4e5f-9a7d-000000000003', userData: 'x' }
    };
    for (const medium of ['chat', 'email', 'message', 'voicemail'] as const) {
        test(`cannot do in a ${medium} what needs a voice; the channel stays silent, the log says why`, async () => {
            const { centre, id } = await ringing(medium);
            const page = centre.page('agent');
            await centre.state('pickup', id);
            const before = (await page.said()).length;
            for (const action of actions) {
                const { reason } = await centre.state(action, id, 'agent', context);
                assert.match(String(reason), /Nobody is on the line/, action);
            }
            assert.equal((await page.said()).length, before);
            assert.equal((await page.view()).log.filter(({ refused }) => refused).length, actions.length);
        });
    }

    test('passes a chat to a colleague', async () => {
        const { centre, id } = await ringing('chat');
        await centre.state('pickup', id);
        await centre.state('blindTransfer', id, 'agent', context);
        assert.equal((await centre.page('agent2').view()).calls[0]?.medium, 'chat');
    });

    test('cannot pass a chat to a phone number', async () => {
        const { centre, id } = await ringing('chat');
        await centre.state('pickup', id);
        const participantContext = { transferTarget: '+61491570157', transferTargetType: 'address' };
        const { reason } = await centre.state('blindTransfer', id, 'agent', { participantContext });
        assert.match(String(reason), /users and queues only/);
    });

    test('is not left by the customer of an email', async () => {
        const { centre, id } = await ringing('email');
        const { reason } = await centre.send('POST', 'far-end', { conversationId: id, action: 'hangUp' });
        assert.match(String(reason), /nobody is there/);
    });
});

describe('several interactions at once', () => {
    test('an agent on a call is offered a chat by the queue', async () => {
        const { centre } = await ringing('call');
        const chat = await centre.ring({ ...offerOf('chat'), user: 'agent2' });
        await centre.state('disconnect', chat, 'agent2');
        const media = (await centre.page('agent').view()).calls.map(({ medium }) => medium);
        assert.deepEqual(media, ['call', 'chat']);
    });

    test('an agent on a call is not offered a callback by the queue', async () => {
        const { centre } = await ringing('call');
        const callback = await centre.ring({ ...offerOf('callback'), user: 'agent2' });
        await centre.state('disconnect', callback, 'agent2');
        assert.equal((await centre.page('agent').view()).calls.length, 1);
    });

    test('what is done to one leaves the others', async () => {
        const { centre, id } = await ringing('call');
        const chat = await centre.ring(offerOf('chat'));
        await centre.state('pickup', id);
        await centre.state('pickup', chat);
        await centre.state('hold', id);
        const states = (await centre.page('agent').view()).calls.map(({ state }) => state);
        assert.deepEqual(states, ['held', 'connected']);
    });
});

describe('a request for an interaction', () => {
    const bad: readonly [what: string, body: object, says: RegExp][] = [
        ['of an unknown medium', { medium: 'fax', number: '+61491570006' }, /^medium must be one of/],
        ['with a number for a chat', { medium: 'chat', number: '+61491570006' }, /^number is given/],
        ['with an address for a call', { number: '+61491570006', email: 'a@example.com' }, /^email is given/],
        ['of an email without address', { medium: 'email' }, /^email must be a mail address/],
        ['of a chat that dials out', { medium: 'chat', direction: 'outbound' }, /^direction "outbound"/]
    ];
    for (const [what, body, says] of bad) {
        test(`${what} is answered with what is wrong`, async () => {
            assert.match(String((await createTestCentre().send('POST', 'calls', body)).error), says);
        });
    }
});
