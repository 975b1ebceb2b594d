import type { NamedTarget } from 'c/agentDesk';
import fc from 'fast-check';
import { directory } from '../../../../../test/fakes/agentDesk.ts';
import { choicesFor } from '../choices.ts';

const target: fc.Arbitrary<NamedTarget> = fc.record({
    key: fc.string({ minLength: 1, maxLength: 6 }),
    name: fc.string({ maxLength: 12 }),
    kind: fc.constantFrom('user', 'queue', 'phone', 'flow'),
    address: fc.string({ minLength: 1, maxLength: 8 }),
    pinned: fc.boolean()
});
const targets = fc.uniqueArray(target, { selector: ({ key }) => key, maxLength: 60 });
const recent = fc.array(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 5 });

describe('whatever an admin named and an agent typed', () => {
    it('an agent who typed nothing finds every name once, or is told how many are left', () => {
        fc.assert(
            fc.property(targets, recent, (given, keys) => {
                const { groups, more } = choicesFor(directory({ targets: given }), keys, '', true);
                const listed = groups.flatMap(({ choices }) => choices.map(({ key }) => key));
                expect(new Set(listed).size).toBe(listed.length);
                expect(listed.length + more).toBe(given.length);
            })
        );
    });

    it('what an agent typed is offered as it was written', () => {
        fc.assert(
            fc.property(targets, fc.string(), (given, text) => {
                const { groups } = choicesFor(directory({ targets: given }), [], text, true);
                const typed = groups.find(({ key }) => key === 'typed')?.choices.map(({ to }) => to.address);
                expect(typed).toEqual(text.trim() ? [text.trim()] : undefined);
            })
        );
    });

    it('what is written never goes to a phone number', () => {
        fc.assert(
            fc.property(targets, recent, fc.string(), (given, keys, text) => {
                const { groups } = choicesFor(directory({ targets: given }), keys, text, false);
                const kinds = groups.flatMap(({ choices }) => choices.map(({ to }) => to.kind));
                expect(kinds).not.toContain('phone');
            })
        );
    });
});
