import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { bringToFront } from '../pageAreas.ts';
import {
    APPLICATION_SCOPE,
    MessageContext,
    createMessageContext,
    publish,
    releaseMessageContext,
    resetMessageService,
    subscribe,
    unsubscribe
} from './messageService.ts';
import type { MessageContextValue } from './messageService.ts';

const CHANNEL = 'purecloud__ClientEvent__c';
const delivered = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function wired(area?: string): { context: MessageContextValue; wire: MessageContext } {
    let context: MessageContextValue | undefined;
    const wire = new MessageContext((value) => {
        context = value;
    });
    wire.connect();
    wire.update({}, area === undefined ? undefined : { area });
    assert.ok(context);
    return { context, wire };
}

describe('a developer who uses the message service', () => {
    afterEach(() => {
        resetMessageService();
        bringToFront(undefined);
    });

    it('receives a message after the publisher has finished, not before', async () => {
        const { context } = wired();
        const received: unknown[] = [];
        subscribe(context, CHANNEL, (message) => received.push(message));
        publish(context, CHANNEL, { type: 'Interaction' });
        assert.deepEqual(received, []);
        await delivered();
        assert.deepEqual(received, [{ type: 'Interaction' }]);
    });

    it('gets a copy of its own, so nobody can change what another subscriber sees', async () => {
        const { context } = wired();
        const message = { data: { id: 'a' } };
        const received: { data: { id: string } }[] = [];
        subscribe(context, CHANNEL, (one) => {
            (one as { data: { id: string } }).data.id = 'changed';
        });
        subscribe(context, CHANNEL, (one) => received.push(one as { data: { id: string } }));
        publish(context, CHANNEL, message);
        await delivered();
        assert.equal(received[0]?.data.id, 'a');
        assert.equal(message.data.id, 'a');
    });

    it('sees what the message was when it was published, though the publisher changes it at once', async () => {
        const { context } = wired();
        const message = { state: 'held' };
        let received: unknown;
        subscribe(context, CHANNEL, (one) => {
            received = one;
        });
        publish(context, CHANNEL, message);
        message.state = 'connected';
        await delivered();
        assert.deepEqual(received, { state: 'held' });
    });

    it('loses functions and undefined values on the way, as JSON does', async () => {
        const { context } = wired();
        let received: unknown;
        subscribe(context, CHANNEL, (one) => {
            received = one;
        });
        publish(context, CHANNEL, { keep: 1, run: () => 1, nothing: undefined });
        await delivered();
        assert.deepEqual(received, { keep: 1 });
    });

    it('is told at once about a message that JSON cannot carry', () => {
        const { context } = wired();
        const circle: Record<string, unknown> = {};
        circle['self'] = circle;
        assert.throws(() => publish(context, CHANNEL, circle), TypeError);
    });

    it('misses what was published before it subscribed', async () => {
        const { context } = wired();
        const received: unknown[] = [];
        publish(context, CHANNEL, { n: 1 });
        subscribe(context, CHANNEL, (message) => received.push(message));
        await delivered();
        assert.deepEqual(received, []);
    });

    it('hears only its own channel', async () => {
        const { context } = wired();
        const received: unknown[] = [];
        subscribe(context, 'Other__c', (message) => received.push(message));
        publish(context, CHANNEL, { n: 1 });
        await delivered();
        assert.deepEqual(received, []);
    });

    it('hears nothing more once it unsubscribed, though a message was on its way', async () => {
        const { context } = wired();
        const received: unknown[] = [];
        const subscription = subscribe(context, CHANNEL, (message) => received.push(message));
        publish(context, CHANNEL, { n: 1 });
        unsubscribe(subscription);
        await delivered();
        assert.deepEqual(received, []);
    });

    it('hears nothing in a background tab without APPLICATION_SCOPE', async () => {
        const { context } = wired('tab 1');
        const received: unknown[] = [];
        subscribe(context, CHANNEL, (message) => received.push(message));
        bringToFront('tab 2');
        publish(wired().context, CHANNEL, { n: 1 });
        await delivered();
        assert.deepEqual(received, []);
    });

    it('hears everything in a background tab with APPLICATION_SCOPE', async () => {
        const { context } = wired('tab 1');
        const received: unknown[] = [];
        subscribe(context, CHANNEL, (message) => received.push(message), { scope: APPLICATION_SCOPE });
        bringToFront('tab 2');
        publish(wired().context, CHANNEL, { n: 1 });
        await delivered();
        assert.deepEqual(received, [{ n: 1 }]);
    });

    it('hears what comes while its tab is in front, without a scope', async () => {
        const { context } = wired('tab 1');
        const received: unknown[] = [];
        subscribe(context, CHANNEL, (message) => received.push(message));
        bringToFront('tab 1');
        publish(context, CHANNEL, { n: 1 });
        await delivered();
        assert.deepEqual(received, [{ n: 1 }]);
    });

    it('leaves no subscription behind when its component leaves the page', async () => {
        const { context, wire } = wired();
        const received: unknown[] = [];
        subscribe(context, CHANNEL, (message) => received.push(message));
        wire.disconnect();
        publish(wired().context, CHANNEL, { n: 1 });
        await delivered();
        assert.deepEqual(received, []);
    });

    it('gets a new context when its component comes back', () => {
        const { context, wire } = wired();
        let again: MessageContextValue | undefined;
        const second = new MessageContext((value) => {
            again = value;
        });
        wire.disconnect();
        second.connect();
        second.update();
        assert.ok(again);
        assert.notEqual(again, context);
    });

    it('ends a created context and its subscriptions by releasing it', async () => {
        const context = createMessageContext();
        const received: unknown[] = [];
        subscribe(context, CHANNEL, (message) => received.push(message), { scope: APPLICATION_SCOPE });
        releaseMessageContext(context);
        publish(wired().context, CHANNEL, { n: 1 });
        await delivered();
        assert.deepEqual(received, []);
    });

    it('reads what to do when the context is used too early', () => {
        assert.throws(
            () => subscribe(undefined, CHANNEL, () => undefined),
            /messageContext is undefined.*connectedCallback/
        );
    });

    it('reads what to do when a released context publishes', () => {
        const context = createMessageContext();
        releaseMessageContext(context);
        assert.throws(() => publish(context, CHANNEL, {}), /released/);
    });

    it('reads what to do when the channel is missing', () => {
        const { context } = wired();
        assert.throws(() => publish(context, undefined, {}), /messageChannel is undefined/);
    });

    it('receives exactly what was published while subscribed, in order, whatever the order of calls', async () => {
        const call = fc.oneof(
            fc.constant('publish' as const),
            fc.nat({ max: 2 }).map((who) => ({ who, what: 'subscribe' as const })),
            fc.nat({ max: 2 }).map((who) => ({ who, what: 'unsubscribe' as const })),
            fc.constant('settle' as const)
        );
        await fc.assert(
            fc.asyncProperty(fc.array(call, { maxLength: 30 }), async (calls) => {
                resetMessageService();
                const context = createMessageContext();
                const on = new Map<number, ReturnType<typeof subscribe>>();
                const received: number[][] = [[], [], []];
                const expected: number[][] = [[], [], []];
                let sent = 0;
                for (const one of calls) {
                    if (one === 'publish') {
                        sent += 1;
                        publish(context, CHANNEL, { n: sent });
                        await delivered();
                        for (const who of on.keys()) expected[who]?.push(sent);
                    } else if (one === 'settle') {
                        await delivered();
                    } else if (one.what === 'subscribe' && !on.has(one.who)) {
                        const hear = (message: unknown): void => {
                            received[one.who]?.push((message as { n: number }).n);
                        };
                        on.set(one.who, subscribe(context, CHANNEL, hear));
                    } else if (one.what === 'unsubscribe') {
                        unsubscribe(on.get(one.who) ?? null);
                        on.delete(one.who);
                    }
                }
                assert.deepEqual(received, expected);
            })
        );
    });
});
