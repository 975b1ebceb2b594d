import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createTestCentre } from './centreForTests.ts';
import type { TestCentre } from './centreForTests.ts';
import type { ClientMessage, WireInteraction } from './clientMessage.ts';
import { genesysUserId, QUEUES } from './directory.ts';

const AGENTS = ['agent', 'agent2'] as const;

const move = fc.oneof(
    fc.record({
        who: fc.constantFrom(...AGENTS),
        what: fc.constantFrom('pickup', 'hold', 'mute', 'securePause', 'disconnect', 'concludeTransfer')
    }),
    fc.record({
        who: fc.constantFrom(...AGENTS),
        what: fc.constantFrom('blindTransfer', 'consultTransfer'),
        target: fc.constantFrom(
            { transferTarget: genesysUserId('agent'), transferTargetType: 'userId' },
            { transferTarget: genesysUserId('agent2'), transferTargetType: 'userId' },
            { transferTarget: QUEUES[0]?.id ?? '', transferTargetType: 'queueId' },
            { transferTarget: '+442079460018', transferTargetType: 'address' }
        )
    }),
    fc.record({ who: fc.constantFrom(...AGENTS), what: fc.constant('wrapUp') }),
    fc.record({ who: fc.constantFrom(...AGENTS), what: fc.constantFrom('hangUp', 'answer') }),
    fc.record({ who: fc.constantFrom(...AGENTS), what: fc.constant('wait'), ms: fc.integer({ min: 1, max: 3000 }) })
);
type Move = { who: string; what: string; target?: object; ms?: number };

async function play(centre: TestCentre, id: string, moves: readonly Move[]): Promise<void> {
    for (const { who, what, target, ms } of moves) {
        switch (what) {
            case 'wait':
                centre.pass(ms ?? 0);
                break;
            case 'wrapUp':
                await centre.send('POST', 'wrap-up', { conversationId: id, code: 'Complaint' }, who);
                break;
            case 'hangUp':
            case 'answer':
                await centre.send('POST', 'far-end', { conversationId: id, action: what }, who);
                break;
            default:
                await centre.state(what, id, who, target ? { participantContext: target } : {});
        }
    }
}

/** The interaction after each message; a message of only an id leaves it as it was. */
function* statesIn(messages: readonly ClientMessage[]): Generator<{ category: string; now: WireInteraction }> {
    for (const message of messages) {
        if (message.type === 'Interaction' && typeof message.data === 'object' && 'state' in message.data) {
            yield { category: message.category, now: message.data };
        } else if (message.type === 'Interaction' && message.category === 'change') {
            yield { category: 'change', now: message.data.new };
        }
    }
}

test('whatever agents and callers do, each client tells a call that can be', async () => {
    await fc.assert(
        fc.asyncProperty(fc.boolean(), fc.array(move, { maxLength: 30 }), async (inbound, moves) => {
            const centre = createTestCentre();
            const pages = AGENTS.map((name) => centre.page(name));
            await pages[0]?.view();
            const direction = inbound ? 'inbound' : 'outbound';
            const id = await centre.ring({ direction, queue: 'Claims' });
            await play(centre, id, moves);
            let answered = 0;
            for (const page of pages) {
                let last: WireInteraction | undefined;
                for (const { category, now } of statesIn(await page.said())) {
                    if (category === 'add') {
                        assert.ok(!last || last.isDisconnected, 'add while the call is live');
                    } else {
                        assert.ok(last && !last.isDone, `${category} before add or after the end`);
                    }
                    if (category === 'connect') {
                        answered += 1;
                        assert.ok(now.isConnected);
                    }
                    if (category === 'disconnect') {
                        assert.ok(now.isDisconnected && !last?.isDisconnected);
                    }
                    if (category === 'acw') {
                        assert.ok(now.isDone && last?.isDisconnected);
                    }
                    assert.equal(now.isConnected, now.state === 'CONNECTED' || now.state === 'HELD');
                    last = now;
                }
            }
            assert.equal(centre.tasks.length, answered, 'one Task for each time somebody answered');
            centre.genesys.close();
        }),
        { numRuns: 60 }
    );
});
