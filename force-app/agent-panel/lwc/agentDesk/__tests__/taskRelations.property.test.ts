import fc from 'fast-check';
import type { TaskSetup } from 'c/orgReader';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { interaction } from '../../../../../test/fakes/agentDesk.ts';
import { createKeptPicks } from '../keptPicks.ts';
import { pickedFields } from './pickedFields.ts';
import { createTaskRelations } from '../taskRelations.ts';
import type { TaskRelations } from '../taskRelations.ts';
import type { PageRecord } from '../types.ts';

const LIVE = interaction({ state: 'connected', connectedTime: '2026-11-20T10:00:00.000Z' });
const SETUP = { settings: { mode: 'own' } } as unknown as TaskSetup;
const RECORDS: readonly PageRecord[] = [
    ...['Contact', 'Lead', 'Account', 'Case'].flatMap((objectApiName, place) =>
        [1, 2].map((number) => ({ id: `${'003 00Q 001 500'.split(' ')[place]}00000000000${number}AAA`, objectApiName }))
    )
];

const tab = fc.nat({ max: 1 });
const record = fc.constantFrom(...RECORDS);
const step = fc.oneof(
    fc.record({ kind: fc.constant('open' as const), tab, record }),
    fc.record({ kind: fc.constant('recognise' as const), record }),
    fc.record({
        kind: fc.constant('pick' as const),
        tab,
        relation: fc.constantFrom('name' as const, 'relatedTo' as const),
        record: fc.option(record, { nil: undefined })
    }),
    fc.record({ kind: fc.constant('reload' as const), tab })
);

/** Whatever the agent opens, picks and reloads in two tabs, and whoever is recognised meanwhile. */
it('the last pick stands in every tab, a recognised caller never replaces it, and a lead has no Related To', async () => {
    await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
            const storage = createMemoryStorage();
            const clock = createTestClock();
            let caller: PageRecord | undefined;
            const open = (): TaskRelations =>
                createTaskRelations({
                    interactions: () => [LIVE],
                    callerOf: () => caller,
                    madeByUs: () => false,
                    keyOf: () => ({ id: 'k', conversationId: 'c', userId: 'u', connectedTime: '' }),
                    setup: () => SETUP,
                    lookUp: () => Promise.reject(new Error('offline')),
                    picks: createKeptPicks(storage, clock, 'acme', 'u'),
                    clock,
                    onChange: () => undefined
                });
            const tabs = [open(), open()];
            const picked: { name?: string | null; relatedTo?: string | null } = {};
            for (const one of steps) {
                await clock.pass(1);
                if (one.kind === 'recognise') caller = one.record;
                else if (one.kind === 'open') tabs[one.tab]?.open([one.record]);
                else if (one.kind === 'reload') tabs[one.tab] = open();
                else if (tabs[one.tab]?.pick(LIVE, one.relation, one.record?.id) === true)
                    picked[one.relation] = one.record?.id ?? null;
                const lead = picked.name?.startsWith('00Q') === true;
                for (const relations of tabs) {
                    expect(pickedFields(relations, LIVE)).toEqual({
                        ...(picked.name === undefined ? {} : { WhoId: picked.name }),
                        ...(lead
                            ? { WhatId: null }
                            : picked.relatedTo === undefined
                              ? {}
                              : { WhatId: picked.relatedTo })
                    });
                    const shown = relations.of(LIVE);
                    for (const choice of [shown?.name, shown?.relatedTo]) {
                        const ids = choice?.choices.map(({ id }) => id) ?? [];
                        expect(new Set(ids).size).toBe(ids.length);
                        expect(choice?.chosen === undefined || ids.includes(choice.chosen)).toBe(true);
                    }
                    expect(shown?.name.chosen?.startsWith('00Q') === true && shown.relatedTo.chosen !== undefined).toBe(
                        false
                    );
                }
            }
        }),
        { numRuns: 200 }
    );
});
