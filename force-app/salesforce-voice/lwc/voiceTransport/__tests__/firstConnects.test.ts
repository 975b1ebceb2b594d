import { createFirstConnects } from 'c/voiceTransport';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';

const ADA = '005000000000001AAA';
const AT = '2026-01-15T09:00:00.000Z';
const LATER = '2026-01-15T09:05:00.000Z';
const DAY_MS = 24 * 60 * 60 * 1_000;
const NAME = `switchboard:acme:${ADA}:voice:call-1`;

describe('when a call was first heard to be connected', () => {
    it('is the first time that any tab of the browser kept', () => {
        const [storage, clock] = [createMemoryStorage(), createTestClock()];
        const [one, other] = [1, 2].map(() => createFirstConnects(storage, clock, 'acme', ADA));
        one?.keep('call-1', AT);
        other?.keep('call-1', LATER);
        expect([one?.read('call-1'), other?.read('call-1'), other?.read('call-2')]).toEqual([AT, AT, undefined]);
    });

    it('is known for a day, and gone from the browser with the next page after it', async () => {
        const [storage, clock] = [createMemoryStorage(), createTestClock()];
        const connects = createFirstConnects(storage, clock, 'acme', ADA);
        connects.keep('call-1', AT);
        await clock.pass(DAY_MS);
        expect(connects.read('call-1')).toBe(AT);
        createFirstConnects(storage, clock, 'acme', ADA);
        expect(storage.keys()).toEqual([NAME]);
        await clock.pass(1);
        expect(connects.read('call-1')).toBeUndefined();
        createFirstConnects(storage, clock, 'acme', ADA);
        expect(storage.keys()).toEqual([]);
    });

    it.each([['"2030-01-15T09:00:00.000Z"'], ['"soon"'], ['7'], ['null'], ['no JSON']])(
        'is heard anew where the browser kept what cannot be: %s',
        (nonsense) => {
            const storage = createMemoryStorage();
            storage.set(NAME, nonsense);
            const connects = createFirstConnects(storage, createTestClock(), 'acme', ADA);
            expect(connects.read('call-1')).toBeUndefined();
            connects.keep('call-1', AT);
            expect(connects.read('call-1')).toBe(AT);
        }
    );
});
