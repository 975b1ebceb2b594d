import { createLastUsed } from '../lastUsed.ts';

describe('what a page remembers of handlings through a long shift', () => {
    it('gives what was set last under a name', () => {
        const notes = createLastUsed<string>();
        notes.set('one', 'first');
        notes.set('one', 'second');
        expect(notes.get('one')).toBe('second');
        expect(notes.get('another')).toBeUndefined();
    });

    it('forgets a handling that nobody asked for while many others came', () => {
        const notes = createLastUsed<string>(3);
        for (const name of ['a', 'b', 'c', 'd']) {
            notes.set(name, `of ${name}`);
        }
        expect(['a', 'b', 'c', 'd'].map((name) => notes.get(name))).toEqual([undefined, 'of b', 'of c', 'of d']);
    });

    it('keeps a handling that is asked for again and again, however many others come', () => {
        const notes = createLastUsed<string>(3);
        notes.set('the long email', 'half written');
        for (let call = 0; call < 1_000; call += 1) {
            notes.set(`call ${call}`, 'short');
            expect(notes.get('the long email')).toBe('half written');
        }
    });

    it('keeps a handling that is set again', () => {
        const notes = createLastUsed<string>(2);
        notes.set('a', '1');
        notes.set('b', '1');
        notes.set('a', '2');
        notes.set('c', '1');
        expect(['a', 'b', 'c'].map((name) => notes.get(name))).toEqual(['2', undefined, '1']);
    });
});
