import { afterEach } from 'node:test';
import type { Login } from './connection.ts';
import { subscribe } from './subscribe.ts';
import type { Batch, SubscribeOptions, Subscription, SubscriptionState } from './subscription.ts';
import { pubSubServerForTests, until } from './serverForTests.ts';
import type { PubSubTestServer } from './serverForTests.ts';

export interface Followed {
    readonly subscription: Subscription;
    /** Those that were taken. */
    readonly batches: readonly Batch[];
    readonly states: readonly SubscriptionState[];
    /** Ids of the events taken, in order. */
    ids(): string[];
    state<Name extends SubscriptionState['name']>(name: Name): Promise<Extract<SubscriptionState, { name: Name }>>;
    /** Tokens that Salesforce did not take. */
    readonly refused: readonly string[];
}

export const LOGIN: Login = {
    accessToken: 'token-0',
    instanceUrl: 'https://test.my.salesforce.com',
    organizationId: '00D000000000001AAA'
};

/** Waits as short as a test can bear. */
export const QUICK = { backOffMs: 4, longestBackOffMs: 20, roomMs: 2, pausedMs: 30 } as const;

/** A subscription whose tokens are `token-0`, `token-1` … as each is refused. `take` runs before a batch counts as taken. */
export function follow(
    options: Partial<SubscribeOptions> & { readonly endpoint: string; readonly take?: (batch: Batch) => unknown }
): Followed {
    const batches: Batch[] = [];
    const states: SubscriptionState[] = [];
    const refused: string[] = [];
    const { take, timing, ...given } = options;
    const subscription = subscribe({
        topic: '/event/Outbound__e',
        from: 'LATEST',
        room: () => 1_000,
        credentials: {
            login: () => Promise.resolve({ ...LOGIN, accessToken: `token-${refused.length}` }),
            refused: (token) => void refused.push(token)
        },
        onEvents: async (batch) => {
            await take?.(batch);
            batches.push(batch);
        },
        onState: (state) => void states.push(state),
        timing: { ...QUICK, ...timing },
        ...given
    });
    return {
        subscription,
        batches,
        states,
        refused,
        ids: () => batches.flatMap(({ events }) => events.map(({ id }) => id)),
        state: <Name extends SubscriptionState['name']>(name: Name) =>
            until(
                () => states.find((state): state is Extract<SubscriptionState, { name: Name }> => state.name === name),
                `the state ${name}`
            )
    };
}

/** Servers and subscriptions of one test file; what a test has opened is closed after it, the last one first. */
export function openedForTests(): {
    readonly server: (...options: Parameters<typeof pubSubServerForTests>) => Promise<PubSubTestServer>;
    readonly followed: typeof follow;
    /** Closes it, too, after the test. */
    readonly keep: <One extends { close(): Promise<void> }>(one: One) => One;
} {
    const opened: { close(): Promise<void> }[] = [];
    const keep = <One extends { close(): Promise<void> }>(one: One): One => {
        opened.push(one);
        return one;
    };
    afterEach(async () => {
        for (const one of opened.splice(0).reverse()) await one.close();
    });
    return {
        keep,
        server: async (...options) => keep(await pubSubServerForTests(...options)),
        followed(options) {
            const made = follow(options);
            keep(made.subscription);
            return made;
        }
    };
}
