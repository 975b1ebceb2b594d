import type { CallDetails, SideMessage } from 'c/agentDesk';
import { type FakeDesk, fakeDesk, item } from '../../../../../test/fakes/agentDesk.ts';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { addSentNotes } from '../sentNotes.ts';

const ADA = '005000000000001AAA';
const AT = '2026-01-15T09:00:00.000Z';

function note(id: string, text: string, more: Partial<SideMessage> = {}): SideMessage {
    return { id: `note:${id}`, kind: 'note', from: 'supervisor', text, at: AT, ...more };
}

function details(...messages: SideMessage[]): CallDetails {
    return { participants: [], messages };
}

interface Tab {
    readonly fake: FakeDesk;
    sent(...messages: SideMessage[]): void;
    stop(): void;
}

function tab(storage = createMemoryStorage(), clock = createTestClock(), typed?: string): Tab {
    const fake = fakeDesk();
    const stop = addSentNotes(fake.desk, storage, clock, 'acme', ADA);
    const notes = typed === undefined ? {} : { notes: typed };
    return {
        fake,
        stop,
        sent: (...messages) => fake.show({ interactions: [item(notes, { details: details(...messages) })] })
    };
}

describe('a note that is sent beside the call', () => {
    it('stands behind what the agent typed', () => {
        const { fake, sent } = tab(undefined, undefined, 'Wants a refund');
        sent(note('1', 'Offer a credit note.'));
        expect(fake.noted).toEqual([{ id: 'call-1', notes: 'Wants a refund\nOffer a credit note.' }]);
    });

    it('is added once, however often it is told', () => {
        const { fake, sent } = tab();
        sent(note('1', 'Offer a credit note.'));
        sent(note('1', 'Offer a credit note.'));
        sent(note('1', 'Offer a credit note.'), note('2', 'Thank you.'));
        sent(note('1', 'Offer a credit note.'), note('2', 'Thank you.'));
        expect(fake.noted.map(({ notes }) => notes)).toEqual(['Offer a credit note.', 'Thank you.']);
    });

    it('is written down once, and not with each change of the panel', () => {
        const storage = createMemoryStorage();
        const { sent } = tab(storage);
        const written = jest.spyOn(storage, 'set');
        sent(note('1', 'Offer a credit note.'));
        sent(note('1', 'Offer a credit note.'));
        expect(written).toHaveBeenCalledTimes(1);
    });

    it('is not added again in another tab, nor after a reload', () => {
        const storage = createMemoryStorage();
        tab(storage).sent(note('1', 'Offer a credit note.'));
        const { fake, sent } = tab(storage);
        sent(note('1', 'Offer a credit note.'));
        expect(fake.noted).toEqual([]);
    });

    it('that came before anybody looked is added too', () => {
        const fake = fakeDesk({ interactions: [item({}, { details: details(note('1', 'Offer a credit note.')) })] });
        addSentNotes(fake.desk, createMemoryStorage(), createTestClock(), 'acme', ADA);
        expect(fake.noted).toEqual([{ id: 'call-1', notes: 'Offer a credit note.' }]);
    });

    it.each([
        ['a call for help', { kind: 'flagRaised' as const }],
        ['a note without words', { text: '  ' }]
    ])('is a note: not %s', (_what, more) => {
        const { fake, sent } = tab();
        sent(note('1', 'Help!', more));
        expect(fake.noted).toEqual([]);
    });

    it('of a call that is over for longer than a day is not remembered', async () => {
        const storage = createMemoryStorage();
        const clock = createTestClock();
        tab(storage, clock).sent(note('1', 'Offer a credit note.'));
        expect(storage.keys()).toHaveLength(1);
        await clock.pass(24 * 60 * 60 * 1_000 + 1);
        tab(storage, clock);
        expect(storage.keys()).toEqual([]);
    });

    it('is added to nothing once the item is gone', () => {
        const { fake, sent, stop } = tab();
        stop();
        sent(note('1', 'Offer a credit note.'));
        expect(fake.noted).toEqual([]);
    });

    it.each(['null', '[]', '{"at":"x","ids":[]}', '{"at":1e99,"ids":["note:1"]}', '{"ids":7}'])(
        'is added also where the browser kept nonsense: %s',
        (nonsense) => {
            const storage = createMemoryStorage();
            storage.set(`switchboard:acme:${ADA}:voiceNotes:call-1`, nonsense);
            const { fake, sent } = tab(storage);
            sent(note('1', 'Offer a credit note.'));
            expect(fake.noted).toHaveLength(1);
        }
    );
});
