import type { Newer } from '../pending.ts';
import { isEmpty, sameValues, stillWaiting, withNewer, without } from '../pending.ts';

const newer = (more: Partial<Newer>): ReturnType<typeof withNewer> =>
    withNewer({ waiting: {}, given: {}, last: {}, saved: {}, isDone: () => false, ...more });

describe('a value that a tab is given', () => {
    it('waits until the Task has it', () => {
        expect(newer({ given: { A: 1 } })).toEqual({ waiting: { A: 1 }, saved: {} });
        expect(newer({ given: { A: null } }).waiting).toEqual({ A: null });
    });

    it('does not wait when the Task was given it, by this tab or by another', () => {
        expect(newer({ given: { A: 1 }, saved: { A: 1 } }).waiting).toEqual({});
        const byAnother = newer({ given: { A: 1, B: 2 }, isDone: (field, value) => field === 'A' && value === 1 });
        expect(byAnother).toEqual({ waiting: { B: 2 }, saved: { A: 1 } });
    });

    it('waits behind another one of its field, although the Task has had it before', () => {
        const back = newer({ waiting: { A: 2 }, given: { A: 1 }, last: { A: 2 }, saved: { A: 1 }, isDone: () => true });
        expect(back.waiting).toEqual({ A: 1 });
    });

    it('that is no news does not take the place of what another tab heard', () => {
        expect(newer({ waiting: { A: 2 }, given: { A: 1 }, last: { A: 1 } }).waiting).toEqual({ A: 2 });
        expect(newer({ given: { A: 1 }, last: { A: 1 }, saved: { A: 2 } })).toEqual({ waiting: {}, saved: { A: 2 } });
    });

    it('that another tab saved is what the Task has, also where this one had saved an older one', () => {
        const isDone: Newer['isDone'] = (_field, value) => value === undefined || value === 2;
        expect(newer({ given: { A: 2 }, last: { A: 2 }, saved: { A: 1 }, isDone }).saved).toEqual({ A: 2 });
    });

    it('that was told before and waits no longer does not come back over what the Task was given since', () => {
        const isDone: Newer['isDone'] = (_field, value) => value === undefined || value === 2;
        expect(newer({ given: { A: 1 }, last: { A: 1 }, isDone }).waiting).toEqual({});
    });

    it('that is news takes the place of an older one, saved or waiting', () => {
        expect(newer({ waiting: { A: 1 }, given: { A: 2 }, last: { A: 1 } }).waiting).toEqual({ A: 2 });
        expect(newer({ given: { A: 2 }, last: { A: 1 }, saved: { A: 1 } }).waiting).toEqual({ A: 2 });
    });
});

it('after a save only what changed meanwhile waits', () => {
    expect(stillWaiting({ A: 1, B: 3, C: null }, { A: 1, B: 2 })).toEqual({ B: 3, C: null });
    expect(stillWaiting({ A: null }, { A: null })).toEqual({});
});

it('fields are left out by name, and nothing is nothing', () => {
    expect(without({ A: 1, B: null }, ['A', 'C'])).toEqual({ B: null });
    expect([isEmpty({}), isEmpty({ A: null })]).toEqual([true, false]);
});

it('attributes are the same only with the same names and the same values', () => {
    const same = (a: Parameters<typeof sameValues>[0], b: Parameters<typeof sameValues>[1]): boolean =>
        sameValues(a, b) && sameValues(b, a);
    expect(same({ a: 1, b: 'x' }, { b: 'x', a: 1 })).toBe(true);
    expect(same(undefined, undefined)).toBe(true);
    expect(same({}, undefined)).toBe(false);
    expect(same({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(same({ a: 1 }, { b: 1 })).toBe(false);
    expect(same({ a: 1 }, { a: 2 })).toBe(false);
    expect(same({ a: null }, { b: null })).toBe(false);
});
