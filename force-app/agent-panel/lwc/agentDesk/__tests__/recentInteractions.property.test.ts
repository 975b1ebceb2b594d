import { applyEvent, emptyLedger } from 'c/interactions';
import type { InteractionFacts, Ledger } from 'c/interactions';
import fc from 'fast-check';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createRecentInteractions } from '../recentInteractions.ts';
import type { RecentInteractions } from '../recentInteractions.ts';
import { ENDED, RINGING, TALKING } from './testCalls.ts';

const USER = '005000000000001AAA';
const MISSED: InteractionFacts = { ...RINGING, state: 'disconnected', disconnected: true, done: true };

/** Call 1 was missed, the others were handled; each is told in steps. */
const CALLS: readonly (readonly InteractionFacts[])[] = [
    [RINGING, MISSED],
    [RINGING, TALKING, ENDED, { ...ENDED, done: true }],
    [TALKING, { ...ENDED, endTime: '2026-01-15T08:59:59.000Z' }],
    [RINGING, { ...ENDED, done: true }]
];

type Step =
    | { readonly do: 'hear'; readonly tab: number; readonly call: number }
    | { readonly do: 'repeat'; readonly tab: number; readonly call: number }
    | { readonly do: 'reload'; readonly tab: number }
    | { readonly do: 'pass'; readonly ms: number };

interface Tab {
    recent: RecentInteractions;
    ledger: Ledger;
    told: number[];
}

const index = (size: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: size - 1 });
const spoken = (what: 'hear' | 'repeat'): fc.Arbitrary<Step> =>
    fc.record({ do: fc.constant(what), tab: index(3), call: index(CALLS.length) });
const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 6, arbitrary: spoken('hear') },
    { weight: 3, arbitrary: spoken('repeat') },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const), tab: index(3) }) },
    {
        weight: 2,
        arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 20_000 }) })
    }
);

it('several tabs that hear the same calls, repeated and over reloads, list each call once', async () => {
    await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
            const storage = createMemoryStorage();
            const clock = createTestClock();
            const open = (): Tab => ({
                recent: createRecentInteractions(storage, clock, 'acme', USER),
                ledger: emptyLedger(),
                told: CALLS.map(() => 0)
            });
            const tabs = [open(), open(), open()];
            const over = new Set<number>();

            function tell(tab: Tab, call: number, facts: InteractionFacts | undefined): void {
                if (facts === undefined) {
                    return;
                }
                const at = new Date(clock.now()).toISOString();
                const { interaction, ledger } = applyEvent(tab.ledger, {
                    kind: 'described',
                    at,
                    id: `call-${call}`,
                    facts
                });
                tab.ledger = ledger;
                if (interaction !== undefined) {
                    tab.recent.remember(interaction, undefined);
                }
                if (facts.disconnected === true) {
                    over.add(call);
                }
            }

            for (const one of steps) {
                if (one.do === 'pass') {
                    await clock.pass(one.ms);
                } else if (one.do === 'reload') {
                    tabs[one.tab] = open();
                } else {
                    const tab = tabs[one.tab] as Tab;
                    const told = tab.told[one.call] ?? 0;
                    const facts = CALLS[one.call];
                    if (one.do === 'hear') {
                        tell(tab, one.call, facts?.[told]);
                        tab.told[one.call] = told + 1;
                    } else {
                        tell(tab, one.call, facts?.[Math.min(told, facts.length) - 1]);
                    }
                }
            }
            await clock.pass(6_000); // until each tab reads what the others wrote
            const expected = [...over]
                .sort()
                .map((call) => `call-${call}|${call === 0 ? 'missed' : '2026-01-15T09:00:00.000Z'}`);
            for (const { recent } of tabs) {
                expect(
                    recent
                        .list()
                        .map(({ key }) => key)
                        .sort()
                ).toEqual(expected);
            }
        })
    );
});
