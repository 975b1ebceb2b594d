import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createTestCentre } from './centreForTests.ts';
import type { TestCentre } from './centreForTests.ts';
import type { ClientMessage, WireInteraction } from './clientMessage.ts';
import { FLOWS, genesysUserId, QUEUES, WRAP_UP_CODES } from './directory.ts';
import { hasNumber, hasVoice, MEDIA } from './medium.ts';
import type { Medium } from './medium.ts';

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
            { transferTarget: '+442079460018', transferTargetType: 'address' },
            { transferTarget: 'sip:Survey', transferTargetType: 'address' }
        )
    }),
    fc.record({ who: fc.constantFrom(...AGENTS), what: fc.constantFrom('wrapUp', 'say') }),
    fc.record({ who: fc.constantFrom(...AGENTS), what: fc.constantFrom('callOff', 'outsideAnswer', 'decline') }),
    fc.record({ who: fc.constantFrom(...AGENTS), what: fc.constant('secureSession'), ends: fc.boolean() }),
    fc.record({ who: fc.constantFrom(...AGENTS), what: fc.constantFrom('hangUp', 'answer') }),
    fc.record({ who: fc.constantFrom(...AGENTS), what: fc.constant('wait'), ms: fc.integer({ min: 1, max: 3000 }) })
);
type Move = { who: string; what: string; target?: object; ms?: number; ends?: boolean; of?: number };

async function play(centre: TestCentre, ids: readonly string[], moves: readonly Move[]): Promise<void> {
    for (const { who, what, target, ms, ends, of = 0 } of moves) {
        const conversationId = ids[of % ids.length] ?? '';
        const far = (action: string): Promise<unknown> =>
            centre.send('POST', 'far-end', { conversationId, action }, who);
        const consult = (action: string): Promise<unknown> =>
            centre.send('POST', 'consult', { conversationId, action }, who);
        switch (what) {
            case 'wait':
                centre.pass(ms ?? 0);
                break;
            case 'wrapUp':
                await centre.send('POST', 'wrap-up', { conversationId, code: WRAP_UP_CODES[3] }, who);
                break;
            case 'say':
                await centre.send('POST', 'speech', { conversationId, speaker: 'customer', text: 'Hello' }, who);
                break;
            case 'callOff':
            case 'decline':
                await consult(what);
                break;
            case 'outsideAnswer':
                await consult('answer');
                break;
            case 'hangUp':
            case 'answer':
                await far(what);
                break;
            case 'secureSession':
                await centre.state(what, conversationId, who, {
                    secureSessionContext: { flowId: FLOWS[2]?.id, userData: 'x', disconnect: ends }
                });
                break;
            default:
                await centre.state(what, conversationId, who, target ? { participantContext: target } : {});
        }
    }
}

function begin(centre: TestCentre, medium: Medium, outbound: boolean): Promise<string> {
    if (outbound && medium === 'call') {
        return centre.ring({ direction: 'outbound', queue: 'Claims' });
    }
    const customer = hasNumber(medium)
        ? {}
        : { number: undefined, name: 'Edna Frank', ...(medium === 'email' ? { email: 'edna@example.com' } : {}) };
    return centre.ring({ medium, queue: 'Claims', ...customer });
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

/** Fails when an agent's client told something of one interaction that cannot be; answers how often it was answered. */
function checked(states: readonly { category: string; now: WireInteraction }[], medium: Medium): number {
    let answered = 0;
    let last: WireInteraction | undefined;
    for (const { category, now } of states) {
        if (category === 'add') {
            assert.ok(!last || last.isDisconnected, 'add while the interaction is live');
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
        assert.ok(hasVoice(medium) || (now.state !== 'HELD' && !('securePause' in now)), 'held without a voice');
        assert.equal('phone' in now, hasNumber(medium));
        last = now;
    }
    return answered;
}

test('whatever agents and customers do, each client tells interactions that can be', async () => {
    const offers = fc.array(fc.constantFrom(...MEDIA), { minLength: 1, maxLength: 3 });
    const moves = fc.array(
        fc.tuple(move, fc.nat(2)).map(([one, of]) => ({ ...one, of })),
        { maxLength: 40 }
    );
    await fc.assert(
        fc.asyncProperty(fc.boolean(), offers, moves, async (outbound, media, made) => {
            const centre = createTestCentre();
            const pages = AGENTS.map((name) => centre.page(name));
            await pages[0]?.view();
            const ids: string[] = [];
            for (const medium of media) {
                ids.push(await begin(centre, medium, outbound));
            }
            await play(centre, ids, made);
            let answered = 0;
            for (const page of pages) {
                const states = [...statesIn(await page.said())];
                media.forEach((medium, i) => {
                    answered += checked(
                        states.filter(({ now }) => now.id === ids[i]),
                        medium
                    );
                });
            }
            assert.equal(centre.tasks.length, answered, 'one Task for each time somebody answered');
            centre.genesys.close();
        }),
        { numRuns: 60 }
    );
});
