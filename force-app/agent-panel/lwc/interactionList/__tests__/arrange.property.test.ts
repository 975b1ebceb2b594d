import type { DeskInteraction } from 'c/agentDesk';
import fc from 'fast-check';
import { item } from '../../../../../test/fakes/agentDesk.ts';
import { arrange } from '../arrange.ts';

const one: fc.Arbitrary<DeskInteraction> = fc
    .record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        state: fc.constantFrom('alerting', 'dialing', 'connected', 'held', 'disconnected'),
        handled: fc.boolean(),
        done: fc.boolean(),
        at: fc.integer({ min: 0, max: 5 })
    })
    .map(({ at, ...facts }) => item({ ...facts, firstSeenAt: `2026-11-20T10:0${at}:00.000Z` }));
const several = fc.uniqueArray(one, { selector: ({ interaction }) => interaction.id });
const idsOf = (items: readonly DeskInteraction[]): string[] => items.map(({ interaction }) => interaction.id);
const isRinging = ({ interaction }: DeskInteraction): boolean => interaction.state === 'alerting';

describe('the order of the cards, whatever goes on', () => {
    it('an agent sees each conversation once', () => {
        fc.assert(
            fc.property(several, fc.option(fc.constantFrom('a', 'z')), (items, selected) => {
                const order = arrange(items, selected ? { selected } : {});
                expect(idsOf(order).sort()).toEqual(idsOf(items).sort());
            })
        );
    });

    it('an agent in a card sees no other card move, and what is new on top', () => {
        fc.assert(
            fc.property(several, several, (before, after) => {
                const keep = idsOf(arrange(before));
                const order = idsOf(arrange(after, { keep, selected: 'a' }));
                const stood = order.filter((id) => keep.includes(id));
                expect(stood).toEqual(keep.filter((id) => order.includes(id)));
                expect(order.slice(order.length - stood.length)).toEqual(stood);
            })
        );
    });

    it('an agent sees what rings before what is selected in the phone, and that before the rest', () => {
        fc.assert(
            fc.property(several, (items) => {
                const order = arrange(items, { selected: 'a' });
                const ringing = order.filter(isRinging);
                expect(order.slice(0, ringing.length)).toEqual(ringing);
                const selected = order.findIndex(({ interaction }) => interaction.id === 'a');
                expect(selected).toBeLessThanOrEqual(ringing.length);
            })
        );
    });
});
