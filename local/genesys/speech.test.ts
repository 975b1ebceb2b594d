import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createTestCentre } from './centreForTests.ts';
import type { AgentPage, TestCentre } from './centreForTests.ts';
import type { NotificationMessage } from './clientMessage.ts';

async function talking(offer: object = {}): Promise<{ centre: TestCentre; id: string; page: AgentPage }> {
    const centre = createTestCentre();
    const id = await centre.ring(offer);
    await centre.state('pickup', id);
    const page = centre.page('agent');
    await page.view();
    return { centre, id, page };
}
const CHAT = { medium: 'chat', number: undefined, name: 'Edna Frank' };

const say = (centre: TestCentre, id: string, speaker: string, text: string): Promise<Record<string, unknown>> =>
    centre.send('POST', 'speech', { conversationId: id, speaker, text });

async function notifications(page: AgentPage): Promise<readonly NotificationMessage[]> {
    return (await page.said()).flatMap((message) => (message.type === 'Notification' ? [message] : []));
}

/** The utterances of each message, as channel and words. */
async function heard(page: AgentPage): Promise<readonly (readonly string[])[]> {
    return (await notifications(page)).flatMap((message) =>
        message.category === 'conversationTranscription' && message.data.transcripts
            ? [message.data.transcripts.map((one) => `${one.channel} ${one.alternatives[0]?.transcript ?? ''}`)]
            : []
    );
}

describe('a call that is transcribed', () => {
    test('tells both channels, and each utterance again with the next two (W17)', async () => {
        const { centre, id, page } = await talking();
        for (const [speaker, text] of [
            ['customer', 'one'],
            ['agent', 'two'],
            ['customer', 'three'],
            ['customer', 'four']
        ] as const) {
            await say(centre, id, speaker, text);
        }
        assert.deepEqual(await heard(page), [
            ['EXTERNAL one'],
            ['EXTERNAL one', 'INTERNAL two'],
            ['EXTERNAL one', 'INTERNAL two', 'EXTERNAL three'],
            ['INTERNAL two', 'EXTERNAL three', 'EXTERNAL four']
        ]);
    });

    test('gives an utterance its id once, and each saying of the same words its own', async () => {
        const { centre, id, page } = await talking();
        await say(centre, id, 'customer', 'yes');
        await say(centre, id, 'customer', 'yes');
        const ids = (await notifications(page)).flatMap((message) =>
            message.category === 'conversationTranscription'
                ? (message.data.transcripts ?? []).map(({ utteranceId }) => utteranceId)
                : []
        );
        assert.deepEqual([ids.length, new Set(ids).size, ids[0]], [3, 2, ids[1]]);
    });

    test('ends with SESSION_ENDED after the disconnect', async () => {
        const { centre, id, page } = await talking();
        await say(centre, id, 'customer', 'bye');
        await centre.state('disconnect', id);
        const [before, last] = (await page.said()).slice(-2);
        assert.ok(before?.type === 'Interaction' && before.category === 'disconnect');
        assert.ok(last?.type === 'Notification' && last.category === 'conversationTranscription');
        assert.deepEqual([last.data.id, last.data.status], [id, 'SESSION_ENDED']);
    });

    test('says that it ended once', async () => {
        const { centre, id, page } = await talking();
        await say(centre, id, 'customer', 'bye');
        await centre.state('disconnect', id);
        await centre.send('POST', 'wrap-up', { conversationId: id, code: 'Complaint' });
        assert.equal((await notifications(page)).length, 2);
    });

    test('in which nobody spoke says nothing', async () => {
        const { centre, id, page } = await talking();
        await centre.state('disconnect', id);
        assert.deepEqual(await notifications(page), []);
    });
});

describe('a chat', () => {
    test('tells the whole list each time, newest last', async () => {
        const { centre, id, page } = await talking(CHAT);
        await say(centre, id, 'customer', 'Hello');
        await say(centre, id, 'agent', 'Good morning');
        const last = (await notifications(page)).at(-1);
        assert.deepEqual(last, {
            type: 'Notification',
            category: 'chatUpdate',
            data: {
                messages: [
                    { role: 'customer', body: 'Hello' },
                    { role: 'agent', body: 'Good morning' }
                ]
            }
        });
    });

    test('that is a message is told as one', async () => {
        const { centre, id, page } = await talking({ ...CHAT, medium: 'message' });
        await say(centre, id, 'customer', 'Hello');
        assert.equal((await notifications(page))[0]?.category, 'messageUpdate');
    });
});

describe('nobody', () => {
    test('talks before the call is answered', async () => {
        const centre = createTestCentre();
        const id = await centre.ring();
        assert.match(String((await say(centre, id, 'customer', 'Hello?')).reason), /Nobody is connected/);
    });

    test('talks in an email', async () => {
        const { centre, id } = await talking({ medium: 'email', number: undefined, email: 'edna@example.com' });
        assert.match(String((await say(centre, id, 'customer', 'Hello?')).reason), /nobody talks/);
    });

    test("reads in the phone's log what was said", async () => {
        const { centre, id, page } = await talking();
        await say(centre, id, 'customer', 'my secret');
        assert.doesNotMatch(JSON.stringify((await page.view()).log), /secret/);
    });
});
