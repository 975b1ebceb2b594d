import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aimRows } from '../aims.ts';
import { printedUtility } from '../printed.ts';
import { measureUtilityScript } from './utilityScript.ts';

test('without a browser the bench says so and goes on, and promises nothing of what it did not measure', async () => {
    const utilityScript = await measureUtilityScript({ env: { SWITCHBOARD_BROWSER: '/nowhere/chrome' } });
    assert.deepEqual(utilityScript, {
        notMeasured: 'SWITCHBOARD_BROWSER names /nowhere/chrome, which does not exist.'
    });
    assert.match(printedUtility(utilityScript).join(), /not measured\. SWITCHBOARD_BROWSER names/);
    const measured = { median: 1, spread: [1, 1] } as const;
    const dispatch = { besideChannel: measured, besideZod: measured, decodingBesideZod: measured };
    const lostEvents = { schedules: 1, published: 1, early: 1, lost: 0, disturbed: 0 };
    const phone = { wherePhoneSaves: 0, handedOverEach: 3, handedOverMoreWithFiveTabs: 0 };
    const writes = { perTask: 3, redundant: 0, extraWithFiveTabs: 0, mostPerTask: 3, ...phone };
    const perEvent = { perSecond: 1_000, slopeInLive: 0 };
    const rows = aimRows({ writes, perEvent, dispatch, sizes: { ours: [] }, lostEvents, utilityScript });
    assert.ok(rows.every(({ what }) => !what.includes('script')));
});
