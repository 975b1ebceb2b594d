import { createKeptCalls } from 'c/voiceTransport';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';

const ADA = '005000000000001AAA';
const AT = '2026-01-15T09:00:00.000Z';
const LATER = '2026-01-15T09:05:00.000Z';
const DAY_MS = 24 * 60 * 60 * 1_000;
const NAME = `switchboard:acme:${ADA}:voice:call-1`;

describe('what a page was told of a call', () => {
    function browser(storage = createMemoryStorage(), clock = createTestClock()) {
        return { storage, clock, open: () => createKeptCalls(storage, clock, 'acme', ADA) };
    }

    it('is the first time of connection, and else what any tab was told last', () => {
        const { open } = browser();
        const [one, other] = [open(), open()];
        one.keep('call-1', { connectedAt: AT, held: true });
        other.keep('call-1', { connectedAt: LATER, muted: true });
        const told = {
            connectedAt: AT,
            ended: false,
            held: false,
            muted: true,
            recordingPaused: false,
            tellsWrapUp: false
        };
        expect([one.read('call-1'), other.read('call-1'), other.read('call-2')]).toEqual([told, told, {}]);
    });

    it.each(['ended', 'held', 'muted', 'recordingPaused', 'tellsWrapUp'] as const)('has whether it is %s', (flag) => {
        const { open } = browser();
        const kept = open();
        kept.keep('call-1', { [flag]: true });
        expect(open().read('call-1')).toMatchObject({ [flag]: true });
        expect(open().read('call-1')).not.toHaveProperty('connectedAt');
        kept.keep('call-1', {});
        expect(open().read('call-1')).toMatchObject({ [flag]: false });
    });

    it('is written down with what is new, and not with each event', () => {
        const { open, storage } = browser();
        const kept = open();
        const written = jest.spyOn(storage, 'set');
        for (let time = 0; time < 3; time += 1) kept.keep('call-1', { connectedAt: AT, held: false });
        expect(written).toHaveBeenCalledTimes(1);
    });

    it('is known for a day, and gone from the browser with the next page after it', async () => {
        const { clock, open, storage } = browser();
        const kept = open();
        kept.keep('call-1', { connectedAt: AT });
        await clock.pass(DAY_MS);
        expect(kept.read('call-1').connectedAt).toBe(AT);
        open();
        expect(storage.keys()).toEqual([NAME]);
        await clock.pass(1);
        expect(kept.read('call-1')).toEqual({});
        open();
        expect(storage.keys()).toEqual([]);
    });

    it.each([
        ...['{"at":1e99,"connectedAt":"2026-01-15T08:00:00.000Z"}', '{"connectedAt":"2026-01-15T08:00:00.000Z"}'],
        ...[`{"at":${Date.parse(AT) + DAY_MS + 1},"held":true}`, '"2026-01-15T08:00:00.000Z"', '7', 'null', 'no JSON'],
        ...[`{"at":${Date.parse(AT)},"connectedAt":"soon","held":"yes","muted":1}`]
    ])('is heard anew where the browser kept what cannot be: %s', (nonsense) => {
        const { open, storage } = browser();
        storage.set(NAME, nonsense);
        const kept = open();
        expect(kept.read('call-1')).not.toHaveProperty('connectedAt');
        expect(Object.values(kept.read('call-1'))).not.toContain(true);
        kept.keep('call-1', { connectedAt: AT });
        expect(kept.read('call-1').connectedAt).toBe(AT);
    });
});
