import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printedShift, shiftAims } from './printedShift.ts';
import { measureShift } from './shift.ts';
import type { Shift } from './shift.ts';

const HELD = { heap: 8_000_000, code: 3_000_000, nodes: 900, listeners: 80, stored: 1_000 };
const SHIFT: Shift = {
    interactions: 1_000,
    hours: 8,
    connected: 950,
    tasks: 950,
    writes: 2_375,
    start: HELD,
    middle: { ...HELD, heap: 9_200_000, code: 3_900_000 },
    end: { ...HELD, heap: 9_500_000, code: 4_000_000 },
    cached: 4_000_000,
    mostStored: 90_000,
    longestTask: { processor: 40, clock: 700 }
};

test('without a browser the bench says that no shift was measured, and promises nothing of it', async () => {
    const shift = await measureShift({}, { env: { SWITCHBOARD_BROWSER: '/nowhere/chrome' } });
    assert.match(printedShift(shift).join(), /not measured\. SWITCHBOARD_BROWSER names \/nowhere\/chrome/);
    assert.deepEqual(shiftAims(shift), []);
});

test('a shift is printed with what it began and ended with', () => {
    const lines = printedShift(SHIFT).join('\n');
    assert.match(lines, /950 Tasks for 950 connected interactions, 2375 writes, 2\.50 each/);
    assert.match(lines, /heap 8\.0 MB at the start, 9\.2 MB in the middle, 9\.5 MB at the end/);
    assert.match(lines, /longest task 40 ms of the processor; by the clock 700 ms/);
});

for (const { what, changed, missed } of [
    { what: 'a lost Task', changed: { tasks: 949 }, missed: /without a Task/ },
    { what: 'a doubled Task', changed: { tasks: 951 }, missed: /without a Task/ },
    { what: 'a leak', changed: { end: { ...HELD, heap: 10_100_000, code: 4_000_000 } }, missed: /after noon/ },
    {
        what: 'a memory that is too large',
        changed: {
            middle: { ...HELD, heap: 10_900_000, code: 3_800_000 },
            end: { ...HELD, heap: 11_100_000, code: 4_000_000 }
        },
        missed: /what is kept/
    },
    { what: 'cards that stay', changed: { end: { ...HELD, nodes: 5_000 } }, missed: /nodes/ },
    {
        what: 'a page that stands still',
        changed: { longestTask: { processor: 120, clock: 130 } },
        missed: /longest task/
    },
    { what: 'values that stay in the browser', changed: { mostStored: 4_000_000 }, missed: /stored/ }
]) {
    test(`a shift with ${what} misses that aim, and no other`, () => {
        const failing = shiftAims({ ...SHIFT, ...changed }).filter(({ says }) => says === 'missed');
        assert.equal(failing.length, 1);
        assert.match(failing[0]?.what ?? '', missed);
    });
}
