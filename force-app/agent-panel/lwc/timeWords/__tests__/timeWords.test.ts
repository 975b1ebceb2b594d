import { timeOfDay } from 'c/timeWords';

const AT = '2026-11-20T10:00:00.000Z';

describe('a time that an agent reads', () => {
    it('the agent reads the hour and minute of today', () => {
        expect(timeOfDay(AT, Date.parse(AT))).toMatch(/^\d{1,2}:00/);
    });

    it('the agent reads the day too when it is long ago', () => {
        expect(timeOfDay(AT, Date.parse('2026-11-21T10:00:00.000Z'))).toMatch(/^Fri/);
    });

    it('the agent reads what came where it is no time', () => {
        expect(timeOfDay('soon', 0)).toBe('soon');
    });
});
