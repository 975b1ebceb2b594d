/** Whatever the channel does to the messages, no handler is lost, told twice, or told by another's mistake. */
import fc from 'fast-check';
import { hold, pickup } from 'c/clientEvents';
import { CALL, openPage } from './page.ts';

const word = fc.constantFrom('add', 'change', 'connect', 'disconnect', 'acw', 'deallocate', 'blindTransfer', 'dance');
const state = fc.constantFrom('ALERTING', 'CONNECTED', 'HELD', 'DISCONNECTED', '', 7);
const id = fc.constantFrom(CALL, 'call-2', 'call-3');
const body = fc.record({ id, state, isConnected: fc.boolean(), isDone: fc.boolean() }, { requiredKeys: ['id'] });
const message = fc.oneof(
    fc.record({
        type: fc.constantFrom(
            'Interaction',
            'interaction',
            'InitialSetup',
            'UserAction',
            'PureCloud.Interaction.updateState'
        ),
        category: word,
        data: fc.oneof(id, body, fc.record({ old: body, new: body }), fc.record({ new: body }), fc.constant(null))
    }),
    fc.object()
);

it('every message is told once to every handler of its type, in order, though others throw', async () => {
    await fc.assert(
        fc.asyncProperty(fc.array(message, { maxLength: 12 }), fc.nat(12), async (messages, before) => {
            const page = await openPage({ subscriptions: [] });
            try {
                await page.says(...messages.slice(0, before));
                const heard: unknown[] = [];
                page.connection.onMessage(() => {
                    throw new Error('mine');
                });
                page.connection.onMessage((given) => heard.push(given));
                await page.says(...messages.slice(before));
                expect(heard).toEqual(JSON.parse(JSON.stringify(messages)));
                expect(page.errors).toHaveLength(messages.length);
                expect(page.connection.diagnostics().received).toBe(messages.length);
            } finally {
                page.leave();
            }
        }),
        { numRuns: 60 }
    );
});

it('what goes on is the same for who listened from the start and for who comes late', async () => {
    await fc.assert(
        fc.asyncProperty(fc.array(message, { maxLength: 12 }), async (messages) => {
            const early = await openPage({ subscriptions: [] });
            const late = await openPage({ subscriptions: [] });
            try {
                early.connection.on('Interaction', () => undefined);
                await early.says(...messages);
                expect(late.connection.interactions()).toEqual(early.connection.interactions());
                late.connection.on('Interaction', () => undefined);
                await late.says();
                expect(late.connection.interactions()).toEqual(early.connection.interactions());
            } finally {
                early.leave();
                late.leave();
            }
        }),
        { numRuns: 60 }
    );
});

it('an action always has an outcome and leaves no timer, whatever comes meanwhile', async () => {
    await fc.assert(
        fc.asyncProperty(
            fc.array(message, { maxLength: 8 }),
            fc.constantFrom(hold(CALL), hold(CALL, 'off'), hold(CALL, 'toggle'), pickup(CALL)),
            async (messages, action) => {
                const page = await openPage({ subscriptions: [] });
                try {
                    const sending = [page.connection.send(action), page.connection.send(action)];
                    await page.says(...messages);
                    // The second of two plain toggles has its own time after the first.
                    await page.pass(3000);
                    await page.pass(3000);
                    for (const outcome of await Promise.all(sending)) expect(outcome).toMatch(/^(un)?confirmed$/);
                    expect(page.timers()).toBe(0);
                } finally {
                    page.leave();
                }
            }
        ),
        { numRuns: 60 }
    );
});
