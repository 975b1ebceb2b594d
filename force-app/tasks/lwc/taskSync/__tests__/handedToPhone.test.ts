import { createTaskSync } from 'c/taskSync';
import type { SaveRequest, TaskSync } from 'c/taskSync';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { ADA, CALL, OWN, told } from '../../../../../test/ports/testEngine.ts';

const OVER = { attributes: { 'Call.QueueName': 'Sales' }, disconnectedAt: CALL.connectedTime };

/** Tabs of one browser whose phone writes the Tasks once the agent has wrapped up; what it was given. */
function setUp(): {
    clock: ReturnType<typeof createTestClock>;
    clear: () => void;
    tab: () => TaskSync;
    given: SaveRequest['attributes'][];
} {
    const clock = createTestClock();
    const storage = createMemoryStorage();
    const locks = createTestLocks();
    const given: SaveRequest['attributes'][] = [];
    const writer = {
        async save(_key: unknown, { attributes }: SaveRequest) {
            given.push(attributes);
            return Promise.resolve({ outcome: 'handedToPhone' as const, wrote: true, unsaved: [] });
        }
    };
    const settings = { ...OWN, mode: 'phone', when: 'wrapUp' } as const;
    return {
        clock,
        given,
        clear: () => storage.keys().forEach((name) => storage.remove(name)),
        tab: () => createTaskSync({ writer, storage, clock, locks, settings: () => settings, org: 'acme', userId: ADA })
    };
}

it('an agent’s call that waits for the wrap-up is handed to the phone although the browser’s data were cleared meanwhile', async () => {
    const { clear, clock, given, tab } = setUp();
    const sync = tab();
    sync.submit(CALL, told({}, OVER));
    await clock.pass(5_000);
    clear();
    await clock.pass(600_000);
    expect(given).toEqual([OVER.attributes]);
    expect(sync.state(CALL)).toMatchObject({ phase: 'handedToPhone', pending: false });
});

it('an agent’s call is handed to the phone once, by one of two tabs', async () => {
    const { clock, given, tab } = setUp();
    const tabs = [tab(), tab()];
    tabs.forEach((sync) => sync.submit(CALL, told({}, OVER)));
    await clock.pass(5_000);
    tabs.forEach((sync) => sync.submit(CALL, told({}, { ...OVER, wrappedUp: true })));
    await clock.pass(5_000);
    expect(given).toEqual([OVER.attributes]);
    expect(tabs.map((sync) => sync.state(CALL)?.phase)).toEqual(['handedToPhone', 'handedToPhone']);
});

it('what becomes known of an agent’s call after it was handed to the phone is handed over too, and nothing else twice', async () => {
    const { clock, given, tab } = setUp();
    const sync = tab();
    const over = { ...OVER, wrappedUp: true };
    const later = { ...OVER.attributes, 'Salesforce.WrapUpCode': 'Sold' };
    for (const attributes of [OVER.attributes, OVER.attributes, later]) {
        sync.submit(CALL, told({}, { ...over, attributes }));
        await clock.pass(5_000);
    }
    expect(given).toEqual([OVER.attributes, later]);
    expect(sync.state(CALL)).toMatchObject({ phase: 'handedToPhone', pending: false });
});
